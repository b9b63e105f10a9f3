import Classroom
import Foundation
import Grading
import Hosting

/// The options of `regrade`, read and checked before anything is read or run.
struct RegradeOptions: Sendable {
  let seed: Seed
  /// `nil` where each report keeps its own.
  let passMark: Ratio?
  /// `nil` where each report keeps its own.
  let audience: Audience?
  /// The conventions that the class has chosen, by name; empty where each report keeps its own.
  let conventions: [String]
  let allowsLower: Bool
  let isDryRun: Bool
  let jobs: Int
  let limits: WorkerLimits
  let isolation: IsolationLevel.Choice
  let requiresStrongIsolation: Bool
  let color: Console.ColorChoice
  let isQuiet: Bool

  static let all = [
    Option("--allow-lower", nil, "Write marks that fall, too."),
    Option("--dry-run", nil, "Show what would change, and write nothing."),
    Option("--submissions", "PATH", "Where they lie, for questions never asked; may be repeated."),
    Option("--pilot", "PATH", "Whose marks a new part would move: --submissions and --dry-run."),
    Option("--convention", "ID", "Another convention. Default: those of the grading."),
    Option("--seed", "TEXT", "The seed of the grading. Default: public."),
    Option("--pass-mark", "PERCENT", "Another pass mark. Default: that of the reports."),
    Option("--audience", "WHO", "student or staff. Default: that of the reports."),
    Option("--jobs", "N", "How many submissions are judged at once. Default: one a core."),
    Option("--time-limit", "S", "Seconds of computing for each check. Default: 5."),
    Option("--memory-limit", "MB", "Megabytes of memory for each check. Default: 1024."),
    Option(
      "--isolation", "LEVEL", "auto, bubblewrap, landlock or limits. Default: auto (landlock)."),
    Option("--require-isolation", "strong", "Run nothing where limits alone would hold."),
    Option("--quiet", nil, "No progress on standard error."),
    Option("--color", "WHEN", "auto, always or never. Default: auto."),
  ]

  init(_ arguments: Arguments) throws(UsageError) {
    let common = try GradeOptions(arguments)
    seed = common.rules.seed
    passMark = arguments.value("--pass-mark") == nil ? nil : common.rules.passMark
    audience = arguments.value("--audience") == nil ? nil : common.audience
    conventions = common.conventions
    allowsLower = arguments.has("--allow-lower")
    isDryRun = arguments.has("--dry-run") || arguments.has("--pilot")
    jobs = common.jobs
    limits = common.rules.limits
    isolation = common.isolation
    requiresStrongIsolation = common.requiresStrongIsolation
    color = common.color
    isQuiet = common.isQuiet
  }
}
