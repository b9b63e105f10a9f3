extension Tensor {
  /// Zeros of the given shape; equals `np.zeros`.
  public static func zeros(_ shape: Int...) -> Tensor { full(shape: shape, value: 0) }

  /// Zeros of the given shape; equals `np.zeros`.
  public static func zeros(shape: [Int]) -> Tensor { full(shape: shape, value: 0) }

  /// Ones of the given shape; equals `np.ones`.
  public static func ones(_ shape: Int...) -> Tensor { full(shape: shape, value: 1) }

  /// Ones of the given shape; equals `np.ones`.
  public static func ones(shape: [Int]) -> Tensor { full(shape: shape, value: 1) }

  /// One value everywhere; equals `np.full`.
  ///
  /// Stops if a length is negative.
  public static func full(shape: [Int], value: Double) -> Tensor {
    guard let count = count(of: shape) else {
      stop("Tensor.full: \(shape.shapeText) is not a shape")
    }
    return Tensor(trusted: shape, [Double](repeating: value, count: count))
  }

  /// Evenly spaced numbers from start to end, both included; bit for bit `np.linspace`.
  ///
  /// Number i is `i · step + start` with `step = (end - start) / (count - 1)`, and the last is the
  /// end itself. One number gives the start alone, none the empty tensor; a negative count stops.
  public static func linspace(from start: Double, to end: Double, count: Int) -> Tensor {
    guard count >= 0 else { stop("Tensor.linspace: the count is negative: \(count)") }
    guard count > 1 else { return Tensor([Double](repeating: start, count: count)) }
    let delta = end - start
    let step = delta / Double(count - 1)
    var values = (0..<count).map { index in
      // NumPy's own way round a step that underflows to zero.
      step == 0
        ? Double(index) / Double(count - 1) * delta + start
        : Double(index) * step + start
    }
    values[count - 1] = end
    return Tensor(values)
  }

  /// The n × n matrix with ones on its diagonal; equals `np.eye(n)`.
  public static func identity(_ n: Int) -> Tensor {
    var result = zeros(n, n)
    for i in 0..<n { result.scalars[i * n + i] = 1 }
    return result
  }
}
