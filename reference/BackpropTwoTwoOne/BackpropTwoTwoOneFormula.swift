import Coursework
import Grading

/// The right answers of `backprop-2-2-1`, code and sheet, for any numbers.
struct BackpropTwoTwoOneFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    func forward() throws -> (z1: A, x1: A, z2: A, x2: A) {
      try BackpropTwoTwoOneReference.forward(
        x0: given("x0"), w1: given("w1"), b1: given("b1"), w2: given("w2"), b2: given("b2"))
    }
    func backward() throws -> (gradW1: A, gradB1: A, gradW2: A, gradB2: A) {
      try BackpropTwoTwoOneReference.backward(
        x0: given("x0"), y: given("y"), w1: given("w1"), b1: given("b1"), w2: given("w2"),
        b2: given("b2"))
    }
    switch question {
    case "forward":
      let out = try forward()
      return ["z1": out.z1, "x1": out.x1, "z2": out.z2, "x2": out.x2]
    case "loss":
      return ["loss": try BackpropTwoTwoOneReference.loss(yHat: given("yHat"), y: given("y"))]
    case "backward":
      let out = try backward()
      return [
        "gradW1": out.gradW1, "gradB1": out.gradB1, "gradW2": out.gradW2, "gradB2": out.gradB2,
      ]
    case Check.worksheetQuestion:
      let (out, back) = (try forward(), try backward())
      return [
        "z1": out.z1, "x1": out.x1, "z2": out.z2, "x2": out.x2,
        "loss": BackpropTwoTwoOneReference.loss(yHat: out.x2, y: try given("y")),
        "dW2": back.gradW2, "db2": back.gradB2, "dW1": back.gradW1, "db1": back.gradB1,
      ]
    default:
      return nil
    }
  }
}
