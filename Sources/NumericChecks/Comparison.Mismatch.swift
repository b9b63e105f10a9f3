extension Comparison {
  /// One element that is not what the reference says.
  package struct Mismatch: Hashable, Sendable {
    /// The index along each axis, from 0; empty for a tensor of rank 0.
    package let index: [Int]
    /// The student's number.
    package let got: Double
    /// The reference's number.
    package let expected: Double
    /// The error that decides, as ``Comparison`` defines it; may be infinite, never NaN.
    package let error: Double
  }
}
