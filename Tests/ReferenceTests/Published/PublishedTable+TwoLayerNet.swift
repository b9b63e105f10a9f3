import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let twoLayerNet = PublishedTable(
    assignment: "two-layer-net", exact: ["1.33", "3.5", "3.6", "3.7", "3.8", "3.9"],
    settled: ["3.10"],
    cells: initial + softmax + softmaxGradients + toy + toyGradients + training)

  private static let file = "two-layer-net"
  private static let reference = TwoLayerNetCourseworkReference()

  // MARK: - The net of cs231n

  private static let initial: [PublishedCell] = ["W1", "W2"].map { (name: String) in
    PublishedCell(
      "1.33", in: .cs231n, "TwoLayerNet · the first weights of \(name)",
      .kept(file: file, "initial", "\(name)_head")
    ) { firstWeights(name) }
  }

  /// The first weights of one layer, drawn after the cell's data.
  private static func firstWeights(_ name: String) -> Tensor {
    var random = RandomState(seed: 231)
    _ = random.randn(3, 5)
    _ = random.randint(below: 7, count: 3)
    let net = reference.initialWeights(
      inputs: 5, hidden: 50, classes: 7, scale: 1e-3, random: &random)
    return (name == "W1" ? net.w1 : net.w2).head(10)
  }

  private static let softmax: [PublishedCell] = [
    PublishedCell(
      "1.33", in: .cs231n, "TwoLayerNet · scores",
      .kept(file: file, "softmax", "scores"), .rounded(printedScores, decimals: 8)
    ) {
      let net = SoftmaxCell.net
      return reference.softmaxNetScores(
        x: SoftmaxCell.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
    },
    PublishedCell(
      "1.33", in: .cs231n, "TwoLayerNet · loss", .value(Tensor(3.47022435559539)),
      .near(Tensor(3.4702243556), within: 1e-10)
    ) { Tensor(SoftmaxCell.result(regularization: 0).loss) },
    PublishedCell(
      "1.33", in: .cs231n, "TwoLayerNet · loss · reg 1", .value(Tensor(26.594842695238583)),
      .near(Tensor(26.5948426952), within: 1e-10)
    ) { Tensor(SoftmaxCell.result(regularization: 1).loss) },
  ]

  private static let printedScores: Tensor = [
    [11.53165108, 12.2917344, 13.05181771, 13.81190102, 14.57198434, 15.33206765, 16.09215096],
    [12.05769098, 12.74614105, 13.43459113, 14.1230412, 14.81149128, 15.49994135, 16.18839143],
    [12.58373087, 13.20054771, 13.81736455, 14.43418138, 15.05099822, 15.66781506, 16.2846319],
  ]

  private static let softmaxGradients: [PublishedCell] =
    softmaxGradients(
      0, [("W1", 1.83e-08), ("W2", 3.12e-10), ("b1", 9.83e-09), ("b2", 4.33e-10)])
    + softmaxGradients(
      0.7, [("W1", 2.53e-07), ("W2", 2.85e-08), ("b1", 1.56e-08), ("b2", 7.76e-10)])

  private static func softmaxGradients(
    _ regularization: Double, _ errors: [(name: String, error: Double)]
  ) -> [PublishedCell] {
    let text = regularization == 0 ? "0" : "\(regularization)"
    return errors.flatMap { (name: String, error: Double) -> [PublishedCell] in
      let gradient = PublishedCell(
        "1.33", in: .cs231n, "TwoLayerNet · gradient by \(name) · reg \(text)",
        .kept(file: file, "softmax_reg\(text)", name == "b2" ? "gradb2" : "grad\(name)_head")
      ) { SoftmaxCell.gradient(by: name, regularization: regularization).head(10) }
      let printed = PublishedCell(
        "1.33", in: .cs231n, "TwoLayerNet · \(name) relative error · reg \(text)",
        .gradientError(error, .around(exponent: -7))
      ) { SoftmaxCell.error(of: name, regularization: regularization) }
      return [gradient, printed]
    }
  }

  // MARK: - The toy net of cs145

  private static let toy: [PublishedCell] = [
    PublishedCell(
      "3.5", in: .cs145Net, "toy model · W1", .kept(file: file, "toy", "W1")
    ) { ToyCell.net.w1 },
    PublishedCell(
      "3.5", in: .cs145Net, "toy model · W2", .kept(file: file, "toy", "W2")
    ) { ToyCell.net.w2 },
    PublishedCell(
      "3.5", in: .cs145Net, "toy data · X", .kept(file: file, "toy", "X")
    ) { ToyCell.x },
    PublishedCell(
      "3.6", in: .cs145Net, "scores",
      .kept(file: file, "toy", "scores"), .rounded(toyScores, decimals: 8)
    ) { ToyCell.scores },
    PublishedCell(
      "3.6", in: .cs145Net, "scores · sum of the differences",
      .printingError(3.381231233889892e-08, .below(1e-7))
    ) { Tensor((ToyCell.scores - toyScores).abs().sum()) },
    PublishedCell(
      "3.7", in: .cs145Net, "the net's loss · reg 0.05", .value(Tensor(1.8973332763705641))
    ) { Tensor(ToyCell.result().loss) },
  ]

  private static let toyScores: Tensor = [
    [-1.07260209, 0.05083871, -0.87253915], [-2.02778743, -0.10832494, -1.52641362],
    [-0.74225908, 0.15259725, -0.39578548], [-0.38172726, 0.10835902, -0.17328274],
    [-0.64417314, -0.18886813, -0.41106892],
  ]

  private static let toyGradients: [PublishedCell] =
    toyGradient("W1", 1.7476665046687833e-09) + toyGradient("W2", 8.80091875172355e-11)
    + toyGradient("b1", 7.382451041178829e-10) + toyGradient("b2", 2.4554844805570154e-11)

  private static func toyGradient(_ name: String, _ error: Double) -> [PublishedCell] {
    [
      PublishedCell(
        "3.8", in: .cs145Net, "gradient by \(name)", .kept(file: file, "toy", "grad\(name)")
      ) { ToyCell.result().gradient(by: name) },
      PublishedCell(
        "3.8", in: .cs145Net, "\(name) max relative error", .gradientError(error, .below(1e-8))
      ) { ToyCell.error(of: name) },
    ]
  }

  private static let training: [PublishedCell] = [
    PublishedCell(
      "3.9", in: .cs145Net, "Final training loss", .value(Tensor(0.02950555626206819))
    ) { Tensor(try #require(ToyCell.trained.last)) },
    PublishedCell(
      "3.10", in: .cs145Net, "Training loss history", .kept(file: file, "training", "losses")
    ) { Tensor(ToyCell.trained).reshaped(20, 5) },
  ]
}
