import Tensors

/// What a function does to the left and to the right of a point at which it may have a kink.
///
/// At a kink no derivative exists and every number between the two one-sided ones is a
/// subgradient: unless a handout fixes one, each is right, and the probe says which was chosen. The
/// derivatives are `(−3f(x) + 4f(x±h) − f(x±2h)) / ±2h`, exact where the pieces are at most quadratic.
package struct KinkProbe: Sendable, Hashable {
  /// The derivatives from the left, in the shape of the point.
  package let left: Tensor
  /// The derivatives from the right.
  package let right: Tensor
  /// How far each of the two may be off.
  package let error: Tensor

  /// Probes every coordinate with steps of `step` and half of it; eight values each.
  ///
  /// - Throws: What the function throws.
  package init<Failure: Error>(
    of function: (Tensor) throws(Failure) -> Double, at point: Tensor, step: Double = 0x1p-10
  ) throws(Failure) {
    let centre = try function(point)
    var (left, right, error): ([Double], [Double], [Double]) = ([], [], [])
    for offset in 0..<point.count {
      var errors: [Double] = []
      for h in [-step, step] {
        var values: [Double] = []
        for distance in [h / 2, h, 2 * h] {
          var scalars = point.scalars
          scalars[offset] += distance
          values.append(try function(Tensor(shape: point.shape, scalars: scalars)))
        }
        let near = (4 * (values[0] - centre) - (values[1] - centre)) / h
        let far = (4 * (values[1] - centre) - (values[2] - centre)) / (2 * h)
        let largest = values.reduce(abs(centre)) { max($0, abs($1)) }
        errors.append(max(abs(far - near), 4 * FunctionClass.smooth.roundOff * largest / step))
        if h < 0 { left.append(far) } else { right.append(far) }
      }
      error.append(max(errors[0], errors[1]))
    }
    self.left = Tensor(shape: point.shape, scalars: left)
    self.right = Tensor(shape: point.shape, scalars: right)
    self.error = Tensor(shape: point.shape, scalars: error)
  }
}

// MARK: - Conventions

extension KinkProbe {
  /// Which subgradient was chosen at a kink, as the share c in `(1 − c)·left + c·right`.
  ///
  /// For a ReLU that share is its derivative at 0.
  package enum Convention: Sendable, Hashable {
    /// 0: the derivative from the left.
    case zero
    /// ½: the mean of both, as a central difference has it.
    case half
    /// 1: the derivative from the right.
    case one
    /// Another number in between.
    case other
    /// There is no kink, and this is the derivative.
    case noKink
  }

  /// The convention of each coordinate in row-major order; nil where a number is no subgradient.
  ///
  /// Numbers count as equal within `10·error + 1e-8·max(|left|, |right|)`. Stops unless the gradient
  /// has the shape of the point.
  package func conventions(of gradient: Tensor) -> [Convention?] {
    guard gradient.shape == left.shape else {
      stop("KinkProbe: a gradient of shape \(gradient.shape) for a point of \(left.shape)")
    }
    return (0..<left.count).map { offset in
      convention(
        of: gradient.scalars[offset], left: left.scalars[offset], right: right.scalars[offset],
        error: error.scalars[offset])
    }
  }

  private func convention(
    of number: Double, left: Double, right: Double, error: Double
  ) -> Convention? {
    let tolerance = 10 * error + 1e-8 * max(abs(left), abs(right))
    let isEqual = { (a: Double, b: Double) in abs(a - b) <= tolerance }
    guard number >= min(left, right) - tolerance, number <= max(left, right) + tolerance else {
      return nil
    }
    if isEqual(left, right) { return .noKink }
    if isEqual(number, left) { return .zero }
    if isEqual(number, right) { return .one }
    return isEqual(number, (left + right) / 2) ? .half : .other
  }
}
