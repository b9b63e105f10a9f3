import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

@Suite("Where the answer sheet lies")
struct SheetFileTests {
  private static let sheet = "assignment = backprop-2-2-1\nz1 = [0.3775, 0.3925]\n"
  private static let jsonSheet = "{assignment: 'backprop-2-2-1', z1: [0.3775, 0.3925]}"
  private static let advice =
    "not taken for the answer sheet; hand in plain text called answers.txt"

  /// What becomes of a folder of such files, or of one path in it.
  private func handIn(
    _ files: [String: String], at place: String = "", links: [String: String] = [:]
  ) throws -> (handIn: HandIn, earned: Bool) {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (name, text) in files {
      let url = root.appendingPathComponent("in/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: root.path + "/in/" + name, withDestinationPath: target)
    }
    let assignment = try #require(Catalogue.all.first { $0.id == "backprop-2-2-1" })
    let grader = SubmissionGrader(
      assignment: assignment, worksheet: Catalogue.worksheet(of: assignment.id),
      workshop: try .standard(), rules: GradingRules())
    let report = try grader.grade(
      FoundSubmission(name: "a", path: root.path + "/in" + (place.isEmpty ? "" : "/" + place)))
    return (report.handIn, report.earned > 0)
  }

  @Test(
    "The sheet is found at any depth that Swift files are, the plainest name and place first",
    arguments: [
      ["answers.txt": sheet], ["a/b/c/ANSWERS.TXT": sheet, "notes.txt": "x"],
      ["mine.txt": sheet, "notes.txt": "x = 1"], ["mine.txt": "z1 = [0.3775, 0.3925]"],
      ["mine.txt": "z1 = [0.3775, 0.3925]", "doc/notes.txt": "x = 1"],
      ["mine.txt": sheet, "old/mine.txt": "assignment = backprop-2-2-1"],
      ["answers.json": jsonSheet, "settings.json": "{}"], ["a/ANSWERS.JSON5": jsonSheet],
      ["mine.json": jsonSheet, "package.json": "{}", ".x.json": jsonSheet],
      ["answers.txt": sheet, "answers.json": "{}"],
      ["answers.txt": sheet, "old/answers.txt": "x = 1", "other.txt": "assignment = x"],
    ] as [[String: String]])
  func chosen(files: [String: String]) throws {
    let (handIn, earned) = try handIn(files)
    #expect(earned)
    #expect(handIn.status == .graded)
    #expect(handIn.setAside.isEmpty)
  }

  @Test(
    "Hidden files, files too deep and undecided ones are no sheet",
    arguments: [
      [".a/answers.txt": sheet], [".answers.txt": sheet], ["a/b/c/d/e/f/g/answers.txt": sheet],
      ["one.txt": sheet, "two.txt": sheet],
    ] as [[String: String]])
  func passedOver(files: [String: String]) throws {
    #expect(try handIn(files).earned == false)
  }

  @Test("A link is no sheet")
  func link() throws {
    let (handIn, earned) = try handIn(
      ["x.pdf": ""],
      links: ["answers.txt": "\(Example.folder)/backprop-2-2-1/full-marks/answers.txt"])
    #expect(!earned)
    #expect(handIn.setAside == [.init(file: "x.pdf", reason: Self.advice)])
  }

  @Test("What may have been meant for the sheet is named, five at most")
  func advice() throws {
    let few = try handIn(["a/Answers.DOCX": "", "b.md": "", "c.png": "", ".d.txt": ""]).handIn
    #expect(
      few.setAside == ["b.md", "a/Answers.DOCX"].map { .init(file: $0, reason: Self.advice) })
    let many = Dictionary(uniqueKeysWithValues: (1...7).map { ("\($0).rtf", "") })
    #expect(try handIn(many).handIn.setAside.map(\.file) == (1...5).map { "\($0).rtf" })
    #expect(try handIn(["answers.txt": Self.sheet, "b.md": ""]).handIn.setAside.isEmpty)
  }

  @Test("A sheet by itself is not blamed for holding no Swift", arguments: ["", "answers.txt"])
  func sheetAlone(place: String) throws {
    let (handIn, earned) = try handIn(["answers.txt": Self.sheet], at: place)
    #expect(earned)
    #expect(handIn.status == .graded)
    #expect(handIn.setAside.isEmpty)
  }

  @Test("Nothing at all is said once")
  func nothing() throws {
    let (handIn, _) = try handIn(["picture.png": ""])
    #expect(handIn.status == .rejectedSource("it holds no Swift file"))
    #expect(handIn.setAside.isEmpty)
  }
}
