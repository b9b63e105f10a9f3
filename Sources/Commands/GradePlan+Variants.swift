import Classroom
import Grading
import Reference

extension GradePlan {
  /// Draws everybody's own numbers where the options ask for it; none where all have the same.
  ///
  /// - Throws: `UsageError` where the assignment has no sheet to draw numbers for.
  func variants(
    for submissions: [FoundSubmission], _ options: GradeOptions, _ console: Console
  ) throws -> [String: OwnScheme] {
    guard options.hasVariants else { return [:] }
    guard let variants = try SheetVariants(of: assignment, under: options.rules.seed) else {
      throw UsageError(
        "\(assignment.id) has no hand-computed part, so no variants; leave out --variants")
    }
    console.progress("drawing every student's own numbers")
    let names = submissions.map(\.name)
    let drawn = Jobs.run(names, width: options.jobs) { name in
      Result { try variants.own(of: name) }
    }
    return try zip(names, drawn).reduce(into: [:]) { schemes, entry in
      let own = try entry.1.get()
      schemes[entry.0] = OwnScheme(assignment: own.assignment, worksheet: own.worksheet)
    }
  }
}
