import Tensors

/// The gradient of a function with a single number as its result, by dual numbers.
///
/// ```swift
/// gradient(of: { (x: Dual) in (x * x).total() }, at: [1, 2, 3])   // [2, 4, 6]
/// ```
///
/// One pass of the function for each element of the point, hence for small tensors. Exact but for
/// rounding. Stops if the function's result holds more or less than one number.
///
/// - Parameters:
///   - function: The function; what it does not get as its argument is constant to it.
///   - point: Where the gradient is taken.
/// - Returns: The partial derivatives, in the shape of the point.
/// - Throws: What the function throws.
package func gradient<Failure: Error>(
  of function: (Dual) throws(Failure) -> Dual,
  at point: Tensor,
) throws(Failure) -> Tensor {
  var direction = [Double](repeating: 0, count: point.count)
  var partials = direction
  for offset in partials.indices {
    direction[offset] = 1
    let tangent = Tensor(shape: point.shape, scalars: direction)
    direction[offset] = 0
    let result = try function(Dual(value: point, tangent: tangent))
    guard result.value.count == 1 else {
      stop("gradient: the function's result has shape \(result.shape), not a single number")
    }
    partials[offset] = result.tangent.scalar
  }
  return Tensor(shape: point.shape, scalars: partials)
}
