import Tensors

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
  /// - Throws: what a missing input makes of it.
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]?
}
