import Coursework

/// New assignment: an example to be replaced, which multiplies an array and adds to it.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol NewAssignment: Contract {
  /// Multiplies by the factor, then adds the shift to every entry.
  ///
  /// ```
  /// y = factor·x + shift
  /// ```
  ///
  /// - Parameters:
  ///   - x: Any array, (N, D).
  ///   - factor: A number.
  ///   - shift: A number.
  /// - Returns: y, (N, D).
  /// - Throws: `NotImplemented` until it is written.
  func scaleAndShift(x: Tensor, factor: Double, shift: Double) throws -> Tensor
}

extension NewAssignment {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "scaleAndShift":
      let y = try scaleAndShift(
        x: question.tensor("x"), factor: question.number("factor"),
        shift: question.number("shift"))
      return ["y": .tensor(y)]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
