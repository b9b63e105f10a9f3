import Grading

extension Course {
  /// A page beside the packages of a course: which folder is what, and what of it counts.
  ///
  /// - Parameter catalogue: All assignments, whole.
  /// - Returns: The page, in Markdown.
  package func handoutIndex(of catalogue: [Assignment]) -> String {
    let rows = members(of: catalogue, inPython: false).map { member in
      let whole = catalogue.first { $0.id == member.id }
      let isWhole = whole?.parts.count == member.parts.count
      let parts = isWhole ? "all" : member.parts.map(\.title).joined(separator: "; ")
      return "| `\(member.id)` | \(member.title) | \(parts) | \(member.points) |"
    }
    return """
      # \(title)

      Each folder is a package of its own, with its own text, `README.md`, and its own checks, `swift test`.

      | folder | assignment | parts that count | points of 100 |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}
