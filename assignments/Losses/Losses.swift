import Coursework

/// Three losses of a classifier, each with its gradient: the contract of the assignment `losses`.
///
/// Scores have a row for each of N samples and a column for each of C classes. A label is the number
/// of the right class, from 0 to C − 1. Every loss is a mean over the samples, and its gradient has
/// the 1/N in it: the layers before it never divide again.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol Losses: Contract {
  /// Softmax and cross-entropy in one.
  ///
  /// ```
  /// p_ij = exp(s_ij) / Σₖ exp(s_ik)
  /// loss = −1/N · Σᵢ log p_iy        gradScores = (p − Y) / N
  /// ```
  ///
  /// y is the label of sample i, and Y has a 1 in column y of row i and zeros elsewhere. It must
  /// hold for scores such as 1000 too.
  ///
  /// - Parameters:
  ///   - scores: s, (N, C).
  ///   - labels: The right classes, N whole numbers.
  /// - Returns: The loss, and its gradient by the scores, (N, C).
  /// - Throws: `NotImplemented` until it is written.
  func softmaxLoss(
    scores: Tensor, labels: [Int]
  ) throws -> (loss: Double, gradScores: Tensor)

  /// The multiclass support vector machine's loss, with a margin of 1.
  ///
  /// ```
  /// m_ij = max(0, s_ij − s_iy + 1) for j ≠ y        loss = 1/N · Σᵢ Σⱼ m_ij
  /// ```
  ///
  /// The gradient is, for j ≠ y, 1/N where m_ij > 0 and 0 elsewhere; for j = y, minus the sum of the
  /// others in its row.
  ///
  /// - Parameters:
  ///   - scores: s, (N, C).
  ///   - labels: The right classes, N whole numbers.
  /// - Returns: The loss, and its gradient by the scores, (N, C).
  /// - Throws: `NotImplemented` until it is written.
  func svmLoss(scores: Tensor, labels: [Int]) throws -> (loss: Double, gradScores: Tensor)

  /// The mean squared error against one-hot targets, with an L2 penalty on weights.
  ///
  /// ```
  /// loss = 1/(2N) · Σᵢ Σⱼ (s_ij − Y_ij)² + λ/2 · Σ w²
  /// gradScores = (s − Y) / N        gradW = λ·w
  /// ```
  ///
  /// Y has a 1 in the column of each sample's label and zeros elsewhere. gradW is what the penalty
  /// adds to the gradient of w: what comes through the scores belongs to the layer before.
  ///
  /// - Parameters:
  ///   - scores: s, (N, C).
  ///   - labels: The right classes, N whole numbers.
  ///   - w: The weights that are kept small, (D, M).
  ///   - regularization: λ, at least 0.
  /// - Returns: The loss, its gradient by the scores, (N, C), and by w, (D, M).
  /// - Throws: `NotImplemented` until it is written.
  func mseLoss(
    scores: Tensor, labels: [Int], w: Tensor, regularization: Double
  ) throws -> (loss: Double, gradScores: Tensor, gradW: Tensor)
}

extension Losses {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "softmaxLoss":
      let out = try softmaxLoss(
        scores: question.tensor("scores"), labels: question.wholeNumbers("labels"))
      return ["loss": .number(out.loss), "gradScores": .tensor(out.gradScores)]
    case "svmLoss":
      let out = try svmLoss(
        scores: question.tensor("scores"), labels: question.wholeNumbers("labels"))
      return ["loss": .number(out.loss), "gradScores": .tensor(out.gradScores)]
    case "mseLoss":
      let out = try mseLoss(
        scores: question.tensor("scores"), labels: question.wholeNumbers("labels"),
        w: question.tensor("w"),
        regularization: question.number("regularization"))
      return [
        "loss": .number(out.loss), "gradScores": .tensor(out.gradScores),
        "gradW": .tensor(out.gradW),
      ]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
