import Coursework
import Grading

/// The right answers of `backprop-2-3-1`, code and sheet, for any numbers.
struct BackpropTwoThreeOneFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    func forward(_ x: A) throws -> (z1: A, h: A, z2: A, y: A) {
      try BackpropTwoThreeOneReference.forward(
        x: x, w1: given("w1"), b1: given("b1"), w2: given("w2"), b2: given("b2"))
    }
    func backward(
      _ x: A, _ target: A
    ) throws -> (loss: A, gradW1: A, gradB1: A, gradW2: A, gradB2: A) {
      try BackpropTwoThreeOneReference.backward(
        x: x, target: target, w1: given("w1"), b1: given("b1"), w2: given("w2"), b2: given("b2"))
    }
    switch question {
    case "forwardPropagation":
      let out = try forward(given("x"))
      return ["z1": out.z1, "h": out.h, "z2": out.z2, "y": out.y]
    case "backPropagation":
      let out = try backward(given("x"), given("target"))
      return [
        "loss": out.loss, "gradW1": out.gradW1, "gradB1": out.gradB1, "gradW2": out.gradW2,
        "gradB2": out.gradB2,
      ]
    case Check.worksheetQuestion:
      // The sheet asks for a batch of one sample, whose own axis is left out.
      let (x, target) = (try given("x").reshaped(to: [1, 2]), try given("target"))
      let (out, back) = (try forward(x), try backward(x, target.reshaped(to: [1])))
      return [
        "z1": out.z1.reshaped(to: [3]), "h": out.h.reshaped(to: [3]),
        "z2": out.z2.reshaped(to: []), "y": out.y.reshaped(to: []), "loss": back.loss,
        "dW2": back.gradW2, "db2": back.gradB2, "dW1": back.gradW1, "db1": back.gradB1,
      ]
    default:
      return nil
    }
  }
}
