import Foundation
import Grading
import Hosting
import Reference
import Testing

/// Nothing that students may not see is in what they receive.
@Suite("The handout keeps the wall")
struct LeakTests {
  /// Four lines that follow each other, blank ones and indentation aside: nobody writes the same four
  /// by chance.
  private static func passages(_ text: String) -> Set<[Substring]> {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.contains { $0.isLetter } && !$0.hasPrefix("import ") }
    guard lines.count >= 4 else { return [] }
    return Set((0...(lines.count - 4)).map { Array(lines[$0..<($0 + 4)]) })
  }

  /// The passages of all files of the reference, with their files.
  private static func reference() throws -> [[Substring]: String] {
    let folder = try #require(try Home.find().reference)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    var passages: [[Substring]: String] = [:]
    for name in names where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      for passage in Self.passages(text) { passages[passage] = name }
    }
    return passages
  }

  @Test("No passage of the reference is in it")
  func reference() throws {
    let hidden = try Self.reference()
    try #require(hidden.count > 1000)
    for id in HandoutPackageTests.ids {
      for (name, text) in try HandoutPackageTests.files(id) {
        for passage in Self.passages(text) {
          if let source = hidden[passage] { Issue.record("\(name) has of \(source): \(passage)") }
        }
      }
    }
  }

  @Test("A passage would be noticed")
  func noticed() throws {
    let hidden = try Self.reference()
    let folder = try #require(try Home.find().reference)
    let text = try String(
      contentsOfFile: "\(folder)/AffineReLU/AffineReLUReference.swift", encoding: .utf8)
    let indented = text.replacing("\n", with: "\n\n    ")
    #expect(Self.passages(indented).contains { hidden[$0] != nil })
  }

  @Test("No sentence about a known mistake is in it", arguments: HandoutPackageTests.ids)
  func misconceptions(_ id: String) throws {
    let text = try HandoutPackageTests.files(id).values.joined(separator: "\n")
      // A sentence may be broken over lines in a source.
      .replacing(/"\s*\+\s*"/, with: "")
    for mistake in Catalogue.all.flatMap(\.misconceptions) {
      #expect(!text.contains(mistake.diagnosis.looksLike), "\(mistake.id)")
      #expect(!text.contains(mistake.diagnosis.why), "\(mistake.id)")
    }
  }

  @Test(
    "No hidden input is in it, nor any right answer to one", arguments: HandoutPackageTests.ids)
  func inputs(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let text = try HandoutPackageTests.files(id).values.joined(separator: "\n")
      .replacing(/[\s\[\]]+/, with: "")
    for seed in [Seed.public, Seed("three blind mice")] {
      for question in assignment.checks.filter({ $0.medium == .code })
        .flatMap({ $0.questions(seed) })
      {
        let answer = try assignment.reference(question)
        for tensor in (Array(question.inputs.values) + Array(answer.values)).compactMap(\.tensor)
        where tensor.count >= 4 && Set(tensor.scalars).count >= 3 {
          let numbers = tensor.scalars.map { "\($0)" }.joined(separator: ",")
          #expect(!text.contains(numbers), "\(question.name)")
        }
      }
    }
  }

  @Test("Nothing in it imports from above the wall", arguments: HandoutPackageTests.ids)
  func imports(_ id: String) throws {
    for (name, text) in try HandoutPackageTests.files(id) {
      for module in ["Reference", "Hosting", "Classroom", "Reports", "Commands", "Handouts"] {
        #expect(!text.contains("import \(module)\n"), "\(name)")
      }
    }
  }
}
