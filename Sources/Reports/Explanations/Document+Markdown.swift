import Foundation
import Grading

extension Document {
  /// The page as Markdown, with tables as GitHub and most learning platforms read them.
  ///
  /// - Parameter picture: The name of the file with the picture, beside the page; without one the
  ///   page has none.
  /// - Returns: The whole text.
  func markdown(picture: String?) -> String {
    let pieces = blocks.compactMap { Self.piece($0, picture) }
    return (["# \(Self.escaped(title))"] + pieces).joined(separator: "\n\n") + "\n"
  }

  private static func piece(_ block: Block, _ file: String?) -> String? {
    switch block {
    case .heading(let text): return "## \(escaped(text))"
    case .paragraph(let text): return escaped(text)
    case .list(let items): return items.map { "- \(escaped($0))" }.joined(separator: "\n")
    case .lines(let lines):
      return lines.map { "    " + Sanitised($0).line }.joined(separator: "\n")
    case .table(let header, let rows): return table(header, rows)
    case .picture(let picture):
      return file.flatMap { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
        .map { "![\(escaped(picture.title))](\($0))" }
    }
  }

  private static func table(_ header: [String], _ rows: [[Cell]]) -> String {
    let cells = rows.map { row in
      row.map { ($0.mark.map { "\($0.sign) " } ?? "") + escaped($0.text) }
    }
    let rule = header.map { _ in "---" }
    return ([header.map(escaped), rule] + cells)
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// The text on one line, of which nothing is markup, a link or a mention.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in Sanitised(text).line.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "@": escaped += "&#64;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#", "!":
        escaped += "\\\(character)"
      default: escaped.unicodeScalars.append(character)
      }
    }
    // A bare address would become a link.
    return escaped.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
  }
}
