import Grading
import Testing

@testable import Reports

@Suite("Explanations in three formats")
struct ExplanationFormatTests {
  static let audiences: [Audience] = [.staff, .student]

  private static func page(_ format: ExplanationFormat, _ audience: Audience) -> String {
    format.render(ExplanationSamples.appeal.redacted(for: audience), picture: "answers.svg")
  }

  @Test(
    "Every number stands in every format: typed, right, from its own, and the rule",
    arguments: ExplanationFormat.allCases)
  func complete(format: ExplanationFormat) {
    let page = Self.page(format, .staff)
    for words in [
      "3 of 7 points", ".3775", "0.37750001", "0.39250001", ".1532", "−0.13849856",
      "0.0908 to 0.0909", "right from the sheet", "0.37735 to 0.37765", "your error starts at δ2",
      "holds the right answers",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test(
    "A student's page ends at the first step that went wrong, and shows only what was found",
    arguments: ExplanationFormat.allCases)
  func student(format: ExplanationFormat) {
    let page = Self.page(format, .student)
    for words in ["3 of 7 points", ".3775", "0.37750001", ".1532"] {
      #expect(page.contains(words), "\(words)")
    }
    for words in [
      "0.3925", "0.59326", "0.1384", "0.1386", ".0909", "0.0908", "0.08216", "right answers",
    ] {
      #expect(!page.contains(words), "\(words)")
    }
  }

  @Test("A worked solution has symbols and numbers", arguments: ExplanationFormat.allCases)
  func solution(format: ExplanationFormat) {
    let page = format.render(ExplanationSamples.solution)
    for words in [
      "z1[0] = W1[0, 0]·x[0] + b1[0]", "= 0.5·(−0.25) + 1", "= 0.875", "x = [0.05, 0.1]",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let student = format.render(ExplanationSamples.solution.redacted(for: .student))
    #expect(student.contains("z1[0] = W1[0, 0]·x[0] + b1[0]"))
    for words in ["0.875", "(−0.25)", "0.125", "right answers"] {
      #expect(!student.contains(words), "\(words)")
    }
  }

  @Test("HTML is whole in itself: the picture is in it, and nothing is run or fetched")
  func html() throws {
    for audience in Self.audiences {
      let page = Self.page(.html, audience)
      #expect(page.contains("<svg xmlns=") && page.contains("color-scheme:light dark"))
      for word in ["<script", "href", "src=", "url(", "@import"] {
        #expect(!page.contains(word), "\(word)")
      }
      // Its own elements are closed as those of XML are, but for two.
      let body = page.split(separator: "<body>")[1].split(separator: "</html>")[0]
      let document = try MarkupReader("<body>" + body)
      #expect(document.all("b").isEmpty)
      #expect(document.all("li").contains { $0.text.contains("<b>_|*") })
      #expect(document.all("table").count == (audience == .staff ? 4 : 3))
    }
  }

  @Test("In Markdown nothing that was typed is markup, and the picture is the file beside it")
  func markdown() {
    let page = Self.page(.markdown, .staff)
    #expect(page.contains(#"&lt;b&gt;\_\|\*"#) && !page.contains("<b>"))
    #expect(page.contains("](answers%2Esvg)"))
    #expect(!ExplanationFormat.markdown.render(ExplanationSamples.appeal).contains("!["))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.allSatisfy { $0.replacing(#"\|"#, with: "").filter { $0 == "|" }.count == 7 })
  }

  @Test("No address becomes a link, and no name a mention")
  func links() {
    var document = Document(title: "see https://example.org")
    document.add(.paragraph("www.example.org @everybody #1 [a](b) `c` \u{1B}"))
    #expect(
      document.markdown(picture: nil) == """
        # see https&#58;//example.org

        www&#46;example.org &#64;everybody \\#1 \\[a\\](b) \\`c\\` \\\\u{1B}

        """)
  }

  @Test("They read as agreed", arguments: ExplanationFormat.allCases, audiences)
  func golden(format: ExplanationFormat, audience: Audience) throws {
    let ending = ["text": "txt", "markdown": "md"][format.rawValue] ?? format.rawValue
    try expectGolden(Self.page(format, audience), "explained-\(audience).\(ending)")
    try expectGolden(
      format.render(ExplanationSamples.solution.redacted(for: audience), picture: "tiny.svg"),
      "worked-\(audience).\(ending)")
  }
}
