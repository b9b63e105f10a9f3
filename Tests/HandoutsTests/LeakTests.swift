import Foundation
import Grading
import Hosting
import Reference
import Testing

/// Nothing that students may not see is in what they receive.
@Suite("The handout keeps the wall")
struct LeakTests {
  /// Every file of every package, each text once, with a name that it bears.
  private static func texts() throws -> [String: String] {
    var names: [String: String] = [:]
    for id in HandoutPackageTests.ids {
      for (name, text) in try HandoutPackageTests.files(id) { names[text] = "\(id)/\(name)" }
    }
    return names
  }

  /// Bytes to search in, without what a text may be broken by: characters are slow to compare.
  private static func bytes(_ texts: some Sequence<String>, without noise: Set<UInt8>) -> Data {
    var bytes = Data()
    for text in texts { bytes.append(contentsOf: text.utf8.lazy.filter { !noise.contains($0) }) }
    return bytes
  }

  // MARK: - Passages

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
    for (text, name) in try Self.texts() {
      for passage in Self.passages(text) {
        if let source = hidden[passage] { Issue.record("\(name) has of \(source): \(passage)") }
      }
    }
    // One would be noticed, however it is indented.
    let folder = try #require(try Home.find().reference)
    let text = try String(
      contentsOfFile: "\(folder)/AffineReLU/AffineReLUReference.swift", encoding: .utf8)
    #expect(Self.passages(text.replacing("\n", with: "\n\n    ")).contains { hidden[$0] != nil })
  }

  // MARK: - Sentences and numbers

  @Test("No sentence about a known mistake is in it")
  func misconceptions() throws {
    // A sentence may be broken over lines in a source: "… " + "…".
    let noise = Set("\" \n+".utf8)
    let everything = Self.bytes(try Self.texts().keys, without: noise)
    for mistake in Catalogue.all.flatMap(\.misconceptions) {
      let diagnosis = mistake.diagnosis
      // A reason may be no more than a formula, which students are given.
      let sentences = [diagnosis.looksLike] + (diagnosis.why.contains("=") ? [] : [diagnosis.why])
      for sentence in sentences
      where everything.range(of: Self.bytes([sentence], without: noise)) != nil {
        Issue.record("\(mistake.id): \(sentence)")
      }
    }
  }

  @Test("No hidden input is in it, nor any right answer to one")
  func inputs() throws {
    let noise = Set(" \n[]".utf8)
    let everything = Self.bytes(try Self.texts().keys, without: noise)
    for assignment in Catalogue.all {
      for question in assignment.checks.filter({ $0.medium == .code })
        .flatMap({ $0.questions(Seed("three blind mice")) })
      {
        let answer = try assignment.reference(question)
        for tensor in (Array(question.inputs.values) + Array(answer.values)).compactMap(\.tensor)
        where (4...40).contains(tensor.count) && Set(tensor.scalars).count >= 3 {
          let numbers = tensor.scalars.map { "\($0)" }.joined(separator: ",")
          if everything.range(of: Data(numbers.utf8)) != nil {
            Issue.record("\(assignment.id) \(question.name): \(numbers)")
          }
        }
      }
    }
  }

  @Test("Nothing in it imports from above the wall")
  func imports() throws {
    let above = ["Reference", "Hosting", "Classroom", "Reports", "Commands", "Handouts"]
    for (text, name) in try Self.texts() {
      for module in above where text.contains("import \(module)\n") {
        Issue.record("\(name) imports \(module)")
      }
    }
  }
}
