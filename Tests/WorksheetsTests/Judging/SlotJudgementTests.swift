import Testing

@testable import Worksheets

@Suite("Judging typed entries")
struct SlotJudgementTests {
  static func verdict(_ typed: String, _ truth: Double) throws -> SlotJudgement.Verdict {
    SlotJudgement(of: try TypedNumber(parsing: typed), against: truth).verdict
  }

  @Test(
    "Four decimals, or three figures of a small number",
    arguments: [
      (0.7514, 4), (0.0134, 4), (0.00999, 5), (0.01, 4), (0.00066839602, 6), (-0.001, 5), (0, 4),
      (123.4, 1), (1.1059, 3), (12345, 0), (1e-4, 6), (9.99e-5, 7),
    ] as [(Double, Int)])
  func required(truth: Double, decimals: Int) {
    #expect(AskedFigures.standard.decimals(for: truth) == decimals)
  }

  @Test(
    "Published and wrong values of the 2-2-1 example",
    arguments: [
      ("0.7514", 0.7513650695523157, .exact), ("0.7513", 0.7513650695523157, .roundedEarly),
      ("0.7515", 0.7513650695523157, .roundedEarly), ("0.7516", 0.7513650695523157, .wrong),
      ("0.751", 0.7513650695523157, .tooFewFigures), ("0.8", 0.7513650695523157, .tooFewFigures),
      ("0.6", 0.7513650695523157, .wrong), ("0.000668", 0.000668396021144373, .exact),
      ("6.68e-4", 0.000668396021144373, .exact), ("6.684×10^-4", 0.000668396021144373, .exact),
      ("0.0007", 0.000668396021144373, .tooFewFigures),
      ("0.0", 0.000668396021144373, .tooFewFigures),
      ("0.000669", 0.000668396021144373, .roundedEarly),
      ("0.1532", 0.13849856162855695, .wrong), ("-0.1385", 0.13849856162855695, .wrong),
      ("0.3775", 0.3775, .exact), ("0.5", 0.5, .exact), ("0.50", 0.5, .exact), ("0", 0, .exact),
      ("0.837", 0.83704, .exact), ("1.106", 1.10590596705977, .exact),
      ("1.105", 1.10590596705977, .roundedEarly), ("1.1059", 1.10590596705977, .exact),
      ("1.1060", 1.10590596705977, .roundedEarly), ("1.1061", 1.10590596705977, .wrong),
      ("1.11", 1.10590596705977, .tooFewFigures),
      ("0.0001", 0, .roundedEarly), ("0.0002", 0, .wrong),
    ] as [(String, Double, SlotJudgement.Verdict)])
  func table(typed: String, truth: Double, verdict: SlotJudgement.Verdict) throws {
    #expect(try Self.verdict(typed, truth) == verdict)
  }

  @Test("More digits than asked for are no trap: the unit is that of the last digit asked for")
  func manyDigits() throws {
    #expect(try Self.verdict("0.75136507", 0.7513650695523157) == .exact)
    #expect(try Self.verdict("0.75140000", 0.7513650695523157) == .roundedEarly)
    #expect(try Self.verdict("0.75160000", 0.7513650695523157) == .wrong)
  }

  @Test("A sign turned on both sides changes no verdict", arguments: 0..<100)
  func symmetry(step: Int) throws {
    let truth = 0.0132 + Double(step) * 1.7e-5
    for typed in ["0.0137", "0.014", "0.01379", "0.1"] {
      #expect(try Self.verdict(typed, truth) == Self.verdict("-\(typed)", -truth))
    }
  }

  @Test("A value rounded to the decimals asked for is exact, whatever its size", arguments: 1...300)
  func rounding(step: Int) throws {
    let truth = 1 / (Double(step) * Double(step) * 0.7)
    let decimals = AskedFigures.standard.decimals(for: truth)
    let digits = Int((truth / PowerOfTen.value(-decimals)).rounded())
    #expect(try Self.verdict("\(digits)e-\(decimals)", truth) == .exact)
    #expect(try Self.verdict("\(digits + 1)e-\(decimals)", truth) != .exact)
    #expect(try Self.verdict("\(digits + 3)e-\(decimals)", truth) == .wrong)
  }
}
