import Coursework
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of losses")
struct LossesReferenceTests {
  private let reference = LossesReference()
  private let scores: Tensor = [[1, 0, 2], [0, 3, 0]]

  // MARK: - Softmax

  @Test("Equal scores of C classes have the loss log C", arguments: 1...5)
  func chance(classes: Int) {
    let scores = Tensor.full(shape: [3, classes], value: 0.375)
    let out = reference.softmaxLoss(scores: scores, labels: [0, classes - 1, 0])
    expect(Tensor(out.loss), Tensor(Double(classes)).log())
  }

  @Test("A constant added to a row changes nothing, however large", arguments: [1, -2000, 1e5])
  func shifted(offset: Double) {
    var random = RandomState(seed: 3)
    // Eighths, to which whole numbers are added without rounding.
    let scores = random.randn(4, 5).map { ($0 * 8).rounded() / 8 }
    let labels = [0, 3, 3, 4]
    let plain = reference.softmaxLoss(scores: scores, labels: labels)
    let offsets = Tensor([offset, 0, -offset, 2 * offset]).reshaped(4, 1)
    let moved = reference.softmaxLoss(scores: scores + offsets, labels: labels)
    expect(Tensor(moved.loss), Tensor(plain.loss))
    expect(moved.gradScores, plain.gradScores)
  }

  @Test("Each row of the softmax gradient sums to 0, and its magnitudes to 2·(1 − p_iy)/N")
  func softmaxRows() {
    let out = reference.softmaxLoss(scores: scores, labels: [0, 1])
    #expect(out.gradScores.sum(axis: 1).abs().max() < 1e-16)
    let p: Tensor = [0.24472847105479764, 0.9094429985127419]
    expect(out.gradScores.abs().sum(axis: 1), 1 - p)
  }

  @Test("A sample that is surely wrong costs its distance, and the loss stays finite")
  func surelyWrong() {
    let out = reference.softmaxLoss(scores: [[0, 1000, 0]], labels: [0])
    #expect(out.loss == 1000)
    #expect(out.gradScores == [[-1, 1, 0]])
  }

  // MARK: - SVM

  @Test("Scores that are all equal lose C − 1 margins of 1 each", arguments: 1...5)
  func equalScores(classes: Int) {
    let out = reference.svmLoss(scores: .ones(2, classes), labels: [0, classes - 1])
    #expect(out.loss == Double(classes - 1))
  }

  @Test("Each row of the SVM's gradient sums to 0, and N times it are whole numbers")
  func svmRows() {
    var random = RandomState(seed: 4)
    let out = reference.svmLoss(scores: random.randn(8, 5), labels: [0, 1, 2, 3, 4, 0, 1, 1])
    #expect(out.gradScores.sum(axis: 1) == .zeros(8))
    #expect((8 * out.gradScores).map { $0 - $0.rounded() } == .zeros(8, 5))
  }

  @Test("A class that is beaten by 1 or more costs nothing")
  func beaten() {
    let out = reference.svmLoss(scores: [[2, 1, -7]], labels: [0])
    #expect(out.loss == 0 && out.gradScores == .zeros(1, 3))
  }

  // MARK: - Squared error

  @Test("Scores that hit their targets leave the penalty alone")
  func hit() {
    let out = reference.mseLoss(
      scores: [[0, 1], [1, 0]], labels: [1, 0], w: [[2, 1]], regularization: 0.5)
    #expect(out.loss == 1.25 && out.gradScores == .zeros(2, 2) && out.gradW == [[1, 0.5]])
  }

  @Test("The gradients say how the losses of moved scores and weights change")
  func slopes() throws {
    var random = RandomState(seed: 9)
    let (scores, w) = (random.randn(3, 4), random.randn(2, 4))
    let labels = [3, 0, 3]
    let out = reference.mseLoss(scores: scores, labels: labels, w: w, regularization: 0.375)
    let byScores = CourseGradientCheck.numericalGradient(
      of: { reference.mseLoss(scores: $0, labels: labels, w: w, regularization: 0.375).loss },
      at: scores)
    let byW = CourseGradientCheck.numericalGradient(
      of: { reference.mseLoss(scores: scores, labels: labels, w: $0, regularization: 0.375).loss },
      at: w)
    #expect(Comparison.separation(out.gradScores, byScores) < 1e-8)
    #expect(Comparison.separation(out.gradW, byW) < 1e-8)
  }

  // MARK: - Examples and questions

  @Test("The handout's worked example is right")
  func handout() {
    let softmax = reference.softmaxLoss(scores: scores, labels: [0, 1])
    let printed: Tensor = [[-0.3776, 0.045, 0.3326], [0.0226, -0.0453, 0.0226]]
    #expect(abs(softmax.loss - 0.7513) < 5e-5)
    #expect((softmax.gradScores - printed).abs().max() < 5.1e-5)
    let svm = reference.svmLoss(scores: scores, labels: [0, 1])
    #expect(svm.loss == 1)
    #expect(svm.gradScores == [[-0.5, 0, 0.5], [0, 0, 0]])
    let mse = reference.mseLoss(scores: scores, labels: [0, 1], w: [[2, -1]], regularization: 0.5)
    #expect(mse.loss == 3.25)
    #expect(mse.gradScores == [[0, 0, 1], [0, 1, 0]])
    #expect(mse.gradW == [[1, -0.5]])
  }

  @Test("No margin comes near its kink", arguments: CatalogueTests.seeds)
  func margins(_ seed: Seed) throws {
    let asked = Assignment.losses.checks.flatMap { $0.questions(seed) }
    let points = Assignment.losses.derivatives.flatMap(\.points).map(\.question)
    for question in asked + points where question.name == "svmLoss" {
      let (scores, labels) = (try question.tensor("scores"), try question.tensor("labels"))
      for (i, y) in labels.scalars.enumerated() {
        for j in 0..<scores.shape[1] where j != Int(y) {
          #expect(abs(scores[i, j] - scores[i, Int(y)] + 1) >= 0.0625)
        }
      }
    }
  }

  /// Agreement to 1e-11: the orders of summation differ, nothing else may.
  private func expect(
    _ value: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(
      of: value, with: expected, tolerance: Tolerance(limit: 1e-11))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }
}
