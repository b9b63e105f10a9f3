import Foundation

/// One file of the tree, by its path from the top.
struct SourceFile: Sendable {
  let path: String
  let text: String
  /// The text with comments and the contents of string literals blanked out; lines stay in place.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = path.hasSuffix(".swift") ? SwiftText.code(of: text) : text
  }

  /// The file's own name, without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// How many lines the file has.
  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

  /// The places where a pattern occurs in the code, as line numbers from 1, each with what it is.
  func matches(of pattern: String) throws -> [(line: Int, match: [Substring])] {
    let regex = try Regex(pattern).anchorsMatchLineEndings()
    return code.matches(of: regex).map { match in
      (line(of: match.range.lowerBound), match.output.compactMap(\.substring))
    }
  }

  /// The number of the line that an index of `code` lies in, from 1.
  func line(of index: String.Index) -> Int {
    code[..<index].reduce(1) { $1.isNewline ? $0 + 1 : $0 }
  }

  /// A breach of a rule, in words that lead to its place.
  func breach(_ line: Int, _ rule: String) -> String { "\(path):\(line): \(rule)" }
}
