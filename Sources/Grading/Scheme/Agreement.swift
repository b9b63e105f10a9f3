import Coursework
import NumericChecks

/// Compares the answers to several questions with the right ones, output by output.
package struct Agreement {
  let exchanges: [Exchange]
  let tolerances: [OutputTolerances]
  private let singlePrecision: SinglePrecision?

  /// Compares element by element, within one tolerance for each exchange, by default the standard.
  ///
  /// - Parameters:
  ///   - exchanges: The answers beside the right ones.
  ///   - tolerances: One for each exchange.
  ///   - singlePrecision: What accepts answers in `Float`; nothing does where it is left out.
  package init(
    exchanges: [Exchange], tolerances: [OutputTolerances]? = nil,
    singlePrecision: SinglePrecision? = nil
  ) {
    self.singlePrecision = singlePrecision
    self.exchanges = exchanges
    self.tolerances = tolerances ?? exchanges.map { _ in OutputTolerances(.standard) }
  }

  /// One finding for each output, with the mistake behind it where one is recognised.
  package func judge(
    _ outputs: [String], misconceptions: [Misconception], tolerated: [Misconception] = [],
    terms: [TermSum] = []
  ) throws -> [OutputFinding] {
    var findings = try outputs.map(judge)
    var wrong = findings.filter { $0.verdict == .failed }.map(\.output)
    guard !wrong.isEmpty else { return findings }
    let recognition = try Recognition(of: exchanges, among: misconceptions)
    let known = recognition.explain(wrong)
    var accepted = try explain(wrong.filter { known[$0] == nil }, by: tolerated)
    let open = wrong.filter { known[$0] == nil && accepted[$0] == nil }
    accepted.merge(try singlePrecision?.explain(open) ?? [:]) { first, _ in first }
    findings = findings.map { $0.accepted(as: accepted[$0.output]) }
    wrong.removeAll { accepted[$0] != nil }
    let changedPlaces = ChangedPlaces(in: exchanges).explain(wrong)
    let explained = recognition.explain(wrong).filter { changedPlaces[$0.key] == nil }
    let unknown = wrong.filter { explained[$0] == nil && changedPlaces[$0] == nil }
    let unlisted = UnlistedMistakes(in: exchanges).explain(unknown)
    let sums = try TermSum.explain(
      unknown.filter { unlisted[$0] == nil }, in: exchanges, by: terms)
    for index in findings.indices where findings[index].verdict == .failed {
      let output = findings[index].output
      let misconception = explained[output]
      findings[index].diagnosis =
        changedPlaces[output] ?? misconception?.diagnosis ?? unlisted[output] ?? sums[output]
      findings[index].nearest = recognition.nearest(to: output)
      // The part may give it credit; the mistake of a convention that it fixes earns none.
      if misconception?.kind == .convention { findings[index].verdict = .accepted }
    }
    return findings
  }

  /// For each of the outputs what is tolerated and gives its numbers, to round-off, in every
  /// exchange.
  private func explain(
    _ outputs: [String], by tolerated: [Misconception]
  ) throws -> [String: Diagnosis] {
    let forms = tolerated.filter { form in
      exchanges.allSatisfy { $0.question.name == form.question }
    }
    var explained: [String: Diagnosis] = [:]
    for output in outputs {
      explained[output] = try forms.first { form in
        try exchanges.allSatisfy { exchange in
          guard let got = exchange.got[output]?.tensor,
            let near = try form.answer(exchange.question)[output]?.tensor,
            got.shape == near.shape, (got.scalars + near.scalars).allSatisfy(\.isFinite)
          else { return false }
          return Comparison.separation(got, near) <= Recognition.match
        }
      }?.diagnosis
    }
    return explained
  }

  private func judge(_ output: String) throws -> OutputFinding {
    // Only a comparison can pass, and without a right answer there is nothing to compare with.
    guard exchanges.contains(where: { $0.expected[output]?.tensor != nil }) else {
      throw SchemeFault(question: exchanges.first?.question.name ?? "", output: output)
    }
    var comparisons: [Comparison] = []
    for (exchange, tolerances) in zip(exchanges, tolerances) {
      guard let expected = exchange.expected[output]?.tensor else { continue }
      guard let got = exchange.got[output]?.tensor else {
        return OutputFinding(
          output, verdict: .failed, credit: .zero, problem: "the answer holds no '\(output)'")
      }
      comparisons.append(Comparison(of: got, with: expected, tolerance: tolerances[output]))
    }
    let evidence = Evidence(comparisons)
    guard let failure = comparisons.first(where: { $0.outcome != .agrees }) else {
      return OutputFinding(output, verdict: .passed, credit: .one, evidence: evidence)
    }
    return OutputFinding(
      output, verdict: .failed, credit: .zero, problem: Self.problem(failure.outcome),
      evidence: evidence)
  }

  private static func problem(_ outcome: Comparison.Outcome) -> String? {
    switch outcome {
    case .agrees, .differs: nil
    case .wrongShape(let got, let expected):
      "wrong shape: got \(got.shapeText), expected \(expected.shapeText)"
    case .notFinite(let nan, let infinite, let index):
      index.isEmpty
        ? "\(nan > 0 ? "NaN" : "infinite") where a finite number belongs"
        : "not a number or infinite where a finite number belongs "
          + "(\(nan) NaN, \(infinite) infinite, first at \(index))"
    }
  }
}

extension OutputFinding {
  /// The finding with full credit all the same, where there is a reason.
  fileprivate func accepted(as reason: Diagnosis?) -> OutputFinding {
    guard let reason else { return self }
    // Evidence would call its numbers wrong.
    return OutputFinding(output, verdict: .accepted, credit: .one, diagnosis: reason)
  }
}

extension Evidence {
  /// All comparisons of one output, taken together.
  init(_ comparisons: [Comparison]) {
    self.init(
      worstError: comparisons.map(\.worstError).max() ?? 0,
      limit: comparisons.first?.limit ?? 0,
      mismatched: comparisons.map(\.mismatched).reduce(0, +),
      count: comparisons.map(\.count).reduce(0, +),
      first: comparisons.lazy.compactMap(\.first).first.map {
        Mismatch(index: $0.index, got: Self.text($0.got), expected: Self.text($0.expected))
      })
  }

  /// A number as a report shows it; the sign of a NaN means nothing.
  private static func text(_ number: Double) -> String {
    number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-infinity" : "infinity") : "\(number)"
  }
}
