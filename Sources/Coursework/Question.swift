/// A function's name and its named inputs: all that a submission is ever asked.
public struct Question: Sendable, Hashable {
  /// The name of the contract's method, such as `affineBackward`.
  public let name: String
  /// The arguments by their labels.
  public let inputs: [String: Value]

  /// A question for the method `name` of a contract.
  public init(_ name: String, _ inputs: [String: Value]) {
    self.name = name
    self.inputs = inputs
  }
}

/// Named outputs; never a verdict.
public typealias Answer = [String: Value]

// MARK: - Inputs by kind, as contracts read them

extension Question {
  /// The array given for `input`.
  ///
  /// - Throws: `BadQuestion` when the question has no such array.
  public func tensor(_ input: String) throws -> Tensor {
    guard case .tensor(let tensor)? = inputs[input] else { throw lacking(input, "an array") }
    return tensor
  }

  /// The plain number given for `input`.
  ///
  /// - Throws: `BadQuestion` when the question has no such number.
  public func number(_ input: String) throws -> Double {
    guard case .tensor(let tensor)? = inputs[input], tensor.rank == 0 else {
      throw lacking(input, "a number")
    }
    return tensor.scalar
  }

  /// The whole numbers given for `input`, which travel as an array of numbers.
  ///
  /// - Throws: `BadQuestion` when the question has no such array.
  public func wholeNumbers(_ input: String) throws -> [Int] {
    try tensor(input).scalars.map { number in
      guard let whole = Int(exactly: number) else { throw lacking(input, "of whole numbers") }
      return whole
    }
  }

  /// The whole number given for `input`.
  ///
  /// - Throws: `BadQuestion` when the question has no such number.
  public func wholeNumber(_ input: String) throws -> Int {
    guard let whole = Int(exactly: try number(input)) else {
      throw lacking(input, "a whole number")
    }
    return whole
  }

  /// The option given for `input`.
  ///
  /// - Throws: `BadQuestion` when the question has no such text.
  public func text(_ input: String) throws -> String {
    guard case .text(let text)? = inputs[input] else { throw lacking(input, "a text") }
    return text
  }

  /// The generator given for `input`, in the state in which the grader left it.
  ///
  /// - Throws: `BadQuestion` when the question has no such generator.
  public func randomState(_ input: String) throws -> RandomState {
    guard case .randomState(let state)? = inputs[input] else { throw lacking(input, "a generator") }
    return state
  }

  private func lacking(_ input: String, _ kind: String) -> BadQuestion {
    BadQuestion(name: name, reason: "has no input '\(input)' that is \(kind)")
  }
}
