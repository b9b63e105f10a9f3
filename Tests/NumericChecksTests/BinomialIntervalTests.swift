import NumericChecks
import Testing

@Suite("Binomial interval")
struct BinomialIntervalTests {
  // MARK: - Laws

  @Test("It is the tightest interval with at most half of alpha in each tail", arguments: 0...20)
  func exactTails(trials: Int) {
    // With p = eighths/8, each P(K = k) · 8^n is a whole number that fits in 64 bits.
    for eighths in 0...8 {
      let weights = BinomialIntervalTests.weights(trials: trials, eighths: UInt64(eighths))
      let whole = Double(weights.reduce(0, +))
      for alpha in [1, 0.3, 0.05, 1e-3, 1e-9] {
        let interval = BinomialInterval(
          trials: trials, probability: Double(eighths) / 8, alpha: alpha)
        let tail = { (range: Range<Int>) in Double(weights[range].reduce(0, +)) / whole }
        // A tail of exactly one half is left to rounding.
        let slack = alpha == 1 ? 1e-12 : 0
        #expect(tail(0..<interval.low) <= alpha / 2 + slack)
        #expect(tail(interval.high + 1..<trials + 1) <= alpha / 2 + slack)
        #expect(tail(0..<interval.low + 1) > alpha / 2 - slack)
        #expect(tail(interval.high..<trials + 1) > alpha / 2 - slack)
      }
    }
  }

  @Test("Counting the others mirrors the interval", arguments: [1, 7, 100, 10_000, 250_000])
  func mirror(trials: Int) {
    for eighths in 0...8 {
      let p = Double(eighths) / 8
      let chosen = BinomialInterval(trials: trials, probability: p)
      let others = BinomialInterval(trials: trials, probability: 1 - p)
      #expect(others.low == trials - chosen.high)
      #expect(others.high == trials - chosen.low)
    }
  }

  @Test("A smaller alpha never narrows it")
  func nested() {
    var last = BinomialInterval(trials: 500, probability: 0.3, alpha: 1)
    for exponent in 1...15 {
      let alpha = Double(sign: .plus, exponent: -4 * exponent, significand: 1)
      let interval = BinomialInterval(trials: 500, probability: 0.3, alpha: alpha)
      #expect(interval.low <= last.low && last.high <= interval.high)
      last = interval
    }
  }

  // MARK: - Examples

  /// From SciPy 1.17.1, `scipy.stats.binom.interval(1 - alpha, n, p)`; all but the last row also from
  /// Python's whole numbers of any length.
  @Test(
    "Known intervals",
    arguments: [
      (10_000, 0.2, 1e-9, 1759, 2248), (10_000, 0.5, 1e-9, 4695, 5305),
      (10_000, 0.75, 1e-9, 7233, 7761), (1000, 0.2, 1e-9, 127, 281), (50, 0.3, 0.01, 7, 24),
      (250_000, 0.2, 1e-9, 48782, 51225),
    ]
  )
  func known(trials: Int, probability: Double, alpha: Double, low: Int, high: Int) {
    let interval = BinomialInterval(trials: trials, probability: probability, alpha: alpha)
    #expect(interval.low == low)
    #expect(interval.high == high)
    #expect(interval.contains(low) && interval.contains(high))
    #expect(!interval.contains(low - 1) && !interval.contains(high + 1))
  }

  @Test("Certain outcomes leave one count")
  func certain() {
    let never = BinomialInterval(trials: 40, probability: 0)
    #expect(never.low == 0 && never.high == 0)
    let always = BinomialInterval(trials: 40, probability: 1)
    #expect(always.low == 40 && always.high == 40)
    let none = BinomialInterval(trials: 0, probability: 0.5)
    #expect(none.low == 0 && none.high == 0)
  }

  @Test("What is no probability stops the program")
  func badProbability() async {
    await #expect(processExitsWith: .failure) {
      _ = BinomialInterval(trials: 10, probability: 1.5)
    }
    await #expect(processExitsWith: .failure) {
      _ = BinomialInterval(trials: 10, probability: .nan)
    }
    await #expect(processExitsWith: .failure) {
      _ = BinomialInterval(trials: 10, probability: 0.5, alpha: 0)
    }
  }

  // MARK: - Oracle

  /// C(n, k) · e^k · (8 − e)^(n − k) for each k: n times over, a row of Pascal's triangle with weights.
  private static func weights(trials: Int, eighths: UInt64) -> [UInt64] {
    var row: [UInt64] = [1]
    for _ in 0..<trials {
      row = zip(row + [0], [0] + row).map { $0 * (8 - eighths) + $1 * eighths }
    }
    return row
  }
}
