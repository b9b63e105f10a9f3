import Classroom
import Foundation
import Grading
import Reports
import Synchronization

/// One run of `grade`: grades, shows, writes.
struct GradeRun: Sendable {
  let grader: SubmissionGrader
  let options: GradeOptions
  let console: Console
  /// What was typed, for the record of the run.
  let words: [String]
  private let started = Date()

  // MARK: - One submission

  func grade(_ submission: FoundSubmission) throws -> ExitCode {
    let folder = try options.output.map { path throws(InputError) in try ReportFolder(path) }
    let graded = try grader.graded(submission)
    let report = graded.report.redacted(for: options.audience)
    if let folder {
      try write(report, into: folder)
      try folder.write(graded.record)
      try folder.write(runRecord(submissions: [report.handIn.name]).text, to: "run.json")
    }
    let format = folder == nil ? options.formats[0] : .text
    let style = Style(color: console.usesColor)
    if let plain = format.ofSubmission {
      console.print(plain.render(report, style))
    } else {
      let alone = ClassReport(entries: [report], passMark: options.rules.passMark)
      console.print(ClassFormat.csv.render(alone))
    }
    return report.isPass ? .success : .belowPassMark
  }

  private func write(_ report: Report, into folder: ReportFolder) throws(InputError) {
    try folder.write(ReportFormat.json.render(report), to: "report.json")
    // A raw error beside an answer gives the expected value away.
    if options.audience == .staff {
      try folder.write(EvidenceDocument(of: report).text, to: "evidence.json")
    }
    for case let format? in options.formats.map(\.ofSubmission) where format.name != "json" {
      try folder.write(format.render(report), to: "report." + format.fileExtension)
    }
  }

  // MARK: - A class

  func grade(
    classOf submissions: [FoundSubmission], without strays: [ClassReport.Ungraded]
  ) throws -> ExitCode {
    guard options.output != nil || options.formats[0].ofClass != nil else {
      throw UsageError("a class in this format needs a folder to go to: add --output DIR")
    }
    let folder = try options.output.map { path throws(InputError) in try ReportFolder(path) }
    // The kit is the same for all: made before the clock of any submission runs.
    _ = try grader.workshop.kit(for: grader.assignment.contract)
    console.progress("isolation: \(grader.workshop.isolation.description)")
    let count = submissions.count
    let done = Mutex(0)
    let complaints = Mutex<[String]>([])
    let outcomes = ClassRun(grader: grader, width: options.jobs).grade(submissions) {
      outcome, record in
      let number = done.withLock { done in
        done += 1
        return done
      }
      console.progress("[\(number)/\(count)] \(line(for: outcome))")
      // A report is on disk as soon as it is made, so that nothing graded is lost.
      guard let folder, case .graded(let report) = outcome else { return }
      do {
        try write(report.redacted(for: options.audience), into: folder.inner(report.handIn.name))
        if let record { try folder.write(record) }
      } catch {
        complaints.withLock { $0.append("\(error)") }
      }
    }
    let report = classReport(outcomes, strays)
    if let folder {
      let formats = options.formats.compactMap(\.ofClass)
      for format in [ClassFormat.text, .csv] + formats {
        try folder.write(format.render(report), to: format.fileName)
      }
      try folder.write(runRecord(of: report).text, to: "run.json")
    }
    let format = folder == nil ? options.formats[0].ofClass : .text
    console.print((format ?? .text).render(report, Style(color: console.usesColor)))
    if let complaint = complaints.withLock({ $0.first }) { throw InputError(complaint) }
    return report.ungraded.isEmpty ? .success : .ungraded
  }

  private func line(for outcome: ClassRun.Outcome) -> String {
    switch outcome {
    case .graded(let report):
      "\(report.isPass ? "PASS" : "FAIL")  \(report.handIn.name)  \(report.earned)/\(report.points)"
    case .ungraded(let name, let reason): "not graded  \(name): \(reason)"
    }
  }

  private func classReport(
    _ outcomes: [ClassRun.Outcome], _ strays: [ClassReport.Ungraded]
  ) -> ClassReport {
    var entries: [Report] = []
    var ungraded = strays
    for outcome in outcomes {
      switch outcome {
      case .graded(let report): entries.append(report.redacted(for: options.audience))
      case .ungraded(let name, let reason): ungraded.append(.init(name: name, reason: reason))
      }
    }
    return ClassReport(entries: entries, ungraded: ungraded, passMark: options.rules.passMark)
  }

  // MARK: - The run itself

  private func runRecord(of report: ClassReport) -> RunRecord {
    runRecord(
      isClass: true, submissions: report.entries.map(\.handIn.name), ungraded: report.ungraded)
  }

  private func runRecord(
    isClass: Bool = false, submissions: [String], ungraded: [ClassReport.Ungraded] = []
  ) -> RunRecord {
    RunRecord(
      options: words, started: started, workshop: grader.workshop, jobs: options.jobs,
      isClass: isClass, submissions: submissions, ungraded: ungraded)
  }
}

extension GradeOptions.Format {
  /// The format of one submission's report, where it is one.
  fileprivate var ofSubmission: ReportFormat? { ReportFormat.named(rawValue) }
  /// The format of a class's report, where it is one.
  fileprivate var ofClass: ClassFormat? { ClassFormat.named(rawValue) }
}
