import Grading
import Testing

@Suite("Exact fractions")
struct RatioTests {
  static let small: [Ratio] = (-4...4).flatMap { n in (1...5).map { Ratio(n, $0) } }

  @Test("Sums and products obey the laws of a field")
  func field() {
    for a in Self.small {
      #expect(a + .zero == a && a * .one == a && a * .zero == .zero)
      #expect(a + a * -1 == .zero)
      if a != .zero { #expect(a / a == .one) }
      for b in Self.small {
        #expect(a + b == b + a && a * b == b * a)
        if b != .zero { #expect(a / b * b == a) }
        for c in [Ratio(-7, 3), 0, Ratio(1, 6), 5] {
          #expect((a + b) + c == a + (b + c))
          #expect((a * b) * c == a * (b * c))
          #expect(a * (b + c) == a * b + a * c)
        }
      }
    }
  }

  @Test("The order is that of the numbers, and adding keeps it")
  func order() {
    for a in Self.small {
      for b in Self.small {
        let (left, right) = (a.numerator * b.denominator, b.numerator * a.denominator)
        #expect((a < b) == (left < right) && (a == b) == (left == right))
        #expect((a < b) == (a + Ratio(1, 7) < b + Ratio(1, 7)))
      }
    }
  }

  @Test("A fraction is kept in lowest terms, with the sign above")
  func lowestTerms() {
    for n in -12...12 {
      for d in -12...12 where d != 0 {
        let ratio = Ratio(n, d)
        #expect(ratio.numerator * d == n * ratio.denominator)
        #expect(ratio.denominator > 0)
        for k in 2...12 {
          #expect(
            ratio.numerator % k != 0 || ratio.denominator % k != 0
              || ratio.numerator == 0 && ratio.denominator == 1)
        }
        for k in [-3, -1, 2, 10] {
          #expect(Ratio(k * n, k * d) == ratio)
          #expect(Ratio(k * n, k * d).hashValue == ratio.hashValue)
        }
      }
    }
  }

  @Test("A sum of nothing is 0, and ten tenths are 1")
  func sum() {
    #expect([Ratio]().sum() == .zero)
    #expect([Ratio](repeating: Ratio(1, 10), count: 10).sum() == .one)
  }

  @Test("Two decimals are the nearest hundredth, and of two equally near the upper one")
  func nearestHundredth() throws {
    for d in [1, 2, 3, 7, 8, 40, 199, 200, 400, 1_000] {
      for n in -1_000...1_000 {
        let text = Ratio(n, d).twoDecimals
        let hundredths = try #require(Int(text.filter { $0 != "." }))
        // hundredths - 1/2 <= 100 n / d < hundredths + 1/2, in whole numbers.
        let range = (2 * hundredths - 1) * d..<(2 * hundredths + 1) * d
        try #require(range.contains(200 * n), "\(n)/\(d) is not \(text)")
      }
    }
  }

  @Test(
    "Two decimals are written in full",
    arguments: [
      (7, 1, "7.00"), (15, 2, "7.50"), (10, 3, "3.33"), (20, 3, "6.67"), (0, 5, "0.00"),
      (1, 200, "0.01"), (1, 201, "0.00"), (1_005, 1_000, "1.01"), (199, 200, "1.00"),
      (29, 40, "0.73"), (59_995, 1_000, "60.00"), (59_994, 1_000, "59.99"), (1, 20, "0.05"),
      (-15, 2, "-7.50"), (-1, 3, "-0.33"), (-1, 200, "0.00"), (-3, 200, "-0.01"),
      (-1, 1_000, "0.00"), (-199, 200, "-0.99"), (-1, 100, "-0.01"), (-100, 1, "-100.00"),
    ])
  func twoDecimals(n: Int, d: Int, text: String) {
    #expect(Ratio(n, d).twoDecimals == text)
  }

  @Test(
    "A description is as short as it is exact to two decimals",
    arguments: [
      (7, 1, "7"), (15, 2, "7.5"), (10, 3, "3.33"), (100, 1, "100"), (0, 1, "0"), (1, 4, "0.25"),
      (10, 1, "10"), (1_000, 10, "100"), (-15, 2, "-7.5"), (-20, 1, "-20"), (1, 1_000, "0"),
      (-1, 1_000, "0"), (199, 200, "1"), (6_001, 60, "100.02"),
    ])
  func description(n: Int, d: Int, text: String) {
    #expect("\(Ratio(n, d))" == text)
  }

  @Test("A denominator of 0 stops the program")
  func zeroDenominator() async {
    await #expect(processExitsWith: .failure) { _ = Ratio(1, 0) }
    await #expect(processExitsWith: .failure) { _ = Ratio.one / .zero }
  }
}
