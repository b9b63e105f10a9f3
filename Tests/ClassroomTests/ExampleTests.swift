import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

/// Every bundled submission earns exactly what stands beside it, and is told the right reason.
@Suite("Bundled submissions")
struct ExampleTests {
  @Test("A bundled submission gets exactly its verdicts", arguments: try Example.all())
  func verdicts(_ example: Example) throws {
    let assignment = try #require(Catalogue.all.first { $0.id == example.assignment })
    let grader = SubmissionGrader(
      assignment: assignment, worksheet: Catalogue.worksheet(of: assignment.id),
      workshop: try .standard(),
      rules: GradingRules(limits: WorkerLimits(processorSeconds: 2)))
    let path = "\(Example.folder)/\(example.assignment)/\(example.name)"
    let report = try grader.grade(FoundSubmission(name: example.name, path: path))
    #expect(report.earned.description == example.earned)
    #expect(Self.shortfalls(report) == example.shortfalls)
  }

  @Test("Every bundled submission has its expectation, and none is missing")
  func complete() throws {
    for assignment in Catalogue.all.map(\.id) {
      let folders = try FileManager.default.contentsOfDirectory(
        atPath: "\(Example.folder)/\(assignment)")
      let expected = try Example.all().filter { $0.assignment == assignment }.map(\.name)
      #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == expected.sorted())
    }
  }

  /// `part.output verdict [ID]` for every output that did not pass; the status where nothing ran.
  static func shortfalls(_ report: Report) -> Set<String> {
    guard report.handIn.status == .graded else { return [report.handIn.status.name] }
    var lines: Set<String> = []
    for part in report.parts {
      for output in part.outputs where output.verdict != .passed {
        let diagnosis = part.findings.flatMap(\.outputs)
          .first { $0.output == output.name && $0.diagnosis != nil }?.diagnosis?.id
        let words =
          ["\(part.id).\(output.name)", output.verdict.rawValue] + (diagnosis.map { [$0] } ?? [])
        lines.insert(words.joined(separator: " "))
      }
    }
    return lines
  }
}

/// A line of `Tests/Submissions/<assignment>.expected`:
/// `name: earned | part.output verdict [ID], ...`.
struct Example: Sendable, CustomTestStringConvertible {
  let assignment: String
  let name: String
  let earned: String
  let shortfalls: Set<String>

  var testDescription: String { "\(assignment)/\(name)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Submissions").path

  static func all() throws -> [Example] {
    try Catalogue.all.map(\.id).flatMap { assignment in
      try String(contentsOfFile: "\(folder)/\(assignment).expected", encoding: .utf8)
        .split(separator: "\n")
        .filter { !$0.hasPrefix("#") }
        .map { line in
          let halves = line.split(separator: "|", maxSplits: 1)
          let head = halves[0].split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
          let rest = halves.count > 1 ? halves[1].split(separator: ",") : []
          return Example(
            assignment: assignment, name: head[0], earned: head[1],
            shortfalls: Set(
              rest.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }))
        }
    }
  }
}
