import Coursework
import NumericChecks

/// Answers that are right in `Float`, in Python `float32`: to its seven digits, and no further.
///
/// Whoever calculates rightly in single precision has learnt what the exercise teaches, in Swift as
/// in Python: such an answer is ``Verdict/accepted`` with full credit unless the scheme states
/// another (``creditKey``), and the report says so. What counts is the numbers alone: every element
/// must lie where the right calculation, rounded to `Float` at each step, can bring it. An answer
/// that is rounded to decimals does not count, however many they are.
package struct SinglePrecision {
  /// The key in `Part.conventionCredit` for answers in single precision.
  package static let creditKey = "float32"

  private let exchanges: [Exchange]
  /// For each output what it may be, by one account or another.
  private let right: (Exchange) throws -> [String: [Account]]

  /// One account of what a right output may be.
  private struct Account {
    let bounds: Bounded
    /// Whether only numbers that a `Float` can hold are meant.
    var isKept = false

    func holds(_ answer: Tensor) -> Bool {
      bounds.holds(answer)
        && (!isKept || answer.scalars.allSatisfy { Double(Float($0)) == $0 || $0.isNaN })
    }
  }

  /// Answers to questions of a formula, or of none where chance decides.
  ///
  /// Whatever it is, it may be numbers of `Float` that were rounded twice, for they are often
  /// calculated in `Double` and then kept in `Float`.
  package init(of exchanges: [Exchange], by formula: (any Formula)?) {
    self.exchanges = exchanges
    right = { exchange in
      let bounds = try formula?.answer(to: exchange.question) { Bounded($0, in: .single) } ?? [:]
      let kept = Self.rounded(exchange, 2).mapValues { [Account(bounds: $0, isKept: true)] }
      return kept.merging(bounds.mapValues { [Account(bounds: $0)] }, uniquingKeysWith: +)
    }
  }

  /// Answers whose every element takes at most so many roundings and no sum.
  package init(of exchanges: [Exchange], roundings: Int) {
    self.exchanges = exchanges
    right = { Self.rounded($0, roundings).mapValues { [Account(bounds: $0)] } }
  }

  private static func rounded(_ exchange: Exchange, _ roundings: Int) -> [String: Bounded] {
    exchange.expected.compactMapValues(\.tensor)
      .mapValues { Bounded($0, in: .single).rounded(roundings) }
  }

  /// Those of the outputs that single precision alone keeps from being right, with what to say.
  ///
  /// - Parameter wrong: The outputs that are not right in `Double`.
  /// - Returns: One diagnosis for all of them, by output.
  /// - Throws: What the formula throws.
  package func explain(_ wrong: [String]) throws -> [String: Diagnosis] {
    guard !wrong.isEmpty else { return [:] }
    let bounds = try exchanges.map(right)
    let accepted = wrong.filter { output in
      let pairs = zip(exchanges, bounds).compactMap { exchange, bounds -> TensorPair? in
        guard let got = exchange.got[output]?.tensor,
          let right = bounds[output]?.first(where: { $0.holds(got) })
        else { return nil }
        return TensorPair(got: got, right: right.bounds.value)
      }
      let asked = exchanges.count { $0.expected[output]?.tensor != nil }
      if case .decimals = PrecisionFingerprint(in: pairs) { return false }
      return pairs.count == asked
    }
    let culprit = Culprit(
      question: exchanges.first?.question.name ?? "", outputs: accepted)
    return Dictionary(accepted.map { ($0, Self.diagnosis(of: culprit)) }) { first, _ in first }
  }

  private static func diagnosis(of culprit: Culprit) -> Diagnosis {
    Diagnosis(
      id: creditKey,
      looksLike: "your \(culprit.names) \(culprit.isOrAre) right to the digits of single precision",
      why: "a Float, in Python float32, holds about 7 digits, a Double 16; such an answer counts "
        + "as right",
      place: culprit.place)
  }
}
