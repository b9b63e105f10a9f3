import Coursework
import Grading

/// The right answers of `optimizers`, for any numbers.
struct OptimizersFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "sgdUpdate":
      let w = try GradientDescent.step(
        w: given("w"), gradient: given("gradW"), learningRate: given("learningRate"))
      return ["w": w]
    case "rmsPropUpdate":
      let new = try RMSProp.step(
        w: given("w"), gradient: given("gradW"), cache: given("cache"),
        learningRate: given("learningRate"), decayRate: given("decayRate"),
        epsilon: given("epsilon"))
      return ["w": new.w, "cache": new.cache]
    case "adamUpdate":
      let new = try Adam.step(
        w: given("w"), gradient: given("gradW"), m: given("m"), v: given("v"), t: given("t"),
        learningRate: given("learningRate"), beta1: given("beta1"), beta2: given("beta2"),
        epsilon: given("epsilon"))
      return ["w": new.w, "m": new.m, "v": new.v, "t": new.t]
    default:
      return nil
    }
  }
}
