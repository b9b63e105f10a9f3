import Classroom
import Grading
import Reference
import Worksheets

extension GradeOptions {
  /// The course that is graded as a whole: one is named, and no assignment.
  var wholeCourse: Course? { assignment == nil ? course : nil }
}

extension Course {
  /// All that it teaches as one assignment.
  func whole(inPython: Bool, by chosen: [Convention] = []) -> Assignment {
    whole(
      of: Catalogue.all, joinedBy: Catalogue.compositions, inPython: inPython, by: chosen)
  }

  /// The assignments that it teaches, each of which is handed in as a folder of its name in Swift.
  var members: [CourseMember] {
    members(of: Catalogue.all, inPython: false).map {
      CourseMember($0, worksheet: Catalogue.worksheet(of: $0.id))
    }
  }

  /// What its answer sheets ask; no course has hand-computed answers of two kinds.
  var worksheet: Worksheet? { members.lazy.compactMap(\.worksheet).first }
}
