extension Tensor {
  // MARK: - Tensor and tensor

  /// The sum of two tensors, element by element, with NumPy's broadcasting.
  ///
  /// Equals `a + b` in NumPy. Stops if the shapes do not broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor { Elementwise.plus.combine(a, b) }

  /// The difference of two tensors, element by element, with NumPy's broadcasting.
  ///
  /// Equals `a - b` in NumPy. Stops if the shapes do not broadcast.
  public static func - (a: Tensor, b: Tensor) -> Tensor { Elementwise.minus.combine(a, b) }

  /// The product of two tensors, element by element, with NumPy's broadcasting.
  ///
  /// Equals `a * b` in NumPy. For the matrix product see ``matmul(_:)``. Stops if the shapes do not
  /// broadcast.
  public static func * (a: Tensor, b: Tensor) -> Tensor { Elementwise.times.combine(a, b) }

  /// The quotient of two tensors, element by element, with NumPy's broadcasting.
  ///
  /// Equals `a / b` in NumPy. Division by zero gives infinity or NaN, as for `Double`. Stops if the
  /// shapes do not broadcast.
  public static func / (a: Tensor, b: Tensor) -> Tensor { Elementwise.divided.combine(a, b) }

  // MARK: - Tensor and number

  /// Adds a number to each element.
  public static func + (a: Tensor, b: Double) -> Tensor { Elementwise.plus.combine(a, b) }

  /// Adds each element to a number.
  public static func + (a: Double, b: Tensor) -> Tensor { Elementwise.plus.combine(a, b) }

  /// Subtracts a number from each element.
  public static func - (a: Tensor, b: Double) -> Tensor { Elementwise.minus.combine(a, b) }

  /// Subtracts each element from a number.
  public static func - (a: Double, b: Tensor) -> Tensor { Elementwise.minus.combine(a, b) }

  /// Multiplies each element by a number.
  public static func * (a: Tensor, b: Double) -> Tensor { Elementwise.times.combine(a, b) }

  /// Multiplies a number by each element.
  public static func * (a: Double, b: Tensor) -> Tensor { Elementwise.times.combine(a, b) }

  /// Divides each element by a number.
  public static func / (a: Tensor, b: Double) -> Tensor { Elementwise.divided.combine(a, b) }

  /// Divides a number by each element.
  public static func / (a: Double, b: Tensor) -> Tensor { Elementwise.divided.combine(a, b) }

  // MARK: - Negation and assignment

  /// The tensor with the sign of each element turned.
  public static prefix func - (a: Tensor) -> Tensor { a * -1 }

  /// Adds to the tensor in place; the other side broadcasts to this shape, which stays.
  public static func += (a: inout Tensor, b: Tensor) { a.assign(a + b, from: b, "+=") }

  /// Adds to the tensor in place, by one number for all elements.
  public static func += (a: inout Tensor, b: Double) { a = a + b }

  /// Subtracts from the tensor in place; the other side broadcasts to this shape, which stays.
  public static func -= (a: inout Tensor, b: Tensor) { a.assign(a - b, from: b, "-=") }

  /// Subtracts from the tensor in place, by one number for all elements.
  public static func -= (a: inout Tensor, b: Double) { a = a - b }

  /// Multiplies the tensor in place; the other side broadcasts to this shape, which stays.
  public static func *= (a: inout Tensor, b: Tensor) { a.assign(a * b, from: b, "*=") }

  /// Multiplies the tensor in place, by one number for all elements.
  public static func *= (a: inout Tensor, b: Double) { a = a * b }

  /// Divides the tensor in place; the other side broadcasts to this shape, which stays.
  public static func /= (a: inout Tensor, b: Tensor) { a.assign(a / b, from: b, "/=") }

  /// Divides the tensor in place, by one number for all elements.
  public static func /= (a: inout Tensor, b: Double) { a = a / b }

  /// Takes a result over, if it kept the shape: as in NumPy, assignment never grows its left side.
  private mutating func assign(_ result: Tensor, from other: Tensor, _ operation: String) {
    guard result.shape == shape else {
      stop(
        "Tensor.\(operation): shape \(other.shape.shapeText) does not broadcast "
          + "to shape \(shape.shapeText)"
      )
    }
    self = result
  }
}
