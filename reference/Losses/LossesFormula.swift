import Coursework
import Grading

/// The right answers of `losses`, for any numbers.
struct LossesFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "softmaxLoss":
      let out = try SoftmaxLoss.lossAndGradient(scores: given("scores"), labels: given("labels"))
      return ["loss": out.loss, "gradScores": out.gradScores]
    case "svmLoss":
      let out = try HingeLoss.lossAndGradient(scores: given("scores"), labels: given("labels"))
      return ["loss": out.loss, "gradScores": out.gradScores]
    case "mseLoss":
      let out = try LossesReference.mseLoss(
        scores: given("scores"), labels: given("labels"), w: given("w"),
        regularization: given("regularization"))
      return ["loss": out.loss, "gradScores": out.gradScores, "gradW": out.gradW]
    default:
      return nil
    }
  }
}
