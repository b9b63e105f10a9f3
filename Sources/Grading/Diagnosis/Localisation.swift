import Coursework
import NumericChecks
import Tensors

extension Assignment {
  /// The findings with the piece at fault named, where a composite is wrong and nothing says why.
  ///
  /// The student is asked for the pieces only if there is something to explain, and only with public
  /// numbers: what the reference's pieces give to the student's must be no secret.
  ///
  /// - Parameters:
  ///   - findings: What the check found.
  ///   - questions: The check's questions as the public seed draws them.
  ///   - student: Whom to ask.
  /// - Returns: The findings, some of them with a diagnosis.
  /// - Throws: only for faults of our own environment.
  func locating(
    _ findings: [OutputFinding], at questions: [Question], asking student: any Respondent
  ) throws -> [OutputFinding] {
    let unnamed = findings.filter { $0.verdict == .failed && $0.diagnosis == nil }.map(\.output)
    guard !unnamed.isEmpty, questions.count >= Recognition.fewestExchanges,
      let composition = compositions.first(where: { composition in
        questions.allSatisfy { $0.name == composition.question }
      })
    else { return findings }
    let interview = try Interview(asking: questions, of: student, besides: reference)
    let exchanges = interview.exchanges
    // What public numbers do not show cannot be explained with them.
    let open = unnamed.filter { output in exchanges.contains { $0.isFarOff(in: output) } }
    guard interview.silence == nil, !open.isEmpty else { return findings }
    let isUnnamed = findings.allSatisfy { $0.diagnosis == nil }
    var search = Substitution(
      composition: composition, exchanges: exchanges, reference: reference, student: student)
    var diagnoses: [String: Diagnosis] = [:]
    switch try search.fault() {
    case .pieces(let wrong):
      for output in open { diagnoses[output] = composition.diagnosis(of: wrong) }
    case .joining where isUnnamed:
      for output in open { diagnoses[output] = composition.diagnosisOfJoining }
    case .joining: break
    case nil:
      // Beside another mistake, some outputs may still be right but for the pieces.
      let pieces = try search.pieces(behind: open)
      for (output, wrong) in pieces {
        let alike = open.filter { pieces[$0] == wrong }
        diagnoses[output] = composition.diagnosis(of: wrong, in: alike)
      }
    }
    return findings.map { finding in
      var finding = finding
      finding.diagnosis = diagnoses[finding.output] ?? finding.diagnosis
      return finding
    }
  }
}

extension Exchange {
  /// Whether an output lies so far from the right one that a mistake can be named by it.
  fileprivate func isFarOff(in output: String) -> Bool {
    guard let right = expected[output]?.tensor, let given = got[output]?.tensor
    else { return false }
    return Comparison.separation(given, right) >= Recognition.separation
  }
}
