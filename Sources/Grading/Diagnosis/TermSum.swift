import Coursework
import NumericChecks
import Tensors

/// A right output written as a sum of terms, under the names that students know.
///
/// It names wrong answers that are the same sum with other coefficients, such as a learning rate
/// that was typed in: a family of mistakes that no catalogue can list (see `TermFit`).
package struct TermSum: Sendable {
  /// The question whose answer holds the output.
  package let question: String
  /// The output's name in the answer, such as `v`.
  package let output: String
  /// What sentences call it, such as `v'`.
  package let written: String
  /// What the output is the sum of.
  package let terms: [Term]
  /// What the coefficients may be made of.
  package let quantities: [Quantity]

  /// A sum that holds for every question of that name.
  ///
  /// - Parameters:
  ///   - output: The output's name in the answer.
  ///   - question: The question's name.
  ///   - written: What sentences call the output, where that is not its name.
  ///   - quantities: What the coefficients may be made of, the right ones first of all.
  ///   - terms: What the output is the sum of.
  package init(
    _ output: String, of question: String, written: String? = nil, quantities: [Quantity] = [],
    _ terms: [Term]
  ) {
    self.question = question
    self.output = output
    self.written = written ?? output
    self.terms = terms
    self.quantities = quantities
  }

  /// One summand, without its coefficient.
  package struct Term: Sendable {
    /// What sentences call it, such as `gradW` or `x·w`.
    package let name: String
    /// What it is multiplied by in the right answer.
    package let right: TermFit.Coefficient
    /// Its numbers, in the output's shape.
    package let tensor: @Sendable (Question) throws -> Tensor

    /// A summand of that name with its right coefficient.
    package init(
      _ name: String, right: TermFit.Coefficient = TermFit.Coefficient(1),
      tensor: @escaping @Sendable (Question) throws -> Tensor
    ) {
      self.name = name
      self.right = right
      self.tensor = tensor
    }
  }

  /// A number that varies with the question and that coefficients are made of.
  package struct Quantity: Sendable {
    /// What sentences call it, such as `η` or `1 − m`.
    package let name: String
    /// Its value in one question.
    package let value: @Sendable (Question) throws -> Double

    /// A quantity of that name.
    package init(_ name: String, value: @escaping @Sendable (Question) throws -> Double) {
      self.name = name
      self.value = value
    }
  }
}

// MARK: - Naming wrong answers

extension TermSum {
  /// The diagnosis of each wrong output that is one of the sums with other coefficients.
  ///
  /// - Parameters:
  ///   - wrong: The outputs that nothing else explains.
  ///   - exchanges: The answers to all questions of one check.
  ///   - sums: What right outputs are the sum of.
  /// - Returns: Diagnoses by output.
  /// - Throws: what a term throws.
  static func explain(
    _ wrong: [String], in exchanges: [Exchange], by sums: [TermSum]
  ) throws -> [String: Diagnosis] {
    var diagnoses: [String: Diagnosis] = [:]
    for sum in sums where wrong.contains(sum.output) && diagnoses[sum.output] == nil {
      guard exchanges.allSatisfy({ $0.question.name == sum.question }),
        let fit = try sum.fit(to: exchanges)
      else { continue }
      diagnoses[sum.output] = sum.diagnosis(of: fit.coefficients)
    }
    return diagnoses
  }

  private func fit(to exchanges: [Exchange]) throws -> TermFit? {
    var samples: [TermFit.Sample] = []
    for exchange in exchanges {
      guard let got = exchange.got[output]?.tensor else { return nil }
      samples.append(
        TermFit.Sample(got: got, terms: try terms.map { try $0.tensor(exchange.question) }))
    }
    let values = try quantities.map { quantity in
      (quantity.name, try exchanges.map { try quantity.value($0.question) })
    }
    return TermFit(
      in: samples, quantities: Dictionary(values) { first, _ in first },
      right: terms.map(\.right))
  }
}
