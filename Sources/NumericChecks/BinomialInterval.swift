import Tensors

/// The counts that chance allows when each of n elements is chosen with probability p.
///
/// K ~ Binomial(n, p). Each tail outside the interval [low, high] has at most half of alpha:
///
///     low  = the largest k with P(K < k) ≤ alpha/2
///     high = the smallest k with P(K > k) ≤ alpha/2
///
/// so that a right implementation falls outside with probability at most alpha. These are the same
/// bounds as `scipy.stats.binom.interval(1 - alpha, n, p)`, save where a tail is alpha/2 exactly. The
/// interval of n − K, with probability 1 − p, is [n − high, n − low].
package struct BinomialInterval: Hashable, Sendable {
  /// The smallest count that is accepted.
  package let low: Int
  /// The largest count that is accepted.
  package let high: Int

  /// Finds the interval from exact tails, summed from log-gamma terms.
  ///
  /// Stops unless `trials` ≥ 0, `probability` is in 0...1 and `alpha` is above 0 and at most 1. Tails are
  /// good to about trials × 1e-15, relatively. A probability of 0 or 1 leaves a single count.
  package init(trials: Int, probability: Double, alpha: Double = 1e-9) {
    guard trials >= 0, 0...1 ~= probability, alpha > 0, alpha <= 1 else {
      stop("BinomialInterval: no interval for n = \(trials), p = \(probability), alpha = \(alpha)")
    }
    let successes = BinomialTail(n: trials, p: probability, q: 1 - probability)
    let failures = BinomialTail(n: trials, p: 1 - probability, q: probability)
    low = successes.largest(withTailAtMost: alpha / 2)
    high = trials - failures.largest(withTailAtMost: alpha / 2)
  }

  /// Whether chance allows this count.
  package func contains(_ count: Int) -> Bool {
    low <= count && count <= high
  }
}

/// The lower tail of Binomial(n, p), where q = 1 − p.
private struct BinomialTail {
  let n: Int
  let p: Double
  let q: Double

  /// The largest k with P(K < k) ≤ bound, for a bound below 1: by bisection, as the tail only grows.
  func largest(withTailAtMost bound: Double) -> Int {
    if p == 0 { return 0 }
    if q == 0 { return n }
    var (low, tooHigh) = (0, n + 1)
    while tooHigh - low > 1 {
      let middle = low + (tooHigh - low) / 2
      if below(middle) <= bound { low = middle } else { tooHigh = middle }
    }
    return low
  }

  /// P(K < k).
  private func below(_ k: Int) -> Double {
    // Sums run away from the mode, so that their first term is the largest and none underflows first.
    Double(k) <= Double(n) * p ? sum(from: k - 1, downTo: 0) : 1 - sum(from: k, upTo: n)
  }

  private func sum(from start: Int, downTo end: Int) -> Double {
    guard start >= end else { return 0 }
    var (k, term) = (start, mass(start))
    var sum = term
    while k > end, term > sum * 1e-18 {
      term *= Double(k) * q / (Double(n - k + 1) * p)
      sum += term
      k -= 1
    }
    return sum
  }

  private func sum(from start: Int, upTo end: Int) -> Double {
    guard start <= end else { return 0 }
    var (k, term) = (start, mass(start))
    var sum = term
    while k < end, term > sum * 1e-18 {
      term *= Double(n - k) * p / (Double(k + 1) * q)
      sum += term
      k += 1
    }
    return sum
  }

  /// P(K = k).
  private func mass(_ k: Int) -> Double {
    let ways =
      Platform.logGamma(Double(n) + 1) - Platform.logGamma(Double(k) + 1)
      - Platform.logGamma(Double(n - k) + 1)
    return Platform.exp(ways + Double(k) * Platform.log(p) + Double(n - k) * Platform.log(q))
  }
}
