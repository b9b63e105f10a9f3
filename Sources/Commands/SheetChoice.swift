import Grading
import Reference

/// Which of an assignment's sheets the command line asks for.
enum SheetChoice {
  /// The option that says so.
  static let option = Option(
    "--sheet", "NAME", "A further sheet of the assignment (see list), such as tanh.")

  /// The sheet of that name; the assignment's own one without a name.
  ///
  /// - Throws: `InputError` where there is no hand-computed part, `UsageError` for another name.
  static func sheet(_ name: String?, of assignment: Assignment) throws -> SheetVariant {
    guard let own = SheetVariant(of: assignment) else { throw withoutSheet(assignment.id) }
    guard let name else { return own }
    guard let further = SheetVariant(of: assignment, form: name) else {
      throw UsageError(
        unknown: "sheet", name, among: Catalogue.furtherSheets(of: assignment.id).map(\.name))
    }
    return further
  }

  static func withoutSheet(_ id: String) -> InputError {
    InputError("\(id) has no hand-computed part; see gradecheck list \(id)")
  }
}
