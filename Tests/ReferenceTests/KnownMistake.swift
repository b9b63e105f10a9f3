import Grading
import Reference
import Testing

/// One misconception of the catalogue, by the names of its assignment and of itself.
struct KnownMistake: Sendable, CustomTestStringConvertible {
  let assignment: String
  let id: String

  var testDescription: String { "\(assignment) \(id)" }

  func found() throws -> (Assignment, Misconception) {
    let assignment = try #require(Catalogue.assignment(assignment))
    return (assignment, try #require(assignment.misconceptions.first { $0.id == id }))
  }

  static let all = Catalogue.all.flatMap { assignment in
    assignment.misconceptions.map { KnownMistake(assignment: assignment.id, id: $0.id) }
  }
}
