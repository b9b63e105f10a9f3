import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

/// Every bundled submission in Python earns exactly what stands beside it.
@Suite(
  "Bundled submissions in Python", .enabled(if: Pythons.areThere, "no python3 with NumPy here"))
struct PythonExampleTests {
  /// A line of `Tests/Submissions/python.expected`.
  struct Example: Sendable, CustomTestStringConvertible {
    let course: String
    let name: String
    let assignment: String
    let earned: String
    let shortfalls: Set<String>

    var testDescription: String { "\(course)/\(name) \(assignment)" }
    var path: String { "\(PythonExampleTests.folder)/\(course)/\(name)" }

    init(_ line: Substring) throws {
      let form =
        /(?<course>[^\/]+)\/(?<name>\S+) (?<assignment>\S+): (?<earned>\S+)(?: \| (?<rest>.*))?/
      let match = try #require(line.wholeMatch(of: form), "\(line)")
      (course, name) = (String(match.course), String(match.name))
      (assignment, earned) = (String(match.assignment), String(match.earned))
      shortfalls = Set((match.rest ?? "").components(separatedBy: ", ").filter { !$0.isEmpty })
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Submissions/python").path

  static func all() throws -> [Example] {
    try String(contentsOfFile: folder + ".expected", encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(Example.init)
  }

  @Test("A bundled submission gets exactly its verdicts", arguments: try all())
  func verdicts(_ example: Example) throws {
    let grader = try Pythons.grader(
      example.course, example.assignment,
      rules: GradingRules(limits: WorkerLimits(processorSeconds: 2)))
    let report = try grader.grade(FoundSubmission(name: example.name, path: example.path))
    #expect(report.earned.description == example.earned)
    #expect(ExampleTests.shortfalls(report) == example.shortfalls)
    #expect(report.points == grader.python?.assignment.points)
    #expect(report.instrument.toolchain?.hasPrefix("Python 3.") == true)
  }

  @Test(
    "Reports call a course's functions as its plugin does",
    arguments: Catalogue.courses.filter(\.isTaughtInPython).map(\.id))
  func functionNames(_ id: String) throws {
    let course = try #require(Catalogue.course(id))
    let names = try Pythons.names(of: course)
    for taught in Catalogue.all.compactMap({ course.taught($0) }) {
      for question in taught.questionNames {
        #expect(taught.names[question]?.name ?? question == names[question])
      }
    }
  }

  @Test("Its course and assignment are found by its functions", arguments: try all())
  func found(_ example: Example) throws {
    // What cannot be parsed defines nothing.
    guard !example.shortfalls.contains(where: { !$0.contains(".") }) else { return }
    let finder = try Pythons.finder()
    let standing = try finder.standing(of: FoundSubmission(name: "x", path: example.path))
    let best = try #require(standing.best.map { finder.candidates[$0] })
    #expect(best.course.id == example.course)
  }

  @Test("Every bundled submission has its expectation, and none is missing")
  func complete() throws {
    for course in Catalogue.courses.filter(\.isTaughtInPython).map(\.id) {
      let folders = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(course)")
      let expected = Set(try Self.all().filter { $0.course == course }.map(\.name))
      #expect(Set(folders.filter { !$0.hasPrefix(".") }) == expected)
    }
  }

  @Test("The record is judged again by what the course teaches, and the fingerprint knows Python")
  func recorded() throws {
    let grader = try Pythons.grader("toronto-faces", "affine-relu")
    let found = FoundSubmission(name: "a", path: "\(Self.folder)/toronto-faces/loops")
    let graded = try grader.graded(found)
    let record = try Record(bytes: graded.record.bytes)
    #expect(record.course == "toronto-faces")
    let taught = try #require(grader.python?.assignment)
    let again = try record.report(by: taught, seed: .public, passMark: 60)
    #expect(again == graded.report)
    #expect(try grader.fingerprint(of: found) == graded.fingerprint)
    let other = try Pythons.grader("toronto-faces", "momentum-update")
    #expect(try other.graded(found).report.handIn.receipt == graded.report.handIn.receipt)
  }

  @Test("Conventions and missing functions are told")
  func told() throws {
    let dropout = try Pythons.grader("cs231n", "dropout")
      .grade(FoundSubmission(name: "a", path: "\(Self.folder)/cs231n/drop-edition"))
    #expect(
      dropout.findings.flatMap(\.notes).contains {
        $0.words.hasPrefix("p is read as the probability to drop")
      })
    let misspelt = try Pythons.grader("cs231n", "affine-relu")
      .grade(FoundSubmission(name: "a", path: "\(Self.folder)/cs231n/misspelt"))
    #expect(
      misspelt.handIn.missing.prefix(2) == [
        .init(expected: "affine_backward with 2 arguments", found: "affine_backward"),
        .init(expected: "relu_backward", found: "ReluBackwards"),
      ])
    let broken = try Pythons.grader("cs231n", "affine-relu")
      .grade(FoundSubmission(name: "a", path: "\(Self.folder)/cs231n/syntax-error"))
    #expect(broken.handIn.diagnostics.map(\.file) == ["layers.py"])
    let old = try Pythons.grader("cs231n", "affine-relu")
      .grade(FoundSubmission(name: "a", path: "\(Self.folder)/cs231n/python-2"))
    #expect(old.handIn.diagnostics.map(\.line) == [9])
    #expect(old.handIn.status.remark?.contains("Python 2") == true)
  }

  @Test("An error reaches the student with its kind and its own line")
  func thrown() throws {
    let report = try Pythons.grader("cs231n", "affine-relu")
      .grade(FoundSubmission(name: "a", path: "\(Self.folder)/cs231n/endless-recursion"))
    let remark = report.redacted(for: .student).findings.lazy.compactMap(\.remark).first
    #expect(
      remark?.hasPrefix("your code threw an error in relu_forward, layers.py:15: RecursionError")
        == true)
  }
}
