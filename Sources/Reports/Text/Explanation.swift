import Grading

/// What there is to say of one output in one check, apart from how it is laid out.
struct Explanation: Sendable {
  /// The check's identifier.
  let check: String
  let finding: OutputFinding
  private let part: String
  private let silence: Silence?
  private let remark: String?

  init(of finding: OutputFinding, in check: Finding, of part: PartResult) {
    self.check = check.check
    self.part = part.id
    self.finding = finding
    silence = check.silence
    remark = check.remark
  }

  /// What several outputs may have in common, so that it is said once.
  enum Cause: Sendable, Hashable {
    case diagnosis(Diagnosis)
    case silence(remark: String, check: String)
    /// Nothing is wrong with the derivative itself; another part may have another forward pass.
    case origin(Triage, part: String)
  }

  /// Why the output did not pass, where that is known; nothing for what is not written yet.
  var cause: Cause? {
    if let diagnosis = finding.diagnosis { return .diagnosis(diagnosis) }
    if let triage = finding.triage, triage.isConvention { return .origin(triage, part: part) }
    guard let remark, silence != .notImplemented else { return nil }
    return .silence(remark: remark, check: check)
  }

  /// What is wrong with the numbers, and the numbers that decided.
  var numbers: String {
    if finding.verdict == .skipped, finding.problem == nil {
      return "a check that this one depends on did not pass"
    }
    return [finding.problem, finding.evidence?.words].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// The verdict and its numbers in one sentence; numbers that are wrong say so themselves.
  var sentence: String {
    if numbers.isEmpty { return finding.verdict.words }
    return finding.verdict == .failed ? numbers : "\(finding.verdict.words): \(numbers)"
  }

  /// The first wrong number.
  var firstMismatch: String? { finding.evidence?.first?.words(of: finding.output) }

  /// Where a wrong gradient comes from, unless that is its cause already.
  var triage: String? {
    if case .origin = cause { return nil }
    return finding.triage?.sentence
  }

  /// The most telling sentence, for where there is room for one only.
  var headline: String {
    if let diagnosis = finding.diagnosis { return diagnosis.looksLike }
    if let remark { return remark }
    return [sentence, firstMismatch].compactMap(\.self).joined(separator: "; ")
  }
}

extension Explanation.Cause {
  /// The sentences that explain it, each with its label.
  var sentences: [(label: String, text: String)] {
    switch self {
    case .diagnosis(let diagnosis):
      [
        ("Looks like:", diagnosis.looksLike), ("Why:", diagnosis.why),
        ("Where:", diagnosis.place),
      ]
    case .silence(let remark, _): [("Reason:", remark)]
    case .origin(let triage, _): [("Looks like:", triage.sentence)]
    }
  }
}

// MARK: - Of a part

extension PartResult {
  /// What the part's checks say of one output, in the scheme's order.
  func explanations(of output: String) -> [Explanation] {
    findings.flatMap { finding in
      finding.outputs.filter { $0.output == output }.map {
        Explanation(of: $0, in: finding, of: self)
      }
    }
  }

  /// What its checks have to say besides, each once.
  var notes: [String] {
    var seen: Set<String> = []
    return findings.flatMap(\.notes).map(\.words).filter { seen.insert($0).inserted }
  }

  /// Whether any of its outputs was judged.
  ///
  /// Where code does not compile, an answer sheet beside it is judged all the same.
  var isJudged: Bool {
    findings.flatMap(\.outputs).contains {
      ![.notImplemented, .skipped, .notRun].contains($0.verdict)
    }
  }
}

extension Sequence<Explanation> {
  /// The one with the lowest credit, which decides what the output earns; the first of equals.
  var deciding: Explanation? { self.min { $0.finding.credit < $1.finding.credit } }
}
