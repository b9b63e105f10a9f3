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
    switch mismatch {
    case .unexpected(let typed):
      let name = VariantName(typed)
      let options =
        (name.form.map { ["--sheet \($0)"] } ?? []) + (name.numbers == nil ? [] : [option])
      let whose = name.form == nil ? ", a student's own numbers" : ""
      return "'\(sheet)' is the sheet of variant \(typed)\(whose); judge it with "
        + options.joined(separator: " and ")
    case .missing(let own):
      let name = VariantName(own)
      return name.numbers == nil
        ? "'\(sheet)' names no variant, and the sheet \(own) is asked for; if it is that one, add "
          + "the line variant = \(own)"
        : "'\(sheet)' names no variant, and \(student) has the numbers of variant \(own); it is "
          + "judged without \(option)"
    case .other(let typed, let own):
      return VariantName(own).numbers == nil
        ? "'\(sheet)' is the sheet of variant \(typed), and the sheet \(own) is asked for"
        : "'\(sheet)' is the sheet of variant \(typed), and \(student) has variant \(own): it is "
          + "another student's, or the seed or the student's name is not that of the handout"
    }
  }
}
