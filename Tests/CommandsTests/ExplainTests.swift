import Foundation
import Testing

@Suite("gradecheck explain")
struct ExplainTests {
  static let sheet = "Tests/Submissions/backprop-2-2-1/factor-z-and-slips-on-paper/answers.txt"

  @Test(
    "A sheet and an assignment are explained in every format", arguments: [sheet, "backprop-2-3-1"])
  func formats(subject: String) throws {
    let starts = ["text": "", "markdown": "# ", "html": "<!DOCTYPE html>"]
    for (format, start) in starts {
      let tool = try Tool(["explain", subject, "--format", format])
      #expect(tool.status == 0 && tool.errors.isEmpty)
      #expect(tool.output.hasPrefix(start) && tool.output.contains("For staff"), "\(format)")
    }
  }

  @Test("The page goes to a file and the picture beside it; neither ever replaces the sheet")
  func output() throws {
    try Scratch.withFolder { folder in
      let tool = try Tool(
        ["explain", Self.sheet, "--format", "html", "--output", "\(folder)/page.html"])
      #expect(tool.status == 0 && tool.output.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["page.html", "page.svg"])
      let page = try String(contentsOfFile: "\(folder)/page.html", encoding: .utf8)
      let picture = try String(contentsOfFile: "\(folder)/page.svg", encoding: .utf8)
      #expect(picture.contains("</tspan> .1532<") && page.contains("</tspan> .1532<"))
      try "assignment = backprop-2-2-1\n".write(
        toFile: "\(folder)/mine.svg", atomically: true, encoding: .utf8)
      for (sheet, output) in [
        ("page.svg", "x.svg"), ("mine.svg", "mine.html"), ("page.html", "page.html"),
        ("mine.svg", ""),
      ] {
        let tool = try Tool(
          [
            "explain", "\(folder)/\(sheet)", "--assignment", "backprop-2-2-1", "--output",
            "\(folder)/\(output)",
          ])
        #expect(tool.status == 64, "\(tool.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    }
  }

  @Test("What cannot be explained is said in one line")
  func mistakes() throws {
    for (words, status, part) in [
      (["explain"], 64, "needs an answer sheet or an assignment"),
      (["explain", "affine-relu"], 65, "no hand-computed part"),
      (["explain", "backprop-2-2-2"], 64, "did you mean 'backprop-2-2-1'?"),
      (["explain", "nothing/here.txt"], 65, "cannot be read as an answer sheet"),
      (["explain", "backprop-2-2-1", "--format", "htm"], 64, "did you mean 'html'?"),
      (["explain", "backprop-2-2-1", "backprop-2-3-1", "--output", "x"], 64, "takes one page"),
    ] {
      let tool = try Tool(words)
      #expect(tool.status == status && tool.errors.contains(part), "\(tool.errors)")
      #expect(tool.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("A student is shown no right value that is not there already")
  func student() throws {
    let tool = try Tool(["explain", Self.sheet, "--audience", "student", "--format", "html"])
    #expect(tool.status == 0 && tool.output.contains("as far as the first step"))
    for words in ["0.1384", "0.1385", "0.01336", "0.01499", "0.00066", "0.08216"] {
      #expect(!tool.output.contains(words), "\(words)")
    }
  }
}
