import NumericChecks

/// Names a wrong answer that no catalogue lists, by what its numbers are made of.
///
/// Where an output is the right one but for one transform and one factor, or but for its precision,
/// in three exchanges or more (see `Resemblance` and `PrecisionFingerprint`), that is said as a
/// fact. It is never worth any credit.
package struct UnlistedMistakes: Sendable {
  private let exchanges: [Exchange]
  private let yardstick: Yardstick

  /// Explains from answers beside the right ones, whoever says what is right.
  package init(in exchanges: [Exchange], against yardstick: Yardstick = .reference) {
    self.exchanges = exchanges
    self.yardstick = yardstick
  }

  /// What answers are held against.
  package enum Yardstick: Sendable, Hashable {
    /// The reference solution.
    case reference
    /// The numerical gradient of the submission's own forward pass.
    case ownForward
  }

  /// The diagnosis of each of the wrong outputs, where there is one.
  ///
  /// Outputs with the same mistake share one diagnosis, which names them all.
  package func explain(_ wrong: [String]) -> [String: Diagnosis] {
    guard let question = exchanges.first?.question.name,
      exchanges.allSatisfy({ $0.question.name == question })
    else { return [:] }
    let quantities = QuestionQuantities(of: exchanges.map(\.question))
    var groups: [(signs: Signs, outputs: [String])] = []
    for output in wrong {
      guard let signs = signs(of: output, quantities) else { continue }
      if let index = groups.firstIndex(where: { $0.signs == signs }) {
        groups[index].outputs.append(output)
      } else {
        groups.append((signs, [output]))
      }
    }
    let diagnoses = groups.flatMap { group in
      let culprit = Culprit(
        question: question, outputs: group.outputs, yardstick: yardstick)
      let diagnosis =
        switch group.signs {
        case .resemblance(let resemblance, let isList):
          resemblance.diagnosis(of: culprit, isList: isList, words: quantities.words)
        case .fingerprint(let fingerprint): fingerprint.diagnosis(of: culprit)
        }
      return group.outputs.map { ($0, diagnosis) }
    }
    return Dictionary(diagnoses) { first, _ in first }
  }

  /// What gives a mistake away.
  private enum Signs: Hashable {
    /// A list has entries where a matrix has rows: told apart only where rows are spoken of.
    case resemblance(Resemblance, isList: Bool)
    case fingerprint(PrecisionFingerprint)
  }

  private func signs(of output: String, _ quantities: QuestionQuantities) -> Signs? {
    let asked = exchanges.indices.filter { exchanges[$0].expected[output]?.tensor != nil }
    let pairs = asked.compactMap { index -> TensorPair? in
      let exchange = exchanges[index]
      guard let right = exchange.expected[output]?.tensor, let got = exchange.got[output]?.tensor
      else { return nil }
      return TensorPair(got: got, right: right)
    }
    guard let rank = pairs.first?.right.rank, pairs.count == asked.count else { return nil }
    let values = quantities.values.mapValues { values in asked.map { values[$0] } }
    if let resemblance = Resemblance(in: pairs, quantities: values) {
      return .resemblance(resemblance, isList: resemblance.transform.movesRows && rank == 1)
    }
    return PrecisionFingerprint(in: pairs).map { .fingerprint($0) }
  }
}

/// The outputs with one mistake, in the words of a sentence.
struct Culprit: Sendable {
  let question: String
  let outputs: [String]
  var yardstick = UnlistedMistakes.Yardstick.reference

  var isOne: Bool { outputs.count == 1 }
  /// "gradW", "gradW and gradB" or "gradH, gradW and gradB".
  var names: String { outputs.inWords }
  var isOrAre: String { isOne ? "is" : "are" }
  var hasOrHave: String { isOne ? "has" : "have" }
  var itsOrTheir: String { isOne ? "its" : "their" }
  /// What the outputs are held against: "the right one".
  var rightOnes: String {
    switch yardstick {
    case .reference: isOne ? "the right one" : "the right ones"
    case .ownForward: "the numerical gradient\(isOne ? "" : "s") of your own forward pass"
    }
  }
  /// "affineBackward, where gradB is computed".
  var place: String { "\(question), where \(names) \(isOrAre) computed" }
}
