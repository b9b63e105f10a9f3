/// The reports of a whole class, and what a teacher does next with them.
package struct ClassReport: Sendable, Hashable {
  /// One report a submission, in the order of their names.
  package let entries: [Report]
  /// Submissions that we failed to grade, in the order of their names.
  package let ungraded: [Ungraded]
  /// Percent of the points that make a pass, such as 60.
  package let passMark: Ratio

  /// Puts the reports in the order of their names, so that no order of grading shows.
  package init(entries: [Report], ungraded: [Ungraded] = [], passMark: Ratio) {
    self.entries = entries.sorted { left, right in
      (left.handIn.name, left.subject.id, left.handIn.receipt)
        < (right.handIn.name, right.subject.id, right.handIn.receipt)
    }
    self.ungraded = ungraded.sorted { ($0.name, $0.reason) < ($1.name, $1.reason) }
    self.passMark = passMark
  }

  /// A submission without a mark through no fault of its own.
  package struct Ungraded: Sendable, Hashable {
    /// The file's or folder's own name; never a path.
    package let name: String
    /// One plain sentence: what went wrong on our side.
    package let reason: String

    /// A submission called `name` that could not be graded for the given reason.
    package init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }
}

// MARK: - Marks of the class

extension ClassReport {
  /// How many graded submissions reached the pass mark.
  package var passed: Int { entries.count { $0.isPass } }

  /// The mean of the percentages of all graded submissions; `nil` of none.
  package var meanPercent: Ratio? {
    entries.isEmpty ? nil : entries.map(\.percent).sum() / Ratio(entries.count)
  }

  /// The median of the percentages of all graded submissions; `nil` of none.
  package var medianPercent: Ratio? {
    let sorted = entries.map(\.percent).sorted()
    guard !sorted.isEmpty else { return nil }
    // An even number has two in the middle.
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

// MARK: - What to look at

extension ClassReport {
  /// A submission that a person should look at, because a machine's word is not enough.
  package struct Attention: Sendable, Hashable {
    /// The submission's name.
    package let name: String
    /// At least one.
    package let reasons: [Reason]
  }

  /// Why a person should look.
  package enum Reason: Sendable, Hashable {
    /// Nothing could be run.
    case notRunnable(HandIn.Status)
    /// The code misbehaved in these checks.
    case misbehaved(Verdict, checks: [String])
    /// Wrong in a way that no misconception explains, as `part.output`.
    case unrecognised(outputs: [String])
    /// Files were left out so that the rest could be graded.
    case setAside(files: [String])
    /// The contract asks for these methods and the submission lacks them.
    case missing(methods: [String])
  }

  /// The submissions that a person should look at, in the order of their names.
  package var needsYourEyes: [Attention] {
    entries.compactMap { report in
      let reasons = report.reasonsToLook
      return reasons.isEmpty ? nil : Attention(name: report.handIn.name, reasons: reasons)
    }
  }
}

extension Report {
  fileprivate var reasonsToLook: [ClassReport.Reason] {
    var reasons: [ClassReport.Reason] = []
    // Where nothing was run, no check says anything of its own.
    if handIn.status != .graded {
      reasons.append(.notRunnable(handIn.status))
    } else {
      for verdict in Verdict.allCases where verdict.isMisbehaviour {
        let checks = findings.filter { $0.verdict == verdict }.map(\.check)
        if !checks.isEmpty { reasons.append(.misbehaved(verdict, checks: checks)) }
      }
      let unrecognised = parts.flatMap(\.unrecognisedOutputs)
      if !unrecognised.isEmpty { reasons.append(.unrecognised(outputs: unrecognised)) }
    }
    if !handIn.setAside.isEmpty {
      reasons.append(.setAside(files: handIn.setAside.map(\.file)))
    }
    if !handIn.missing.isEmpty {
      reasons.append(.missing(methods: handIn.missing.map(\.expected)))
    }
    return reasons
  }
}

extension PartResult {
  fileprivate var unrecognisedOutputs: [String] {
    outputs.map(\.name).filter { name in
      let judged = findings.flatMap(\.outputs).filter { $0.output == name }
      // A mistake that one check recognised may be wrong in others too.
      return judged.contains { $0.verdict == .failed } && judged.allSatisfy { $0.diagnosis == nil }
    }
    .map { "\(id).\($0)" }
  }
}

// MARK: - What to teach again

extension ClassReport {
  /// A mistake that several students share.
  package struct Lesson: Sendable, Hashable {
    /// The mistake, in sentences.
    package let diagnosis: Diagnosis
    /// How many students made it.
    package let students: Int
  }

  /// Fewest students with one mistake that make it a matter of teaching.
  package static let fewestForLesson = 2

  /// The mistakes that at least two students made, the most frequent first.
  ///
  /// A student counts once for a mistake, however many outputs show it. Another convention counts
  /// only where it cost credit. Equal numbers stand in the order of the identifiers.
  package var teachAgain: [Lesson] {
    // One identifier has many sentences where numbers are put into words: "your w' is 0.999·w".
    var students: [Diagnosis: Set<String>] = [:]
    for report in entries {
      for output in report.findings.flatMap(\.outputs) where output.credit < .one {
        guard let diagnosis = output.diagnosis else { continue }
        students[diagnosis, default: []].insert(report.handIn.name)
      }
    }
    return students.filter { $0.value.count >= Self.fewestForLesson }
      .map { Lesson(diagnosis: $0.key, students: $0.value.count) }
      .sorted { ($1.students, $0.diagnosis.order) < ($0.students, $1.diagnosis.order) }
  }
}

extension Diagnosis {
  /// Tells any two apart, so that lessons always stand in the same order.
  fileprivate var order: String { [id, looksLike, why, place].joined(separator: "\n") }
}
