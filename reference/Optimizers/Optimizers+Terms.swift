import Coursework
import Grading
import NumericChecks

extension OptimizersReference {
  /// All three steps written out, where η is the learning rate.
  static let terms: [TermSum] = [
    TermSum(
      "w", of: "sgdUpdate", written: "w'", quantities: [.rate],
      [.input("w"), .input("gradW", right: .init(-1, "η"))]),
    TermSum(
      "cache", of: "rmsPropUpdate", quantities: [.decay, .restOfDecay, .rate],
      [
        .input("cache", written: "c", right: .init(1, "ρ")),
        .squaredGradient(right: .init(1, "1 − ρ")),
      ]),
    TermSum(
      "w", of: "rmsPropUpdate", written: "w'", quantities: [.rate, .decay],
      [
        .input("w"),
        TermSum.Term("gradW / (√c' + ε)", right: .init(-1, "η")) {
          let step = try RMSPropStep($0)
          return step.gradW / (step.newCache.sqrt() + step.epsilon)
        },
      ]),
    TermSum(
      "m", of: "adamUpdate", written: "m'", quantities: [.beta1, .restOfBeta1, .rate],
      [
        .input("m", right: .init(1, "β₁")), .input("gradW", right: .init(1, "1 − β₁")),
      ]),
    TermSum(
      "v", of: "adamUpdate", written: "v'", quantities: [.beta2, .restOfBeta2, .rate],
      [.input("v", right: .init(1, "β₂")), .squaredGradient(right: .init(1, "1 − β₂"))]),
    TermSum(
      "w", of: "adamUpdate", written: "w'", quantities: [.rate, .beta1, .beta2],
      [
        .input("w"),
        TermSum.Term("m̂ / (√v̂ + ε)", right: .init(-1, "η")) {
          let step = try AdamStep($0)
          return step.unbiasedM / (step.unbiasedV.sqrt() + step.epsilon)
        },
      ]),
  ]
}

extension TermSum.Term {
  /// An array of the question, by default under its own name.
  fileprivate static func input(
    _ name: String, written: String? = nil, right: TermFit.Coefficient = TermFit.Coefficient(1)
  ) -> TermSum.Term {
    TermSum.Term(written ?? name, right: right) { try $0.tensor(name) }
  }

  fileprivate static func squaredGradient(right: TermFit.Coefficient) -> TermSum.Term {
    TermSum.Term("gradW²", right: right) { try $0.tensor("gradW").squared() }
  }
}

extension TermSum.Quantity {
  fileprivate static let rate = TermSum.Quantity("η") { try $0.number("learningRate") }
  fileprivate static let decay = TermSum.Quantity("ρ") { try $0.number("decayRate") }
  fileprivate static let restOfDecay = TermSum.Quantity("1 − ρ") {
    1 - (try $0.number("decayRate"))
  }
  fileprivate static let beta1 = TermSum.Quantity("β₁") { try $0.number("beta1") }
  fileprivate static let restOfBeta1 = TermSum.Quantity("1 − β₁") { 1 - (try $0.number("beta1")) }
  fileprivate static let beta2 = TermSum.Quantity("β₂") { try $0.number("beta2") }
  fileprivate static let restOfBeta2 = TermSum.Quantity("1 − β₂") { 1 - (try $0.number("beta2")) }
}
