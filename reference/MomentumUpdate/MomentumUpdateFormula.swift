import Coursework
import Grading

/// The right answers of `momentum-update`, for any numbers.
struct MomentumUpdateFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "movingAverageUpdate":
      let new = try MomentumUpdateReference.movingAverageUpdate(
        w: given("w"), b: given("b"), v: given("v"), gradW: given("gradW"), gradB: given("gradB"),
        learningRate: given("learningRate"), momentum: given("momentum"))
      return ["w": new.w, "b": new.b, "v": new.v]
    case "classicUpdate":
      let new = try Momentum.classic(
        w: given("w"), v: given("v"), gradient: given("gradW"),
        learningRate: given("learningRate"), momentum: given("momentum"))
      return ["w": new.w, "v": new.v]
    default:
      return nil
    }
  }
}
