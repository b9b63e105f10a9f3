// The operators themselves are declared by the standard library, for SIMD vectors.

/// Masks: 1 where a comparison holds and 0 where it does not, so that a mask multiplies.
///
/// `gradient * (z .> 0)` is `gradient * (z > 0)` in NumPy. A comparison with NaN does not hold,
/// except for `.!=`. Shapes broadcast as in arithmetic.
extension Tensor {
  /// 1 where the left element is greater than the right one, else 0.
  public static func .> (a: Tensor, b: Tensor) -> Tensor { Elementwise.greater.combine(a, b) }

  /// 1 where the element is greater than the number, else 0.
  public static func .> (a: Tensor, b: Double) -> Tensor { Elementwise.greater.combine(a, b) }

  /// 1 where the left element is greater than or equal to the right one, else 0.
  public static func .>= (a: Tensor, b: Tensor) -> Tensor {
    Elementwise.greaterOrEqual.combine(a, b)
  }

  /// 1 where the element is greater than or equal to the number, else 0.
  public static func .>= (a: Tensor, b: Double) -> Tensor {
    Elementwise.greaterOrEqual.combine(a, b)
  }

  /// 1 where the left element is less than the right one, else 0.
  public static func .< (a: Tensor, b: Tensor) -> Tensor { Elementwise.less.combine(a, b) }

  /// 1 where the element is less than the number, else 0.
  public static func .< (a: Tensor, b: Double) -> Tensor { Elementwise.less.combine(a, b) }

  /// 1 where the left element is less than or equal to the right one, else 0.
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { Elementwise.lessOrEqual.combine(a, b) }

  /// 1 where the element is less than or equal to the number, else 0.
  public static func .<= (a: Tensor, b: Double) -> Tensor { Elementwise.lessOrEqual.combine(a, b) }

  /// 1 where the left element is equal to the right one, else 0.
  public static func .== (a: Tensor, b: Tensor) -> Tensor { Elementwise.equal.combine(a, b) }

  /// 1 where the element is equal to the number, else 0.
  public static func .== (a: Tensor, b: Double) -> Tensor { Elementwise.equal.combine(a, b) }

  /// 1 where the left element is not equal to the right one, else 0.
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { Elementwise.notEqual.combine(a, b) }

  /// 1 where the element is not equal to the number, else 0.
  public static func .!= (a: Tensor, b: Double) -> Tensor { Elementwise.notEqual.combine(a, b) }
}
