/// One named input of a question or one named output of an answer.
public enum Value: Sendable, Hashable {
  /// An array of any rank; a plain number is an array of rank 0.
  case tensor(Tensor)
  /// An option such as the mode of a layer, `"train"` or `"test"`.
  case text(String)
  /// The state of a random number generator, so that both sides draw the same numbers.
  case randomState(RandomState)

  /// A plain number, which travels as an array of rank 0.
  public static func number(_ value: Double) -> Value { .tensor(Tensor(value)) }

  /// The array, where this value is one.
  public var tensor: Tensor? {
    guard case .tensor(let tensor) = self else { return nil }
    return tensor
  }
}
