import NumericChecks
import Tensors

/// How a figure of the coursework binds the number that a reference recomputes for it.
enum Claim: Sendable {
  /// A figure with all its digits: at most 1e-12 away, relatively.
  case value(Tensor)
  /// As `value`, for the array `section.name` of a file in `Vectors`: too long for a table, or not
  /// printed at all but settled by the seed and the course's own code, which NumPy has run.
  case kept(file: String, _ section: String, _ name: String)
  /// A figure with so many decimals: at most half a unit of the last one away.
  case rounded(Tensor, decimals: Int)
  /// As `rounded`, where the course computed in 32 bits: an ulp of `Float` more.
  case roundedFloat(Tensor, decimals: Int)
  /// What the course gives as a hint: at most so far away, absolutely.
  case near(Tensor, within: Double)
  /// The error of a gradient check: nothing but rounding, so its digits hold on one machine only, and
  /// it is the bound that holds everywhere. No figure where the course prints only that it passed.
  case gradientError(Double?, Bound)
  /// The error of printed digits: these settle the figure, so it too is recomputed, to 1e-5.
  case printingError(Double, Bound)
  /// A figure that is wrong in the course: not to be met.
  case misprint(Double)

  /// What the course says of the size of an error.
  enum Bound: Sendable {
    /// "Around e-10 or less", "on the order of e-10": the figure is written with e-10 or less.
    case around(exponent: Int)
    /// "Less than 1e-8".
    case below(Double)

    /// The errors that meet it are below this.
    var limit: Double {
      switch self {
      case .around(let exponent): decimal(exponent + 1)
      case .below(let limit): limit
      }
    }
  }
}

// MARK: - Judging

extension Claim {
  /// What is wrong with a recomputed number; `nil` if it meets the claim.
  ///
  /// A number that meets a claim has the figure's shape; NaN meets none.
  func breach(by got: Tensor) throws -> String? {
    switch self {
    case .value(let figure):
      let comparison = Comparison(of: got, with: figure, tolerance: Tolerance(limit: 1e-12))
      return comparison.agrees ? nil : "\(comparison)"
    case .kept(let file, let section, let name):
      return try Claim.value(PublishedValues(file).tensor(section, name)).breach(by: got)
    case .rounded(let figure, let decimals):
      return Self.breach(by: got, of: figure) { _ in 0.500001 * decimal(-decimals) }
    case .roundedFloat(let figure, let decimals):
      return Self.breach(by: got, of: figure) {
        0.500001 * decimal(-decimals) + Double(Float.ulpOfOne) * abs($0)
      }
    case .near(let figure, let distance):
      return Self.breach(by: got, of: figure) { _ in distance }
    case .gradientError(_, let bound):
      return bound.breach(by: got)
    case .printingError(let figure, let bound):
      return bound.breach(by: got)
        ?? Self.breach(by: got, of: Tensor(figure)) { 1e-5 * abs($0) }
    case .misprint(let figure):
      return try Claim.value(Tensor(figure)).breach(by: got) == nil
        ? "\(got) is the figure that is wrong" : nil
    }
  }

  /// A breach unless every number is at most the allowed distance from its figure.
  private static func breach(
    by got: Tensor, of figure: Tensor, allowed: (_ figure: Double) -> Double
  ) -> String? {
    guard got.shape == figure.shape else { return "shape \(got.shape), not \(figure.shape)" }
    for (number, printed) in zip(got.scalars, figure.scalars)
    where !(abs(number - printed) <= allowed(printed)) {
      return "\(number) is not \(printed), give or take \(allowed(printed))"
    }
    return nil
  }
}

extension Claim.Bound {
  /// A breach unless this is a single error below the limit.
  fileprivate func breach(by got: Tensor) -> String? {
    guard got.shape == [] else { return "shape \(got.shape), not a single error" }
    return (0..<limit).contains(got.scalar) ? nil : "an error of \(got.scalar), not below \(limit)"
  }
}

/// 10 to the power of a whole number, to the last bit: both are read, not computed.
private func decimal(_ exponent: Int) -> Double {
  Double("1e\(exponent)") ?? .nan
}
