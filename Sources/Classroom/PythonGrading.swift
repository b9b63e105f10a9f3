import Foundation
import Grading
import Hosting

/// What it takes to grade submissions in Python: a course whose functions they hold, and a Python.
package struct PythonGrading: Sendable {
  package let course: Course
  /// The assignment as the course teaches it.
  package let assignment: Assignment
  let workshop: PythonWorkshop
  /// The course's names.
  let plugin: String
  /// Names our own files behind an answer.
  let digest: String
  /// What was seen of submissions already, by their names.
  let looks: [String: PythonLook]

  /// Grades an assignment as a course teaches it.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - assignment: The whole assignment.
  ///   - catalogue: Where the course's other assignments are found, for nets made of their layers.
  ///   - compositions: Questions made of those of other assignments.
  ///   - conventions: Those that the class has chosen.
  ///   - workshop: Where submissions in Python are looked into.
  ///   - home: Where the course's files lie.
  ///   - looks: What was seen of submissions already, by their names.
  /// - Throws: `HostError` where the course has no plugin here, or does not teach the assignment.
  package init(
    _ course: Course, _ assignment: Assignment, beside catalogue: [Assignment] = [],
    joinedBy compositions: [Composition] = [], by conventions: [Course.Convention] = [],
    workshop: PythonWorkshop, home: Home, looks: [String: PythonLook] = [:]
  ) throws(HostError) {
    let taught = course.taught(
      assignment, beside: catalogue, joinedBy: compositions, by: conventions)
    guard let taught else {
      throw HostError(
        .pythonFailed, "\(course.id) does not teach \(assignment.id)",
        advice: "See gradecheck list for what it teaches.")
    }
    try self.init(course, taught: taught, workshop: workshop, home: home, looks: looks)
  }

  /// Grades what a course teaches: one of its assignments, or all of them as one.
  package init(
    _ course: Course, taught: Assignment, workshop: PythonWorkshop, home: Home,
    looks: [String: PythonLook] = [:]
  ) throws(HostError) {
    self.course = course
    self.looks = looks
    assignment = taught
    self.workshop = workshop
    plugin = home.plugin(ofCourse: course.folder)
    digest = try workshop.digest(with: plugin)
  }

  /// The kit and the toolchain behind an answer.
  var instrument: Report.Instrument {
    .init(kit: digest, toolchain: workshop.runtime.description)
  }
}

extension FoundSubmission {
  /// What it is written in.
  ///
  /// Whoever declares a `Submission` in Swift hands in Swift, whatever lies beside it.
  package var language: SourceLanguage {
    if SourceFiles.collect(from: path).files.contains(where: \.declaresSubmission) {
      return .swift
    }
    var isPython = false
    var walk = FolderWalk()
    walk.look(through: path) { file in
      isPython = SourceLanguage.python.endings.contains(file.ending)
      return isPython
    }
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    return isPython || SourceLanguage.python.endings.contains(ending) ? .python : .swift
  }
}
