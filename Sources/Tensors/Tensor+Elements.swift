extension Tensor {
  /// The single number of a tensor with one element, whatever its rank.
  ///
  /// Stops if there is not exactly one element.
  public var scalar: Double {
    guard scalars.count == 1 else {
      stop("Tensor.scalar: shape \(shape.shapeText) does not hold exactly one number")
    }
    return scalars[0]
  }

  /// The element at an index of a tensor of rank 1, counted from 0.
  public subscript(i: Int) -> Double {
    get { scalars[offset(i)] }
    set { scalars[offset(i)] = newValue }
  }

  /// The element in row i and column j of a tensor of rank 2, counted from 0.
  public subscript(i: Int, j: Int) -> Double {
    get { scalars[offset(i, j)] }
    set { scalars[offset(i, j)] = newValue }
  }

  /// The element at three indices of a tensor of rank 3, counted from 0.
  public subscript(i: Int, j: Int, k: Int) -> Double {
    get { scalars[offset(i, j, k)] }
    set { scalars[offset(i, j, k)] = newValue }
  }

  /// The i-th entry along the first axis, without that axis; equals `a[i]` in NumPy.
  ///
  /// Shapes: `(n, d)` gives `(d,)`, `(n, d, m)` gives `(d, m)`.
  public func row(_ i: Int) -> Tensor {
    guard let length = shape.first, (0..<length).contains(i) else {
      stop("Tensor.row: no row \(i) in shape \(shape.shapeText)")
    }
    let inner = scalars.count / length
    return Tensor(trusted: Array(shape.dropFirst()), Array(scalars[i * inner..<(i + 1) * inner]))
  }

  /// Column j of a matrix as a tensor of rank 1; equals `a[:, j]` in NumPy.
  ///
  /// Shapes: `(n, d)` gives `(n,)`.
  public func column(_ j: Int) -> Tensor {
    guard rank == 2, (0..<shape[1]).contains(j) else {
      stop("Tensor.column: no column \(j) in shape \(shape.shapeText)")
    }
    return Tensor((0..<shape[0]).map { scalars[$0 * shape[1] + j] })
  }

  /// The rows of a range, along the first axis; equals `a[m:n]` in NumPy, but never clips.
  ///
  /// Shapes: `(n, d)` gives `(range.count, d)`. Stops if the range leaves the tensor.
  public func rows(_ range: Range<Int>) -> Tensor {
    guard let length = shape.first, range.lowerBound >= 0, range.upperBound <= length else {
      stop("Tensor.rows: no rows \(range) in shape \(shape.shapeText)")
    }
    let inner = length == 0 ? 0 : scalars.count / length
    return Tensor(
      trusted: [range.count] + shape.dropFirst(),
      Array(scalars[range.lowerBound * inner..<range.upperBound * inner]),
    )
  }

  /// The rows with the given indices, in that order, repeats allowed; equals `a[indices]` in NumPy.
  ///
  /// Shapes: `(n, d)` gives `(indices.count, d)`. This picks a mini-batch.
  public func rows(at indices: [Int]) -> Tensor {
    guard let length = shape.first else {
      stop("Tensor.rows: shape \(shape.shapeText) has no rows")
    }
    let inner = length == 0 ? 0 : scalars.count / length
    var picked: [Double] = []
    picked.reserveCapacity(indices.count * inner)
    for i in indices {
      guard (0..<length).contains(i) else {
        stop("Tensor.rows: no row \(i) in shape \(shape.shapeText)")
      }
      picked += scalars[i * inner..<(i + 1) * inner]
    }
    return Tensor(trusted: [indices.count] + shape.dropFirst(), picked)
  }

  // MARK: - From indices to the place in memory

  private func offset(_ i: Int) -> Int {
    guard shape.count == 1, i >= 0, i < shape[0] else { noElement([i]) }
    return i
  }

  private func offset(_ i: Int, _ j: Int) -> Int {
    guard shape.count == 2, i >= 0, i < shape[0], j >= 0, j < shape[1] else {
      noElement([i, j])
    }
    return i * shape[1] + j
  }

  private func offset(_ i: Int, _ j: Int, _ k: Int) -> Int {
    guard
      shape.count == 3,
      i >= 0, i < shape[0], j >= 0, j < shape[1], k >= 0, k < shape[2]
    else { noElement([i, j, k]) }
    return (i * shape[1] + j) * shape[2] + k
  }

  private func noElement(_ indices: [Int]) -> Never {
    guard indices.count == rank else {
      let given = indices.count == 1 ? "1 index" : "\(indices.count) indices"
      stop("Tensor\(indices): \(given) given for shape \(shape.shapeText) of rank \(rank)")
    }
    stop("Tensor\(indices): index out of range for shape \(shape.shapeText)")
  }
}
