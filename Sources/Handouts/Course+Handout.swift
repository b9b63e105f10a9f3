import Grading

extension Course {
  /// A page beside the packages of a course: which folder is what, and what of it counts.
  ///
  /// - Parameter assignments: Those of the catalogue, whole.
  /// - Returns: The page, in Markdown.
  package func handoutIndex(of assignments: [Assignment]) -> String {
    let rows = assignments.compactMap { assignment -> String? in
      guard let taught = taught(assignment) else { return nil }
      let isWhole = taught.parts.count == assignment.parts.count
      let parts = isWhole ? "all" : taught.parts.map(\.title).joined(separator: "; ")
      return "| `\(assignment.id)` | \(assignment.title) | \(parts) | \(taught.points) |"
    }
    return """
      # \(title)

      Each folder is a package of its own, with its own text, `README.md`, and its own checks, `swift test`.

      | folder | assignment | parts that count here | points |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}
