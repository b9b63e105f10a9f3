import Grading
import PlainText

/// What is true of one run rather than of a submission: when, where, how.
///
/// It stands in `run.json`, beside reports that know none of it. Whoever fills it leaves out what
/// must stay secret, the course's seed above all.
package struct RunRecord: Sendable, Hashable {
  /// The name and version of the schema.
  package static let schema = "gradecheck/run/1"

  /// The version of gradecheck.
  package let version: String
  /// The command line's words, without secrets.
  package let options: [String]
  /// When the run began, by ISO 8601.
  package let started: String
  /// How long it took, in seconds.
  package let duration: Double
  /// What kept the workers apart, such as `landlock`.
  package let isolation: String
  /// The compiler's version.
  package let toolchain: String
  /// Processor and system.
  package let machine: String
  /// How many submissions were graded at a time.
  package let jobs: Int
  /// Whether a class was graded, so that each submission has a folder of its own.
  package let isClass: Bool
  /// The names of the submissions that have a report.
  package let submissions: [String]
  /// The submissions that have none, and why.
  package let ungraded: [ClassReport.Ungraded]

  /// A record of one run.
  package init(
    version: String, options: [String], started: String, duration: Double, isolation: String,
    toolchain: String, machine: String, jobs: Int, isClass: Bool, submissions: [String],
    ungraded: [ClassReport.Ungraded]
  ) {
    self.version = version
    self.options = options
    self.started = started
    self.duration = duration
    self.isolation = isolation
    self.toolchain = toolchain
    self.machine = machine
    self.jobs = jobs
    self.isClass = isClass
    self.submissions = submissions
    self.ungraded = ungraded
  }

  /// `run.json` as text, keys sorted, ending in a line break.
  package var text: String {
    JSON.members([
      ("schema", .string(Self.schema)),
      ("version", .string(version)),
      ("options", .array(options.map(JSON.string))),
      ("started", .string(started)),
      ("duration", .double(duration)),
      ("isolation", .string(isolation)),
      ("toolchain", .string(toolchain)),
      ("machine", .string(machine)),
      ("jobs", .integer(jobs)),
      ("class", .bool(isClass)),
      ("submissions", .array(submissions.map(JSON.string))),
      (
        "ungraded",
        .array(
          ungraded.map {
            .members([("name", .string($0.name)), ("reason", .string($0.reason))])
          })
      ),
    ]).documentText
  }
}
