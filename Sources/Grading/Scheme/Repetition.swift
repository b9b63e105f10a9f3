import Coursework
import NumericChecks

/// The first question of a check, asked once more at its end.
///
/// A method gives the same answer to the same inputs, whatever was asked in between. One that keeps
/// something from call to call may be right the first time only.
struct Repetition {
  let first: Exchange
  let again: Answer
  let tolerances: OutputTolerances

  /// Fails the outputs that are right, or of another convention, the first time only, and says of
  /// those that are wrong for no known reason that they do not stay the same.
  func judge(_ findings: [OutputFinding]) -> [OutputFinding] {
    let changing = findings.filter { finding in
      guard changes(finding.output) else { return false }
      return switch finding.verdict {
      case .passed: !isRightAgain(finding.output)
      case .accepted: !isAlike(finding.output)
      default: finding.verdict == .failed && finding.diagnosis == nil
      }
    }.map(\.output)
    return findings.map { finding in
      guard changing.contains(finding.output) else { return finding }
      var finding = finding
      if finding.verdict == .passed {
        finding.problem = "right when it is first asked, wrong when it is asked the same again"
        // The error of the first time is within the limit, and would contradict the verdict.
        finding.evidence = comparisonAgain(finding.output).map { Evidence([$0]) }
      }
      finding.verdict = .failed
      finding.credit = .zero
      finding.diagnosis = diagnosis(of: changing)
      return finding
    }
  }

  /// What to say of outputs that pass, but not with the same bits.
  func notes(on findings: [OutputFinding]) -> [Note] {
    let outputs = findings.filter { $0.verdict == .passed && changes($0.output) }.map(\.output)
    return outputs.isEmpty
      ? [] : [.differsWhenRepeated(question: first.question.name, outputs)]
  }

  private func changes(_ output: String) -> Bool {
    guard let before = first.got[output]?.tensor, let now = again[output]?.tensor else {
      return first.got[output] != again[output]
    }
    return before.shape != now.shape
      || zip(before.scalars, now.scalars).contains { $0 != $1 && !($0.isNaN && $1.isNaN) }
  }

  private func isRightAgain(_ output: String) -> Bool {
    guard first.expected[output]?.tensor != nil else { return true }
    return comparisonAgain(output)?.agrees ?? false
  }

  /// The second answer beside the right one; nil where one of them is missing.
  private func comparisonAgain(_ output: String) -> Comparison? {
    guard let expected = first.expected[output]?.tensor, let got = again[output]?.tensor else {
      return nil
    }
    return Comparison(of: got, with: expected, tolerance: tolerances[output])
  }

  /// Whether both answers are the same but for rounding, so that they have one convention.
  private func isAlike(_ output: String) -> Bool {
    guard let before = first.got[output]?.tensor, let now = again[output]?.tensor else {
      return false
    }
    return Comparison.separation(now, before) <= Recognition.match
  }

  /// Names outputs that do not stay the same.
  static let diagnosisID = "state"

  private func diagnosis(of outputs: [String]) -> Diagnosis {
    let change = outputs.count == 1 ? "changes" : "change"
    return Diagnosis(
      id: Self.diagnosisID,
      looksLike: "your \(outputs.inWords) \(change) when the same question is asked again",
      why: "something is kept from one call to the next, such as sums that are never set back to "
        + "0, or chance has a hand in it; the same inputs must always give the same answer",
      place: "\(first.question.name), and the variables outside of it that it changes")
  }
}
