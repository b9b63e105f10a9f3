import Coursework

/// Where a wrong gradient comes from: the derivative, the forward pass under it, or both.
///
/// Three comparisons at public points tell: the submission's forward pass with the reference's, its
/// gradient with the reference's, and its gradient with the numerical one of its own forward pass.
package struct Triage: Sendable, Hashable {
  /// Whether the forward pass is the reference's.
  package let forwardIsRight: Bool
  /// Whether the gradient is the reference's.
  package let gradientIsRight: Bool
  /// Whether the gradient is the numerical one of the submission's own forward pass.
  package let isConsistent: Bool
  /// What follows, in one sentence for the student.
  package let sentence: String

  /// What is differentiated.
  package enum Subject: String, Sendable {
    case forwardPass = "forward pass"
    case loss

    /// What may be wrong where it differs: a loss comes after a forward pass.
    fileprivate var suspects: String { self == .loss ? "forward pass or the loss" : rawValue }
  }

  /// The key in `Part.conventionCredit` for a gradient that is right for another forward pass.
  package static let creditKey = "own-forward"

  /// Whether the calculus is right and the definition another one, which no catalogue calls wrong.
  package private(set) var isConvention: Bool

  /// Nothing where no sentence follows: all is right, or the comparisons contradict each other.
  ///
  /// - Parameters:
  ///   - forwardIsRight: Whether the forward pass is the reference's.
  ///   - gradientIsRight: Whether the gradient is.
  ///   - isConsistent: Whether the gradient is that of the submission's own forward pass.
  ///   - subject: What is differentiated.
  package init?(
    forwardIsRight: Bool, gradientIsRight: Bool, isConsistent: Bool, of subject: Subject
  ) {
    self.forwardIsRight = forwardIsRight
    self.gradientIsRight = gradientIsRight
    self.isConsistent = isConsistent
    isConvention = !forwardIsRight && !gradientIsRight && isConsistent
    switch (forwardIsRight, gradientIsRight, isConsistent) {
    case (true, false, false): sentence = Message.derivative(subject)
    case (false, true, false): sentence = Message.forward(subject)
    case (false, false, true): sentence = Message.consistent(subject)
    case (false, false, false): sentence = Message.both(subject)
    case (false, true, true): sentence = Message.constant(subject)
    case (true, false, true), (true, true, _): return nil
    }
  }
}

extension Triage {
  /// The same of a mistake that the catalogue names: consistent or not, it is no convention.
  fileprivate var ofKnownMistake: Triage {
    var triage = self
    triage.isConvention = false
    return triage
  }
}

extension Assignment {
  /// Whether marks depend on the triage of that check, so that it is more than an explanation.
  func creditsTriage(in check: String) -> Bool {
    parts.contains { part in
      part.conventionCredit[Triage.creditKey] != nil && part.checks.contains { $0.id == check }
    }
  }
}

extension OutputFinding {
  /// What changes from call to call has no derivative to be held against, and what stands under
  /// another name is a derivative by something else.
  fileprivate var mayBeADerivative: Bool {
    ![Repetition.diagnosisID, ChangedPlaces.diagnosisID].contains(diagnosis?.id)
  }
}

extension [OutputFinding] {
  /// The findings with where each mistake comes from, where that can be told.
  ///
  /// Asks nothing if all passed, or if the question has no derivative; what the submission does not
  /// answer here costs nothing.
  ///
  /// - Throws: only for faults of our own environment.
  func triaged(
    _ question: String?, of student: any Respondent, by scheme: Assignment
  ) throws -> [OutputFinding] {
    guard let derivative = scheme.derivatives.first(where: { $0.question == question }),
      contains(where: { $0.verdict != .passed })
    else { return self }
    let wrong = filter { $0.verdict != .passed }.map(\.output)
    let names = Set(scheme.misconceptions.map(\.id))
    do {
      let room = try TriageRoom(derivative, of: student, by: scheme.reference)
      let recognised = try room.recognised(wrong, by: scheme.misconceptions)
      return try map { finding in
        guard wrong.contains(finding.output), finding.mayBeADerivative,
          let triage = try room.triage(of: finding.output, wrong: wrong)
        else { return finding }
        // What is accepted is no mistake in the derivative of a right forward pass.
        if finding.verdict == .accepted, triage.forwardIsRight { return finding }
        let isNamed = finding.diagnosis.map { names.contains($0.id) } ?? false
        let isMistake = isNamed || recognised[finding.output]?.kind == .mistake
        var finding = finding
        finding.triage = isMistake ? triage.ofKnownMistake : triage
        return finding
      }
    } catch is Unanswered {
      return self
    }
  }
}

// MARK: - Messages

extension Triage {
  fileprivate enum Message {
    static func derivative(_ subject: Subject) -> String {
      "your \(subject.rawValue) is right, so the mistake is in its derivative"
    }

    static func forward(_ subject: Subject) -> String {
      "your gradients are right; it is the \(subject.rawValue) that differs"
    }

    static func consistent(_ subject: Subject) -> String {
      "this is the true derivative of your own \(subject.rawValue); it is the \(subject.suspects) "
        + "that differs"
    }

    static func both(_ subject: Subject) -> String {
      "your \(subject.rawValue) comes out different too, and this is not its derivative either; "
        + "mend the \(subject.suspects) first"
    }

    static func constant(_ subject: Subject) -> String {
      "your gradients are right; the \(subject.rawValue) is off by something that they do not depend "
        + "on"
    }
  }
}
