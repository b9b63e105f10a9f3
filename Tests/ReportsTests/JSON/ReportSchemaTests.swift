import Foundation
import Grading
import PlainText
import Reports
import Testing

@Suite("Written schema")
struct ReportSchemaTests {
  private static let documents: [(name: String, texts: [String])] = [
    ("report.json", (Samples.all + [Samples.ofVariant]).map { ReportFormat.json.render($0) }),
    ("evidence.json", Samples.all.map { EvidenceDocument(of: $0).text }),
    ("run.json", [Samples.run.text]),
  ]

  @Test(
    "The page names every key that a document has, and no other", arguments: documents.map(\.name))
  func pageAndDocuments(name: String) throws {
    let texts = try #require(Self.documents.first { $0.name == name }).texts
    let found = try texts.reduce(into: Set<String>()) { keys, text in
      keys.formUnion(Self.paths(in: try JSON(parsing: text)))
    }
    let written = try Self.writtenKeys(of: name)
    #expect(found.subtracting(written).sorted() == [], "keys that the page does not name")
    #expect(Set(written).subtracting(found).sorted() == [], "keys that no document has")
    #expect(Set(written).count == written.count, "keys that the page names twice")
  }

  @Test("The page names every verdict and every status")
  func namedValues() throws {
    let page = try Self.page()
    for verdict in Verdict.allCases { #expect(page.contains("`\(verdict.rawValue)`")) }
    let statuses: [HandIn.Status] = [
      .graded, .compileError, .compileTimedOut(limit: 1), .compilerCrashed, .rejectedSource(""),
    ]
    for status in statuses { #expect(page.contains("`\(status.name)`")) }
  }

  /// The path of every key: `parts[].id`.
  private static func paths(in value: JSON, after prefix: String = "") -> Set<String> {
    switch value {
    case .object(let members):
      members.reduce(into: []) { keys, member in
        let path = prefix.isEmpty ? member.key : "\(prefix).\(member.key)"
        keys.insert(path)
        keys.formUnion(paths(in: member.value, after: path))
      }
    case .array(let elements):
      elements.reduce(into: []) { $0.formUnion(paths(in: $1, after: prefix + "[]")) }
    default: []
    }
  }

  /// The first cells of the table under the heading of that name.
  private static func writtenKeys(of document: String) throws -> [String] {
    let sections = try page().split(separator: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix(document) })
    return section.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.1) }
    }
  }

  private static func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/Reports/Reports.docc/ReportSchema.md")
    return try String(decoding: Data(contentsOf: file), as: UTF8.self)
  }
}
