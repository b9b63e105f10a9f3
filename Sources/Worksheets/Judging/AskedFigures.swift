/// How many digits a sheet asks for.
///
/// Four decimals, or as many as show three significant figures of a small number; of a number of 1
/// and more four figures are enough, since no step of the way was asked for more.
package struct AskedFigures: Sendable, Hashable {
  /// Digits after the point that an entry must have, unless it has ``enough`` figures.
  package let decimals: Int
  /// Significant figures that small numbers must have.
  package let figures: Int
  /// Significant figures with which no decimals are missed.
  package let enough: Int

  /// Four decimals, three figures of small numbers, four figures of large ones.
  package static let standard = AskedFigures(decimals: 4, figures: 3, enough: 4)

  /// So many digits; none of the three may be below 1.
  package init(decimals: Int, figures: Int, enough: Int) {
    precondition(decimals > 0 && figures > 0 && enough > 0, "a sheet must ask for digits")
    self.decimals = decimals
    self.figures = figures
    self.enough = enough
  }

  /// How many decimals an entry must have whose right value is that number.
  package func decimals(for value: Double) -> Int {
    guard value.isFinite, value != 0 else { return decimals }
    let place = PowerOfTen.place(ofFirstDigit: value)
    guard place < 0 else { return max(0, min(decimals, enough - 1 - place)) }
    return max(decimals, figures - 1 - place)
  }
}
