extension Tensor {
  /// The shape that two shapes broadcast to, or nil if they do not fit.
  ///
  /// NumPy's rule: align the shapes at their last axes; two lengths fit if they are equal or one of
  /// them is 1, and a missing axis counts as 1.
  static func broadcastShape(_ a: [Int], _ b: [Int]) -> [Int]? {
    let rank = Swift.max(a.count, b.count)
    let left = [Int](repeating: 1, count: rank - a.count) + a
    let right = [Int](repeating: 1, count: rank - b.count) + b
    var result: [Int] = []
    for (m, n) in zip(left, right) {
      guard m == n || m == 1 || n == 1 else { return nil }
      result.append(m == 1 ? n : m)
    }
    return result
  }

  /// The numbers of this tensor repeated to fill a shape that it broadcasts to.
  func repeated(to target: [Int]) -> [Double] {
    guard target != shape, !target.contains(0) else { return target == shape ? scalars : [] }
    let missing = target.count - rank
    var steps = [Int](repeating: 0, count: missing) + strides
    for axis in 0..<rank where shape[axis] == 1 { steps[missing + axis] = 0 }
    return gathered(into: target, strides: steps)
  }
}
