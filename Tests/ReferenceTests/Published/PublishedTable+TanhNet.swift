import NumPyRandom
import Reference
import Tensors

extension PublishedTable {
  static let tanhNet = PublishedTable(
    assignment: "tanh-net", exact: ["1.2"], settled: ["1.3", "1.10"],
    cells: layers.flatMap(layer) + tanh + orders)

  /// Inputs and outputs of every layer that the course makes.
  private static let layers = [
    [1024, 20], [20, 1], [1024, 200], [200, 1], [1024, 4], [4, 1], [1024, 512], [512, 64], [64, 1],
  ]

  /// The course seeds the generator in each layer, so that each is the first one of its net.
  private static func layer(_ sizes: [Int]) -> [PublishedCell] {
    let name = "\(sizes[0])x\(sizes[1])"
    return cells("1.2", in: .eee443Cats, layer: name, file: "tanh-net") {
      var random = RandomState(seed: 15)
      let new = TanhNetCourseworkReference().initialize(
        sizes: sizes, standardDeviation: 0.02, random: &random)
      return (new.weights[0], new.biases[0])
    }
  }

  /// The first and the last numbers of a layer's weights, and the first of its biases.
  static func cells(
    _ part: String, in document: PublishedCell.Document, layer: String, file: String,
    drawn: @escaping @Sendable () -> (w: Tensor, b: Tensor)
  ) -> [PublishedCell] {
    [
      PublishedCell(
        part, in: document, "HiddenLayer \(layer) · the first weights",
        .kept(file: file, layer, "W_head")
      ) { drawn().w.head(5) },
      PublishedCell(
        part, in: document, "HiddenLayer \(layer) · the last weight",
        .kept(file: file, layer, "W_last")
      ) {
        let w = drawn().w
        return Tensor(w[w.shape[0] - 1, w.shape[1] - 1])
      },
      PublishedCell(
        part, in: document, "HiddenLayer \(layer) · the first biases",
        .kept(file: file, layer, "b_head")
      ) { drawn().b.head(5) },
    ]
  }

  private static let tanh: [PublishedCell] = [
    PublishedCell(
      "1.3", in: .eee443Cats, "tanh · five numbers", .kept(file: "tanh-net", "tanh", "tanh")
    ) {
      let z = try PublishedValues("tanh-net").tensor("tanh", "z")
      return TanhNetCourseworkReference()
        .forward(x: z.reshaped(-1, 1), weights: [[[1]]], biases: [[0]]).flattened()
    }
  ]

  private static let orders = [0, 1].map { epoch in
    PublishedCell(
      "1.10", in: .eee443Cats, "trainNetwork · the first samples of epoch \(epoch)",
      .kept(file: "tanh-net", "epoch_orders", "epoch\(epoch)_head")
    ) {
      var random = RandomState(seed: 7)
      let orders = [Array(0..<1900)] + Epochs(samples: 1900, batches: 50, epochs: 2).orders(&random)
      // Each epoch's places in the order that the one before left.
      let places = orders[epoch + 1].prefix(10).map { orders[epoch].firstIndex(of: $0) ?? -1 }
      return Tensor(places.map(Double.init))
    }
  }
}
