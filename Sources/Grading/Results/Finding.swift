/// What one check found.
package struct Finding: Sendable, Hashable {
  /// The check's identifier, such as `affine-backward/values`.
  package let check: String
  /// How the check as a whole ended: the worst of its outputs, or why there was no answer.
  package let verdict: Verdict
  /// One entry for every output that the check judges, in the scheme's order.
  package var outputs: [OutputFinding]
  /// Why there was no answer, where there was none.
  package var silence: Silence?
  /// The question that met the silence, where that is known.
  package var question: String?
  /// What else there is to know, in the order of the questions; none of it costs a point.
  package var notes: [Note]

  /// A check that got an answer ends as its worst output did, the first of equals; it passes where
  /// it judges none.
  package init(check: String, outputs: [OutputFinding], notes: [Note] = []) {
    // `max` keeps the first of equals.
    let worst = outputs.map(\.verdict).max { $0.gravity < $1.gravity }
    self.init(check: check, verdict: worst ?? .passed, outputs: outputs, notes: notes)
  }

  /// A check that got no answer earns nothing for any of its outputs.
  package init(check: String, outputs: [String], silence: Silence) {
    // Not from the outputs: a check that judges none did not pass either.
    self.init(
      check: check, verdict: silence.verdict,
      outputs: outputs.map { OutputFinding($0, verdict: silence.verdict, credit: .zero) },
      silence: silence)
  }

  /// A finding as a report tells it.
  package init(
    check: String, verdict: Verdict, outputs: [OutputFinding], silence: Silence? = nil,
    notes: [Note] = []
  ) {
    self.check = check
    self.verdict = verdict
    self.outputs = outputs
    self.silence = silence
    self.notes = notes
  }
}

extension Verdict {
  /// How much a verdict outweighs others of the same check: what is wrong tells more than what is
  /// still to be done.
  fileprivate var gravity: Int {
    switch self {
    case .passed: 0
    case .accepted: 1
    case .notImplemented, .skipped, .notRun: 2
    case .failed, .threw, .crashed, .timedOut, .memoryExceeded, .outputExceeded, .exitedEarly,
      .protocolError:
      3
    }
  }
}

/// What one check found about one output.
package struct OutputFinding: Sendable, Hashable {
  /// The output's name, such as `gradB`.
  package let output: String
  /// How the output ended in this check.
  package var verdict: Verdict
  /// Between 0 and 1, exact.
  package var credit: Ratio
  /// One plain sentence: what is wrong, without the expected values.
  package var problem: String?
  /// The numbers behind the verdict.
  package var evidence: Evidence?
  /// What the answer looks like, where it was recognised.
  package var diagnosis: Diagnosis?
  /// The known mistake that a wrong answer is nearest to; for staff alone.
  package var nearest: Nearest?
  /// Where the answer is wrong on small numbers, in case it was not recognised.
  package var counterexample: Counterexample?
  /// Where a wrong gradient comes from, where that can be told.
  package var triage: Triage?

  /// A finding about the output of that name.
  package init(
    _ output: String, verdict: Verdict, credit: Ratio, problem: String? = nil,
    evidence: Evidence? = nil, diagnosis: Diagnosis? = nil, nearest: Nearest? = nil,
    counterexample: Counterexample? = nil
  ) {
    self.output = output
    self.verdict = verdict
    self.credit = credit
    self.problem = problem
    self.evidence = evidence
    self.diagnosis = diagnosis
    self.nearest = nearest
    self.counterexample = counterexample
  }
}

/// The numbers behind a verdict; raw, so they may differ by an ulp from one machine to another.
package struct Evidence: Sendable, Hashable {
  /// What errors are measured in.
  package enum Unit: String, Sendable, Hashable {
    /// Relative to the right value.
    case relative
    /// Units of the last digit that was typed.
    case lastDigit
  }

  /// What `worstError` and `limit` are measured in.
  package let unit: Unit
  /// The error that decided, of the worst element over all questions.
  package let worstError: Double
  /// The most that the check allows.
  package let limit: Double
  /// How many elements are wrong, over all questions.
  package let mismatched: Int
  /// How many elements were compared, over all questions.
  package let count: Int
  /// The first wrong element of the first question that has one.
  package var first: Mismatch?

  /// The numbers behind one verdict.
  package init(
    in unit: Unit = .relative, worstError: Double, limit: Double, mismatched: Int, count: Int,
    first: Mismatch? = nil
  ) {
    self.unit = unit
    self.worstError = worstError
    self.limit = limit
    self.mismatched = mismatched
    self.count = count
    self.first = first
  }

  /// One wrong element.
  package struct Mismatch: Sendable, Hashable {
    /// The index along each axis, from 0; empty for a plain number.
    package let index: [Int]
    /// What was answered.
    package let got: String
    /// Hidden from students: `nil` once a report is redacted.
    package var expected: String?

    /// An element that was answered with `got`.
    package init(index: [Int], got: String, expected: String?) {
      self.index = index
      self.got = got
      self.expected = expected
    }
  }
}
