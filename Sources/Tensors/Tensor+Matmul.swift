extension Tensor {
  /// The matrix product; equals `a.dot(b)` for ranks 1 and 2.
  ///
  /// Shapes: `(n, k) · (k, m)` gives `(n, m)`; `(n, k) · (k,)` gives `(n,)`; `(k,) · (k, m)` gives
  /// `(m,)`; `(k,) · (k,)` gives a single number of shape `()`.
  ///
  /// Each element is `Σ a[i, k] · b[k, j]`, added in the order of k, with the product rounded
  /// before it is added. Stops for other ranks, and if the inner dimensions differ.
  public func matmul(_ other: Tensor) -> Tensor {
    guard (1...2).contains(rank), (1...2).contains(other.rank) else {
      stop("Tensor.matmul: ranks must be 1 or 2: \(shape.shapeText) · \(other.shape.shapeText)")
    }
    let inner = shape[rank - 1]
    guard inner == other.shape[0] else {
      stop(
        "Tensor.matmul: inner dimensions differ: "
          + "\(shape.shapeText) · \(other.shape.shapeText)"
      )
    }
    let height = rank == 2 ? shape[0] : 1
    let width = other.rank == 2 ? other.shape[1] : 1
    var product = [Double](repeating: 0, count: height * width)
    product.withUnsafeMutableBufferPointer { c in
      scalars.withUnsafeBufferPointer { a in
        other.scalars.withUnsafeBufferPointer { b in
          for i in 0..<height {
            addRow(
              a[i * inner..<(i + 1) * inner], times: b,
              to: c.extracting(i * width..<(i + 1) * width)
            )
          }
        }
      }
    }
    return Tensor(trusted: Array(shape.dropLast() + other.shape.dropFirst()), product)
  }
}

/// Adds `Σ a[k] · b[k, :]` to one row of the product.
///
/// Four rows of b at a time keep the row of c in registers; every c[j] still adds its products one
/// by one, in the order of k, so the digits are those of the plain loop.
@inline(__always)
private func addRow(
  _ a: Slice<UnsafeBufferPointer<Double>>,
  times b: UnsafeBufferPointer<Double>,
  to c: UnsafeMutableBufferPointer<Double>
) {
  let a = UnsafeBufferPointer(rebasing: a)
  let width = c.count
  var k = 0
  while k &+ 4 <= a.count {
    let (a0, a1, a2, a3) = (a[k], a[k &+ 1], a[k &+ 2], a[k &+ 3])
    let b0 = k &* width
    let b1 = b0 &+ width
    let b2 = b1 &+ width
    let b3 = b2 &+ width
    for j in 0..<width {
      c[j] = c[j] + a0 * b[b0 &+ j] + a1 * b[b1 &+ j] + a2 * b[b2 &+ j] + a3 * b[b3 &+ j]
    }
    k &+= 4
  }
  while k < a.count {
    for j in 0..<width { c[j] += a[k] * b[k &* width &+ j] }
    k &+= 1
  }
}
