import Coursework

/// What the loss of a net is computed from, with every step of the right way.
///
/// Whichever way round the contract has the weights, here w1 is (D, H) and w2 (H, C).
struct NetCall: Sendable {
  /// The two nets of the contract.
  enum Kind: Sendable { case softmax, squaredError }

  let kind: Kind
  let x, w1, b1, w2, b2: Tensor
  /// The labels as an array of numbers, and with a 1 in the column of each.
  let labels, targets: Tensor
  let regularization: Double
  /// The steps: z = x·w1 + b1, h = max(0, z), s = h·w2 + b2, and the gradient by s.
  let z, h, scores, gradScores: Tensor
  /// The loss without the penalty.
  let error: Double

  init(_ question: Question, as kind: Kind) throws {
    self.kind = kind
    let turned = { (w: Tensor) in kind == .softmax ? w : w.transposed() }
    x = try question.tensor("x")
    w1 = turned(try question.tensor("w1"))
    b1 = try question.tensor("b1")
    w2 = turned(try question.tensor("w2"))
    b2 = try question.tensor("b2")
    labels = try question.tensor("labels")
    targets = OneHot.rows(labels, classes: b2.count)
    regularization = try question.number("regularization")
    let net = TwoLayerNet(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    z = net.z
    h = ReLU.forward(z)
    scores = net.scores
    (error, gradScores) = Self.loss(kind, scores: scores, labels: labels)
  }

  var samples: Double { Double(x.shape[0]) }
  var classes: Double { Double(b2.count) }
  /// The gradients by h and z.
  var gradH: Tensor { gradScores.matmul(w2.transposed()) }
  var gradZ: Tensor { gradH * (z .> 0) }
  /// The right penalties of both weights.
  var penalty1: Double { regularization / 2 * w1.squared().sum() }
  var penalty2: Double { regularization / 2 * w2.squared().sum() }
  /// The right probabilities of the softmax net.
  var p: Tensor { gradScores * samples + targets }

  // MARK: - Outputs of which some are wrong

  /// The loss, of parts that may be wrong.
  func loss(
    error: Double? = nil, penalty1: Double? = nil, penalty2: Double? = nil
  ) -> [String: Tensor] {
    let penalties = (penalty1 ?? self.penalty1) + (penalty2 ?? self.penalty2)
    return ["loss": Tensor((error ?? self.error) + penalties)]
  }

  /// The gradients that follow from steps that may be wrong, `decays` times λ·w added to each.
  func gradients(
    gradScores: Tensor? = nil, h: Tensor? = nil, gradZ: Tensor? = nil,
    decays: (Double, Double) = (1, 1)
  ) -> [String: Tensor] {
    let gradScores = gradScores ?? self.gradScores
    let gradZ = gradZ ?? gradScores.matmul(w2.transposed()) * (z .> 0)
    let gradW1 = x.transposed().matmul(gradZ) + decays.0 * regularization * w1
    let gradW2 =
      (h ?? self.h).transposed().matmul(gradScores) + decays.1 * regularization * w2
    return [
      "gradW1": turned(gradW1), "gradB1": gradZ.sum(axis: 0),
      "gradW2": turned(gradW2), "gradB2": gradScores.sum(axis: 0),
    ]
  }

  /// Loss and gradients that follow from another hidden layer, which had this slope.
  func following(hidden h: Tensor, slope: Tensor, scores: Tensor? = nil) -> [String: Tensor] {
    let scores = scores ?? Affine.forward(x: h, w: w2, b: b2)
    let out = Self.loss(kind, scores: scores, labels: labels)
    let gradZ = out.gradScores.matmul(w2.transposed()) * slope
    return loss(error: out.loss)
      .merging(gradients(gradScores: out.gradScores, h: h, gradZ: gradZ)) { $1 }
  }

  /// The loss of scores and its gradient by them.
  func loss(ofScores scores: Tensor) -> (loss: Double, gradScores: Tensor) {
    Self.loss(kind, scores: scores, labels: labels)
  }

  /// Weights, or what has their shape, as the contract has them.
  func turned(_ w: Tensor) -> Tensor { kind == .softmax ? w : w.transposed() }

  private static func loss(
    _ kind: Kind, scores: Tensor, labels: Tensor
  ) -> (loss: Double, gradScores: Tensor) {
    let out =
      switch kind {
      case .softmax: SoftmaxLoss.lossAndGradient(scores: scores, labels: labels)
      case .squaredError: SquaredError.lossAndGradient(scores: scores, labels: labels)
      }
    return (out.loss.scalar, out.gradScores)
  }
}
