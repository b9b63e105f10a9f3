import Assignments
import Coursework
import Grading

/// The reference solution of `new-assignment`.
package struct NewAssignmentReference: NewAssignment {
  /// A solution; it keeps no state.
  package init() {}

  /// `factor·x + shift`, for any numbers.
  static func scaleAndShift<A: TensorAlgebra>(x: A, factor: A, shift: A) -> A {
    x * factor + shift
  }

  /// `factor·x + shift`.
  package func scaleAndShift(x: Tensor, factor: Double, shift: Double) -> Tensor {
    Self.scaleAndShift(x: x, factor: Tensor(factor), shift: Tensor(shift))
  }
}

/// The right answers of `new-assignment`, for any numbers.
struct NewAssignmentFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "scaleAndShift":
      let y = try NewAssignmentReference.scaleAndShift(
        x: given("x"), factor: given("factor"), shift: given("shift"))
      return ["y": y]
    default:
      return nil
    }
  }
}
