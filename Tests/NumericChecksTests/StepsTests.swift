import NumericChecks
import Testing

@Suite("Steps between numbers")
struct StepsTests {
  @Test(
    "Neighbours are one step apart, on either side and across zero",
    arguments: [0, 1, -1, 0.1, -3e300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e308])
  func neighbours(number: Double) {
    #expect(Comparison.steps(from: number, to: number) == 0)
    #expect(Comparison.steps(from: number, to: number.nextUp) == 1)
    #expect(Comparison.steps(from: number.nextDown, to: number) == 1)
    #expect(Comparison.steps(from: number.nextDown, to: number.nextUp) == 2)
  }

  @Test("Steps are as many from either side")
  func symmetric() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let (a, b) = (generator.tensor([]).scalar, generator.tensor([]).scalar)
      #expect(Comparison.steps(from: a, to: b) == Comparison.steps(from: b, to: a))
      #expect(Comparison.steps(from: -a, to: -b) == Comparison.steps(from: a, to: b))
    }
  }

  @Test("From 1 to 2 there are 2⁵² steps, from end to end all finite numbers and one more")
  func examples() {
    #expect(Comparison.steps(from: 1, to: 2) == 1 << 52)
    #expect(Comparison.steps(from: -0.0, to: 0) == 0)
    #expect(Comparison.steps(from: -.infinity, to: .infinity) == UInt64(0x7ff) << 53)
    #expect(Comparison.steps(from: .nan, to: 1) == nil)
    #expect(Comparison.steps(from: 1, to: .nan) == nil)
  }
}
