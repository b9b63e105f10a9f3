import Classroom
import Grading
import Reference

extension GradePlan {
  /// The sheet that the options ask for; `nil` where the assignment has no hand-computed part.
  ///
  /// - Throws: `UsageError` for a sheet that there is not.
  func sheet(_ options: GradeOptions) throws -> SheetVariant? {
    guard options.sheet != nil || Catalogue.worksheet(of: assignment.id) != nil else { return nil }
    return try SheetChoice.sheet(options.sheet, of: assignment)
  }

  /// By name those who are not judged by the scheme that all others are judged by.
  ///
  /// A row of a table can hold no code, so the hand-computed part alone is its work.
  ///
  /// - Throws: `UsageError` where students shall have numbers of their own, and there is no sheet.
  func ownSchemes(
    for submissions: [FoundSubmission], asking sheet: SheetVariant?, _ options: GradeOptions,
    _ console: Console
  ) throws -> [String: OwnScheme] {
    let variants = try variants(for: submissions, options, console)
    return submissions.reduce(into: [:]) { schemes, submission in
      let own = variants[submission.name]
      guard let asked = own ?? sheet, own != nil || submission.row != nil else { return }
      schemes[submission.name] = OwnScheme(
        assignment: submission.row == nil ? asked.assignment : asked.assignment.handWork,
        worksheet: asked.worksheet)
    }
  }

  /// Draws everybody's own numbers where the options ask for it; none where all have the same.
  private func variants(
    for submissions: [FoundSubmission], _ options: GradeOptions, _ console: Console
  ) throws -> [String: SheetVariant] {
    guard options.hasVariants else { return [:] }
    guard
      let variants = try SheetVariants(
        of: assignment, form: options.sheet, under: options.rules.seed)
    else {
      throw UsageError(
        "\(assignment.id) has no hand-computed part, so no variants; leave out --variants")
    }
    console.progress("drawing every student's own numbers")
    let names = submissions.map(\.name)
    let drawn = Jobs.run(names, width: options.jobs) { name in
      Result { try variants.own(of: name) }
    }
    return try zip(names, drawn).reduce(into: [:]) { own, entry in
      own[entry.0] = try entry.1.get()
    }
  }
}
