import Worksheets

/// A sheet that was worked out from other numbers than those at hand, so that no mark would be fair.
package struct OtherNumbers: Error, Hashable, CustomStringConvertible {
  /// What the sheet is called.
  package let sheet: String
  /// Whose own numbers are at hand, where any are.
  package let student: String?
  /// The option that takes students' own numbers.
  package let option: String
  package let mismatch: VariantMismatch

  package init(
    sheet: String, of student: String?, _ mismatch: VariantMismatch, option: String = "--variants"
  ) {
    self.sheet = sheet
    self.student = student
    self.option = option
    self.mismatch = mismatch
  }

  /// One sentence.
  package var description: String {
    let student = student ?? "its student"
    return switch mismatch {
    case .unexpected(let typed):
      "'\(sheet)' is the sheet of variant \(typed), a student's own numbers; judge it with \(option)"
    case .missing(let own):
      "'\(sheet)' names no variant, and \(student) has the numbers of variant \(own); it is judged "
        + "without \(option)"
    case .other(let typed, let own):
      "'\(sheet)' is the sheet of variant \(typed), and \(student) has variant \(own): it is "
        + "another student's, or the seed or the student's name is not that of the handout"
    }
  }
}
