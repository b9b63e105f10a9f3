import Coursework
import Grading

/// The right answers of `dense-classifier`, for any numbers; when training stops is no formula, nor
/// are counts.
struct DenseClassifierCourseworkFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "forward":
      let pass = try ClassifierNet(given).forward(given("x"))
      return [
        "hidden1": pass.hidden1, "hidden2": pass.hidden2,
        "probabilities": ClassifierNet.softmax(pass.scores),
      ]
    case "dropout":
      let mask = try DenseClassifierCourseworkReference.mask(
        rate: given("rate"), uniforms: given("uniforms"))
      return ["out": try given("h") * mask, "mask": mask]
    case "lossAndGradients":
      return try ClassifierNet(given).lossAndGradients(
        x: given("x"), labels: given("labels"), mask1: given("mask1"), mask2: given("mask2"),
        regularization: given("regularization"))
    case "evaluate":
      let out = try DenseClassifierCourseworkReference.evaluate(
        ClassifierNet(given), x: given("x"), labels: given("labels"),
        regularization: given("regularization"))
      return ["loss": out.loss, "accuracy": out.accuracy]
    case "adamStep":
      let new = try Adam.foldedStep(
        w: given("w"), gradient: given("gradW"), m: given("m"), v: given("v"), t: given("t"),
        learningRate: given("learningRate"), beta1: given("beta1"), beta2: given("beta2"),
        epsilon: given("epsilon"))
      return ["w": new.w, "m": new.m, "v": new.v, "t": new.t]
    default:
      return nil
    }
  }
}
