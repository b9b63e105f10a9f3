import Coursework

/// The right answer written once, for whatever can be calculated with.
///
/// Called with tensors it gives the answer; with dual numbers, its derivatives as well; with bounded
/// numbers, how far rounding may move it; with worked numbers, the steps that lead to each entry.
package protocol Formula: Sendable {
  /// The named outputs of the named question, or nil for a question that is no formula, such as one
  /// that chance decides.
  ///
  /// - Parameters:
  ///   - question: The question's name, such as `affineBackward`.
  ///   - inputs: Its arrays and plain numbers by name.
  /// - Returns: Every output by name.
  /// - Throws: ``MissingInput`` for a question that lacks one of its inputs.
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]?
}

extension Formula {
  /// The outputs for the arrays of a question, or nil for a question that is no formula.
  ///
  /// - Parameters:
  ///   - question: What is asked; its texts and generators are passed over.
  ///   - number: Makes an input of each array, by default a constant.
  /// - Returns: Every output by name.
  /// - Throws: ``MissingInput``.
  package func answer<A: TensorAlgebra>(
    to question: Question, as number: (Tensor) -> A = A.init(constant:)
  ) throws -> [String: A]? {
    try answer(question.name, question.inputs.compactMapValues { $0.tensor.map(number) })
  }

  /// The input of that name.
  ///
  /// - Throws: ``MissingInput`` where there is none.
  package func input<A>(_ name: String, of inputs: [String: A]) throws -> A {
    guard let input = inputs[name] else { throw MissingInput(name: name) }
    return input
  }
}

/// A question without one of the inputs that its formula needs: the scheme's fault.
package struct MissingInput: Error, CustomStringConvertible {
  /// The input's name.
  package let name: String

  /// One sentence.
  package var description: String { "the formula needs an input '\(name)' that is not there" }
}
