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
    let output = try output(isClass: false)
    let report: Report
    if let finished = output?.recalled(submission) {
      report = finished
    } else {
      let graded = try grader.graded(submission)
      report = try output?.keep(graded) ?? graded.report.redacted(for: options.audience)
    }
    try output?.end(runRecord(submissions: [report.handIn.name]), isComplete: true)
    let format = output == nil ? options.formats[0] : .text
    let style = Style(color: console.usesColor)
    if let plain = format.ofSubmission {
      console.print(plain.render(report, style))
    } else {
      let alone = ClassReport(entries: [report], passMark: options.rules.passMark)
      console.print(ClassFormat.csv.render(alone))
    }
    return report.isPass ? .success : .belowPassMark
  }

  // MARK: - A class

  func grade(
    classOf submissions: [FoundSubmission], without strays: [ClassReport.Ungraded]
  ) throws -> ExitCode {
    guard options.output != nil || options.formats[0].ofClass != nil else {
      throw UsageError("a class in this format needs a folder to go to: add --output DIR")
    }
    let output = try output(isClass: true)
    // The kit is the same for all: made before the clock of any submission runs.
    if submissions.contains(where: { $0.language == .swift }) {
      for contract in grader.contracts { _ = try grader.workshop.kit(for: contract) }
    }
    console.progress("isolation: \(grader.workshop.isolation.description)")
    let finished = recall(submissions, from: output)
    let rest = submissions.filter { finished[$0.name] == nil }
    let graded = try grade(rest, after: finished.count, into: output)
    let report = classReport(finished.values.map { .graded($0) } + graded, strays)
    if let output {
      try output.write(report)
      // Whoever names another assignment is left for a run of its own.
      try output.end(
        runRecord(of: report), isComplete: report.ungraded.count == strays.count)
    }
    let format = output == nil ? options.formats[0].ofClass : .text
    console.print((format ?? .text).render(report, Style(color: console.usesColor)))
    return report.ungraded.isEmpty ? .success : .ungraded
  }

  /// The reports of those that an earlier run had finished, by name.
  private func recall(
    _ submissions: [FoundSubmission], from output: GradeOutput?
  ) -> [String: Report] {
    guard let output else { return [:] }
    let reports = Jobs.run(submissions, width: options.jobs) { output.recalled($0) }
    let finished = Dictionary(
      uniqueKeysWithValues: zip(submissions, reports).compactMap { found, report in
        report.map { (found.name, $0) }
      })
    if !finished.isEmpty {
      console.progress(
        "\(finished.count) of \(submissions.count) were finished before and are kept")
    }
    return finished
  }

  private func grade(
    _ submissions: [FoundSubmission], after finished: Int, into output: GradeOutput?
  ) throws -> [ClassRun.Outcome] {
    let done = Mutex(finished)
    let count = finished + submissions.count
    return try ClassRun(grader: grader, width: options.jobs).grade(submissions) { _, graded in
      guard let output else { return .graded(graded.report.redacted(for: options.audience)) }
      do {
        // A report is on disk as soon as it is made, so that nothing graded is lost.
        return .graded(try output.keep(graded))
      } catch let error as FileError where !error.isOfDisk {
        return .ungraded(name: graded.record.handIn.name, reason: error.description)
      }
    } observe: { outcome in
      let number = done.withLock { done in
        done += 1
        return done
      }
      console.progress("[\(number)/\(count)] \(line(for: outcome))")
    }
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
      case .graded(let report): entries.append(report)
      case .ungraded(let name, let reason): ungraded.append(.init(name: name, reason: reason))
      }
    }
    return ClassReport(entries: entries, ungraded: ungraded, passMark: options.rules.passMark)
  }

  // MARK: - The run itself

  private func output(isClass: Bool) throws -> GradeOutput? {
    try options.output.map {
      try GradeOutput($0, isClass: isClass, grader: grader, options: options)
    }
  }

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
