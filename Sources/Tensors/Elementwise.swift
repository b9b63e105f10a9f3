/// The operations that combine two tensors, or a tensor and a number, element by element.
///
/// All their loops live in this one file: without whole-module optimisation, as in debug builds,
/// the compiler can inline an operation into its loop only within a file.
enum Elementwise: String {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case maximum
  case greater = ".>"
  case greaterOrEqual = ".>="
  case less = ".<"
  case lessOrEqual = ".<="
  case equal = ".=="
  case notEqual = ".!="

  /// Combines two tensors with broadcasting; stops, naming both shapes, if they do not fit.
  func combine(_ a: Tensor, _ b: Tensor) -> Tensor {
    if a.shape == b.shape { return Tensor(trusted: a.shape, values(a.scalars, b.scalars)) }
    guard let shape = Tensor.broadcastShape(a.shape, b.shape) else {
      stop(
        "Tensor.\(rawValue): shapes do not broadcast: "
          + "\(a.shape.shapeText) and \(b.shape.shapeText)"
      )
    }
    if shape == a.shape, b.count == 1 {
      return Tensor(trusted: shape, values(a.scalars, b.scalars[0]))
    }
    if shape == b.shape, a.count == 1 {
      return Tensor(trusted: shape, values(a.scalars[0], b.scalars))
    }
    return Tensor(trusted: shape, values(a.repeated(to: shape), b.repeated(to: shape)))
  }

  /// Combines each element with a number on its right.
  func combine(_ a: Tensor, _ b: Double) -> Tensor {
    Tensor(trusted: a.shape, values(a.scalars, b))
  }

  /// Combines each element with a number on its left.
  func combine(_ a: Double, _ b: Tensor) -> Tensor {
    Tensor(trusted: b.shape, values(a, b.scalars))
  }

  // MARK: - The loops

  private func values(_ a: [Double], _ b: [Double]) -> [Double] {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in values(count: a.count, { a[$0] }, { b[$0] }) }
    }
  }

  private func values(_ a: [Double], _ b: Double) -> [Double] {
    a.withUnsafeBufferPointer { a in values(count: a.count, { a[$0] }, { _ in b }) }
  }

  private func values(_ a: Double, _ b: [Double]) -> [Double] {
    b.withUnsafeBufferPointer { b in values(count: b.count, { _ in a }, { b[$0] }) }
  }

  /// Chooses the loop once, outside it, so that each loop is straight-line arithmetic.
  @inline(__always)
  private func values(
    count: Int, _ a: (Int) -> Double, _ b: (Int) -> Double
  ) -> [Double] {
    switch self {
    case .plus: filled(count) { a($0) + b($0) }
    case .minus: filled(count) { a($0) - b($0) }
    case .times: filled(count) { a($0) * b($0) }
    case .divided: filled(count) { a($0) / b($0) }
    // As np.maximum: NaN on either side is handed on.
    case .maximum: filled(count) { a($0) >= b($0) || a($0).isNaN ? a($0) : b($0) }
    case .greater: filled(count) { a($0) > b($0) ? 1 : 0 }
    case .greaterOrEqual: filled(count) { a($0) >= b($0) ? 1 : 0 }
    case .less: filled(count) { a($0) < b($0) ? 1 : 0 }
    case .lessOrEqual: filled(count) { a($0) <= b($0) ? 1 : 0 }
    case .equal: filled(count) { a($0) == b($0) ? 1 : 0 }
    case .notEqual: filled(count) { a($0) != b($0) ? 1 : 0 }
    }
  }
}

@inline(__always)
private func filled(_ count: Int, _ value: (Int) -> Double) -> [Double] {
  [Double](unsafeUninitializedCapacity: count) { target, initialised in
    for i in 0..<count { target[i] = value(i) }
    initialised = count
  }
}
