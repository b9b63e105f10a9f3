import Coursework
import Grading
import NumericChecks

extension MomentumUpdateReference {
  /// Both forms written out in w, v and gradW, where m is the momentum and η the learning rate.
  static let terms: [TermSum] = [
    TermSum(
      "v", of: "movingAverageUpdate", written: "v'", quantities: [.m, .rest, .rate],
      [.input("v", right: .init(1, "m")), .input("gradW", right: .init(1, "1 − m"))]),
    TermSum(
      "w", of: "movingAverageUpdate", written: "w'", quantities: [.m, .rest, .rate],
      [
        .input("w"), .input("v", right: .init(-1, "m", "η")),
        .input("gradW", right: .init(-1, "1 − m", "η")),
      ]),
    TermSum(
      "b", of: "movingAverageUpdate", written: "b'", quantities: [.m, .rest, .rate],
      [.input("b"), .input("gradB", right: .init(-1, "η"))]),
    TermSum(
      "v", of: "classicUpdate", written: "v'", quantities: [.m, .rest, .rate],
      [.input("v", right: .init(1, "m")), .input("gradW", right: .init(-1, "η"))]),
    TermSum(
      "w", of: "classicUpdate", written: "w'", quantities: [.m, .rest, .rate],
      [
        .input("w"), .input("v", right: .init(1, "m")), .input("gradW", right: .init(-1, "η")),
      ]),
  ]
}

extension TermSum.Term {
  /// An array of the question under its own name.
  fileprivate static func input(
    _ name: String, right: TermFit.Coefficient = TermFit.Coefficient(1)
  ) -> TermSum.Term {
    TermSum.Term(name, right: right) { try $0.tensor(name) }
  }
}

extension TermSum.Quantity {
  fileprivate static let m = TermSum.Quantity("m") { try $0.number("momentum") }
  fileprivate static let rest = TermSum.Quantity("1 − m") { 1 - (try $0.number("momentum")) }
  fileprivate static let rate = TermSum.Quantity("η") { try $0.number("learningRate") }
}
