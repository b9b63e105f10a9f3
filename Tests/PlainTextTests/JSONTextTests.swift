import PlainText
import Testing

@Suite("Writing JSON")
struct JSONTextTests {
  @Test("Pretty text breaks lines, and keeps arrays of scalars on one")
  func pretty() {
    let document: JSON = [
      "shape": [2, 3], "empty": [], "none": [:], "nested": [[1, 2], ["a": .null]], "last": true,
    ]
    let expected = """
      {
        "shape": [2, 3],
        "empty": [],
        "none": {},
        "nested": [
          [1, 2],
          {
            "a": null
          }
        ],
        "last": true
      }
      """
    #expect(document.text(pretty: true) == expected)
    let short = #"{"shape":[2,3],"empty":[],"none":{},"nested":[[1,2],{"a":null}],"last":true}"#
    #expect(document.text(pretty: false) == short)
  }

  @Test("An array stays on its line up to 100 columns, its comma included", arguments: 80...100)
  func lineLimit(width: Int) {
    // é takes one column and two bytes. Two spaces, key, colon, space, brackets and quotes: 11 columns.
    let text = JSON.string(String(repeating: "é", count: width))
    for (follows, room) in [(false, 100 - 11), (true, 99 - 11)] {
      let members = [JSON.Member(key: "k", value: [text])]
      let document = JSON.object(members + (follows ? [.init(key: "l", value: 1)] : []))
      let lines = document.text(pretty: true).split(separator: "\n")
      #expect((lines[1].hasSuffix("[")) == (width > room), "width \(width)")
      if width <= room { #expect(lines[1].count <= 100) }
    }
  }

  @Test("Control characters and line separators are written as escapes, the rest as itself")
  func escapes() {
    let text = JSON.string("\"\\/\u{08}\u{0C}\n\r\t\0\u{1B}\u{7F}\u{85}\u{2028}\u{2029}é🧠")
    let expected = #""\"\\/\b\f\n\r\t\u0000\u001b\u007f\u0085\u2028\u2029é🧠""#
    #expect(text.text(pretty: false) == expected)
  }

  @Test("Members are sorted by Unicode scalar at every level, elements are not")
  func sorting() {
    let document: JSON = ["b": 1, "a": [["é": 1, "z": 2, "Z": 3, "": 4]], "🧠": 2, "\u{FFFD}": 3]
    let expected = "{\"a\":[{\"\":4,\"Z\":3,\"z\":2,\"é\":1}],\"b\":1,\"\u{FFFD}\":3,\"🧠\":2}"
    #expect(document.sorted().text(pretty: false) == expected)
  }

  @Test("Accessors answer for their own kind only")
  func accessors() {
    #expect(("text" as JSON).stringValue == "text" && JSON.null.stringValue == nil)
    #expect(([1] as JSON).arrayValue == [1] && JSON.null.arrayValue == nil)
    #expect((["k": 1] as JSON)["k"] == 1 && (["k": 1] as JSON)["l"] == nil)
    #expect(([1] as JSON)["k"] == nil)
  }
}
