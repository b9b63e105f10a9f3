import Assignments
import NumPyRandom
import NumericChecks
import Reference
import Tensors

extension PublishedTable {
  static let dropout = PublishedTable(
    assignment: "dropout", exact: ["1.46", "1.47"], settled: [],
    cells: input + forward + backward)

  // MARK: - Forward

  // The document's means come from NumPy's buffered pairwise sums, ours from left to right: the last
  // three digits differ, within 1e-12.
  private static let input: [PublishedCell] = [
    PublishedCell(
      "1.46", in: .cs231n, "dropout_forward · the first of x",
      .kept(file: "dropout", "dropout_forward", "x_head")
    ) { ForwardCell.run.x.head(10) },
    PublishedCell(
      "1.46", in: .cs231n, "dropout_forward · mean of input", .value(Tensor(10.000207878477502))
    ) { Tensor(ForwardCell.run.x.mean()) },
  ]

  private static let forward: [PublishedCell] =
    forward(
      keepProbability: 0.25, meanInTraining: 10.014059116977283, zerosInTraining: 0.749784)
    // The document prints 0.600796 a second time, for test mode, where nothing is dropped.
    + forward(
      keepProbability: 0.4, meanInTraining: 9.977917658761159, zerosInTraining: 0.600796,
      .misprint(0.600796))
    + forward(
      keepProbability: 0.7, meanInTraining: 9.987811912159426, zerosInTraining: 0.30074)

  private static func forward(
    keepProbability p: Double, meanInTraining: Double, zerosInTraining: Double,
    _ ofZerosInTest: Claim...
  ) -> [PublishedCell] {
    func cell(
      _ figure: String, _ claims: [Claim],
      recomputed: @escaping @Sendable (ForwardCell.Outputs) -> Tensor
    ) -> PublishedCell {
      PublishedCell(
        ["1.46"], in: .cs231n, "dropout_forward · p = \(p) · \(figure)", claims
      ) { recomputed(ForwardCell.run.outputs[p] ?? ForwardCell.none) }
    }
    return [
      cell("the first of out", [.kept(file: "dropout", "dropout_forward_\(p)", "out_head")]) {
        $0.train.head(10)
      },
      cell("mean of train-time output", [.value(Tensor(meanInTraining))]) {
        Tensor($0.train.mean())
      },
      cell("mean of test-time output", [.value(Tensor(10.000207878477502))]) {
        Tensor($0.test.mean())
      },
      cell("fraction of train-time output set to zero", [.value(Tensor(zerosInTraining))]) {
        Tensor(($0.train .== 0).mean())
      },
      cell("fraction of test-time output set to zero", [.value(Tensor(0))] + ofZerosInTest) {
        Tensor(($0.test .== 0).mean())
      },
    ]
  }

  // MARK: - Backward

  private static let backward: [PublishedCell] = [
    PublishedCell(
      "1.47", in: .cs231n, "dropout_backward · what the mask keeps",
      .kept(file: "dropout", "dropout_backward", "mask_nonzero_flat_index")
    ) {
      let mask = BackwardCell().mask
      return Tensor(mask.scalars.indices.filter { mask.scalars[$0] != 0 }.map(Double.init))
    },
    PublishedCell(
      "1.47", in: .cs231n, "dropout_backward · the first of dx",
      .kept(file: "dropout", "dropout_backward", "dx_head")
    ) { BackwardCell().gradient.head(10) },
    PublishedCell(
      "1.47", in: .cs231n, "dropout_backward · sum of dx",
      .kept(file: "dropout", "dropout_backward", "dx_sum")
    ) { Tensor(BackwardCell().gradient.sum()) },
    PublishedCell(
      "1.47", in: .cs231n, "dropout_backward · dx relative error",
      .gradientError(5.44560814873387e-11, .around(exponent: -10))
    ) { BackwardCell().error },
  ]
}

// MARK: - The course's draws

/// The cell of the forward pass: one stream from seed 231 for x and every mask.
private struct ForwardCell: Sendable {
  typealias Outputs = (train: Tensor, test: Tensor)

  static let run = ForwardCell()
  static let none: Outputs = (train: Tensor(.nan), test: Tensor(.nan))

  let x: Tensor
  /// By the probability to keep.
  let outputs: [Double: Outputs]

  private init() {
    var random = RandomState(seed: 231)
    let x = random.randn(500, 500) + 10
    var outputs: [Double: Outputs] = [:]
    for p in [0.25, 0.4, 0.7] {
      func out(_ mode: DropoutMode) -> Tensor {
        InvertedDropoutReference().dropoutForward(
          x: x, keepProbability: p, mode: mode, random: &random
        ).out
      }
      outputs[p] = (train: out(.train), test: out(.test))
    }
    (self.x, self.outputs) = (x, outputs)
  }
}

/// The cell of the backward pass: x and gradOut from seed 231, and every mask from seed 123.
private struct BackwardCell {
  private let x: Tensor
  private let gradOut: Tensor
  private let reference = InvertedDropoutReference()
  private let keepProbability = 0.2

  init() {
    var random = RandomState(seed: 231)
    (x, gradOut) = (random.randn(10, 10) + 10, random.randn(10, 10))
  }

  var mask: Tensor { forward(x).mask }

  var gradient: Tensor {
    reference.dropoutBackward(
      gradOut: gradOut, mask: mask, keepProbability: keepProbability, mode: .train)
  }

  var error: Tensor {
    let numerical = CourseGradientCheck.numericalGradient(
      of: { forward($0).out }, at: x, gradOut: gradOut)
    return Tensor(CourseGradientCheck.relativeError(gradient, numerical))
  }

  private func forward(_ x: Tensor) -> (out: Tensor, mask: Tensor) {
    var random = RandomState(seed: 123)
    return reference.dropoutForward(
      x: x, keepProbability: keepProbability, mode: .train, random: &random)
  }
}
