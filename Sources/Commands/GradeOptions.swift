import Classroom
import Foundation
import Grading
import Hosting

/// The options of `grade`, read and checked before anything runs.
struct GradeOptions: Sendable {
  /// What can be printed or written for a run.
  enum Format: String, Sendable, CaseIterable { case text, json, junit, csv }

  /// What can be required of the isolation.
  private enum Requirement: String, CaseIterable { case strong }

  let assignment: Assignment?
  /// The course that is graded, or whose form of the assignment.
  let course: Course?
  /// Which further sheet the hand-computed part asks; its own one where nothing is said.
  let sheet: String?
  /// The conventions that the class has chosen, by name.
  let conventions: [String]
  /// Whether every student's sheet has numbers of its own.
  let hasVariants: Bool
  let output: String?
  let formats: [Format]
  let jobs: Int
  let rules: GradingRules
  let isolation: IsolationLevel.Choice
  /// Whether nothing may run with limits alone.
  let requiresStrongIsolation: Bool
  let audience: Audience
  let color: Console.ColorChoice
  let isQuiet: Bool

  static let all = [
    Option("--assignment", "ID", "The assignment; found from the submissions when left out."),
    Option(
      "--course", "ID",
      "All of the course, or its form of the assignment (found for Python)."),
    conventionOption,
    Option("--output", "DIR", "Write the reports into this folder."),
    Option("--format", "NAME", "text, json, junit or csv; may be repeated with --output."),
    Option("--audience", "WHO", "student (no expected values) or staff. Default: student."),
    Option("--seed", "TEXT", "The course's secret seed for the hidden inputs. Default: public."),
    SheetChoice.option,
    Option("--variants", nil, "Every sheet has its student's own numbers (see handout)."),
    Option("--pass-mark", "PERCENT", "The percentage that passes. Default: 60."),
    Option("--jobs", "N", "How many submissions are graded at once. Default: one a core."),
    Option("--time-limit", "S", "Seconds of computing for each check. Default: 5."),
    Option("--memory-limit", "MB", "Megabytes of memory for each check. Default: 1024."),
    Option(
      "--isolation", "LEVEL", "auto, bubblewrap, landlock or limits. Default: auto (landlock)."),
    Option("--require-isolation", "strong", "Grade nothing where limits alone would hold."),
    Option("--no-cache", nil, "Compile every submission anew."),
    Option("--quiet", nil, "No progress on standard error."),
    Option("--color", "WHEN", "auto, always or never. Default: auto."),
  ]

  static let conventionOption = Option(
    "--convention", "ID", "A convention that the class has chosen, for Python; may be repeated.")

  init(_ arguments: Arguments) throws(UsageError) {
    if let id = arguments.value("--assignment") {
      assignment = try Assignment.named(id)
    } else {
      assignment = nil
    }
    course = try arguments.value("--course").map(Course.named)
    if let course, let assignment, course.taught(assignment) == nil {
      throw UsageError(
        "\(course.id) does not teach \(assignment.id); it teaches "
          + course.entries.map(\.assignment).joined(separator: ", "))
    }
    sheet = arguments.value("--sheet")
    conventions = arguments.all("--convention")
    if let course { _ = try course.chosen(conventions) }
    hasVariants = arguments.has("--variants")
    output = arguments.value("--output")
    var formats: [Format] = []
    for name in arguments.all("--format") {
      guard let format = Format(rawValue: name) else {
        throw UsageError(unknown: "format", name, among: Format.allCases.map(\.rawValue))
      }
      formats.append(format)
    }
    self.formats = formats.isEmpty ? [.text] : formats
    guard output != nil || formats.count <= 1 else {
      throw UsageError("several formats need a folder to go to: add --output DIR")
    }
    jobs =
      try arguments.integer("--jobs", in: 1...256) ?? ProcessInfo.processInfo.activeProcessorCount
    rules = GradingRules(
      seed: try arguments.seed,
      limits: WorkerLimits(
        processorSeconds: try arguments.integer("--time-limit", in: 1...3600) ?? 5,
        memory: try arguments.integer("--memory-limit", in: 64...65_536) ?? 1024),
      passMark: Ratio(try arguments.integer("--pass-mark", in: 0...100) ?? 60),
      usesCache: !arguments.has("--no-cache"))
    isolation = try arguments.choice("--isolation", of: IsolationLevel.Choice.self) ?? .auto
    requiresStrongIsolation =
      try arguments.choice("--require-isolation", of: Requirement.self) != nil
    audience = try arguments.choice("--audience", of: Audience.self) ?? .student
    color = try arguments.choice("--color", of: Console.ColorChoice.self) ?? .auto
    isQuiet = arguments.has("--quiet")
  }
}
