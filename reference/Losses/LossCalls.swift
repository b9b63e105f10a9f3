import Coursework

/// What a loss of scores is computed from, with the right answer.
struct ScoresCall: Sendable {
  let scores: Tensor
  let labels: [Int]
  /// A 1 in the column of each label.
  let targets: Tensor
  /// The right answer.
  let loss: Double
  let gradScores: Tensor

  init(_ question: Question) throws {
    scores = try question.tensor("scores")
    let numbers = try question.tensor("labels")
    labels = numbers.scalars.map { Int($0.rounded()) }
    targets = OneHot.rows(numbers, classes: scores.shape[1])
    let right = try LossesReference().answer(question)
    loss = right["loss"]?.tensor?.scalar ?? .nan
    gradScores = right["gradScores"]?.tensor ?? scores
  }

  var samples: Double { Double(scores.shape[0]) }
  var classes: Double { Double(scores.shape[1]) }

  /// The score of each sample's right class, (N, 1).
  var rightScores: Tensor { (scores * targets).sum(axis: 1, keepingDimension: true) }

  // MARK: - Softmax

  /// The right logarithms of the probabilities.
  var logs: Tensor { Self.logs(scores, axis: 1) }
  /// The right probabilities.
  var p: Tensor { logs.exp() }

  /// log softmax along an axis.
  static func logs(_ scores: Tensor, axis: Int) -> Tensor {
    let shifted = scores - scores.max(axis: axis, keepingDimension: true)
    return shifted - shifted.exp().sum(axis: axis, keepingDimension: true).log()
  }

  /// The loss and the gradient that follow rightly from other logarithms of probabilities.
  func following(_ logs: Tensor) -> [String: Tensor] {
    [
      "loss": Tensor(-(targets * logs).sum() / samples),
      "gradScores": (logs.exp() - targets) / samples,
    ]
  }

  /// The right results but for those that are no numbers when p is a quotient of these powers.
  func withoutNumbers(whereLackedBy powers: Tensor) -> [String: Tensor] {
    // 0 of every number, and NaN of all that is none.
    let lacks = 0 * (powers / powers.sum(axis: 1, keepingDimension: true))
    return ["loss": Tensor(loss + lacks.sum()), "gradScores": gradScores + lacks]
  }

  /// The right results but for the rows whose exponentials overflow or are all 0, when log p is
  /// the score less the logarithm of their sum.
  var withInfiniteLogarithms: [String: Tensor] {
    let logs = scores - scores.exp().sum(axis: 1, keepingDimension: true).log()
    guard logs.scalars.contains(where: { !$0.isFinite }) else { return [:] }
    let spoilt = (logs.exp() - targets) / samples
    let gradient = logs.scalars.indices.map { index in
      logs.scalars[index].isFinite ? gradScores.scalars[index] : spoilt.scalars[index]
    }
    return ["loss": Tensor(.nan), "gradScores": Tensor(shape: scores.shape, scalars: gradient)]
  }

  // MARK: - SVM

  /// s_ij − s_iy + margin.
  func margins(_ margin: Double = 1) -> Tensor { scores - rightScores + margin }
  /// 1 for every class that is not the right one.
  var others: Tensor { 1 - targets }
  /// The right m_ij.
  var hinges: Tensor { margins().maximum(0) * others }
  /// 1 where the right m_ij is above 0.
  var violated: Tensor { (margins() .> 0) * others }

  /// The right column's entries as minus the sum of the others, and all divided by N.
  func balanced(_ slopes: Tensor) -> Tensor {
    (slopes - targets * slopes.sum(axis: 1, keepingDimension: true)) / samples
  }
}

/// What the squared error with L2 is computed from, with the right answer.
struct SquaredErrorCall: Sendable {
  let scores, targets, w: Tensor
  let labels: Tensor
  let regularization: Double

  init(_ question: Question) throws {
    scores = try question.tensor("scores")
    labels = try question.tensor("labels")
    targets = OneHot.rows(labels, classes: scores.shape[1])
    w = try question.tensor("w")
    regularization = try question.number("regularization")
  }

  var samples: Double { Double(scores.shape[0]) }
  var classes: Double { Double(scores.shape[1]) }

  /// s − Y.
  var residuals: Tensor { scores - targets }
  /// The right parts of the loss.
  var error: Double { residuals.squared().sum() / (2 * samples) }
  var penalty: Double { regularization / 2 * w.squared().sum() }
  /// The right gradients.
  var gradScores: Tensor { residuals / samples }
  var gradW: Tensor { regularization * w }

  /// The loss from parts of which some may be wrong.
  func loss(error: Double? = nil, penalty: Double? = nil) -> Tensor {
    Tensor((error ?? self.error) + (penalty ?? self.penalty))
  }
}
