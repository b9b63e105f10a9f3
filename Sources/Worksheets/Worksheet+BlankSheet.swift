extension Worksheet {
  /// The text that students fill in: the question as comments, then an empty line for each slot.
  package var blankSheet: String {
    var lines = ["# \(title)", "#"]
    lines += task.map { "# \($0)" }
    lines += ["#", "# Given:"]
    lines += givens.map { "#   \($0)" }
    lines += ["#"] + instructions.map { "# \($0)" }
    lines += ["", "assignment = \(id)"] + (variant.map { ["variant = \($0)"] } ?? [])
    for slot in slots {
      lines += ["", "# \(slot.meaning)", "\(slot.name) = \(Self.skeleton(slot.shape))"]
    }
    // A line without a value ends in no space.
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
      .joined(separator: "\n") + "\n"
  }

  private var instructions: [String] {
    [
      "Write each value behind its equals sign, with a decimal point, to at least "
        + "\(asked.decimals) decimals;",
      "for numbers below 0.01 that is too few: give \(asked.figures) "
        + "significant figures (0.00123 or 1.23e-3);",
      "of numbers of 1 and more \(asked.enough) significant figures are enough (1.234).",
      "Who writes decimal commas adds the line 'decimal = comma' and separates by semicolons.",
      "Keep all digits of your calculator in between and round only what you write here.",
      "A blank step costs nothing if a result that builds on it is filled in and right.",
    ]
  }

  /// Brackets and commas of a shape, to be filled: `[[ , ], [ , ]]`.
  private static func skeleton(_ shape: [Int]) -> String {
    guard let length = shape.first else { return "" }
    guard shape.count > 1 else {
      return "[\(Array(repeating: " ", count: length).joined(separator: ","))]"
    }
    let row = skeleton(Array(shape.dropFirst()))
    return "[\(Array(repeating: row, count: length).joined(separator: ", "))]"
  }
}
