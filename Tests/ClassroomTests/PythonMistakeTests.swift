import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

/// Mistakes of the catalogue, planted one at a time in right Python of the courses.
@Suite(
  "Planted mistakes in Python",
  .enabled(if: PlantedMistake.canBeGraded, "no python3 with NumPy here"))
struct PythonMistakeTests {
  @Test(
    "A planted mistake costs points and is named as in Swift",
    arguments: try PlantedMistake.all())
  func named(_ mistake: PlantedMistake) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try mistake.plant(in: folder)
    let report = try PlantedMistake.grader(mistake.course, mistake.assignment)
      .grade(FoundSubmission(name: mistake.misconception, path: folder.path))
    #expect(report.handIn.status == .graded)
    let lost = report.parts.flatMap(\.findings).flatMap(\.outputs).filter { $0.verdict != .passed }
    #expect(lost.compactMap(\.diagnosis?.id).contains(mistake.misconception))
    #expect(report.earned < report.points)
  }

  /// Some are names of parts of NumPy or of Python's own modules.
  @Test(
    "A file of a submission may have any name",
    arguments: ["submission", "a", "student", "random", "linalg", "core", "copy", "util", "plugin"])
  func fileName(_ name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try FileManager.default.copyItem(
      at: PlantedMistake.folder.appending(path: "toronto-faces/average/nn.py"),
      to: folder.appending(path: name + ".py"))
    let report = try PlantedMistake.grader("toronto-faces", "affine-relu")
      .grade(FoundSubmission(name: name, path: folder.path))
    #expect(report.earned == report.points)
  }

  @Test("Every course and every question of it has planted mistakes")
  func complete() throws {
    let planted = try PlantedMistake.all()
    for course in Catalogue.courses {
      for taught in Catalogue.all.compactMap(course.taught) {
        let questions = planted.filter { $0.course == course.id && $0.assignment == taught.id }
        #expect(Set(questions.map(\.question)) == Set(taught.questionNames))
      }
    }
  }
}

/// An entry of `Tests/Submissions/python/mistakes.json`.
struct PlantedMistake: Decodable, Sendable, CustomTestStringConvertible {
  let course: String
  /// The folder of the right submission.
  let submission: String
  let file: String
  let assignment: String
  let question: String
  let misconception: String
  /// What stands once in the file.
  let replace: String
  /// What stands there with the mistake.
  let with: String

  var testDescription: String { "\(course)/\(submission) \(question) \(misconception)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Submissions/python")

  static func all() throws -> [PlantedMistake] {
    try JSONDecoder().decode(
      [PlantedMistake].self, from: Data(contentsOf: folder.appending(path: "mistakes.json")))
  }

  /// Copies the right submission and changes its one place.
  func plant(in copy: URL) throws {
    let right = Self.folder.appending(path: "\(course)/\(submission)")
    try FileManager.default.copyItem(at: right, to: copy)
    let place = copy.appending(path: file)
    let parts = try String(contentsOf: place, encoding: .utf8).components(separatedBy: replace)
    try #require(parts.count == 2)
    try parts.joined(separator: with).write(to: place, atomically: true, encoding: .utf8)
  }
}

// MARK: - Grading

extension PlantedMistake {
  /// Whether tests need not be skipped; where nothing may be skipped they fail instead.
  static let canBeGraded =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"
    || (try? PythonRuntime.find()) != nil

  /// Started once for all mistakes.
  private static let workshop = Result {
    let isolation = try Isolation.proven(.auto, runtime: Toolchain.find().runtimeLibraries)
    return try PythonWorkshop(runtime: .find(), home: .find(), isolation: isolation)
  }

  /// What grades an assignment as a course teaches it.
  static func grader(_ course: String, _ assignment: String) throws -> SubmissionGrader {
    let course = try #require(Catalogue.course(course))
    let assignment = try #require(Catalogue.assignment(assignment))
    return SubmissionGrader(
      assignment: assignment, worksheet: nil, workshop: try .standard(), rules: GradingRules(),
      python: try PythonGrading(
        course, assignment, workshop: workshop.get(), home: .find()))
  }
}
