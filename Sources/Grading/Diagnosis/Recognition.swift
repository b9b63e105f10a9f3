import Coursework
import NumericChecks

/// One question with the right answer and the answer that was given.
package struct Exchange: Sendable {
  /// What was asked.
  package let question: Question
  /// The reference's answer.
  package let expected: Answer
  /// The submission's answer.
  package let got: Answer

  /// A question and both answers to it.
  package init(question: Question, expected: Answer, got: Answer) {
    self.question = question
    self.expected = expected
    self.got = got
  }
}

/// Names a wrong answer by comparing it with the known-wrong variants, without false accusation.
///
/// A variant is named only if the answer equals it to round-off on every exchange, in every output
/// that the variant changes, and the variant is far from the right answer on at least one exchange.
/// Of two variants that equal the answer in the same outputs, the one that changes fewer is in doubt
/// if the other also changes an output that is wrong; then only what is plain from the numbers is
/// said (see ``Diagnosis/describes(_:)``).
/// Fewer than three exchanges name nothing. Where a variant has no number, such as after an overflow,
/// the answer must have none either; three exchanges must hold numbers all the same.
package struct Recognition: Sendable {
  /// Fewest independent exchanges on which an accusation may rest.
  package static let fewestExchanges = 3
  /// Farthest that an answer may lie from the variant that it is said to be.
  package static let match = 1e-9
  /// Nearest that a variant may lie to the right answer on the exchange that separates them.
  package static let separation = 1e-3

  private let exchanges: [Exchange]
  private let likenesses: [Likeness]

  /// Compares all exchanges of one check with what somebody who holds a misconception answers.
  ///
  /// - Throws: what a misconception throws.
  package init(of exchanges: [Exchange], among misconceptions: [Misconception]) throws {
    self.exchanges = exchanges
    likenesses = try misconceptions.filter { misconception in
      exchanges.allSatisfy { $0.question.name == misconception.question }
    }.map { try Likeness(of: exchanges, to: $0) }
  }

  /// The misconception behind each of the wrong outputs, where there is one.
  ///
  /// Variants that explain more of the wrong outputs come first, so that "both gradients are
  /// averaged" wins over two separate sentences.
  package func explain(_ wrong: [String]) -> [String: Misconception] {
    guard exchanges.count >= Self.fewestExchanges else { return [:] }
    let candidates = likenesses.filter { candidate in
      !candidate.changed.isEmpty && candidate.changed == candidate.matched
        && candidate.telling.count >= Self.fewestExchanges
        && candidate.changed.isSubset(of: wrong)
        && !likenesses.contains { candidate.isInDoubt(by: $0, wrong) }
    }
    var explained: [String: Misconception] = [:]
    while explained.count < wrong.count {
      let open = Set(wrong).subtracting(explained.keys)
      // `max` keeps the first of equals, as the catalogue's order means it.
      let best = candidates.max {
        $0.changed.intersection(open).count < $1.changed.intersection(open).count
      }
      guard let best, !best.changed.isDisjoint(with: open) else { break }
      for output in best.changed.intersection(open) { explained[output] = best.misconception }
    }
    return explained
  }

  /// The misconception that the answers are nearest to, of those that change the output.
  ///
  /// Nil where no distance can be told: where there is none, or shapes differ.
  package func nearest(to output: String) -> Nearest? {
    guard exchanges.allSatisfy({ $0.got[output]?.tensor != nil }) else { return nil }
    return likenesses.filter { $0.changed.contains(output) && $0.distance.isFinite }
      .min { $0.distance < $1.distance }
      .map { Nearest(id: $0.misconception.id, distance: $0.distance) }
  }
}

/// How one known mistake lies beside the given answer.
private struct Likeness {
  let misconception: Misconception
  var changed: Set<String> = []
  /// Those of the changed outputs that the answer equals.
  var matched: Set<String> = []
  /// The exchanges in which a changed output of the variant holds numbers.
  var telling: Set<Int> = []
  /// The largest separation of the answer from the variant, in those of the changed outputs that
  /// were answered.
  var distance = 0.0

  init(of exchanges: [Exchange], to misconception: Misconception) throws {
    self.misconception = misconception
    let variants = try exchanges.map { try misconception.answer($0.question) }
    for output in variants.first.map({ Set($0.keys) }) ?? [] {
      var isSeparate = false
      var isMatch = true
      var farthest = 0.0
      var numbered: Set<Int> = []
      for (index, (exchange, variant)) in zip(exchanges, variants).enumerated() {
        guard let wrong = variant[output]?.tensor, let right = exchange.expected[output]?.tensor
        else { continue }
        isSeparate =
          isSeparate || Comparison.separation(wrong, right) >= Recognition.separation
        if wrong.scalars.contains(where: \.isFinite) { numbered.insert(index) }
        guard let got = exchange.got[output]?.tensor else {
          isMatch = false
          continue
        }
        let separation = Self.separation(got, wrong)
        isMatch = isMatch && separation <= Recognition.match
        farthest = max(farthest, separation)
      }
      guard isSeparate else { continue }
      changed.insert(output)
      telling.formUnion(numbered)
      distance = max(distance, farthest)
      if isMatch { matched.insert(output) }
    }
  }

  /// How far the numbers lie apart; infinitely far if one has a number where the other has none.
  private static func separation(_ a: Tensor, _ b: Tensor) -> Double {
    guard a.shape == b.shape,
      zip(a.scalars, b.scalars).allSatisfy({ $0.isFinite == $1.isFinite })
    else { return .infinity }
    return Comparison.separation(a.map { $0.isFinite ? $0 : 0 }, b.map { $0.isFinite ? $0 : 0 })
  }

  /// Whether the same numbers come from another mistake as well, which also touches an output that
  /// is wrong: then one more mistake there hides which of the two it was.
  func isInDoubt(by other: Likeness, _ wrong: [String]) -> Bool {
    changed.isSubset(of: other.matched)
      && !other.changed.subtracting(changed).isDisjoint(with: wrong)
      && !misconception.diagnosis.describes(changed)
  }
}
