import Foundation
import Grading
import Reference
import Testing

/// The table of the documentation that says by what each part of the course documents is graded.
@Suite("Coverage of the coursework")
struct CoverageTests {
  struct Row: Sendable {
    let number: String
    let assignment: String?
    let checks: [String]
  }

  private static let rows: [Row] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Commands/Commands.docc/Coverage.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.matches(of: /\n\| ([0-9]\.[0-9]+) \|[^|]*\| (\S+) \| ([^|]*) \|/).map { match in
      let codes = match.3.matches(of: /`([^`]*)`/).map { String($0.1) }
      let assignment = match.2.wholeMatch(of: /`([^`]*)`/).map { String($0.1) }
      return Row(number: String(match.1), assignment: assignment, checks: codes)
    }
  }()

  @Test("Every part of every document has its row, in order")
  func numbers() {
    let counts = [20, 52, 23, 17, 14]
    let expected = counts.enumerated().flatMap { document, count in
      (1...count).map { "\(document).\($0)" }
    }
    #expect(Self.rows.map(\.number) == expected)
  }

  @Test("The checks that a row names are there")
  func checks() throws {
    for row in Self.rows {
      guard let id = row.assignment else {
        #expect(row.checks.isEmpty, "\(row.number)")
        continue
      }
      let assignment = try #require(Catalogue.assignment(id), "\(row.number): \(id)")
      #expect(!row.checks.isEmpty, "\(row.number)")
      for check in row.checks {
        #expect(assignment.checks.contains { $0.id == check }, "\(row.number): \(check)")
      }
    }
  }

  @Test("Every assignment covers something")
  func assignments() {
    #expect(Set(Self.rows.compactMap(\.assignment)) == Set(Catalogue.all.map(\.id)))
  }
}
