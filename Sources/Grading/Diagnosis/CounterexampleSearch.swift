import Coursework
import NumericChecks

/// Looks for the smallest question on which an output is wrong.
///
/// Small questions are asked in ascending order until one shows the mistake; its numbers are then
/// made simpler one by one, towards 0, then 1, as long as the mistake shows. Only a difference that
/// anybody can see counts (see `Comparison.Mismatch.isPlain`), and only where the right answer does
/// not jump: in a kink, such as that of a ReLU at 0, other answers are right by other conventions.
struct CounterexampleSearch {
  /// Most questions that one output is worth.
  static let mostQuestions = 200
  /// How far numbers are moved to see whether the right answer jumps.
  private static let nudge = 0x1p-20
  /// How far the right answer may move with them where it does not jump.
  private static let smallestJump = 1e-3

  private let small: SmallQuestions
  private let student: any Respondent
  private let scheme: Assignment
  /// What was answered so far: no question is asked twice.
  private var answers: [Question: Answer] = [:]
  private var asked = 0
  private var isSilent = false

  /// Asks `student`, as long as it answers, and compares with the scheme's reference.
  init(_ small: SmallQuestions, asking student: any Respondent, scheme: Assignment) {
    self.small = small
    self.student = student
    self.scheme = scheme
  }

  /// The smallest example found for one output; nil where small questions do not show the mistake.
  mutating func example(of output: String) throws -> Counterexample? {
    asked = 0
    var found: Candidate?
    for drawn in small.ascending {
      found = try candidate(drawn, output)
      if found != nil || asked >= Self.mostQuestions || isSilent { break }
    }
    guard var smallest = found else { return nil }
    while let simpler = try simpler(than: smallest, output) { smallest = simpler }
    return try smallest.example(output, scheme)
  }

  // MARK: - One question

  /// A question on which the output is wrong.
  fileprivate struct Candidate {
    let drawn: SmallQuestions.Drawn
    let mismatch: Comparison.Mismatch
  }

  /// The question, if the output is plainly wrong on it.
  private mutating func candidate(
    _ drawn: SmallQuestions.Drawn, _ output: String
  ) throws -> Candidate? {
    // A generator's state is nothing to read.
    guard !drawn.question.inputs.values.contains(where: \.isGenerator),
      let right = try scheme.reference(drawn.question)[output]?.tensor,
      let got = try answer(to: drawn.question)?[output]?.tensor
    else { return nil }
    let comparison = Comparison(of: got, with: right, tolerance: small.tolerance)
    guard comparison.outcome == .differs,
      let mismatch = [comparison.first, comparison.worst].compactMap(\.self).first(
        where: \.isPlain),
      try isSmooth(drawn, output, right)
    else { return nil }
    return Candidate(drawn: drawn, mismatch: mismatch)
  }

  /// The first question with one simpler number on which the output is still wrong.
  private mutating func simpler(
    than candidate: Candidate, _ output: String
  ) throws -> Candidate? {
    let drawn = candidate.drawn
    for (place, pick) in drawn.picks.taken.enumerated() {
      for simpler in 0..<pick {
        let picks = drawn.picks.replacing(place, by: simpler)
        if let found = try self.candidate(small.drawn(drawn.sizes, picks), output) { return found }
      }
    }
    return nil
  }

  /// The student's answer; nil after the first silence, or the first answer that nobody would read,
  /// and beyond the last question.
  private mutating func answer(to question: Question) throws -> Answer? {
    if let answer = answers[question] { return answer }
    guard !isSilent, asked < Self.mostQuestions else { return nil }
    asked += 1
    guard case .answer(let answer, _, _) = try student.reply(to: question), answer.isReadable else {
      isSilent = true
      return nil
    }
    answers[question] = answer
    return answer
  }

  /// Whether the right output only moves a little where all numbers do.
  private func isSmooth(
    _ drawn: SmallQuestions.Drawn, _ output: String, _ right: Tensor
  ) throws -> Bool {
    try [Self.nudge, -Self.nudge].allSatisfy { nudge in
      let near = small.drawn(drawn.sizes, drawn.picks.nudged(by: nudge)).question
      guard let moved = try scheme.reference(near)[output]?.tensor, moved.shape == right.shape
      else { return false }
      return zip(moved.scalars, right.scalars).allSatisfy {
        abs($0 - $1) <= Self.smallestJump * max(1, abs($1))
      }
    }
  }
}

// MARK: - What is found

extension CounterexampleSearch.Candidate {
  fileprivate func example(_ output: String, _ scheme: Assignment) throws -> Counterexample {
    let question = drawn.question
    let given = question.inputs.compactMapValues { $0.tensor.map(Worked.init(constant:)) }
    var worked = Worked(constant: Tensor(mismatch.expected))
    var index: [Int] = []
    // A formula that says anything else than the reference explains nothing.
    if let line = try scheme.formula?.answer(question.name, given)?[output],
      Comparison(of: line.value, with: try scheme.reference(question)[output]?.tensor ?? Tensor(0))
        .agrees
    {
      (worked, index) = (line, mismatch.index)
    }
    return Counterexample(
      of: question, index: mismatch.index, got: mismatch.got, expected: mismatch.expected,
      derivation: worked.derivation(at: index))
  }
}

extension Answer {
  /// Whether it is as small as answers to small questions are: all of them are kept for a while.
  fileprivate var isReadable: Bool {
    values.allSatisfy { ($0.tensor?.count ?? 0) <= 10_000 }
  }
}

extension Value {
  fileprivate var isGenerator: Bool {
    guard case .randomState = self else { return false }
    return true
  }
}

extension Comparison.Mismatch {
  /// Whether both are finite and apart in four digits, by more than rounding leaves of small numbers.
  fileprivate var isPlain: Bool {
    let gap = abs(got - expected)
    return gap.isFinite && gap > 1e-6 && gap > 1e-3 * max(abs(got), abs(expected))
  }
}
