import Tensors

extension RandomState {
  // MARK: - Uniform

  /// A number from 0 up to, but not including, 1, with 53 random bits; equals `random_sample()`.
  public mutating func randomSample() -> Double {
    let high = Double(nextWord() >> 5)
    let low = Double(nextWord() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// Uniform numbers from 0 up to 1; equals `np.random.rand(…)`.
  public mutating func rand(_ shape: Int...) -> Tensor { rand(shape: shape) }

  /// Uniform numbers from 0 up to 1; equals `np.random.random_sample(shape)`.
  public mutating func rand(shape: [Int]) -> Tensor {
    Tensor.zeros(shape: shape).map { _ in randomSample() }
  }

  /// Uniform numbers between two bounds; equals `np.random.uniform(low, high, shape)`.
  ///
  /// Each is `low + (high - low) · u` with u from 0 up to 1. Stops if the bounds are not finite or
  /// their difference is not.
  public mutating func uniform(from low: Double, to high: Double, shape: [Int]) -> Tensor {
    let range = high - low
    guard range.isFinite else {
      stop("RandomState.uniform: the range from \(low) to \(high) is not finite")
    }
    return Tensor.zeros(shape: shape).map { _ in low + range * randomSample() }
  }

  // MARK: - Normal

  /// Normal numbers with mean 0 and standard deviation 1; equals `np.random.randn(…)`.
  public mutating func randn(_ shape: Int...) -> Tensor { randn(shape: shape) }

  /// Normal numbers with mean 0 and deviation 1; equals `np.random.standard_normal(shape)`.
  public mutating func randn(shape: [Int]) -> Tensor {
    Tensor.zeros(shape: shape).map { _ in gaussian() }
  }

  /// Normal numbers; equals `np.random.normal(mean, standardDeviation, shape)`.
  ///
  /// Each is `mean + standardDeviation · z` with z from the stream of ``randn(shape:)``. Stops if
  /// the standard deviation is negative.
  public mutating func normal(
    mean: Double = 0, standardDeviation: Double = 1, shape: [Int]
  ) -> Tensor {
    guard !(standardDeviation < 0) else {
      stop("RandomState.normal: the standard deviation is negative: \(standardDeviation)")
    }
    return Tensor.zeros(shape: shape).map { _ in mean + standardDeviation * gaussian() }
  }

  /// One standard normal number, by Marsaglia's polar method in NumPy's order.
  ///
  /// A pair is drawn at a time; the second of the formula is handed out first, and the other one is
  /// kept for the next call, however many uniform numbers or integers are drawn in between.
  private mutating func gaussian() -> Double {
    if let cached = cachedGaussian {
      cachedGaussian = nil
      return cached
    }
    var x1: Double
    var x2: Double
    var r2: Double
    repeat {
      x1 = 2 * randomSample() - 1
      x2 = 2 * randomSample() - 1
      r2 = x1 * x1 + x2 * x2
    } while r2 >= 1 || r2 == 0
    let factor = (-2 * Platform.log(r2) / r2).squareRoot()
    cachedGaussian = factor * x1
    return factor * x2
  }
}
