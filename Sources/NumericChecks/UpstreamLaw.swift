import Tensors

/// What every backward pass obeys, whatever its layer: it is linear in the gradient from above.
package enum UpstreamLaw: Sendable, Hashable, CaseIterable {
  /// If nothing comes from above, nothing goes on: 0 gives exactly 0.
  case zero
  /// `dx(a·G1 + b·G2) = a·dx(G1) + b·dx(G2)`.
  case linearity

  /// Factors that turn eighths into eighths, so that a right answer is exact.
  private static let factors = (a: 2.0, b: -3.0)

  /// The laws that each output of a backward pass breaks, the first of them; none where it obeys.
  ///
  /// - Parameters:
  ///   - first: A gradient from above.
  ///   - second: Another one of the same shape.
  ///   - backward: The outputs by name for a gradient from above; asked four times. An output that
  ///     is missing or of another shape in one of the answers is passed over.
  /// - Returns: The broken law by output.
  /// - Throws: What the backward pass throws.
  package static func breaches<Failure: Error>(
    upstream first: Tensor, _ second: Tensor,
    of backward: (Tensor) throws(Failure) -> [String: Tensor]
  ) throws(Failure) -> [String: UpstreamLaw] {
    let atZero = try backward(.zeros(shape: first.shape))
    let (one, two) = (try backward(first), try backward(second))
    let both = try backward(factors.a * first + factors.b * second)
    var breaches: [String: UpstreamLaw] = [:]
    for (output, zero) in atZero {
      guard let one = one[output], let two = two[output], let both = both[output],
        Set([zero.shape, one.shape, two.shape, both.shape]).count == 1
      else { continue }
      if !zero.scalars.allSatisfy({ $0 == 0 }) {
        breaches[output] = .zero
      } else if !isSum(both, of: one, two) {
        breaches[output] = .linearity
      }
    }
    return breaches
  }

  /// Whether `both` is a·one + b·two; the size of the terms is what rounding is measured by.
  private static func isSum(_ both: Tensor, of one: Tensor, _ two: Tensor) -> Bool {
    let terms = (factors.a * one).abs() + (factors.b * two).abs()
    let limit = 1e-9 * terms.scalars.reduce(0) { max($0, abs($1)) }
    let distances = both - (factors.a * one + factors.b * two)
    return distances.scalars.allSatisfy { abs($0) <= limit }
  }
}
