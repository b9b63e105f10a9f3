import Coursework
import NumericChecks
import Tensors

/// Answers a composite with the reference's pieces and some of the student's.
struct Substitution {
  private(set) var composition: Composition
  let exchanges: [Exchange]
  let reference: Solution
  let student: any Respondent
  /// What the student answered to a piece's question, each asked once; nil for silence.
  private var own: [Question: Answer?] = [:]

  init(
    composition: Composition, exchanges: [Exchange], reference: @escaping Solution,
    student: any Respondent
  ) {
    self.composition = composition
    self.exchanges = exchanges
    self.reference = reference
    self.student = student
  }

  /// Where a mistake lies: in some of the pieces, or in what puts right ones together.
  enum Fault {
    case pieces([String])
    case joining
  }

  /// The pieces behind each of the outputs that they alone explain.
  mutating func pieces(behind outputs: [String]) throws -> [String: [String]] {
    let whole = composition
    defer { composition = whole }
    var pieces: [String: [String]] = [:]
    for output in outputs {
      composition = whole.giving(output)
      if case .pieces(let wrong) = try fault() { pieces[output] = wrong }
    }
    return pieces
  }

  /// One of the student's pieces alone comes first, then all of them.
  ///
  /// Nothing is said where two pieces alone would each explain the numbers.
  mutating func fault() throws -> Fault? {
    var explaining: [String] = []
    for piece in composition.pieces {
      if let result = try composed(with: [piece]), explains(result) { explaining.append(piece) }
    }
    if explaining.count == 1 { return .pieces(explaining) }
    guard explaining.isEmpty, composition.pieces.count > 1,
      let all = try composed(with: Set(composition.pieces))
    else { return nil }
    if explains(all) { return .pieces(composition.pieces.filter(all.wrong.contains)) }
    return all.wrong.isEmpty && !all.isIncomplete ? .joining : nil
  }

  // MARK: - Putting together

  /// A composite's answers, one for each exchange.
  struct Composed {
    var answers: [Answer] = []
    /// The student's pieces that gave another answer than the reference's.
    var wrong: Set<String> = []
    /// Whether the student was silent, so that the reference's piece stood in.
    var isIncomplete = false
    /// The pieces' outputs that were one number everywhere in some answer, where the right ones differ.
    var constant: Set<[String]> = []
    /// Those that were not in some other answer: a layer whose units are all 0 once proves nothing.
    var varied: Set<[String]> = []

    /// Whether a piece always gave one number everywhere where the right ones differ.
    var isTrivial: Bool { !constant.isSubset(of: varied) }
  }

  /// A student's piece does not fit into the reference's calculation, which it might stop.
  private struct Misfit: Error {}

  /// The composite with those pieces from the student; nil if they do not fit.
  mutating func composed(with pieces: Set<String>) throws -> Composed? {
    var result = Composed()
    do {
      for exchange in exchanges {
        let answer = try composition.answer(exchange.question) { output, asked in
          let right = try reference(asked)
          var given = right
          if pieces.contains(asked.name) {
            if let reply = try reply(to: asked) {
              guard Self.fits(reply, right) else { throw Misfit() }
              if !Self.areEqual(reply, right) { result.wrong.insert(asked.name) }
              if !reply[output].isOneNumber {
                result.varied.insert([asked.name, output])
              } else if !right[output].isOneNumber {
                result.constant.insert([asked.name, output])
              }
              given = reply
            } else {
              result.isIncomplete = true
            }
          }
          guard let tensor = given[output]?.tensor else {
            throw SchemeFault(question: asked.name, output: output)
          }
          return tensor
        }
        result.answers.append(answer)
      }
    } catch is Misfit {
      return nil
    }
    return result
  }

  private mutating func reply(to question: Question) throws -> Answer? {
    if let known = own[question] { return known }
    var answer: Answer?
    if case .answer(let reply, _, _) = try student.reply(to: question) { answer = reply }
    own[question] = .some(answer)
    return answer
  }

  // MARK: - Comparing

  /// Whether these are the student's numbers everywhere, and not the right ones.
  private func explains(_ composed: Composed) -> Bool {
    zip(exchanges, composed.answers).allSatisfy { Self.areEqual($0.got, $1) }
      && zip(exchanges, composed.answers).contains { exchange, answer in
        Self.separation(answer, exchange.expected) >= Recognition.separation
      }
  }

  private static func areEqual(_ given: Answer, _ answer: Answer) -> Bool {
    separation(given, answer) <= Recognition.match
  }

  /// The distance of the output that is farthest off, of those that the second answer has.
  static func separation(_ given: Answer, _ answer: Answer) -> Double {
    answer.reduce(0) { largest, output in
      guard let a = given[output.key]?.tensor, let b = output.value.tensor else { return .infinity }
      return max(largest, Comparison.separation(a, b))
    }
  }

  private static func fits(_ given: Answer, _ right: Answer) -> Bool {
    right.allSatisfy { name, value in given[name]?.tensor?.shape == value.tensor?.shape }
  }
}

extension Value? {
  /// Whether it is an array of several numbers that are equal, or next to it.
  fileprivate var isOneNumber: Bool {
    guard let scalars = self?.tensor?.scalars, scalars.count > 1 else { return false }
    return scalars.allSatisfy { abs($0 - scalars[0]) <= 1e-6 * abs(scalars[0]) }
  }
}
