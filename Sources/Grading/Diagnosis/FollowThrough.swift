import Coursework

extension Composition {
  /// The key in `Part.conventionCredit` for a composite that is right with the submission's own
  /// wrong pieces in it.
  package static let creditKey = "own-pieces"

  /// "your train is right with your own mseLoss in it".
  func diagnosisOfFollowing(_ wrong: [String]) -> Diagnosis {
    Diagnosis(
      id: Self.creditKey,
      looksLike: "your \(question) is right with your own \(wrong.inWords) in it",
      why: "a right \(question) that uses your \(wrong.inWords) gives exactly your numbers, so "
        + "that only the mistake there counts",
      place: "\(wrong.inWords); \(question) needs no change unless it repeats those lines")
  }
}

extension Assignment {
  /// The findings with what is right but for the submission's own pieces accepted, so that one wrong
  /// piece is not paid for again in everything that is made of it.
  ///
  /// All pieces are the submission's own, so no number of the reference's reaches it, and it is
  /// asked at the check's own questions, for marks depend on them. A piece that gives one number
  /// everywhere would make any composite right, and counts for nothing.
  ///
  /// - Throws: only for faults of our own environment.
  func followingThrough(
    _ findings: [OutputFinding], of exchanges: [Exchange], in check: String,
    asking student: any Respondent
  ) throws -> [OutputFinding] {
    guard creditsPieces(in: check) else { return findings }
    return
      try compositions
      .filter { composition in exchanges.allSatisfy { $0.question.name == composition.question } }
      .reduce(findings) { findings, composition in
        guard findings.contains(where: { $0.verdict == .failed }) else { return findings }
        return try composition.following(
          findings, of: exchanges, by: reference, asking: student)
      }
  }

  /// An outcome that was missed, accepted where all that it is measured from is what right wiring
  /// gives with the submission's own wrong pieces.
  ///
  /// - Throws: only for faults of our own environment.
  func followingThrough(
    _ missed: OutputFinding, measuredFrom outputs: [String], of exchanges: [Exchange],
    in check: String, asking student: any Respondent
  ) throws -> OutputFinding {
    let followed = try followingThrough(
      outputs.map { OutputFinding($0, verdict: .failed, credit: .zero) }, of: exchanges, in: check,
      asking: student)
    guard followed.allSatisfy({ $0.verdict == .accepted }),
      let diagnosis = followed.first?.diagnosis
    else { return missed }
    return OutputFinding(
      missed.output, verdict: .accepted, credit: missed.credit, diagnosis: diagnosis)
  }

  /// Whether the part of that check has credit for what is right but for its pieces.
  private func creditsPieces(in check: String) -> Bool {
    parts.contains { part in
      part.conventionCredit[Composition.creditKey] != nil
        && part.checks.contains { $0.id == check }
    }
  }
}

extension Composition {
  /// The findings with what is this composite of the submission's own pieces accepted.
  fileprivate func following(
    _ findings: [OutputFinding], of exchanges: [Exchange], by reference: @escaping Solution,
    asking student: any Respondent
  ) throws -> [OutputFinding] {
    var search = Substitution(
      composition: self, exchanges: exchanges, reference: reference, student: student)
    guard let own = try search.composed(with: Set(pieces)), !own.isIncomplete, !own.isTrivial,
      !own.wrong.isEmpty
    else { return findings }
    let wrong = pieces.filter(own.wrong.contains)
    return findings.map { finding in
      let follows = zip(exchanges, own.answers).allSatisfy { exchange, answer in
        guard let output = answer[finding.output] else { return false }
        return Substitution.separation(exchange.got, [finding.output: output]) <= Recognition.match
      }
      guard finding.verdict == .failed, follows else { return finding }
      var finding = finding
      finding.verdict = .accepted
      finding.diagnosis = diagnosisOfFollowing(wrong)
      return finding
    }
  }
}
