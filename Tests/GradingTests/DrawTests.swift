import Coursework
import Grading
import Testing

@Suite("Random inputs")
struct DrawTests {
  private func numbers(_ seed: String, _ check: String, _ variant: Int) -> [Double] {
    var draw = Draw(seed: Seed(seed), check: check, variant: variant)
    return draw.eighths(4, 5).scalars + draw.kinkGuards(6).scalars + draw.bits(7).scalars
      + draw.generator().state.key.map(Double.init)
  }

  @Test("The same seed, check and variant draw the same bits")
  func same() {
    #expect(numbers("s", "a/values", 0) == numbers("s", "a/values", 0))
  }

  @Test("Another seed, check or variant draws other bits")
  func different() {
    var drawn: Set<[Double]> = []
    var count = 0
    for seed in ["", "s", "S", "s ", "gradecheck"] {
      for check in ["", "a/values", "a/value", "b/values", "a/values1"] {
        for variant in [0, 1, 11, 111] {
          drawn.insert(numbers(seed, check, variant))
          count += 1
        }
      }
    }
    #expect(drawn.count == count)
  }

  @Test("Eighths lie between -2 and 2, and none is 0 or ±1", arguments: 0..<20)
  func eighths(variant: Int) {
    var draw = Draw(seed: .public, check: "eighths", variant: variant)
    let tensor = draw.eighths(50, 4)
    #expect(tensor.shape == [50, 4])
    for x in tensor.scalars {
      #expect((x * 8).rounded() == x * 8 && abs(x) <= 2, "\(x)")
      #expect(x != 0 && abs(x) != 1, "\(x)")
    }
    #expect(tensor.scalars.contains { $0 < 0 } && tensor.scalars.contains { $0 > 0 })
  }

  @Test("Every eighth that may come does come, both ends included")
  func range() {
    var draw = Draw(seed: .public, check: "range", variant: 0)
    let seen = Set(draw.eighths(4_000).scalars.map { Int($0 * 8) })
    #expect(seen == Set(-16...16).subtracting([-8, 0, 8]))
  }

  @Test("Kink guards are odd multiples of 1/128 between -2 and 2")
  func kinkGuards() {
    var draw = Draw(seed: .public, check: "guards", variant: 0)
    let scalars = draw.kinkGuards(20, 100).scalars
    for x in scalars {
      let numerator = x * 128
      #expect(numerator.rounded() == numerator && abs(x) <= 2, "\(x)")
      #expect(Int(numerator) % 2 != 0, "\(x)")
    }
    #expect(scalars.contains { $0 < 0 } && scalars.contains { $0 > 0 })
  }

  @Test("Guards above a step are odd multiples of half of it", arguments: [6, 24, 48])
  func finerGuards(digits: Int) {
    var draw = Draw(seed: .public, check: "finer", variant: 0)
    let step = Double(sign: .plus, exponent: -digits, significand: 1)
    for x in draw.kinkGuards(20, 10, above: step).scalars {
      let numerator = x * 2 / step
      #expect(numerator.rounded() == numerator && abs(x) <= 2, "\(x)")
      #expect(Int(numerator) % 2 != 0, "\(x)")
    }
  }

  @Test("A guard keeps every sum of products of eighths away from 0", arguments: 0..<50)
  func awayFromZero(variant: Int) {
    var draw = Draw(seed: .public, check: "sums", variant: variant)
    let (x, w, b) = (draw.eighths(5, 7), draw.eighths(7, 6), draw.kinkGuards(6))
    let y = x.matmul(w) + b
    #expect(y.scalars.allSatisfy { abs($0) >= 1.0 / 128 })
    // Exact whatever the order: nothing was lost on the way.
    #expect(y.scalars.allSatisfy { ($0 * 128).rounded() == $0 * 128 })
  }

  @Test("Bits are 0 and 1, choices are among the given, generators differ")
  func others() {
    var draw = Draw(seed: .public, check: "others", variant: 0)
    #expect(Set(draw.bits(200).scalars) == [0, 1])
    #expect(Set((0..<200).map { _ in draw.one(of: ["a", "b", "c"]) }) == ["a", "b", "c"])
    #expect(draw.generator() != draw.generator())
  }

  @Test("A shape without axes is one number, and one with a 0 is empty")
  func shapes() {
    var draw = Draw(seed: .public, check: "shapes", variant: 0)
    #expect(draw.eighths().shape == [] && draw.eighths().count == 1)
    #expect(draw.kinkGuards(3, 0).shape == [3, 0])
  }
}
