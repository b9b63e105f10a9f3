import Testing

@testable import Worksheets

@Suite("Typed numbers")
struct TypedNumberTests {
  @Test(
    "Value, decimals and figures are read from the characters",
    arguments: [
      ("0.1385", 0.1385, 4, 4), ("+0.50", 0.5, 2, 2), ("-.5", -0.5, 1, 1), ("12", 12, 0, 2),
      ("12.", 12, 0, 2), ("\u{2212}0.0013", -0.0013, 4, 2), ("6.7e-4", 6.7e-4, 5, 2),
      ("6.70E-4", 6.7e-4, 6, 3), ("6.7×10^-4", 6.7e-4, 5, 2), ("6.7*10^\u{2212}4", 6.7e-4, 5, 2),
      ("6.7 × 10^-4", 6.7e-4, 5, 2), ("1e3", 1000, -3, 1), ("1.25e+1", 12.5, 1, 3),
      ("6.7·10⁻⁴", 6.7e-4, 5, 2), ("6.7 \u{22C5} 10⁺³", 6700, -2, 2),
      ("-6.70x10^{-4}", -6.7e-4, 6, 3),
      ("6.7*10^(-4)", 6.7e-4, 5, 2), ("6.7*10**-4", 6.7e-4, 5, 2), ("1.25X10¹", 12.5, 1, 3),
      ("6.7\u{202F}×\u{2009}10^4", 67000, -3, 2), ("- 0.5", -0.5, 1, 1),
      ("\u{2013}0.25", -0.25, 2, 2), ("\u{2014}1.5e\u{2013}3", -1.5e-3, 4, 2),
      ("\u{2011}1", -1, 0, 1), ("\u{FF0D}2.0", -2, 1, 2),
      ("0", 0, 0, 0), ("0.000", 0, 3, 0), ("  0.25\t", 0.25, 2, 2), ("007", 7, 0, 1),
    ] as [(String, Double, Int, Int)])
  func reads(text: String, value: Double, decimals: Int, figures: Int) throws {
    let number = try TypedNumber(parsing: text)
    #expect(number.value == value)
    #expect(number.decimals == decimals)
    #expect(number.significantFigures == figures)
  }

  @Test("The unit is the correctly rounded power of ten", arguments: -20...20)
  func unit(exponent: Int) throws {
    let powers: [Int: Double] = [
      -5: 1e-5, -4: 1e-4, -3: 1e-3, -2: 1e-2, -1: 1e-1, 0: 1, 1: 1e1, 2: 1e2, 3: 1e3, 4: 1e4,
    ]
    let number = try TypedNumber(parsing: "1e\(exponent)")
    #expect(number.decimals == -exponent)
    #expect(number.unit == number.value)
    if let power = powers[exponent] { #expect(number.unit == power) }
  }

  @Test(
    "Everything else is refused with a plain reason",
    arguments: [
      "", "   ", "nan", "NaN", "inf", "-Infinity", "0x1p3", "0x10", "1e", "e4", ".", "-", "--1",
      "1.2.3", "1 2", "0,5", "1/0", "1/000", "1/",
      "/2", "1/2/3", "0.5/2", "1/0.5", "1/-2", "1/2e3", "1234567890123456/3", "5%", "1e400",
      "1e99999999999999999999", "1e-305", "٣", "½",
      "1×10", "1×9^2", "1×10^{2)", "1×10^(2",
      "1×10⁻", "1×10^⁻²", "⁴", "1e⁻⁴", "0x10e", "1·2", "1**2", "abc", "1e4e4", "1_000", "\u{0}",
      String(repeating: "9", count: 99),
    ])
  func refuses(text: String) {
    let error = #expect(throws: UnreadableEntry.self) { try TypedNumber(parsing: text) }
    let reason = error?.reason ?? ""
    #expect(!reason.isEmpty && reason.count < 90 && !reason.hasSuffix("."))
  }

  @Test(
    "A fraction is exact, however many digits are asked for",
    arguments: [
      ("1/2", 0.5), ("-3/8", -0.375), ("\u{2212}1 / 3", -1.0 / 3), ("2\u{2044}7", 2.0 / 7),
      ("10\u{2215}4", 2.5), ("+123456789012345/2", 61_728_394_506_172.5),
    ] as [(String, Double)])
  func fraction(text: String, value: Double) throws {
    let number = try TypedNumber(parsing: text)
    #expect(number.value == value && number.text == text && number.unit == 0)
    let meant = Interval(number)
    #expect(meant.contains(value) && meant.upper - meant.lower <= 2 * value.ulp)
    #expect(SlotJudgement(of: number, against: value).verdict == .exact)
    #expect(SlotJudgement(of: number, against: value + 1e-5).verdict.isRight)
    #expect(SlotJudgement(of: number, against: value + 1e-2 * max(1, value)).verdict == .wrong)
  }

  @Test(
    "Where a decimal comma is declared it is what a point is elsewhere, and the text is kept",
    arguments: [
      "0.1385", "-.5", "12.", "6.7e-4", "6.70·10⁻⁴", "1/2", "\u{2212}0.0013", "7", "1.25E+1",
    ])
  func comma(text: String) throws {
    let typed = text.replacing(".", with: ",")
    let (point, comma) = (
      try TypedNumber(parsing: text), try TypedNumber(parsing: typed, decimal: .comma)
    )
    #expect(comma.text == typed)
    #expect(comma.value == point.value && comma.decimals == point.decimals)
    #expect(comma.significantFigures == point.significantFigures)
    // Nothing else can be meant by a point.
    #expect(try TypedNumber(parsing: text, decimal: .comma) == point)
  }

  @Test(
    "Thousands and two signs are nobody's decimal comma",
    arguments: ["1.234,5", "1,234.5", "1,2,3", "0,5;", ",", "1,e", "1, 5", "0;5"])
  func notComma(text: String) {
    #expect(throws: UnreadableEntry.self) { try TypedNumber(parsing: text, decimal: .comma) }
  }

  @Test(
    "The place of the first digit is exact at and beside every power of ten", arguments: -15...15)
  func place(exponent: Int) {
    let power = PowerOfTen.value(exponent)
    #expect(PowerOfTen.place(ofFirstDigit: power) == exponent)
    #expect(PowerOfTen.place(ofFirstDigit: -power.nextUp) == exponent)
    #expect(PowerOfTen.place(ofFirstDigit: power.nextDown) == exponent - 1)
  }
}
