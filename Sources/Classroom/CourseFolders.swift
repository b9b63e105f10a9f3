import Grading
import Hosting
import Worksheets

/// One assignment of a course, and what its answer sheets ask.
package struct CourseMember: Sendable {
  package let assignment: Assignment
  /// `nil` where it has no hand-computed part.
  package let worksheet: Worksheet?

  /// An assignment as the course teaches it.
  package init(_ assignment: Assignment, worksheet: Worksheet?) {
    self.assignment = assignment
    self.worksheet = worksheet
  }
}

/// What one student hands in to a course in Swift: a folder for each assignment, called by its name.
package struct CourseFolders {
  /// The folders that bear an assignment's name, in the course's order.
  let found: [(member: CourseMember, folder: FoundSubmission)]
  /// The names of other folders, which might have been meant for one.
  let strangers: [String]

  /// Looks for the folders of these assignments.
  package init(at path: String, of members: [CourseMember]) {
    var walk = FolderWalk()
    let folders = walk.entries(of: path).filter(\.isFolder)
    let named = members.map { member in
      folders.first {
        [member.assignment.id, member.assignment.contract.lowercased()]
          .contains($0.baseName.lowercased())
      }
    }
    found = zip(members, named).compactMap { member, folder in
      folder.map { (member, FoundSubmission(name: $0.baseName, path: $0.path)) }
    }
    let taken = Set(named.compactMap { $0?.baseName })
    strangers = folders.map(\.baseName).filter { !taken.contains($0) }
  }

  /// Whether there is none of them.
  package var isEmpty: Bool { found.isEmpty }
}
