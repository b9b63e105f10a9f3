import Fuzzing
import Testing

@testable import PlainText

@Suite("JSON5")
struct JSON5Tests {
  private func value(_ text: String) throws -> JSON { try JSON(parsingJSON5: text.utf8) }

  @Test("All that is JSON reads the same as JSON5", arguments: 0..<40)
  func superset(seed: UInt64) throws {
    for text in [
      #"{"a": [1, -0.50e+2, true, null, "\u00e9\n\ud83d\ude00"], "": {}}"#, "\u{FEFF} 7",
    ] {
      #expect(try value(text) == JSON(parsing: text))
    }
    var generator = SeededGenerator(seed: seed)
    let document = JSON.random(&generator)
    for pretty in [false, true] {
      let text = document.text(pretty: pretty)
      #expect(try value(text) == JSON(parsing: text))
    }
  }

  /// The example on the standard's first page.
  @Test("The standard's own example")
  func example() throws {
    let text = #"""
      {
        // comments
        unquoted: 'and you can quote me on that',
        singleQuotes: 'I can use "double quotes" here',
        lineBreaks: "Look, Mom! \
      No \\n's!",
        hexadecimal: 0xdecaf,
        leadingDecimalPoint: .8675309, andTrailing: 8675309.,
        positiveSign: +1,
        trailingComma: 'in objects', andIn: ['arrays',],
        "backwardsCompatible": "with JSON",
      }
      """#
    let document = try JSON5Document(parsing: text.utf8)
    #expect(document.value["lineBreaks"] == .string("Look, Mom! No \\n's!"))
    #expect(document.value["hexadecimal"]?.intValue == 0xdecaf)
    #expect(document.value["leadingDecimalPoint"] == .number(".8675309"))
    #expect(document.value["andTrailing"]?.intValue == 8_675_309)
    #expect(document.value["andIn"] == .array([.string("arrays")]))
    #expect(document.keyLines == [3, 4, 5, 7, 8, 8, 9, 10, 10, 11])
  }

  @Test(
    "Numbers keep what was typed, and say what they are worth",
    arguments: [
      ("+1", 1), (".5", 0.5), ("5.", 5), ("-.25e1", -2.5), ("0x1F", 31), ("-0XfF", -255),
      ("+0x0", 0),
      ("1.50", 1.5), ("5.e3", 5000), ("Infinity", .infinity), ("-Infinity", -.infinity),
      ("+Infinity", .infinity), ("0", 0), ("-0.0", 0),
    ] as [(String, Double)])
  func numbers(text: String, number: Double) throws {
    #expect(try value(text) == .number(text))
    #expect(try value(text).doubleValue == number)
    #expect(try value(text).intValue == Int(exactly: number))
    #expect(try value("[\(text)/**/,]") == .array([.number(text)]))
    if let word = try? JSON(parsing: text) { #expect(word == .number(text)) }
  }

  @Test("NaN is a number that is none", arguments: ["NaN", "+NaN", "-NaN"])
  func nan(text: String) throws {
    #expect(try value(text) == .number(text))
    #expect(try value(text).doubleValue?.isNaN == true && value(text).intValue == nil)
  }

  @Test(
    "Texts, keys, spaces and comments are those of the standard",
    arguments: [
      (#"'\x41\v\0\'\"\q\ü'"#, #""A\u000b\u0000'\"qü""#), ("'a\\\r\nb\\\u{2028}c'", #""abc""#),
      ("'\t\u{2029}'", #""\t\u2029""#),
      (
        "{$_ü1: 1, a\\u0062: 2, while: 3, null: 4}",
        #"{"$_ü1": 1, "ab": 2, "while": 3, "null": 4}"#
      ),
      ("\u{FEFF}/**//* * / **/ [\u{A0}1\u{3000},\u{2028}2\u{B}\u{C}// x\r]", "[1, 2]"),
      ("//\n[]//", "[]"), ("{'a': {},}", #"{"a": {}}"#), ("// no\u{2028}7", "7"),
    ])
  func others(text: String, json: String) throws {
    #expect(try value(text) == JSON(parsing: json))
  }

  @Test(
    "What the standard has not is refused, at its place",
    arguments: [
      ("", 1, 1), ("[,]", 1, 2), ("[1,,]", 1, 4), ("{,}", 1, 2), ("{a:1,,}", 1, 6), ("01", 1, 2),
      ("+", 1, 2), (".", 1, 2), ("0x", 1, 3), ("0x1G", 1, 4), ("1e", 1, 3), ("--1", 1, 2),
      ("+ 1", 1, 2),
      ("Infinit", 1, 1), ("NaNa", 1, 4), ("1_000", 1, 2), ("'a", 1, 1), ("'a\nb'", 1, 3),
      ("'\\1'", 1, 2), ("'\\01'", 1, 2), ("'\\x4'", 1, 2), ("/* x", 1, 1), ("/", 1, 1),
      ("1 / 2", 1, 3),
      ("{1a: 2}", 1, 2), ("{a b: 1}", 1, 4), ("{a-b: 1}", 1, 3), ("{a: 1\n'a': 2}", 2, 1),
      ("{a: 1,\n 'a': 2}", 2, 2), ("{a: 1, \\u0061: 2}", 1, 8), ("undefined", 1, 1), ("True", 1, 1),
    ])
  func refusals(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try value(text) }
    #expect(error?.line == line && error?.column == column, "\(text): \(error?.message ?? "")")
  }

  @Test(
    "JSON itself stays as strict as it was",
    arguments: [
      "'a'", "{a: 1}", "[1,]", "{\"a\": 1,}", "+1", ".5", "5.", "0x1", "NaN", "Infinity", "//\n1",
      "\"\\v\"", "\"a\\\nb\"", "\u{A0}1",
    ])
  func strict(text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(throws: Never.self) { try value(text) }
  }
}

@Suite("JSON5 with faults in it")
struct JSON5FuzzTests {
  @Test("Whatever the bytes, they are read or refused", arguments: 0..<4)
  func faults(seed: UInt64) {
    let documents = [
      "{a: [+1, .5, 5., 0x1F, -Infinity, NaN,], 'b': 'x\\x41\\\ny', /* c */ \"d\": null, // e\n}",
      "\u{FEFF}{z1: [0.3775, '1/2'], \u{A0}ü: {}, $: \"\\ud83d\\ude00\"}",
    ]
    let tokens = [
      "/*", "*/", "//", "'", "\\x", "\\u", "+", ".", "0x", "NaN", "Infinity", ",", "{", "[",
    ]
    let faults = Fuzz(documents.map { Array($0.utf8) }, tokens: tokens)
      .faults(seed: seed, rounds: 2500) { bytes in
        do throws(JSONError) {
          let document = try JSON5Document(parsing: bytes)
          let text = document.value.text(pretty: false)
          let isSame = (try? JSON(parsingJSON5: text.utf8)) == document.value
          let isOrdered = document.keyLines == document.keyLines.sorted()
          return (.read, isSame && isOrdered ? nil : "another document: \(text.prefix(80))")
        } catch {
          return (.refused, error.line > 0 && error.column > 0 ? nil : "\(error)")
        }
      }
    #expect(faults == [], "seed \(seed)")
  }
}
