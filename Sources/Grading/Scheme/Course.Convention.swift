extension Course {
  /// One of the forms in which the editions of a course differ.
  ///
  /// Which of them code follows is seen from what it does, and it is judged by that; a class that has
  /// chosen one of them gives the others their ``credit``.
  package struct Convention: Sendable, Hashable {
    /// The name on the wire and on the command line, such as `dropout-p-drop`.
    package let id: String
    /// What it settles, such as `dropout-p`: of these, one excludes the others.
    package let matter: String
    /// Tells a student that their code follows it.
    package let sentence: String
    /// Whether it goes without saying, being the form of the contract.
    package let isUsual: Bool
    /// The outputs that depend on it; empty for all.
    package let outputs: [String]
    /// What a right answer by it is worth where the class has chosen another; with 0 it fails.
    package let credit: Ratio

    /// A convention in that matter.
    package init(
      _ id: String, in matter: String, _ sentence: String, isUsual: Bool = false,
      outputs: [String] = [], credit: Ratio
    ) {
      self.id = id
      self.matter = matter
      self.sentence = sentence
      self.isUsual = isUsual
      self.outputs = outputs
      self.credit = credit
    }
  }

  /// The conventions of these names.
  ///
  /// - Parameter ids: One at most in each matter.
  /// - Returns: Those that a class has chosen.
  /// - Throws: ``WrongConvention`` for a name that the course does not know, or two in one matter.
  package func conventions(named ids: [String]) throws(WrongConvention) -> [Convention] {
    var chosen: [Convention] = []
    for id in ids {
      guard let convention = conventions.first(where: { $0.id == id }) else {
        throw .unknown(id, known: conventions.map(\.id))
      }
      if let other = chosen.first(where: { $0.matter == convention.matter && $0.id != id }) {
        throw .excluded(id, by: other.id)
      }
      chosen.append(convention)
    }
    return chosen
  }

  /// A choice of conventions that is none.
  package enum WrongConvention: Error, Hashable {
    case unknown(String, known: [String])
    case excluded(String, by: String)
  }
}

extension Finding {
  /// The finding with what else its answers tell: which conventions they follow.
  ///
  /// - Parameters:
  ///   - followed: The conventions by which the answers were judged.
  ///   - chosen: Those that the class has chosen.
  /// - Returns: Notes on what is not usual; where the class has chosen another, its credit at most.
  func following(_ followed: [Course.Convention], chosen: [Course.Convention]) -> Finding {
    var finding = self
    for convention in followed {
      guard let asked = chosen.first(where: { $0.matter == convention.matter }),
        asked != convention
      else {
        if !convention.isUsual { finding.notes.append(.followsConvention(convention.sentence)) }
        continue
      }
      finding = Finding(
        check: finding.check,
        outputs: finding.outputs.map { $0.worth(convention, where: asked) }, notes: finding.notes)
    }
    return finding
  }
}

extension OutputFinding {
  /// A right output, worth no more than its convention is where the class has chosen another.
  fileprivate func worth(
    _ convention: Course.Convention, where asked: Course.Convention
  ) -> OutputFinding {
    guard verdict == .passed || verdict == .accepted, credit > convention.credit,
      convention.outputs.isEmpty || convention.outputs.contains(output)
    else { return self }
    return OutputFinding(
      output, verdict: convention.credit == .zero ? .failed : .accepted,
      credit: convention.credit, evidence: evidence,
      diagnosis: Diagnosis(
        id: convention.id, looksLike: convention.sentence,
        why: "your class goes by the other convention, \(asked.id)",
        place: "your code, where \(output) is computed"))
  }
}
