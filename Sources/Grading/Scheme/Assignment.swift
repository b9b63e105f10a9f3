import Coursework

/// One subject's exercises behind one contract, with everything that grading them takes.
package struct Assignment: Sendable {
  /// The name on the command line and in reports, such as `affine-relu`.
  package let id: String
  /// What it is about, as the handout and reports call it.
  package var title: String
  /// The name of the contract's protocol and of its folders, such as `AffineReLU`.
  package let contract: String
  /// Answers every question of every check rightly.
  package var reference: Solution
  /// The same answers written for every kind of number; absent where chance decides.
  package let formula: (any Formula)?
  /// In the order in which reports show them.
  package var parts: [Part]
  /// Known-wrong answers to its questions; of two that explain equally much the first is named.
  package var misconceptions: [Misconception]
  /// Answers that are nearly right and worth all points, of which therefore nobody is accused.
  package let tolerated: [Misconception]
  /// Right answers written differently, which must never lose a point; those of the formula in
  /// other orders come last.
  package var alternatives: [Alternative] {
    get { listAlternatives() }
    set { listAlternatives = { newValue } }
  }
  /// Right outputs as sums of terms, which name the same sums with other coefficients.
  package let terms: [TermSum]
  /// Questions made of others, in which the piece at fault is looked for.
  package var compositions: [Composition]
  /// Which forward passes its backward questions differentiate.
  package let derivatives: [Derivative]
  /// What students check at home, without the reference.
  package let publicChecks: [PublicCheck]
  /// What a student's own numbers in the hand-computed part are called; `nil` for everybody's.
  package var variant: String?
  /// What a worker may say of the code; only courses have such conventions.
  package var conventions: [Course.Convention] = []
  /// Those of them that the class has chosen.
  package var chosenConventions: [Course.Convention] = []
  /// What a course calls the contract's methods, where it has names of its own.
  package var names: [String: Course.Function] = [:]
  /// Only exams ask for them, and to draw their questions takes longer than to grade.
  private var listAlternatives: @Sendable () -> [Alternative]

  /// The assignment behind the given contract.
  package init(
    id: String, title: String, contract: String, reference: @escaping Solution,
    formula: (any Formula)? = nil, parts: [Part], misconceptions: [Misconception],
    tolerated: [Misconception] = [], alternatives: [Alternative] = [], terms: [TermSum] = [],
    compositions: [Composition] = [], derivatives: [Derivative] = [],
    publicChecks: [PublicCheck] = []
  ) {
    self.id = id
    self.title = title
    self.contract = contract
    self.reference = reference
    self.formula = formula
    self.parts = parts
    self.misconceptions = misconceptions
    self.tolerated = tolerated
    listAlternatives = { alternatives + (formula.map { .disordered($0, in: parts) } ?? []) }
    self.terms = terms
    self.compositions = compositions
    self.derivatives = derivatives
    self.publicChecks = publicChecks
  }

  /// The contract's name as that of a member, under which its public checks stand.
  package var memberName: String { contract.prefix(1).lowercased() + contract.dropFirst() }

  /// The points of all parts.
  package var points: Ratio { parts.map(\.points).sum() }

  /// All checks in the scheme's order.
  package var checks: [Check] { parts.flatMap(\.checks) }

  /// Whether an answer sheet is all that it takes.
  package var isOnPaper: Bool { checks.allSatisfy { $0.medium == .sheet } }
}

/// One exercise with points.
package struct Part: Sendable {
  /// Unique within the assignment, such as `affine-backward`.
  package let id: String
  /// What it is about, as reports call it.
  package let title: String
  /// What earns points, in the order in which reports show it.
  package let outputs: [Output]
  /// What judges the outputs, in the order in which it is asked.
  package let checks: [Check]
  /// The credit for a right answer by another convention, by the misconception's identifier
  /// or, for a gradient that is right for the submission's own forward pass, ``Triage/creditKey``,
  /// or, for a composite that is right but for its own pieces, ``Composition/creditKey``; none
  /// where the handout fixes the convention.
  package let conventionCredit: [String: Ratio]

  /// An exercise whose points are those of its outputs.
  package init(
    id: String, title: String, outputs: [Output], checks: [Check],
    conventionCredit: [String: Ratio] = [:]
  ) {
    self.id = id
    self.title = title
    self.outputs = outputs
    self.checks = checks
    self.conventionCredit = conventionCredit
  }

  /// The points of all outputs.
  package var points: Ratio { outputs.map(\.points).sum() }
}

/// One named output and what it is worth.
package struct Output: Sendable, Hashable {
  /// The name in the contract's answers, such as `gradB`.
  package let name: String
  /// What a right answer earns.
  package let points: Ratio

  /// An output of that name, worth the given points.
  package init(_ name: String, points: Ratio) {
    self.name = name
    self.points = points
  }
}
