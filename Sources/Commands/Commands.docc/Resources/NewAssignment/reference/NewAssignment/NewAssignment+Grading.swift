import Assignments
import Coursework
import Grading

extension Assignment {
  /// New assignment: 4 points.
  package static let newAssignment = Assignment(
    id: "new-assignment", title: "New assignment", contract: "NewAssignment",
    reference: { try NewAssignmentReference().answer($0) }, formula: NewAssignmentFormula(),
    parts: [.scaleAndShift], misconceptions: NewAssignmentReference.misconceptions,
    alternatives: NewAssignmentReference.alternatives, publicChecks: PublicCheck.newAssignment)
}

extension Part {
  fileprivate static let scaleAndShift = Part(
    id: "scale-and-shift", title: "Scale and shift", outputs: [Output("y", points: 4)],
    checks: [
      // Sizes N and D, and eighths for the factor and the shift: none is 0 or 1, or alike.
      .agrees(
        "scale-and-shift/values", judging: ["y"],
        sizes: [[5, 3, 20, 5], [4, 6, 12, -7], [4, 4, -18, 3], [3, 5, 6, -11]]
      ) { draw, n in
        Question(
          "scaleAndShift",
          [
            "x": .tensor(draw.eighths(n[0], n[1])), "factor": .number(Double(n[2]) / 8),
            "shift": .number(Double(n[3]) / 8),
          ])
      }
    ])
}
