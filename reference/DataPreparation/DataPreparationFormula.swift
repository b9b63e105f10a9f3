import Coursework
import Grading

/// The right answers of `data-preparation`, for any numbers; splits are made by chance.
struct DataPreparationFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "flattened":
      return ["rows": DataPreparationReference.flattened(try given("images"))]
    case "minMaxScaled":
      let sets = try DataPreparationReference.minMaxScaled(
        train: given("train"), test: given("test"))
      return ["train": sets.train, "test": sets.test]
    case "standardized":
      let sets = try DataPreparationReference.standardized(
        train: given("train"), test: given("test"))
      return ["train": sets.train, "test": sets.test]
    case "meanSubtracted":
      let sets = try DataPreparationReference.meanSubtracted(
        train: given("train"), test: given("test"))
      return ["train": sets.train, "test": sets.test]
    case "oneHot":
      let (labels, classes) = (try given("labels"), try given("classes"))
      let count = Int(classes.value.scalar.rounded())
      return ["rows": A(constant: OneHot.rows(labels.value, classes: count))]
    default:
      return nil
    }
  }
}
