import Coursework
import NumericChecks

/// How far each output of one answer may lie from the reference's.
package struct OutputTolerances: Sendable {
  private let other: Tolerance
  private let byOutput: [String: Tolerance]

  /// One tolerance for all outputs.
  package init(_ tolerance: Tolerance) {
    other = tolerance
    byOutput = [:]
  }

  /// As far as rounding may move the answer, where the assignment has a formula for the question.
  ///
  /// The limit is that of ``Tolerance/standard``, and the floors come from the formula's rounding
  /// bounds; of an output that no formula gives, from its largest element.
  ///
  /// - Parameters:
  ///   - question: The question with its inputs.
  ///   - formula: The assignment's formula, if it has one.
  /// - Throws: What the formula throws.
  package init(roundingOf question: Question, by formula: (any Formula)?) throws {
    other = .standard
    let bounded = try formula?.answer(to: question) { Bounded($0, in: .double) }
    byOutput = (bounded ?? [:]).mapValues { output in
      Tolerance(floor: output.floor(limit: Tolerance.standard.limit))
    }
  }

  /// The tolerance of the output of that name.
  package subscript(output: String) -> Tolerance { byOutput[output] ?? other }
}
