import Coursework
import Grading

/// The right answers of `face-net`, for any numbers, where neither chance nor a choice decides.
struct FaceNetCourseworkFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    func net() throws -> FaceNet<A> {
      try FaceNet(
        w1: given("w1"), b1: given("b1"), w2: given("w2"), b2: given("b2"), w3: given("w3"),
        b3: given("b3"))
    }
    switch question {
    case "forward":
      let out = try net().forward(given("x"))
      return ["z1": out.z1, "h1": out.h1, "z2": out.z2, "h2": out.h2, "y": out.y]
    case "backward":
      let out = try net().backward(given("x"), err: given("err"))
      return [
        "gradW1": out.w1, "gradB1": out.b1, "gradW2": out.w2, "gradB2": out.b2, "gradW3": out.w3,
        "gradB3": out.b3,
      ]
    case "softmax":
      return ["p": CrossEntropy.logs(try given("y")).exp()]
    case "evaluate":
      // Batches change nothing; a question without their size is none all the same.
      _ = try given("batchSize")
      let out = try net().evaluate(given("x"), targets: given("targets"))
      return ["loss": out.loss, "accuracy": out.accuracy]
    default:
      return nil
    }
  }
}
