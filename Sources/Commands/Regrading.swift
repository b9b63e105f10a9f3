import Classroom
import Grading
import Hosting
import Reference
import Reports
import Worksheets

/// Judges the answers of one submission again, from its record and, where that does not suffice,
/// from its code.
struct Regrading: Sendable {
  let past: PastRun
  let options: RegradeOptions
  let workshop: Workshop
  /// Where the submissions lie, by name, as far as that was said.
  let submissions: [String: FoundSubmission]
  private let turns = SharedTurns()

  /// What became of one submission.
  enum Outcome: Sendable {
    case judged(Judged)
    /// Its report stays as it is, where there is one, for the given reason.
    case kept(name: String, Report?, reason: String)
    /// Its questions were drawn from another seed.
    case otherSeed(name: String)

    var isKept: Bool { if case .kept = self { true } else { false } }
  }

  /// Answers that were judged again.
  struct Judged: Sendable {
    let name: String
    let change: ReportChange
    let audience: Audience
    /// The new record, where anything was asked anew.
    let record: Record?
    /// What decided about the hand-computed sheet, where there is one.
    let sheet: SheetAppeal?
    /// Whether the report's text is the same.
    let isSame: Bool
  }

  func judge(_ name: String) -> Outcome {
    var before: Report?
    do {
      let (text, report) = try past.report(of: name)
      before = report
      let record = try past.record(of: name)
      guard Sanitised(record.handIn.receipt).line == report.handIn.receipt,
        record.assignment == report.subject.id
      else { throw InputError("its record and its report are not of the same submission") }
      guard record.isOf(options.seed) else { return .otherSeed(name: name) }
      return .judged(try judge(record, after: report, text))
    } catch {
      return .kept(name: name, before, reason: "\(error)")
    }
  }

  private func judge(_ record: Record, after before: Report, _ text: [UInt8]) throws -> Judged {
    let name = record.handIn.name
    let audience = options.audience ?? past.audience(of: name)
    let scheme = try scheme(of: record)
    let passMark = options.passMark ?? before.passMark
    var (now, asked, newRecord): (Report, [String], Record?)
    do {
      (now, asked, newRecord) = (
        try record.report(by: scheme.judging, seed: options.seed, passMark: passMark), [], nil
      )
    } catch let neverAsked as NeverAsked {
      guard let found = submissions[name] else {
        throw InputError("\(neverAsked); say where the submissions are with --submissions PATH")
      }
      let grader = SubmissionGrader(
        assignment: scheme.assignment, worksheet: scheme.worksheet, members: scheme.members,
        workshop: workshop,
        rules: GradingRules(seed: options.seed, limits: options.limits, passMark: passMark),
        python: try scheme.course.map { try python($0, scheme.judging) }, turns: turns)
      let (graded, anew) = try grader.regraded(record, from: found)
      (now, asked, newRecord) = (graded.report, anew, graded.record)
    }
    let after = now.redacted(for: audience)
    return Judged(
      name: name, change: ReportChange(from: before, to: after, askedAnew: asked),
      audience: audience, record: newRecord,
      sheet: try scheme.worksheet.flatMap {
        try SheetAppeal(of: newRecord ?? record, by: scheme.judging, asking: $0)
      },
      isSame: Array(ReportFormat.json.render(after).utf8) == text)
  }

  /// By what the answers were judged.
  private struct Scheme {
    /// The assignment, or a whole course as one.
    let assignment: Assignment
    let worksheet: Worksheet?
    var members: [CourseMember] = []
    /// The course in whose form a submission in Python was judged.
    var course: Course?
    /// The assignment in that form.
    let judging: Assignment
  }

  private func scheme(of record: Record) throws -> Scheme {
    if let course = Catalogue.course(record.assignment) {
      let whole = course.whole(
        inPython: record.course != nil, by: try conventions(of: course, chosenIn: record))
      return Scheme(
        assignment: whole, worksheet: course.worksheet, members: course.members,
        course: record.course == nil ? nil : course, judging: whole)
    }
    guard let common = Catalogue.assignment(record.assignment) else {
      throw InputError("there is no assignment '\(record.assignment)' any more")
    }
    let sheet = try sheet(of: common, askedIn: record)
    let whole = sheet?.assignment ?? common
    let assignment = record.isOnPaper ? whole.handWork : whole
    guard let id = record.course else {
      return Scheme(assignment: assignment, worksheet: sheet?.worksheet, judging: assignment)
    }
    guard let course = Catalogue.course(id),
      let taught = try course.taught(
        assignment, beside: Catalogue.all, joinedBy: Catalogue.compositions,
        by: conventions(of: course, chosenIn: record))
    else {
      throw InputError("there is no course '\(id)' with \(assignment.id) any more")
    }
    return Scheme(
      assignment: assignment, worksheet: sheet?.worksheet, course: course, judging: taught)
  }

  /// What the class goes by: as it was graded, where the command line says nothing else.
  private func conventions(
    of course: Course, chosenIn record: Record
  ) throws(UsageError) -> [Course.Convention] {
    try course.chosen(options.conventions.isEmpty ? record.conventions : options.conventions)
  }

  /// The sheet by which the answers were judged; `nil` where there is no hand-computed part.
  private func sheet(
    of assignment: Assignment, askedIn record: Record
  ) throws -> SheetVariant? {
    let name = record.variant.map { VariantName($0) }
    let asked =
      name?.numbers == nil
      ? SheetVariant(of: assignment, form: name?.form)
      : try SheetVariants(of: assignment, form: name?.form, under: options.seed)?
        .own(of: record.handIn.name)
    guard asked?.assignment.variant == record.variant else {
      throw InputError(
        "it was judged by the sheet of variant \(record.variant ?? ""), which is not drawn so any "
          + "more")
    }
    return asked
  }

  private func python(_ course: Course, _ taught: Assignment) throws -> PythonGrading {
    let bench = try PythonWorkshop.find(home: workshop.home, isolation: workshop.isolation)
    return try PythonGrading(course, taught: taught, workshop: bench, home: workshop.home)
  }
}
