/// What judging one submission's answers again changes, and why.
package struct ReportChange: Sendable {
  /// The report as it stands.
  package let before: Report
  /// The report by today's scheme and reference.
  package let after: Report
  /// The checks whose questions had to be asked anew.
  package let askedAnew: [String]

  /// Compares the report as it stands with today's.
  package init(from before: Report, to after: Report, askedAnew: [String] = []) {
    self.before = before
    self.after = after
    self.askedAnew = askedAnew
  }

  /// Why a report changes.
  package enum Cause: Sendable, Hashable {
    /// The points, the checks, their tolerances or their questions are others.
    case scheme
    /// These checks asked what they did not ask then.
    case newQuestions([String])
    /// The pass mark is another one.
    case passMark(before: Ratio, after: Ratio)
    /// The same answers to the same questions are judged differently: another reference, another
    /// default tolerance, or other known mistakes.
    case judgement
  }

  /// What happens to one output.
  package struct Output: Sendable, Hashable {
    /// `part.output`.
    package let name: String
    /// What it earned; `nil` where it is new.
    package let before: OutputResult?
    /// What it earns now; `nil` where the scheme has it no more.
    package let after: OutputResult?
    /// The mistake or convention that was recognised then.
    package let oldDiagnosis: Diagnosis?
    /// The one that is recognised now.
    package let newDiagnosis: Diagnosis?
  }
}

// MARK: - Whether the mark changes

extension ReportChange {
  /// Whether the submission loses anything: points, part of its percentage, or its pass.
  package var isLowered: Bool {
    after.earned < before.earned || after.percent < before.percent
      || (before.isPass && !after.isPass)
  }

  /// Whether the submission gains something and loses nothing.
  package var isRaised: Bool {
    !isLowered
      && (after.earned > before.earned || after.percent > before.percent
        || after.isPass != before.isPass)
  }
}

// MARK: - What and why

extension ReportChange {
  /// The outputs that change, in today's order; those that are no more come last.
  package var outputs: [Output] {
    let (old, new) = (before.outcomes, after.outcomes)
    let gone = old.filter { output in !new.contains { $0.name == output.name } }
    return (new + gone).compactMap { output in
      let then = old.first { $0.name == output.name }
      let now = new.first { $0.name == output.name }
      // Other sentences about the same mistake change nothing for the student.
      if then?.result == now?.result, then?.diagnosis?.id == now?.diagnosis?.id { return nil }
      return Output(
        name: output.name, before: then?.result, after: now?.result,
        oldDiagnosis: then?.diagnosis, newDiagnosis: now?.diagnosis)
    }
  }

  /// Why the report changes, the farthest reaching cause first.
  package var causes: [Cause] {
    var causes: [Cause] = []
    if before.subject.digest != after.subject.digest { causes.append(.scheme) }
    if !askedAnew.isEmpty { causes.append(.newQuestions(askedAnew)) }
    if before.passMark != after.passMark {
      causes.append(.passMark(before: before.passMark, after: after.passMark))
    }
    // What no other cause explains must be this one.
    if causes.isEmpty || (!outputs.isEmpty && before.subject.digest == after.subject.digest) {
      causes.append(.judgement)
    }
    return causes
  }
}

extension Report {
  fileprivate struct Outcome {
    let name: String
    let result: OutputResult
    let diagnosis: Diagnosis?
  }

  fileprivate var outcomes: [Outcome] {
    parts.flatMap { part in
      part.outputs.map { result in
        Outcome(
          name: "\(part.id).\(result.name)", result: result,
          diagnosis: part.findings.flatMap(\.outputs)
            .first { $0.output == result.name && $0.diagnosis != nil }?.diagnosis)
      }
    }
  }
}
