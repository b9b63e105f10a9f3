import Coursework
import Grading

extension PublicCheck {
  /// What students of `new-assignment` check at home: the handout's worked example.
  package static let newAssignment = [
    example(
      Question(
        "scaleAndShift", ["x": .tensor([[1, -2]]), "factor": .number(3), "shift": .number(0.5)]),
      gives: ["y": .tensor([[3.5, -5.5]])])
  ]
}
