import NumericChecks
import Testing

@Suite("Spread of binomial counts")
struct BinomialSpreadTests {
  private typealias Count = BinomialSpread.Count

  // MARK: - Laws

  /// For all pairs of groups this small, the probability of every outcome is a whole number over 8^n.
  @Test("The bound is never below the exact tail", arguments: 1...7, 1...7)
  func bound(n: Int, eighths: Int) {
    let p = Double(eighths) / 8
    var outcomes: [(spread: BinomialSpread, probability: Double)] = []
    for first in 0...n {
      for second in 0...3 {
        let counts = [
          Count(first, of: n, probability: p), Count(second, of: 3, probability: 1 - p),
        ]
        outcomes.append(
          (BinomialSpread(of: counts), mass(first, n, p) * mass(second, 3, 1 - p)))
      }
    }
    #expect(abs(outcomes.map(\.probability).reduce(0, +) - 1) < 1e-12)
    for (spread, _) in outcomes where spread.ratio != 1 {
      let tail = outcomes.filter {
        spread.ratio > 1
          ? $0.spread.ratio >= spread.ratio - 1e-12 : $0.spread.ratio <= spread.ratio + 1e-12
      }
      #expect(tail.map(\.probability).reduce(0, +) <= spread.tail * (1 + 1e-9))
    }
  }

  @Test("Whoever tosses fairly is hardly ever doubted, even with a large alpha")
  func monteCarlo() {
    var generator = SeededGenerator(seed: 17)
    var doubted = 0
    for _ in 0..<4000 {
      let counts = (0..<12).map { index in
        toss(
          &generator, trials: 8 + 4 * (index % 3), probability: index % 2 == 0 ? 0.25 : 0.7)
      }
      if !BinomialSpread(of: counts).isChance(alpha: 0.05) { doubted += 1 }
    }
    // At most 200 in the mean; a bound is not the probability itself, so there are far fewer.
    #expect(doubted < 200)
    #expect(doubted > 0, "a bound that doubts nobody bounds nothing")
  }

  @Test("On average the ratio is 1", arguments: [0.1, 0.25, 0.8])
  func mean(_ p: Double) {
    // E z² = 1 for each group by itself, whatever its size.
    for n in 1...12 {
      let mean = (0...n).map {
        mass($0, n, p) * BinomialSpread(of: [Count($0, of: n, probability: p)]).ratio
      }.reduce(0, +)
      #expect(abs(mean - 1) < 1e-12)
    }
  }

  @Test("What is not chosen varies as much as what is, and the order does not matter")
  func mirror() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let counts = (0..<9).map { toss(&generator, trials: 20 + $0, probability: 0.375) }
      let spread = BinomialSpread(of: counts)
      let others = BinomialSpread(
        of: counts.reversed().map {
          Count($0.trials - $0.chosen, of: $0.trials, probability: 1 - $0.probability)
        })
      #expect(abs(spread.ratio - others.ratio) < 1e-12)
      #expect(abs(spread.tail - others.tail) < 1e-9 * spread.tail)
    }
  }

  @Test("The more groups say the same, the smaller the tail")
  func evidence() {
    var last = 1.0
    for size in 1...40 {
      // 15 of 50 are expected, and the standard deviation is 3.24.
      let spread = BinomialSpread(
        of: Array(repeating: Count(23, of: 50, probability: 0.3), count: size))
      #expect(spread.tail < last)
      last = spread.tail
    }
    #expect(last < 1e-12)
  }

  // MARK: - Examples

  @Test("Counts without any spread: the tail is the product of their probabilities")
  func noSpread() {
    let counts = [
      Count(5, of: 20, probability: 0.25), Count(6, of: 8, probability: 0.75),
      Count(5, of: 20, probability: 0.25),
    ]
    let spread = BinomialSpread(of: counts)
    let expected = mass(5, 20, 0.25) * mass(6, 8, 0.75) * mass(5, 20, 0.25)
    #expect(spread.ratio == 0)
    #expect(abs(spread.tail - expected) < 1e-9 * expected)
  }

  /// 0 or all of 100 entries, as where rows are dropped whole: z² is 33.3 or 300.
  @Test("Rows that are kept or dropped as a whole are beyond chance")
  func wholeRows() {
    let counts = (0..<100).map { Count($0 % 4 == 0 ? 100 : 0, of: 100, probability: 0.25) }
    let spread = BinomialSpread(of: counts)
    #expect(abs(spread.ratio - 100) < 1e-9)
    #expect(spread.tail < 1e-300)
    #expect(!spread.isChance())
  }

  @Test("A group of ten thousand does not overflow")
  func large() {
    let interval = BinomialInterval(trials: 10_000, probability: 0.25)
    for chosen in [0, 2150, 2300, 2500, 2700, 2850, 10_000] {
      let spread = BinomialSpread(of: [Count(chosen, of: 10_000, probability: 0.25)])
      #expect((0...1).contains(spread.tail))
      #expect(spread.isChance() == interval.contains(chosen), "\(chosen)")
    }
  }

  @Test("No counts show nothing")
  func empty() {
    let spread = BinomialSpread(of: [])
    #expect(spread.ratio == 1 && spread.tail == 1)
    #expect(spread.isChance(alpha: 1))
  }

  @Test("What does not vary stops the program")
  func certain() async {
    await #expect(processExitsWith: .failure) {
      _ = BinomialSpread(of: [.init(3, of: 3, probability: 1)])
    }
    await #expect(processExitsWith: .failure) {
      _ = BinomialSpread(of: [.init(4, of: 3, probability: 0.5)])
    }
  }

  // MARK: - Oracles

  /// P(K = k), by multiplying: no logarithms, as the code under test has them.
  private func mass(_ k: Int, _ n: Int, _ p: Double) -> Double {
    var mass = 1.0
    for i in 0..<k { mass *= Double(n - i) / Double(k - i) * p }
    for _ in k..<n { mass *= 1 - p }
    return mass
  }

  private func toss(
    _ generator: inout SeededGenerator, trials: Int, probability: Double
  ) -> Count {
    let chosen = (0..<trials).count { _ in
      Double(generator.next() >> 11) * 0x1p-53 < probability
    }
    return Count(chosen, of: trials, probability: probability)
  }
}
