import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

/// The Python of this machine, started once for all tests.
enum Pythons {
  private static let workshop = Result {
    let home = try Home.find()
    let isolation = try Isolation.proven(.auto, runtime: Toolchain.find().runtimeLibraries)
    return try PythonWorkshop.find(home: home, isolation: isolation)
  }

  /// Whether tests need not be skipped; where nothing may be skipped they fail instead.
  static let areThere =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"
    || (try? PythonRuntime.find()) != nil

  /// What grades an assignment as a course teaches it.
  static func grader(
    _ course: String, _ assignment: String, rules: GradingRules = GradingRules()
  ) throws -> SubmissionGrader {
    let course = try #require(Catalogue.course(course))
    let assignment = try #require(Catalogue.assignment(assignment))
    return SubmissionGrader(
      assignment: assignment, worksheet: Catalogue.worksheet(of: assignment.id),
      workshop: try .standard(), rules: rules,
      python: try PythonGrading(
        course, assignment, beside: Catalogue.all, joinedBy: Catalogue.compositions,
        workshop: workshop.get(), home: .find()))
  }

  /// What tells which course and assignment a submission answers.
  static func finder() throws -> CourseFinder {
    CourseFinder(
      courses: Catalogue.courses, assignments: Catalogue.all, workshop: try workshop.get(),
      home: try .find())
  }

  /// What a course's plugin calls the functions that it looks for first.
  static func names(of course: Course) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try workshop.get().inspect(
      folder.path, by: [Home.find().plugin(ofCourse: course.folder)])
    guard case .inspected(let inspection) = outcome else { return [:] }
    return inspection.expected()
  }
}
