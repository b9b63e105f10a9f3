extension Tensor {
  /// e to the power of each element; equals `np.exp`.
  public func exp() -> Tensor { applying { Platform.exp($0) } }

  /// The natural logarithm of each element; -infinity for 0, NaN below; equals `np.log`.
  public func log() -> Tensor { applying { Platform.log($0) } }

  /// The hyperbolic tangent of each element; equals `np.tanh`.
  public func tanh() -> Tensor { applying { Platform.tanh($0) } }

  /// The square root of each element; NaN for negative ones; equals `np.sqrt`.
  public func sqrt() -> Tensor { applying { $0.squareRoot() } }

  /// The square of each element; equals `a ** 2`.
  public func squared() -> Tensor { applying { $0 * $0 } }

  /// The absolute value of each element; equals `np.abs`.
  public func abs() -> Tensor { applying { Swift.abs($0) } }

  /// The tensor of the same shape whose elements a closure has made from these.
  public func map(_ transform: (Double) throws -> Double) rethrows -> Tensor {
    Tensor(trusted: shape, try scalars.map(transform))
  }

  /// The greater of each element and a number; NaN stays NaN; equals `np.maximum(a, b)`.
  public func maximum(_ other: Double) -> Tensor { Elementwise.maximum.combine(self, other) }

  /// The greater of two elements, with broadcasting; NaN if either is; equals `np.maximum(a, b)`.
  public func maximum(_ other: Tensor) -> Tensor { Elementwise.maximum.combine(self, other) }

  /// Each element, or the nearer bound where it lies outside; NaN stays NaN; equals `np.clip`.
  public func clipped(to bounds: ClosedRange<Double>) -> Tensor {
    applying { value in
      value < bounds.lowerBound
        ? bounds.lowerBound : value > bounds.upperBound ? bounds.upperBound : value
    }
  }

  @inline(__always)
  private func applying(_ function: (Double) -> Double) -> Tensor {
    let count = scalars.count
    return Tensor(
      trusted: shape,
      [Double](unsafeUninitializedCapacity: count) { target, initialised in
        scalars.withUnsafeBufferPointer { source in
          for i in 0..<count { target[i] = function(source[i]) }
        }
        initialised = count
      },
    )
  }
}
