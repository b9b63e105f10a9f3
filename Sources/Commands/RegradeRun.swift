import Classroom
import Foundation
import Grading
import Hosting
import Reports

/// One run of `regrade`: judges, shows what changes, writes.
struct RegradeRun: Sendable {
  let past: PastRun
  let regrading: Regrading
  let options: RegradeOptions
  let console: Console
  /// What was typed, for the record of the run.
  let words: [String]
  let workshop: Workshop
  private let started = Date()

  func run() throws -> ExitCode {
    let outcomes = Jobs.run(past.submissions, width: options.jobs) { regrading.judge($0) }
    for case .otherSeed(let name) in outcomes {
      throw InputError(
        "'\(name)' was graded with another seed; give the seed of the grading with --seed")
    }
    for outcome in outcomes { show(outcome) }
    console.print(summary(outcomes) + "\n")
    if options.isDryRun {
      console.print("Nothing was written.\n")
    } else {
      try write(outcomes)
    }
    return outcomes.contains { $0.isKept } ? .ungraded : .success
  }

  private func isWritten(_ judged: Regrading.Judged) -> Bool {
    options.allowsLower || !judged.change.isLowered
  }

  // MARK: - Showing

  private func show(_ outcome: Regrading.Outcome) {
    switch outcome {
    case .judged(let judged):
      guard !judged.isSame else { return }
      console.print(
        ChangeText.render(
          judged.change, isWritten: isWritten(judged), Style(color: console.usesColor)))
    case .kept(let name, _, let reason):
      console.complain("\(Sanitised(name).line) stays as it is: \(Sanitised(reason).line)")
    case .otherSeed: break
    }
  }

  private func summary(_ outcomes: [Regrading.Outcome]) -> String {
    var judged: [Regrading.Judged] = []
    for case .judged(let each) in outcomes { judged.append(each) }
    let (higher, lower) = (
      judged.count { $0.change.isRaised }, judged.count { $0.change.isLowered }
    )
    let same = judged.count { $0.isSame }
    var words =
      "\(judged.count) judged again: \(higher) higher, \(lower) lower, "
      + "\(judged.count - higher - lower - same) with the same mark for other reasons, "
      + "\(same) unchanged"
    if judged.count < outcomes.count { words += "; \(outcomes.count - judged.count) not judged" }
    return words
  }

  // MARK: - Writing

  private func write(_ outcomes: [Regrading.Outcome]) throws {
    var entries: [Report] = []
    var ungraded = past.ungraded
    for outcome in outcomes {
      switch outcome {
      case .judged(let judged) where isWritten(judged):
        try write(judged)
        entries.append(judged.change.after)
      case .judged(let judged): entries.append(judged.change.before)
      case .kept(_, let report?, _): entries.append(report)
      case .kept(let name, nil, let reason): ungraded.append(.init(name: name, reason: reason))
      case .otherSeed: break
      }
    }
    if past.isClass {
      let report = ClassReport(
        entries: entries, ungraded: ungraded,
        passMark: options.passMark ?? entries.first?.passMark ?? 60)
      for format in ClassFormat.all where past.folder.has(format.fileName) {
        try past.folder.write(format.render(report), to: format.fileName)
      }
    }
    let run = RunRecord(
      options: words, started: started, workshop: workshop, jobs: options.jobs,
      isClass: past.isClass, submissions: past.submissions, ungraded: past.ungraded)
    // How the answers were made stays in run.json.
    try past.folder.write(run.text, to: "regrade.json")
  }

  private func write(_ judged: Regrading.Judged) throws(FileError) {
    let folder = past.reports(of: judged.name)
    let report = judged.change.after
    for format in ReportFormat.all {
      let name = "report." + format.fileExtension
      if folder.has(name) { try folder.write(format.render(report), to: name) }
    }
    let pages = judged.sheet?.pages(for: judged.audience) ?? [:]
    for name in [SheetAppeal.pageName, SheetAppeal.pictureName] where folder.has(name) {
      guard let text = pages[name] else {
        folder.remove(name)
        continue
      }
      try folder.write(text, to: name)
    }
    switch judged.audience {
    case .staff: try folder.write(EvidenceDocument(of: report).text, to: "evidence.json")
    case .student: folder.remove("evidence.json")
    }
    if let record = judged.record { try past.folder.write(record) }
  }
}
