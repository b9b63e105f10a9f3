// Sums run from left to right, one addition after the other. NumPy adds pairwise, so that its last
// digits may differ.

extension Tensor {
  // MARK: - Over all elements

  /// The sum of all elements, from left to right; 0 for none; equals `a.sum()`.
  public func sum() -> Double { scalars.reduce(0, +) }

  /// The mean of all elements; NaN for none; equals `a.mean()`.
  public func mean() -> Double { sum() / Double(count) }

  /// The largest element; NaN if there is a NaN; stops if there are no elements; equals `a.max()`.
  public func max() -> Double {
    guard count > 0 else { stop("Tensor.max: shape \(shape.shapeText) is empty") }
    return scalars[argmax()]
  }

  /// The smallest element; NaN if there is a NaN; stops if there are no elements; equals `a.min()`.
  public func min() -> Double {
    guard var least = scalars.first else { stop("Tensor.min: shape \(shape.shapeText) is empty") }
    for value in scalars where value < least || value.isNaN {
      least = value
      if value.isNaN { break }
    }
    return least
  }

  /// Where the largest element is, counted row by row; the first of equals, a NaN before any
  /// number.
  ///
  /// Equals `a.argmax()`. Stops if there are no elements.
  public func argmax() -> Int {
    guard count > 0 else { stop("Tensor.argmax: shape \(shape.shapeText) is empty") }
    return flattened().argmax(axis: 0)[0]
  }

  // MARK: - Along one axis

  /// The sums along one axis, which disappears; equals `a.sum(axis=…, keepdims=…)`.
  ///
  /// Shapes: `(n, d)` along axis 0 gives `(d,)`, or `(1, d)` with `keepingDimension`. A negative
  /// axis counts from the end. An axis of length 0 sums to 0.
  public func sum(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let split = Split(self, axis: resolved(axis: axis, for: "sum"))
    var sums = [Double](repeating: 0, count: split.outer * split.inner)
    sums.withUnsafeMutableBufferPointer { sums in
      scalars.withUnsafeBufferPointer { source in
        // Along the last axis each sum stays in a register: four times as fast, the same order.
        guard split.inner != 1 else {
          for i in 0..<split.outer {
            sums[i] = source[i &* split.length..<(i &+ 1) &* split.length].reduce(0, +)
          }
          return
        }
        split.forEachLine { target, start in
          for j in 0..<split.inner { sums[target &+ j] += source[start &+ j] }
        }
      }
    }
    return Tensor(trusted: split.shape(keepingDimension), sums)
  }

  /// The means along one axis, which disappears; equals `a.mean(axis=…, keepdims=…)`.
  ///
  /// Shapes as for ``sum(axis:keepingDimension:)``. An axis of length 0 has the mean NaN.
  public func mean(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let length = shape[resolved(axis: axis, for: "mean")]
    return sum(axis: axis, keepingDimension: keepingDimension) / Double(length)
  }

  /// The largest elements along one axis, which disappears; equals `a.max(axis=…, keepdims=…)`.
  ///
  /// Shapes as for ``sum(axis:keepingDimension:)``. NaN wherever a NaN took part; stops if the axis
  /// has length 0.
  public func max(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let split = Split(self, axis: resolved(axis: axis, for: "max"))
    let winners = argmax(split, for: "max")
    let values = winners.indices.map { scalars[split.start(of: $0) + winners[$0] * split.inner] }
    return Tensor(trusted: split.shape(keepingDimension), values)
  }

  /// Where along one axis the largest elements are, row by row; the first of equals, NaN before
  /// all.
  ///
  /// Equals `a.argmax(axis=…).ravel()`: for scores of shape `(n, classes)`, axis 1 gives the n
  /// predicted classes. Stops if the axis has length 0.
  public func argmax(axis: Int) -> [Int] {
    argmax(Split(self, axis: resolved(axis: axis, for: "argmax")), for: "argmax")
  }

  private func argmax(_ split: Split, for operation: String) -> [Int] {
    var winners = [Int](repeating: 0, count: split.outer * split.inner)
    guard split.length > 0 || winners.isEmpty else {
      stop("Tensor.\(operation): nothing to choose from in shape \(shape.shapeText)")
    }
    for target in winners.indices {
      let start = split.start(of: target)
      var best = scalars[start]
      for entry in 0..<split.length where !best.isNaN {
        let value = scalars[start + entry * split.inner]
        guard value > best || value.isNaN else { continue }
        best = value
        winners[target] = entry
      }
    }
    return winners
  }
}

/// A shape seen as (outer, length, inner) around one axis: what all reductions along an axis share.
private struct Split {
  let outer: Int
  let length: Int
  let inner: Int
  private let before: ArraySlice<Int>
  private let after: ArraySlice<Int>

  init(_ tensor: Tensor, axis: Int) {
    before = tensor.shape[..<axis]
    after = tensor.shape[(axis + 1)...]
    outer = before.reduce(1, *)
    length = tensor.shape[axis]
    inner = after.reduce(1, *)
  }

  func shape(_ keepingDimension: Bool) -> [Int] { before + (keepingDimension ? [1] : []) + after }

  /// Where in memory the first entry along the axis is, for one element of the result.
  ///
  /// The next entries follow at distances of `inner`.
  func start(of target: Int) -> Int { (target / inner) * length * inner + target % inner }

  /// Calls for each stretch of `inner` numbers, in memory's order: its place in the result, its
  /// start.
  @inline(__always)
  func forEachLine(_ body: (_ target: Int, _ start: Int) -> Void) {
    for i in 0..<outer {
      for k in 0..<length { body(i &* inner, (i &* length &+ k) &* inner) }
    }
  }
}
