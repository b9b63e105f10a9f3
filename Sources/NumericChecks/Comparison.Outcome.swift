extension Comparison {
  /// Whether a tensor agrees with the reference, and if not, the first respect in which it does not.
  package enum Outcome: Hashable, Sendable {
    /// The shape is right and no error is above the limit.
    case agrees
    /// The shape is another one, even if it would broadcast or holds the same numbers.
    case wrongShape(got: [Int], expected: [Int])
    /// There are NaNs or infinities that the reference does not have in the same places.
    case notFinite(nan: Int, infinite: Int, firstIndex: [Int])
    /// A finite number is too far from the reference's.
    case differs
  }
}
