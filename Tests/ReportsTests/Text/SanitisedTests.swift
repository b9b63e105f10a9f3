import Reports
import Testing

@Suite("Sanitised text")
struct SanitisedTests {
  @Test(
    "What could act becomes a visible escape",
    arguments: [
      ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{0}", "\\u{0}"), ("a\tb", "a\\u{9}b"),
      ("\u{7F}", "\\u{7F}"), ("\u{9B}", "\\u{9B}"), ("\u{202E}x", "\\u{202E}x"),
      ("\u{2066}", "\\u{2066}"), ("\u{2028}", "\\u{2028}"), ("\u{FFFE}", "\\u{FFFE}"),
      ("\r", "\\u{D}"),
    ])
  func escapes(raw: String, shown: String) {
    #expect(Sanitised(raw).text == shown)
    #expect(Sanitised(raw).line == shown)
  }

  @Test(
    "What people write stays as it is",
    arguments: [
      "", "gradW", "naïve Zoë", "Ünïcödé 漢字 한국어", "👩‍🏫 🇳🇱", "می‌خواهم", "a  b", "x = [1, 2]; \\u{41}",
    ])
  func keeps(text: String) {
    #expect(Sanitised(text).text == text)
    #expect(Sanitised(text).line == text)
  }

  @Test("A line break stays one in a text and is an escape on a line")
  func lineBreaks() {
    #expect(Sanitised("a\nb\r\nc").text == "a\nb\nc")
    #expect(Sanitised("a\nb\r\nc").line == "a\\u{A}b\\u{A}c")
  }

  @Test(
    "A text of exactly 4 kB is whole, and one byte more is cut",
    arguments: ["x", "é", "漢", "\u{1B}"])
  func cut(unit: String) {
    let shown = Sanitised(unit).text.utf8.count
    let fitting = Sanitised.longest / shown
    let filler = String(repeating: "-", count: Sanitised.longest - fitting * shown)
    let whole = String(repeating: unit, count: fitting) + filler
    #expect(Sanitised(whole).text.utf8.count == Sanitised.longest)
    #expect(!Sanitised(whole).text.hasSuffix("(cut)"))
    let longer = Sanitised(whole + "-").text
    #expect(longer.hasSuffix("… (cut)"))
    #expect(longer.utf8.count <= Sanitised.longest)
  }

  @Test("Only line breaks, or megabytes, are cut too")
  func cutOfOddTexts() {
    let breaks = Sanitised(String(repeating: "\r\n", count: 5000))
    #expect(breaks.text.hasSuffix("… (cut)") && breaks.text.utf8.count <= Sanitised.longest)
    let large = Sanitised(String(repeating: "a\u{301}", count: 1_000_000))
    #expect(large.text.utf8.count <= Sanitised.longest)
  }

  @Test("A second pass changes nothing", arguments: 0..<200)
  func isIdempotent(seed: Int) {
    var state = UInt64(seed)
    func next(below bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    // Half of them from the planes where the harmful ones live.
    let scalars = (0..<Int(next(below: 3000))).compactMap { _ in
      Unicode.Scalar(UInt32(next(below: next(below: 2) == 0 ? 0x100 : 0x1_1000)))
    }
    let raw = String(String.UnicodeScalarView(scalars))
    let text = Sanitised(raw).text
    #expect(Sanitised(text).text == text)
    #expect(Sanitised(Sanitised(raw).line).line == Sanitised(raw).line)
    #expect(text.utf8.count <= Sanitised.longest)
    #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0a })
  }
}
