import Fuzzing
import Testing

@testable import Worksheets

@Suite("Intervals")
struct IntervalTests {
  /// Samples of an interval: its bounds and points between them.
  private static func points(_ interval: Interval) -> [Double] {
    (0...8).map { interval.lower + (interval.upper - interval.lower) * Double($0) / 8 }
  }

  private static func drawn(_ random: inout some RandomNumberGenerator) -> Interval {
    let a = Double.random(in: -3...3, using: &random)
    return Interval(a, a + Double.random(in: 0...2, using: &random))
  }

  @Test("No operation loses a number", arguments: 0..<100 as Range<UInt64>)
  func enclosure(seed: UInt64) {
    var random = Mutator(seed: seed)
    let (a, b) = (Self.drawn(&random), Self.drawn(&random))
    let (sum, difference, product, quotient) = (a + b, a - b, a * b, a / b)
    let lost = Self.points(a).flatMap { x in
      Self.points(b).filter { y in
        !(sum.contains(x + y) && difference.contains(x - y) && product.contains(x * y)
          && (y == 0 || quotient.contains(x / y)))
      }
    }
    #expect(lost == [], "\(a), \(b)")
    for activation in Activation.allCases {
      let values = a.activated(by: activation)
      let lost = Self.points(a).filter { x in
        let value = x.activated(by: activation)
        return !values.contains(value)
          || !values.slope(of: activation).contains(value.slope(of: activation))
          || !a.squared().contains(x * x)
      }
      #expect(lost == [], "\(activation) of \(a)")
    }
  }

  @Test("A slope and a square know that both factors are one number")
  func dependency() {
    let a = Interval(0.4, 0.6)
    #expect(a.slope(of: .sigmoid).upper == 0.25 && a.slope(of: .sigmoid).lower > 0.2399)
    #expect(Interval(-1, 1).squared().lower == 0)
    #expect(Interval(0.7, 0.8).slope(of: .sigmoid).upper < 0.2101)
  }

  @Test("Rounding goes outward: the decimal sum lies within, though the binary one misses it")
  func outward() {
    let sum = Interval(constant: 0.1) + Interval(constant: 0.2)
    #expect(sum.contains(0.3) && 0.1 + 0.2 != 0.3 && sum.upper > 0.1 + 0.2)
  }

  @Test("What cannot be known is everything")
  func everything() {
    #expect(Interval(1, 2) / Interval(-1, 1) == .everything)
    #expect(Interval(.nan, 1) == .everything)
    #expect(Interval(0, 0) * .everything == .everything)
  }

  @Test("A typed number is half a unit of its last digit wide on each side")
  func typed() throws {
    let interval = Interval(try TypedNumber(parsing: "0.38"))
    #expect(interval.contains(0.375) && interval.contains(0.385))
    #expect(!interval.contains(0.3749) && !interval.contains(0.3851))
  }
}
