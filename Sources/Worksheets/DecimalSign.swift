/// What stands between a number's whole part and its decimals, as a sheet declares it.
package enum DecimalSign: String, Sendable, Hashable, CaseIterable {
  /// `0.5`, and commas between the numbers of a list.
  case point
  /// `0,5`, and semicolons between the numbers of a list.
  ///
  /// A point is read too, and so is a comma between numbers that does not stand between two digits.
  case comma

  /// Before the equals sign of the line that declares it: `decimal = comma`.
  package static let key = "decimal"

  /// What stands between the numbers of a list, in words.
  var separatorName: String {
    switch self {
    case .point: "comma"
    case .comma: "semicolon"
    }
  }
}
