import Foundation
import Testing

@Suite("Pages about the sheets of a run", .serialized)
struct SheetPageTests {
  private static let broken = "Tests/Submissions/backprop-2-2-1/factor-z-and-slips-on-paper"
  private static let names = ["sheet.html", "sheet.svg"]

  @Test(
    "A sheet gets the page and the picture that explain gives", arguments: ["student", "staff"])
  func pages(audience: String) throws {
    try Scratch.withFolder { folder in
      let tool = try Tool(
        ["grade", Self.broken, "--quiet", "--audience", audience, "--output", "\(folder)/reports"])
      #expect([0, 1].contains(tool.status), "\(tool.errors)")
      let explained = try Tool(
        [
          "explain", "\(Self.broken)/answers.txt", "--audience", audience, "--format", "html",
          "--output", "\(folder)/sheet.html",
        ])
      #expect(explained.status == 0, "\(explained.errors)")
      let files = try Scratch.files("\(folder)/reports")
      let page = try String(contentsOfFile: "\(folder)/sheet.html", encoding: .utf8)
      // Alone the sheet is called after its file, in a run after whose it is.
      #expect(
        files["sheet.html"].map { String(decoding: $0, as: UTF8.self) }
          == page.replacing("answers.txt", with: "factor-z-and-slips-on-paper"))
      let picture = FileManager.default.contents(atPath: "\(folder)/sheet.svg")
      #expect(
        files["sheet.svg"].map { String(decoding: $0, as: UTF8.self) }?
          .replacing("factor-z-and-slips-on-paper", with: "answers.txt")
          == picture.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  @Test("No right value is in a student's pages, and none is left there from the staff's")
  func secrets() throws {
    try Scratch.withFolder { folder in
      let words = ["grade", Self.broken, "--quiet", "--output", folder]
      _ = try Tool(words + ["--audience", "staff"])
      let staff = try Scratch.files(folder)
      _ = try Tool(words)
      let student = try Scratch.files(folder)
      for name in Self.names {
        let texts = [staff, student].map { String(decoding: $0[name] ?? Data(), as: UTF8.self) }
        #expect(texts[0].contains("0.1384") || texts[0].contains("0.1385"), "\(name)")
        for value in ["0.1384", "0.1385", "0.01336", "0.01499", "0.00066", "0.08216"] {
          #expect(!texts[1].contains(value), "\(name): \(value)")
        }
      }
    }
  }

  @Test("Who fills in no sheet gets no page, and loses that of an earlier one")
  func none() throws {
    try Scratch.withFolder { folder in
      let work = "\(folder)/work"
      try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
      let sheet = "\(work)/answers.txt"
      for (text, isThere) in [("z2 = 1.1059", true), ("z2 =", false)] {
        try "assignment = backprop-2-2-1\n\(text)\n".write(
          toFile: sheet, atomically: true, encoding: .utf8)
        let tool = try Tool(["grade", work, "--quiet", "--output", "\(folder)/reports"])
        #expect([0, 1].contains(tool.status), "\(tool.errors)")
        let files = try Scratch.files("\(folder)/reports")
        for name in Self.names { #expect((files[name] != nil) == isThere, "\(text): \(name)") }
      }
    }
  }
}
