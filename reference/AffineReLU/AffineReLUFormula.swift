import Coursework
import Grading

/// The right answers of `affine-relu`, for any numbers.
struct AffineReLUFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "affine":
      return ["y": try Affine.forward(x: given("x"), w: given("w"), b: given("b"))]
    case "affineBackward":
      let (gradH, gradW, gradB) = try Affine.backward(
        gradY: given("gradY"), x: given("h"), w: given("w"))
      return ["gradH": gradH, "gradW": gradW, "gradB": gradB]
    case "relu":
      return ["h": try ReLU.forward(given("z"))]
    case "reluBackward":
      return ["gradZ": try ReLU.backward(gradH: given("gradH"), z: given("z"))]
    case "affineReLU":
      let z = try Affine.forward(x: given("x"), w: given("w"), b: given("b"))
      return ["h": ReLU.forward(z)]
    case "affineReLUBackward":
      let (gradX, gradW, gradB) = try AffineReLUReference.affineReLUBackward(
        gradH: given("gradH"), x: given("x"), w: given("w"), b: given("b"))
      return ["gradX": gradX, "gradW": gradW, "gradB": gradB]
    default:
      return nil
    }
  }
}
