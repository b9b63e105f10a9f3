import NumericChecks
import Testing

@Suite("Short numbers")
struct ShortNumberTests {
  static let numbers: [(value: Double, text: String, isExact: Bool)] = [
    (0, "0", true), (-0.0, "0", true), (1, "1", true), (-2, "−2", true), (0.375, "0.375", true),
    (-0.0625, "−0.0625", true), (12_345, "12345", true), (999_999, "999999", true),
    (1e6, "1e6", true), (1_234_567, "1.235e6", false), (-2.5e7, "−2.5e7", true),
    (1.0 / 3, "0.3333", false), (2.0 / 3, "0.6667", false), (0.1, "0.1", true),
    (0.1 + 0.2, "0.3", false), (1e-5, "1e−5", true), (-1.5e-12, "−1.5e−12", true),
    (12.3456, "12.35", false), (.nan, "NaN", true), (.infinity, "infinity", true),
    (-.infinity, "−infinity", true),
  ]

  @Test("Four digits at most, whole numbers without a point", arguments: numbers)
  func table(value: Double, text: String, isExact: Bool) {
    let number = ShortNumber(value)
    #expect(number.text == text)
    #expect(number.isExact == isExact)
  }

  @Test("What counts as exact reads back as the number itself")
  func exactness() {
    var generator = SeededGenerator(seed: 1)
    for exponent in -12...12 {
      for scalar in generator.tensor([20]).scalars {
        let scale = (0..<abs(exponent)).reduce(1.0) { size, _ in size * (exponent < 0 ? 0.1 : 10) }
        for value in [scalar * scale, (scalar * 8).rounded() * scale] {
          let number = ShortNumber(value)
          let plain = number.text.replacing("−", with: "-")
          #expect((Double(plain) == value) == number.isExact, "\(value)")
          #expect(number.text.count { $0.isNumber } <= 4 + 4, "\(value)")
        }
      }
    }
  }
}
