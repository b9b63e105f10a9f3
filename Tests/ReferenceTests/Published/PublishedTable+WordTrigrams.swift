import Coursework
import Grading
import NumPyRandom
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let wordTrigrams = PublishedTable(
    assignment: "word-trigrams", exact: ["1.18", "1.23"], settled: ["1.17", "1.19", "1.20"],
    cells: layers.flatMap(layer) + words + crossEntropies + gradients)

  private static let reference = WordTrigramsReference()

  /// Inputs and outputs of every layer that the course makes.
  private static let layers = [
    [250, 8], [8, 64], [64, 250], [250, 16], [16, 128], [128, 250], [250, 32], [32, 256],
    [256, 250],
  ]

  /// The course seeds the generator in each layer, as it does for its tanh net.
  private static func layer(_ sizes: [Int]) -> [PublishedCell] {
    let name = "\(sizes[0])x\(sizes[1])"
    return cells("1.18", in: .eee443Trigrams, layer: name, file: "word-trigrams") {
      var random = RandomState(seed: 8)
      let new = TanhNetCourseworkReference().initialize(
        sizes: sizes, standardDeviation: 0.01, random: &random)
      return (new.weights[0], new.biases[0])
    }
  }

  private static let words: [PublishedCell] = [
    PublishedCell(
      "1.23", in: .eee443Trigrams, "predict_10 · the samples",
      .kept(file: "word-trigrams", "predict_10", "indices")
    ) {
      var random = RandomState(seed: 6)
      return Tensor(random.randint(below: 250, count: 5).map(Double.init))
    },
    // What the course's code makes of the words 3, 2, 1: its inputs 0, 83 and 166, and not 0, 1, 2.
    PublishedCell(
      "1.17", in: .eee443Trigrams, "one_hot_encoder · the inputs of the words 3, 2, 1",
      .value([0, 83, 166])
    ) { try inputs(of: [3, 2, 1]) },
    PublishedCell(
      "1.17", in: .eee443Trigrams, "one_hot_encoder · the inputs of the words 1, 2, 3",
      .value([0, 83, 167])
    ) { try inputs(of: [1, 2, 3]) },
    PublishedCell(
      "1.17", in: .eee443Trigrams, "one_hot_encoder · the inputs of the last word three times",
      .value([83, 166, 249])
    ) { try inputs(of: [250, 250, 250]) },
  ]

  /// The inputs that are not 0 by the known mistake of the course's encoder.
  private static func inputs(of words: [Double]) throws -> Tensor {
    let question = Question(
      "countWords", ["words": .tensor(Tensor([words])), "vocabulary": .number(250)])
    let mistake = try #require(Assignment.wordTrigrams.misconceptions.first { $0.id == "WO1" })
    let counts = try #require(try mistake.answer(question)["counts"]?.tensor)
    return Tensor((0..<250).filter { counts[0, $0] != 0 }.map(Double.init))
  }

  // MARK: - Softmax and cross-entropy

  private static func vector(_ name: String) throws -> Tensor {
    try PublishedValues("word-trigrams").tensor("losses", name)
  }

  private static func kept(_ name: String) -> Claim {
    .kept(file: "word-trigrams", "losses", name)
  }

  private static let crossEntropies: [PublishedCell] = [
    PublishedCell(
      "1.19", in: .eee443Trigrams, "softmax · two rows", kept("softmax")
    ) { Tensor(try [0, 1].map { try outputs(nil, "forward", $0)["p"]?.scalars ?? [] }) },
    PublishedCell(
      "1.20", in: .eee443Trigrams, "cross-entropy · of the right words", kept("multiclass_ce")
    ) { Tensor(reference.loss(y: try vector("y"), p: try vector("softmax"))) },
    PublishedCell(
      "1.20", in: .eee443Trigrams, "cross_entropy · of every word", kept("binary_ce")
    ) { try outputs("WL1", "loss")["loss"] ?? Tensor(.nan) },
  ]

  private static let gradients: [PublishedCell] = [
    gradient("p − y", nil, "softmax_minus_y"),
    gradient("der_cross_entropy · as coded", "WB1", "as_coded"),
    gradient("der_cross_entropy · its true gradient", "WB2", "binary_ce_gradient"),
  ]

  private static func gradient(
    _ figure: String, _ mistake: String?, _ name: String
  ) -> PublishedCell {
    PublishedCell("1.20", in: .eee443Trigrams, "\(figure), two rows", kept(name)) {
      // Each sample by itself has its row as the gradient of the last biases.
      Tensor(try [0, 1].map { try outputs(mistake, "backward", $0)["gradB3"]?.scalars ?? [] })
    }
  }

  /// What the reference or a known mistake answers to a question about one row of sums, which a net
  /// without inputs has for its last biases.
  private static func outputs(
    _ mistake: String?, _ name: String, _ row: Int = 0
  ) throws -> [String: Tensor] {
    let (z, y) = (try vector("z"), try vector("y"))
    let inputs: [String: Tensor] =
      name == "loss"
      ? ["y": y, "p": try vector("softmax")]
      : [
        "x": [[0, 0, 0]], "y": y.rows(row..<row + 1), "w1": .zeros(3, 1), "b1": [0],
        "w2": .zeros(1, 1), "b2": [0], "w3": .zeros(1, 3), "b3": z.row(row),
      ]
    let known = Assignment.wordTrigrams.misconceptions.first { $0.id == mistake }
    let answer = known?.answer ?? { try WordTrigramsReference().answer($0) }
    return try answer(Question(name, inputs.mapValues { .tensor($0) })).compactMapValues(\.tensor)
  }
}
