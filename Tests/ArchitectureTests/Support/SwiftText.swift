/// Reads Swift just well enough to tell code from comments and texts.
enum SwiftText {
  /// The code with everything in comments and string literals replaced by spaces, line by line.
  ///
  /// Interpolations are blanked with their literals. Regex literals are taken for code.
  static func code(of text: String) -> String {
    var scanner = Scanner(Array(text.unicodeScalars))
    scanner.code(until: nil)
    return String(String.UnicodeScalarView(scanner.result))
  }

  private struct Scanner {
    private let text: [Unicode.Scalar]
    private var position = 0
    private(set) var result: [Unicode.Scalar] = []

    init(_ text: [Unicode.Scalar]) { self.text = text }

    /// Copies code up to the closing bracket of an interpolation, or to the end of the file.
    mutating func code(until closing: Unicode.Scalar?) {
      var depth = 0
      while position < text.count {
        if starts(with: "//") {
          while position < text.count, text[position] != "\n" { blank() }
        } else if starts(with: "/*") {
          comment()
        } else if let hashes = openingQuote() {
          literal(hashes: hashes)
        } else {
          if text[position] == "(" { depth += 1 }
          if text[position] == closing {
            if depth == 0 { return }
            depth -= 1
          }
          copy()
        }
      }
    }

    private mutating func comment() {
      blank(2)
      while position < text.count, !starts(with: "*/") {
        if starts(with: "/*") { comment() } else { blank() }
      }
      blank(2)
    }

    /// The number of `#` before a quote that begins here, or nil where no literal does.
    private func openingQuote() -> Int? {
      let hashes = text[position...].prefix { $0 == "#" }.count
      let isQuote = position + hashes < text.count && text[position + hashes] == "\""
      return isQuote ? hashes : nil
    }

    private mutating func literal(hashes: Int) {
      blank(hashes)
      let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
      let pounds = String(repeating: "#", count: hashes)
      blank(quote.count)
      while position < text.count, !starts(with: quote + pounds) {
        if starts(with: "\\\(pounds)(") {
          blank(hashes + 2)
          let start = result.count
          code(until: ")")
          for place in start..<result.count where result[place] != "\n" { result[place] = " " }
          blank()
        } else if starts(with: "\\\(pounds)") {
          blank(hashes + 2)
        } else if quote.count == 1, text[position] == "\n" {
          // No literal after all, such as a quote in a regex: better to lose the rest of a line.
          return
        } else {
          blank()
        }
      }
      blank(quote.count + hashes)
    }

    private func starts(with word: String) -> Bool {
      text[position...].starts(with: word.unicodeScalars)
    }

    private mutating func copy() {
      result.append(text[position])
      position += 1
    }

    private mutating func blank(_ count: Int = 1) {
      for _ in 0..<count where position < text.count {
        result.append(text[position] == "\n" ? "\n" : " ")
        position += 1
      }
    }
  }
}
