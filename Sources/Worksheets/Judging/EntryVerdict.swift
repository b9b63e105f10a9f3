/// What becomes of one typed number, in the order in which it is tried.
package enum EntryVerdict: Sendable, Hashable {
  /// The true value, to the last digit typed.
  case exact
  /// The true value but for the last digit: rounded on the way.
  case lastPlace
  /// Right so far, but with fewer digits than asked for.
  case tooFewFigures
  /// Right from the student's own earlier values, of which one is wrong.
  case followThrough
  /// A slip that the number itself shows.
  case slip(Slip)
  case wrong

  /// Whether the step itself was done rightly, whatever came before it.
  package var isRight: Bool {
    switch self {
    case .exact, .lastPlace, .followThrough: true
    case .tooFewFigures, .slip, .wrong: false
    }
  }

  /// Whether the step to this number went wrong.
  package var isBroken: Bool {
    switch self {
    case .slip, .wrong: true
    case .exact, .lastPlace, .tooFewFigures, .followThrough: false
    }
  }

  /// How a wrong number differs from the right one, where that is plain.
  package enum Slip: Sendable, Hashable {
    case sign
    /// It is another entry's right value, and that entry has this one's.
    case swapped(with: Quantity)
    /// All of a square matrix is swapped across its diagonal.
    case transposed
    case powerOfTen
    /// What a recognised mistake gives, but for a power of ten.
    case powerOfTenToo
    case reciprocal

    /// "right but for its sign": what follows "typed 0.5; ".
    package var words: String {
      switch self {
      case .sign: "right but for its sign"
      case .swapped(let other): "this is \(other), and the value there is this one's"
      case .transposed: "right but for rows and columns, which are swapped"
      case .powerOfTen: "right but for the place of its decimal point"
      case .powerOfTenToo: "its decimal point is in the wrong place as well"
      case .reciprocal: "this is 1 divided by the right value"
      }
    }
  }
}

/// One typed number beside what it should be.
package struct EntryJudgement: Sendable, Hashable {
  /// Where it stands.
  package let quantity: Quantity
  /// What was typed.
  package let typed: TypedNumber
  /// The true value.
  package let truth: Double
  /// What became of it.
  package let verdict: EntryVerdict
  /// Its digits beside the values that decided: the student's own where it follows from them.
  package let digits: SlotJudgement
  /// The value from the student's own earlier numbers, where one of those differs from the truth.
  package let own: Interval?
  /// The blank steps that somebody must have worked out rightly to get there.
  package let shownSteps: Set<Quantity>
}
