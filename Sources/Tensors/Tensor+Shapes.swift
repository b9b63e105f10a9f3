extension Tensor {
  /// The same numbers in the same order under another shape; equals `a.reshape(…)`.
  ///
  /// One length may be -1: it is worked out from the count. Stops if the counts differ.
  public func reshaped(_ shape: Int...) -> Tensor { reshaped(to: shape) }

  /// The same numbers in the same order under another shape; equals `a.reshape(shape)`.
  ///
  /// One length may be -1: it is worked out from the count. Stops if the counts differ.
  public func reshaped(to newShape: [Int]) -> Tensor {
    var wanted = newShape
    if let open = wanted.firstIndex(of: -1) {
      wanted[open] = 1
      let rest = Tensor.count(of: wanted) ?? 0
      // No length can be worked out beside a zero: every one would do. It stays -1, which fits
      // nothing.
      wanted[open] = rest > 0 ? count / rest : -1
    }
    guard Tensor.count(of: wanted) == count else {
      stop("Tensor.reshaped: shape \(shape.shapeText) does not fit shape \(newShape.shapeText)")
    }
    return Tensor(trusted: wanted, scalars)
  }

  /// All numbers as a tensor of rank 1, row by row; equals `a.ravel()`.
  public func flattened() -> Tensor { Tensor(trusted: [count], scalars) }

  /// The tensor with its axes in reverse order; equals `a.T`.
  ///
  /// Shapes: `(n, d)` gives `(d, n)`, `(a, b, c)` gives `(c, b, a)`; ranks 0 and 1 stay as they
  /// are.
  public func transposed() -> Tensor {
    guard rank > 1 else { return self }
    let newShape = Array(shape.reversed())
    guard count > 0 else { return Tensor(trusted: newShape, []) }
    guard rank == 2 else {
      return Tensor(trusted: newShape, gathered(into: newShape, strides: strides.reversed()))
    }
    let (height, width) = (shape[0], shape[1])
    return Tensor(
      trusted: newShape,
      [Double](unsafeUninitializedCapacity: count) { target, initialised in
        scalars.withUnsafeBufferPointer { source in
          for j in 0..<width {
            for i in 0..<height { target[j &* height &+ i] = source[i &* width &+ j] }
          }
        }
        initialised = count
      },
    )
  }

  // MARK: - Strides

  /// How far apart in memory two neighbours along each axis are.
  var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return strides
  }

  /// Reads the numbers in the order of another shape, stepping by the strides given for its axes.
  ///
  /// Transposing reads with the strides reversed, broadcasting with stride 0 along repeated axes.
  func gathered(into newShape: [Int], strides: [Int]) -> [Double] {
    guard let width = newShape.last, let step = strides.last else { return scalars }
    let total = newShape.reduce(1, *)
    return [Double](unsafeUninitializedCapacity: total) { target, initialised in
      scalars.withUnsafeBufferPointer { source in
        var position = [Int](repeating: 0, count: newShape.count)
        var start = 0
        var next = 0
        while next < total {
          for j in 0..<width { target[next &+ j] = source[start &+ j &* step] }
          next += width
          // Count the outer axes up like an odometer, the innermost of them first.
          var axis = newShape.count - 2
          while axis >= 0 {
            position[axis] += 1
            start += strides[axis]
            if position[axis] < newShape[axis] { break }
            start -= position[axis] * strides[axis]
            position[axis] = 0
            axis -= 1
          }
        }
      }
      initialised = total
    }
  }

  /// The axis counted from 0, where a negative one counts from the end; stops if there is none.
  func resolved(axis: Int, for operation: String) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    guard (0..<rank).contains(resolved) else {
      stop("Tensor.\(operation): no axis \(axis) in shape \(shape.shapeText)")
    }
    return resolved
  }
}
