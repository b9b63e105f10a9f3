import Coursework
import Grading

extension TanhNetCourseworkReference {
  /// Another convention and mistakes in `backward`; δ is the gradient by a layer's sums.
  static let backwardMisconceptions = backwardForms + errors + slopes + sums

  private static let backward = WrongVariants(question: "backward", reference: answer) {
    try TanhPass($0)
  }

  private static func way(
    _ change: (inout TanhWayBack) -> Void
  ) -> @Sendable (TanhPass) throws -> [String: Tensor] {
    var way = TanhWayBack()
    change(&way)
    return { [way] in try way.gradients($0) }
  }

  private static let errorLine = "the line that computes ŷ − y"
  private static let hiddenLine = "the lines that compute δ of the hidden layers"
  private static let outputLine = "the line that computes δ of the last layer"
  private static let biasLine = "the line that computes gradB"
  private static let weightLine = "the line that computes gradW"

  // MARK: - Conventions

  /// Both are worth all points.
  static let backwardCredit: [String: Ratio] = ["TB20": 1, "TB21": 1]

  private static let backwardForms: [Misconception] = [
    backward.form(
      "TB20", "you start from 2/n · (ŷ − y), the true derivative of the loss",
      why: "the course starts from ŷ − y; the factor changes nothing but the learning rate",
      where: errorLine,
      changes: way { $0.error = { 2 * ($0 - $1) / Double($1.count) } }),
    backward.form(
      "TB21", "your gradB are rows of shape (1, outputs)",
      why: "NumPy's keepdims leaves them so; the biases of this contract have the shape (outputs)",
      where: biasLine, changes: way { $0.finishB = { $0.sum(axis: 0, keepingDimension: true) } }),
  ]

  // MARK: - The error

  private static let errors: [Misconception] = [
    backward.mistake(
      "TB1", "all your gradients have the opposite sign: they start from y − ŷ",
      why: "a gradient points uphill: start from ŷ − y, and let the update subtract it",
      where: errorLine, changes: way { $0.error = { $1 - $0 } }),
    backward.mistake(
      "TB2", "all your gradients are twice the right ones: they start from 2·(ŷ − y)",
      why: "here the derivative of the loss is ŷ − y, without the 2 and without 1/n",
      where: errorLine, changes: way { $0.error = { 2 * ($0 - $1) } }),
    backward.mistake(
      "TB3", "all your gradients are divided by n, how many entries y has",
      why: "here gradients are sums over the samples; the update divides by the batch size",
      where: errorLine, changes: way { $0.error = { ($0 - $1) / Double($1.count) } }),
    backward.mistake(
      "TB4", "your gradients start from (ŷ − y)², the loss itself",
      why: "by the chain rule they start from the derivative of the loss: ŷ − y", where: errorLine,
      changes: way { $0.error = { ($0 - $1).squared() } }),
    backward.mistake(
      "TB5", "your gradients start from ŷ; the targets are missing",
      why: "they start from ŷ − y", where: errorLine,
      changes: way { $0.error = { yHat, _ in yHat } }),
  ]

  // MARK: - Derivatives of tanh

  private static let slopes: [Misconception] = [
    backward.mistake(
      "TB6", "the derivative of tanh is missing in your last layer",
      why: "tanh follows the last layer too: δ = (ŷ − y) ⊙ (1 − ŷ²)", where: outputLine,
      changes: way { $0.outputSlope = .leftOut }),
    backward.mistake(
      "TB7", "the derivative of tanh is missing in your hidden layers",
      why: "by the chain rule every layer has one: δ = (δ·Wᵀ of the next) ⊙ (1 − tanh²(a))",
      where: hiddenLine, changes: way { $0.hiddenSlope = .leftOut }),
    backward.mistake(
      "TB8", "you take the derivative of tanh at z = tanh(a): 1 − tanh²(z)",
      why: "tanh was applied to a: the derivative is 1 − tanh²(a), which is 1 − z²",
      where: hiddenLine,
      changes: way {
        $0.hiddenSlope = .ofTanhAtActivation
        $0.outputSlope = .ofTanhAtActivation
      }),
    backward.mistake(
      "TB9", "your derivative of tanh is 1 − a², of the sum a itself",
      why: "it is 1 − tanh²(a): square what comes out of tanh, not what goes in",
      where: hiddenLine,
      changes: way {
        $0.hiddenSlope = .ofTanhOfSum
        $0.outputSlope = .ofTanhOfSum
      }),
    backward.mistake(
      "TB10", "your derivative of tanh is z·(1 − z), that of the sigmoid",
      why: "the derivative of z = tanh(a) is 1 − z²", where: hiddenLine,
      changes: way {
        $0.hiddenSlope = .ofSigmoid
        $0.outputSlope = .ofSigmoid
      }),
    backward.mistake(
      "TB11", "your derivative of tanh is 1 − z; the square is missing",
      why: "the derivative of z = tanh(a) is 1 − z²", where: hiddenLine,
      changes: way {
        $0.hiddenSlope = .oneDenominator
        $0.outputSlope = .oneDenominator
      }),
    backward.mistake(
      "TB12", "your last layer is without tanh, forwards and backwards",
      why: "tanh follows every layer: ŷ = tanh(a), and δ has 1 − ŷ² in it",
      where: "the last layer",
      changes: way {
        $0.output = TanhPass.identity
        $0.outputSlope = .leftOut
      }),
  ]

  // MARK: - Sums

  private static let sums: [Misconception] = [
    backward.mistake(
      "TB13", "your gradW take the sums a of the layer before, not its z = tanh(a)",
      why: "what goes into a layer is z: gradW = zᵀ·δ", where: weightLine,
      changes: way { $0.takesSums = true }),
    backward.mistake(
      "TB14", "all your gradients are divided by the number of samples",
      why: "here gradients are sums; the update divides by the batch size", where: weightLine,
      changes: way {
        $0.finishW = { $0 / $1 }
        $0.finishB = { $0.mean(axis: 0) }
      }),
    backward.mistake(
      "TB15", "your gradB are means over the samples, your gradW sums",
      why: "every sample adds its full part to gradB too: sum over axis 0", where: biasLine,
      changes: way { $0.finishB = { $0.mean(axis: 0) } }),
    backward.mistake(
      "TB16", "your gradW are transposed: δᵀ·z",
      why: "gradW has the shape of W, (inputs, outputs), and that is zᵀ·δ", where: weightLine,
      changes: way { $0.finishW = { w, _ in w.transposed() } }),
    backward.mistake(
      "TB17", "your gradB come from the last sample alone",
      why: "every sample adds its part: in a loop over samples that is +=, not =", where: biasLine,
      changes: way { $0.finishB = { $0.row($0.shape[0] - 1) } }),
    backward.mistake(
      "TB18", "every entry of your gradB is the sum of all of δ",
      why: "b[j] acts on column j only: sum over axis 0, the samples", where: biasLine,
      changes: way { $0.finishB = { Tensor.full(shape: [$0.shape[1]], value: $0.sum()) } }),
  ]
}
