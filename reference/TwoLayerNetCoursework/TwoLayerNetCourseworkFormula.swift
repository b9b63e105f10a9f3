import Coursework
import Grading

/// The right answers of `two-layer-net`, for any numbers.
///
/// Chance decides over initial weights and training, and no number follows smoothly from scores
/// when a class is chosen: these are no formulas.
struct TwoLayerNetCourseworkFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    func net() throws -> TwoLayerNet<A> {
      TwoLayerNet(
        x: try given("x"), w1: try given("w1"), b1: try given("b1"), w2: try given("w2"),
        b2: try given("b2"))
    }
    switch question {
    case "softmaxNetScores":
      return ["scores": try net().scores]
    case "mseNetScores":
      return ["scores": try net().turned.scores]
    case "softmaxNetLoss":
      return try net().lossAndGradients(
        labels: given("labels"), regularization: given("regularization"),
        SoftmaxLoss.lossAndGradient
      ).outputs
    case "mseNetLoss":
      return try net().turned.lossAndGradients(
        labels: given("labels"), regularization: given("regularization"),
        SquaredError.lossAndGradient
      ).turned.outputs
    default:
      return nil
    }
  }
}
