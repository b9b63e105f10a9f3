import Classroom
import Foundation
import Grading
import Reference
import Testing

/// Mistakes of the catalogue, planted one at a time in right Python of the courses.
@Suite("Planted mistakes in Python", .enabled(if: Pythons.areThere, "no python3 with NumPy here"))
struct PythonMistakeTests {
  @Test(
    "A planted mistake costs points and is named as in Swift",
    arguments: try PlantedMistake.sample())
  func named(_ mistake: PlantedMistake) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try mistake.plant(in: folder)
    let report = try Pythons.grader(mistake.course, mistake.assignment)
      .grade(FoundSubmission(name: mistake.misconception, path: folder.path))
    #expect(report.handIn.status == .graded)
    let lost = report.parts.flatMap(\.findings).flatMap(\.outputs).filter { $0.verdict != .passed }
    #expect(lost.compactMap(\.diagnosis?.id).contains(mistake.misconception))
    #expect(report.earned < report.points)
  }

  @Test(
    "A mistake in a layer costs the net that is made of it nothing",
    arguments: [
      PlantedMistake(
        course: "cs231n", submission: "nets", file: "cs231n/layers.py",
        assignment: "two-layer-net", question: "softmaxNetLoss", misconception: "own-pieces",
        replace: "dout.sum(axis=0)", with: "dout.mean(axis=0)"),
      PlantedMistake(
        course: "cs231n", submission: "deep-net", file: "cs231n/layers.py",
        assignment: "fully-connected-net", question: "loss", misconception: "own-pieces",
        replace: "dx = dout * (x > 0)", with: "dx = dout * (dout > 0)"),
      PlantedMistake(
        course: "toronto-faces", submission: "network", file: "nn.py", assignment: "face-net",
        question: "backward", misconception: "own-pieces", replace: "np.sum(grad_y, axis=0)",
        with: "np.mean(grad_y, axis=0)"),
    ])
  func ownLayer(_ mistake: PlantedMistake) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try mistake.plant(in: folder)
    let report = try Pythons.grader(mistake.course, mistake.assignment)
      .grade(FoundSubmission(name: mistake.misconception, path: folder.path))
    #expect(report.earned == report.points)
    let accepted = report.parts.flatMap(\.findings).flatMap(\.outputs)
      .filter { $0.verdict == .accepted }
    #expect(accepted.contains { $0.diagnosis?.id == mistake.misconception })
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
    let report = try Pythons.grader("toronto-faces", "affine-relu")
      .grade(FoundSubmission(name: name, path: folder.path))
    #expect(report.earned == report.points)
  }

  @Test("Every course and every question of it has planted mistakes")
  func complete() throws {
    let planted = try PlantedMistake.all()
    for course in Catalogue.courses {
      for taught in Catalogue.all.compactMap({ course.taught($0) }) {
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

  /// All of them where nothing may be skipped, else every fourth: together they take a minute.
  static func sample() throws -> [PlantedMistake] {
    let all = try all()
    let isWhole = ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"
    return isWhole ? all : stride(from: 0, to: all.count, by: 4).map { all[$0] }
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
