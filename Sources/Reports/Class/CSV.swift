/// Rows of cells as comma-separated values (RFC 4180), for people who open them in a spreadsheet.
///
/// Cells are read by code points, as spreadsheets read them: a comma with an accent on it is one
/// character to Swift, and yet it would end the cell.
package struct CSV: Sendable {
  private var rows: [String] = []

  /// No rows yet.
  package init() {}

  /// All rows, each with a line break.
  package var text: String { rows.map { $0 + "\n" }.joined() }

  /// Adds a row.
  package mutating func add(_ cells: [String]) {
    rows.append(cells.map(Self.quoted).joined(separator: ","))
  }

  private static func quoted(_ cell: String) -> String {
    let cell = harmless(cell).unicodeScalars
    // A log takes `::` and `##` at the first column for commands: a quote keeps them off it.
    let needsQuotes =
      cell.contains { ",\"\n\r".unicodeScalars.contains($0) }
      || ["::", "##", " "].contains { cell.starts(with: $0.unicodeScalars) } || cell.last == " "
    guard needsQuotes else { return String(cell) }
    var quoted = String.UnicodeScalarView()
    for scalar in cell {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"\(quoted)\""
  }

  /// The cell with an apostrophe in front, where a spreadsheet would run it as a formula.
  private static func harmless(_ cell: String) -> String {
    // The wide forms count as formulas in some East Asian settings.
    guard let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    else { return cell }
    return isNumber(cell) ? cell : "'" + cell
  }

  /// Whether the cell is a plain decimal number, with a minus or without.
  private static func isNumber(_ cell: String) -> Bool {
    let digits = cell.drop { $0 == "-" }
    let sides = digits.split(separator: ".", omittingEmptySubsequences: false)
    return cell.count - digits.count <= 1 && sides.count <= 2
      && sides.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }
  }
}
