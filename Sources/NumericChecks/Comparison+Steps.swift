extension Comparison {
  /// How many steps from one `Double` to the next lie between two numbers: their distance in ULPs.
  ///
  /// 0 for equal numbers, so also between -0.0 and 0.0; 1 for neighbours, so also between 0 and the
  /// smallest number above it; nil where one of them is NaN. Infinity follows on the largest finite
  /// number.
  package static func steps(from a: Double, to b: Double) -> UInt64? {
    guard !a.isNaN, !b.isNaN else { return nil }
    let (low, high) = (place(of: min(a, b)), place(of: max(a, b)))
    // Across zero the distance may be more than an Int64 holds, but never more than a UInt64 does.
    return UInt64(bitPattern: high &- low)
  }

  /// The place of a number on the line of all numbers, 0 for zero.
  private static func place(of number: Double) -> Int64 {
    let magnitude = Int64(number.magnitude.bitPattern)
    return number.sign == .minus ? -magnitude : magnitude
  }
}
