import Foundation
import Testing

@testable import PlainText

@Suite("Reading JSON")
struct JSONParsingTests {
  @Test("A document keeps its digits and the order of its members")
  func asTyped() throws {
    let text = #" {"z": [0.3770, -1E+2, true, null], "a": {"Σ": "\u00e9\ud83e\udde0"}} "#
    let document = try JSON(parsing: text)
    let inner = JSON.Member(key: "Σ", value: "é🧠")
    #expect(
      document
        == .object([
          .init(key: "z", value: [.number("0.3770"), .number("-1E+2"), true, .null]),
          .init(key: "a", value: .object([inner])),
        ])
    )
    #expect(document["z"]?.arrayValue?.first == .number("0.3770"))
    #expect(document["a"]?["Σ"]?.stringValue == "é🧠")
    #expect(document["b"] == nil)
  }

  @Test("Every escape stands for its character")
  func escapes() throws {
    let document = try JSON(parsing: #""\"\\\/\b\f\n\r\t\u0000\u2028\uD834\uDd1E""#)
    #expect(document == .string("\"\\/\u{08}\u{0C}\n\r\t\0\u{2028}\u{1D11E}"))
  }

  @Test("A leading byte order mark is passed over, and counts for no column")
  func byteOrderMark() throws {
    #expect(try JSON(parsing: [0xef, 0xbb, 0xbf] + Array("7".utf8)) == 7)
    #expect(try JSON(parsing: "\"\u{FEFF}\"") == "\u{FEFF}")
    #expect(throws: JSONError(line: 1, column: 2, message: "expected a value or ']'")) {
      try JSON(parsing: "\u{FEFF}[x]")
    }
  }

  @Test("Keys that differ in their scalars are different keys")
  func canonicalEquivalence() throws {
    let document = try JSON(parsing: "{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(document["\u{E9}"] == 1)
    #expect(document["e\u{301}"] == 2)
    #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
  }

  @Test("128 arrays inside each other are read and written on a small stack, 129 are refused")
  func depth() async throws {
    let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    let text = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: (try? JSON(parsing: deepest))?.sorted().text(pretty: false))
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(text == deepest)
    let message = "more than 128 arrays and objects inside each other"
    #expect(throws: JSONError(line: 1, column: 129, message: message)) {
      try JSON(parsing: "[" + deepest + "]")
    }
    #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
  }

  @Test("Wide documents are read without counting as deep")
  func width() throws {
    let elements = repeatElement("[]", count: 1000).joined(separator: ",")
    #expect(try JSON(parsing: "[\(elements)]").arrayValue?.count == 1000)
  }

  @Test(
    "A fault is named with its place",
    arguments: [
      ("", "line 1, column 1: expected a value, but the document ends here"),
      (
        "{\"a\": 1,\n \"b\": 2,\n \"c\": 3 \"d\": 4}",
        "line 3, column 9: expected ',' or '}' after a value"
      ),
      ("[1 2]", "line 1, column 4: expected ',' or ']' after a value"),
      ("[1, 2", "line 1, column 6: expected ',' or ']' after a value, but the document ends here"),
      ("[1,]", "line 1, column 4: expected a value after ','"),
      ("{\"a\":1,}", "line 1, column 8: expected a key in double quotes after ','"),
      ("{a:1}", "line 1, column 2: expected a key in double quotes or '}'"),
      ("{\"a\" 1}", "line 1, column 6: expected ':' after a key"),
      ("{\"a\":}", "line 1, column 6: expected a value after ':'"),
      ("{\"a\":1, \"a\":2}", "line 1, column 9: the key \"a\" appears twice in an object"),
      ("{\"a\":1, \"\\u0061\":2}", "line 1, column 9: the key \"a\" appears twice in an object"),
      ("1 2", "line 1, column 3: expected nothing more after the document's value"),
      ("NaN", "line 1, column 1: expected a value"),
      ("nul", "line 1, column 1: expected a value"),
      ("+1", "line 1, column 1: expected a value"),
      (".5", "line 1, column 1: expected a value"),
      ("-", "line 1, column 2: expected a digit after '-', but the document ends here"),
      ("-x", "line 1, column 2: expected a digit after '-'"),
      ("[007]", "line 1, column 2: a number has no zeros in front"),
      ("[1.]", "line 1, column 4: expected a digit after the decimal point"),
      ("[1e+]", "line 1, column 5: expected a digit in the exponent"),
      ("0x10", "line 1, column 2: expected nothing more after the document's value"),
      ("[\"é🧠\", \"abc]", "line 1, column 8: this string has no closing quote"),
      (
        "\"a\tb\"",
        "line 1, column 3: a control character in a string must be written as an escape"
      ),
      ("\"\\x\"", "line 1, column 2: no such escape in a string"),
      ("\"\\u12g4\"", "line 1, column 2: expected four hexadecimal digits after '\\u'"),
      ("\"\\ud83e\"", "line 1, column 2: half of a surrogate pair stands alone"),
      ("\"\\ud83e\\u0041\"", "line 1, column 2: half of a surrogate pair stands alone"),
      ("\"\\udde0\"", "line 1, column 2: half of a surrogate pair stands alone"),
      ("\r\n\r\n \rx", "line 4, column 1: expected a value"),
      ("// note\n1", "line 1, column 1: expected a value"),
    ]
  )
  func faults(text: String, expected: String) {
    #expect { try JSON(parsing: text) } throws: { "\($0)" == expected }
  }

  @Test(
    "Bytes that are no UTF-8 are refused where they stand",
    arguments: [
      [0x80], [0xc0, 0x80], [0xc1, 0xbf], [0xc3], [0xe0, 0x80, 0x80], [0xe2, 0x82],
      [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80],
      [0xf5, 0x80, 0x80, 0x80], [0xff], [0xfe],
    ] as [[UInt8]]
  )
  func encoding(bytes: [UInt8]) {
    let text = Array("\"é".utf8) + bytes + Array("\"".utf8)
    #expect(throws: JSONError(line: 1, column: 3, message: "this byte is not valid UTF-8")) {
      try JSON(parsing: text)
    }
    #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
  }

  @Test("A long key is cut in the message")
  func longKey() {
    let key = String(repeating: "k", count: 1000)
    let shown = String(repeating: "k", count: 40)
    let message = "the key \"\(shown)…\" appears twice in an object"
    #expect(throws: JSONError(line: 1, column: 1007, message: message)) {
      try JSON(parsing: "{\"\(key)\":1,\"\(key)\":2}")
    }
  }
}
