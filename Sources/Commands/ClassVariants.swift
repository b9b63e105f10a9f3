import Classroom
import Grading
import Reference
import Worksheets

/// Every student's own numbers in a run of `grade`, and the sheets that do not belong to them.
struct ClassVariants {
  /// By the submission's name; empty where all have the same numbers.
  private(set) var schemes: [String: OwnScheme] = [:]
  /// Sheets with other numbers than those at hand: to judge them by these would be a wrong mark.
  private(set) var leftOut: [ClassReport.Ungraded] = []

  /// Draws the numbers of all submissions that a plan grades, as the options ask for it.
  ///
  /// - Throws: `UsageError` where the assignment has no sheet to draw numbers for.
  init(
    of submissions: [FoundSubmission], by plan: GradePlan, _ options: GradeOptions,
    _ console: Console
  ) throws {
    let assignment = plan.assignment
    guard let worksheet = Catalogue.worksheet(of: assignment.id) else {
      guard !options.hasVariants else {
        throw UsageError(
          "\(assignment.id) has no hand-computed part, so no variants; leave out --variants")
      }
      return
    }
    let others = Set(plan.leftOut.map(\.name))
    // A sheet beside code in Python is set aside by itself.
    let members = submissions.filter { !others.contains($0.name) && $0.language != .python }
    let variants =
      options.hasVariants ? try SheetVariants(of: assignment, under: options.rules.seed) : nil
    if variants != nil { console.progress("drawing every student's numbers") }
    let drawn = Jobs.run(members, width: options.jobs) { member in
      Result { (try variants?.own(of: member.name), SheetFile(of: member)?.sheet) }
    }
    for (member, drawn) in zip(members, drawn) {
      let (own, sheet) = try drawn.get()
      if let own {
        schemes[member.name] = OwnScheme(assignment: own.assignment, worksheet: own.worksheet)
      }
      guard let sheet, let mismatch = (own?.worksheet ?? worksheet).mismatch(with: sheet) else {
        continue
      }
      leftOut.append(
        .init(name: member.name, reason: mismatch.words(member.name, option: "--variants")))
    }
  }
}
