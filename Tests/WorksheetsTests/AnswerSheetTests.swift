import Testing

@testable import Worksheets

@Suite("Answer sheets")
struct AnswerSheetTests {
  static let plain = """
    assignment = backprop-2-2-1
    x1 = [0.5933, 0.5969] # done
    loss =
    z2=1.1059

    """

  @Test("A sheet gives its slots, its assignment and no problems")
  func reads() {
    let sheet = AnswerSheet(Self.plain)
    #expect(sheet.assignment == "backprop-2-2-1")
    #expect(sheet.entries.map(\.slot) == ["x1", "z2"])
    #expect(sheet.entries.map(\.line) == [2, 4])
    #expect(sheet["x1"]?.text == "[0.5933, 0.5969]")
    #expect(sheet["z2"]?.value?.entries.first?.value == 1.1059)
    #expect(sheet["loss"] == nil)
    #expect(sheet.problems.isEmpty)
  }

  @Test(
    "Line ends, a byte order mark, tabs and spaces change nothing",
    arguments: [
      plain.replacing("\n", with: "\r\n"), plain.replacing("\n", with: "\r"), "\u{FEFF}" + plain,
      plain.replacing(" = ", with: "\t=  "), plain.replacing("\n", with: "  \n"),
    ])
  func tolerates(text: String) {
    let sheet = AnswerSheet(text)
    let expected = AnswerSheet(Self.plain)
    #expect(sheet == expected)
  }

  @Test("A problem costs its line alone")
  func problems() {
    let sheet = AnswerSheet(
      """
      x1 = [0.5933, 0.59.69]
      what is this
      = 3
      z2 = 1.1059
      z2 = 1.2
      dW1 = [[1, 2], [3]]
      db2 = 0.1385
      """)
    #expect(
      sheet.problems.map(\.description) == [
        "line 1: x1: '0.59.69' is not a number",
        "line 2: 'what is this' has no '='; write 'slot = value'",
        "line 3: no name stands before the '='",
        "line 5: 'z2' stands twice; line 4 counts",
        "line 6: dW1: rows of different lengths: 2 and 1",
      ])
    #expect(sheet.texts["z2"] == "1.1059" && sheet.texts["db2"] == "0.1385")
    // An unreadable slot is not a blank one.
    #expect(sheet["x1"]?.text == "[0.5933, 0.59.69]" && sheet["x1"]?.value == nil)
  }

  @Test(
    "A matrix may go on in the lines below, with or without comments between them",
    arguments: [
      "dW1 = [[0.1, 0.2],\n       [0.3, 0.4]]\nz2 = 1",
      "dW1 = [\n[0.1, 0.2], # one\n\n[0.3, 0.4]\n]\nz2 = 1",
      "decimal = comma\ndW1 = [[0,1; 0,2];\n[0,3; 0,4]]\nz2 = 1",
      "decimal = comma\ndW1 = [[0,1; 0,2],\n# x = 3\n[0,3; 0,4]]\nz2 = 1",
    ])
  func lines(text: String) {
    let sheet = AnswerSheet(text)
    #expect(sheet.problems == [] && sheet["z2"]?.text == "1")
    #expect(sheet["dW1"]?.value?.shape == [2, 2])
    #expect(sheet["dW1"]?.value?.entries.map(\.value) == [0.1, 0.2, 0.3, 0.4])
  }

  @Test("A bracket that is never closed costs its slot alone")
  func unclosed() {
    let sheet = AnswerSheet("z1 = [0.1, 0.2\n\nwhat is this\nx1 = [0.3, 0.4\nz2 = 1\nloss = 2")
    #expect(
      sheet.problems.map(\.description) == [
        "line 1: z1: a '[' is never closed",
        "line 3: 'what is this' has no '='; write 'slot = value'",
        "line 4: x1: a '[' is never closed",
      ])
    #expect(sheet["z2"]?.line == 5 && sheet["loss"]?.line == 6)
  }

  @Test("A sheet in JSON carries the name of its variant", arguments: ["variant", "'variant'"])
  func jsonVariant(key: String) {
    let sheet = AnswerSheet("{assignment: 'a', \(key): ' 2db028 ', z2: 1}")
    #expect(sheet.variant == "2db028" && sheet.entries.map(\.slot) == ["z2"])
    #expect(AnswerSheet("{variant: 123456, z2: 1}").variant == "123456")
    for empty in ["null", "''"] { #expect(AnswerSheet("{variant: \(empty)}").variant == nil) }
  }

  @Test("A blank line for a slot leaves room for a second one")
  func secondLine() {
    let sheet = AnswerSheet("x1 = [ , ]\nx1 = [1, 2]")
    #expect(sheet["x1"]?.line == 2 && sheet.problems.isEmpty)
  }

  @Test(
    "A decimal comma is declared for the whole sheet, wherever it stands",
    arguments: [
      "decimal = comma\nz2 = 1,1059\nx1 = [0,5933; 0,5969]",
      "z2 = 1,1059 # first\nx1 = [0,5933; 0,5969]\n  decimal=Comma # at last",
    ])
  func comma(text: String) {
    let sheet = AnswerSheet(text)
    #expect(sheet.problems.isEmpty && sheet.decimal == .comma)
    #expect(sheet["z2"]?.value?.entries.map(\.value) == [1.1059])
    #expect(sheet["x1"]?.value?.entries.map(\.text) == ["0,5933", "0,5969"])
    #expect(
      sheet.texts == ["decimal": "comma", "z2": "1,1059", "x1": "[0,5933; 0,5969]"])
  }

  @Test(
    "A decimal sign that is none, or another one, is a problem of its line alone",
    arguments: [
      ("decimal = dot\nz2 = 1.5", "line 1: decimal is 'point' or 'comma', not 'dot'"),
      (
        "decimal = comma\ndecimal = point\nz2 = 1,5",
        "line 2: the sheet declares both decimal signs; 'comma' counts"
      ),
      (
        "z2 = 1.5\ndecimal = comma\nq = 1.2,5",
        "line 3: q: '1.2,5' is not a number; put semicolons between numbers"
      ),
    ])
  func decimalProblems(text: String, problem: String) {
    let sheet = AnswerSheet(text)
    #expect(sheet.problems.map(\.description) == [problem])
    #expect(sheet["z2"]?.value?.entries.first?.value == 1.5)
    #expect(AnswerSheet("decimal =\nz2 = 1.5").problems.isEmpty)
  }

  @Test(
    "A sheet in JSON or JSON5 is the same sheet",
    arguments: [
      #"{"assignment": "backprop-2-2-1", "x1": [0.5933, 0.5969], "loss": null, "z2": 1.1059}"#,
      "\u{FEFF}// done\n{assignment: 'backprop-2-2-1', x1: ['0.5933', 0.5969,], z2: '1.1059', loss: ''}",
    ])
  func json(text: String) {
    let sheet = AnswerSheet(text)
    #expect(sheet.assignment == "backprop-2-2-1" && sheet.problems.isEmpty)
    #expect(sheet.texts == ["x1": "[0.5933, 0.5969]", "z2": "1.1059"])
  }

  @Test("In JSON5 digits are kept, each slot has its line, and a problem costs its slot alone")
  func json5() {
    let sheet = AnswerSheet(
      "{\n  a: +.50, decimal: 'comma',\n  b: ['0,25', 1.50, '1/2'],\n\n c: true, d: 0x10, e: [[1], 2],"
        + "\n f: {}, g: [1, null], h: Infinity}")
    #expect(
      sheet.texts == [
        "decimal": "comma", "a": "+.50", "b": "[0,25; 1.50; 1/2]", "d": "0x10", "e": "[[1]; 2]",
        "g": "[1; ]", "h": "Infinity",
      ])
    #expect(sheet["b"]?.line == 3 && sheet["b"]?.value?.entries.map(\.value) == [0.25, 1.5, 0.5])
    #expect(
      sheet.problems.map(\.description) == [
        "line 5: c: this is no number", "line 6: f: this is no number",
        "line 5: d: '0x10' is not a number", "line 5: e: a row stands beside a plain number",
        "line 6: h: 'Infinity' is not a number",
      ])
  }

  @Test(
    "What is no document of JSON5 says where",
    arguments: [
      ("{z1: [1, 2}", "line 1: column 11: expected ',' or ']' after a value"),
      ("{a: 1,\n a: 2}", "line 2: column 2: the key \"a\" appears twice in an object"),
      ("/* [1] */ [1]", "line 1: slots stand in braces: {z1: [0.5, 0.25]}"),
    ])
  func notJSON(text: String, problem: String) {
    let sheet = AnswerSheet(text)
    #expect(sheet.entries.isEmpty && sheet.problems.map(\.description) == [problem])
  }

  @Test("UTF-16 is told apart from nonsense")
  func utf16() {
    let sheet = AnswerSheet(parsing: [0xFF, 0xFE, 0x78, 0x00])
    #expect(sheet.problems.map(\.sentence) == ["the file is saved as UTF-16; save it as UTF-8"])
  }

  @Test("Size and number of problems are capped")
  func caps() {
    let long = AnswerSheet(parsing: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    #expect(long.problems.count == 2)
    let wide = AnswerSheet("{a: [" + String(repeating: "1,", count: 40_000) + "]}")
    #expect(wide.problems.map(\.sentence) == ["the sheet is longer than 65536 bytes"])
    let deep = AnswerSheet("x = " + String(repeating: "[1, ", count: 16_000))
    #expect(deep.problems.map(\.sentence) == ["x: too many brackets inside brackets"])
    let many = AnswerSheet(String(repeating: "?\n", count: 10_000))
    #expect(many.problems.count == AnswerSheet.mostProblems + 1)
  }

  @Test("No bytes stop the reader", arguments: 0..<200)
  func anyBytes(seed: UInt64) {
    // Half of the sheets are noise, half a good sheet with bytes replaced.
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt8 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 32)
    }
    var bytes = seed % 2 == 0 ? (0..<400).map { _ in next() } : Array(Self.plain.utf8)
    for _ in 0..<8 {
      let marks = Array("[],=#.-e\r\n0×".utf8)
      bytes[Int(next()) % bytes.count] = marks[Int(next()) % marks.count]
    }
    let sheet = AnswerSheet(parsing: bytes)
    #expect(sheet.problems.count <= AnswerSheet.mostProblems + 1)
    for entry in sheet.entries where entry.value == nil { #expect(!sheet.problems.isEmpty) }
  }
}
