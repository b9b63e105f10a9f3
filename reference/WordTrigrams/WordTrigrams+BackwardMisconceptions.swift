import Coursework
import Grading

extension WordTrigramsReference {
  /// Another convention and mistakes in `backward`; δ is the gradient by a layer's sums.
  static let backwardMisconceptions = backwardForms + outputs + slopes + sums

  private static let backward = WrongVariants(question: "backward", reference: answer) {
    try WordPass($0)
  }

  private static func way(
    _ change: (inout WordWayBack) -> Void
  ) -> @Sendable (WordPass) throws -> [String: Tensor] {
    var way = WordWayBack()
    change(&way)
    return { [way] in try way.gradients($0) }
  }

  private static let outputLine = "the line that computes δ₃"
  private static let hiddenLine = "the line that computes δ₂"
  private static let embeddingLine = "the line that computes δ₁"
  private static let biasLine = "the lines that compute gradB"
  private static let weightLine = "the lines that compute gradW"

  // MARK: - Conventions

  /// Both are worth all points.
  static let backwardCredit: [String: Ratio] = ["WB20": 1, "WB21": 1]

  private static let backwardForms: [Misconception] = [
    backward.form(
      "WB20", "you start from (p − y)/N, the derivative of the mean",
      why: "here gradients are sums; the factor changes nothing but the learning rate",
      where: outputLine,
      changes: way { $0.outputDelta = { (WordNet.softmax($0) - $1) / Double($1.shape[0]) } }),
    backward.form(
      "WB21", "your gradB are rows of shape (1, outputs)",
      why: "NumPy's keepdims leaves them so; the biases of this contract have the shape (outputs)",
      where: biasLine, changes: way { $0.finishB = { $0.sum(axis: 0, keepingDimension: true) } }),
  ]

  // MARK: - Softmax and cross-entropy

  private static let outputs: [Misconception] = [
    backward.mistake(
      "WB1", "your δ₃ is that of the course: BCE'(σ(s)) of a sigmoid times p·(1 − p) of a softmax",
      why: "these belong to two different outputs, so it is no gradient; here δ₃ = p − y",
      where: outputLine,
      changes: way {
        $0.outputDelta = { s, y in
          let (a, p) = (Sigmoid.forward(s), WordNet.softmax(s))
          return ((1 - y) / (1 - a) - y / a) * p * (1 - p)
        }
      }),
    backward.mistake(
      "WB2", "your δ₃ is that of the binary cross-entropy of every word, through the softmax",
      why: "only the right word counts in the loss: −1/N · Σ y · log p, with δ₃ = p − y",
      where: outputLine,
      changes: way {
        $0.outputDelta = { s, y in
          let p = WordNet.softmax(s)
          let byP = (1 - y) / (1 - p) - y / p
          return p * (byP - (byP * p).sum(axis: 1, keepingDimension: true))
        }
      }),
    backward.mistake(
      "WB3", "your δ₃ is −y/p times p·(1 − p): it leaves out all words but the right one",
      why: "each sum s moves all of p, for the denominator has them all: δ₃ = p − y",
      where: outputLine,
      changes: way { $0.outputDelta = { s, y in y * (WordNet.softmax(s) - 1) } }),
    backward.mistake(
      "WB4", "the derivative of the softmax is applied once too often: δ₃ = (p − y)·p·(1 − p)",
      why: "p − y is the derivative by the sums already, softmax and all", where: outputLine,
      changes: way {
        $0.outputDelta = { s, y in
          let p = WordNet.softmax(s)
          return (p - y) * p * (1 - p)
        }
      }),
    backward.mistake(
      "WB5", "all your gradients have the opposite sign: they start from y − p",
      why: "a gradient points uphill: start from p − y, and let the update subtract it",
      where: outputLine, changes: way { $0.outputDelta = { $1 - WordNet.softmax($0) } }),
    backward.mistake(
      "WB6", "your δ₃ is p; the right words are missing",
      why: "the right word's sum must rise: δ₃ = p − y", where: outputLine,
      changes: way { $0.outputDelta = { s, _ in WordNet.softmax(s) } }),
    backward.mistake(
      "WB7", "your δ₃ is −y/p, the derivative by p, not by the sums",
      why: "go on through the softmax: together they are p − y", where: outputLine,
      changes: way { $0.outputDelta = { s, y in -y / WordNet.softmax(s) } }),
    backward.mistake(
      "WB8", "your δ₃ is σ(s) − y, with a sigmoid where the softmax belongs",
      why: "p is the softmax of the sums", where: outputLine,
      changes: way { $0.outputDelta = { Sigmoid.forward($0) - $1 } }),
  ]

  // MARK: - Hidden layer and embedding

  private static let slopes: [Misconception] = [
    backward.mistake(
      "WB9", "the derivative of the sigmoid is missing in your hidden layer",
      why: "by the chain rule δ₂ = (δ₃·W₃ᵀ) ⊙ h ⊙ (1 − h)", where: hiddenLine,
      changes: way { $0.hiddenSlope = .leftOut }),
    backward.mistake(
      "WB10", "your derivative of the sigmoid takes the sum z, not h: z·(1 − z)",
      why: "the derivative of h = σ(z) is h·(1 − h)", where: hiddenLine,
      changes: way { $0.hiddenSlope = .ofSum }),
    backward.mistake(
      "WB11", "your derivative of the sigmoid is taken at h: σ(h)·(1 − σ(h))",
      why: "the sigmoid is applied already: the derivative is h·(1 − h)", where: hiddenLine,
      changes: way { $0.hiddenSlope = .atActivation }),
    backward.mistake(
      "WB12", "your derivative of the sigmoid is 1 − h², that of tanh",
      why: "the derivative of h = σ(z) is h·(1 − h)", where: hiddenLine,
      changes: way { $0.hiddenSlope = .ofTanh }),
    backward.mistake(
      "WB13", "your embedding has the derivative of a sigmoid, but it is linear",
      why: "the slope of e is 1: δ₁ = δ₂·W₂ᵀ as it is", where: embeddingLine,
      changes: way { $0.embeddingSlope = .ofSigmoidAtSum }),
    backward.mistake(
      "WB14", "your gradW3 takes the sums of the hidden layer, not h",
      why: "what goes into the last layer is h = σ(z): gradW3 = hᵀ·δ₃",
      where: "the line that computes gradW3", changes: way { $0.takesSums = true }),
  ]

  // MARK: - Sums

  private static let sums: [Misconception] = [
    backward.mistake(
      "WB15", "your gradB are means over the samples, your gradW sums",
      why: "every sample adds its full part to gradB too: sum over axis 0", where: biasLine,
      changes: way { $0.finishB = { $0.mean(axis: 0) } }),
    backward.mistake(
      "WB16", "your gradW are transposed",
      why: "gradW has the shape of W, (inputs, outputs): what goes in, transposed, times δ",
      where: weightLine, changes: way { $0.finishW = { $0.transposed() } }),
    backward.mistake(
      "WB17", "your gradB come from the last sample alone",
      why: "every sample adds its part: in a loop over samples that is +=, not =", where: biasLine,
      changes: way { $0.finishB = { $0.row($0.shape[0] - 1) } }),
  ]
}

extension ActivationSlope {
  /// `σ(z)·(1 − σ(z))`: the sigmoid's, from the sum alone.
  fileprivate static let ofSigmoidAtSum = ActivationSlope { z, _ in
    Sigmoid.slope(Sigmoid.forward(z))
  }
}
