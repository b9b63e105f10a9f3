import Coursework
import Grading
import NumericChecks
import Tensors
import Testing

@Suite("Naming a sum with other coefficients")
struct TermSumTests {
  /// A step `w' = w − rate·g`, with a rate of its own in every question.
  private static let sum = TermSum(
    "w", of: "step", written: "w'",
    quantities: [
      .init("η") { try $0.number("rate") }, .init("1 − η") { 1 - (try $0.number("rate")) },
    ],
    [
      .init("w") { try $0.tensor("w") },
      .init("g", right: TermFit.Coefficient(-1, "η")) { try $0.tensor("g") },
    ])

  private static func questions(_ count: Int = 4) -> [Question] {
    (0..<count).map { variant in
      var draw = Draw(seed: .public, check: "terms", variant: variant)
      let n = [5, 4, 7, 4][variant]
      return Question(
        "step",
        [
          "w": .tensor(draw.eighths(n, 3)), "g": .tensor(draw.eighths(n, 3)),
          "rate": .number([0.25, 0.125, 0.375, 0.5][variant]),
        ])
    }
  }

  private typealias Step = (_ w: Tensor, _ g: Tensor, _ rate: Double) -> Tensor

  private static func right(_ w: Tensor, _ g: Tensor, _ rate: Double) -> Tensor { w - rate * g }

  private static func finding(
    _ count: Int = 4, misconceptions: [Misconception] = [], by sums: [TermSum] = [sum],
    of step: Step
  ) throws -> OutputFinding {
    let exchanges = try questions(count).map { question in
      let (w, g) = (try question.tensor("w"), try question.tensor("g"))
      let rate = try question.number("rate")
      return Exchange(
        question: question, expected: ["w": .tensor(right(w, g, rate))],
        got: ["w": .tensor(step(w, g, rate))])
    }
    return try Agreement(exchanges: exchanges)
      .judge(["w"], misconceptions: misconceptions, terms: sums)[0]
  }

  @Test("A named answer still fails and earns nothing, and each wrong coefficient is named")
  func verdict() throws {
    let finding = try Self.finding { w, g, _ in w - 0.01 * g }
    #expect(finding.verdict == .failed && finding.credit == .zero)
    #expect(
      finding.diagnosis
        == Diagnosis(
          id: "terms", looksLike: "your w' is w − 0.01·g",
          why: "g must be multiplied by −η, not by −0.01", place: "step, where w is computed"))
  }

  static let cases: [(String, String, @Sendable (Tensor, Tensor, Double) -> Tensor)] = [
    (
      "your w' is w + 3·g", "g must be multiplied by −η, not by 3",
      { w, g, _ in w + 3 * g }
    ),
    ("your w' is −η·g", "w is missing", { _, g, rate in -rate * g }),
    (
      "your w' is w", "g is missing: it must be multiplied by −η", { w, _, _ in w }
    ),
    (
      "your w' is 0.5·w − 2·η·g",
      "w must be multiplied by 1, not by 0.5; g must be multiplied by −η, not by −2·η",
      { w, g, rate in 0.5 * w - 2 * rate * g }
    ),
    (
      "your w' is (1 − η)·w − η·g", "w must be multiplied by 1, not by 1 − η",
      { w, g, rate in (1 - rate) * w - rate * g }
    ),
    (
      "your w' is w − η·η·g", "g must be multiplied by −η, not by −η·η",
      { w, g, rate in w - rate * rate * g }
    ),
    (
      "your w' is w − 1/3·g", "g must be multiplied by −η, not by −1/3",
      { w, g, _ in w - g / 3 }
    ),
    (
      "your w' is w − 0.02718…·g", "g must be multiplied by −η, not by −0.02718…",
      { w, g, _ in w - 0.0271828182845 * g }
    ),
  ]

  @Test("Each coefficient is written as the student may have written it", arguments: cases.indices)
  func words(index: Int) throws {
    let (looksLike, why, step) = Self.cases[index]
    let diagnosis = try Self.finding(of: step).diagnosis
    #expect(diagnosis?.looksLike == looksLike)
    #expect(diagnosis?.why == why)
  }

  @Test("The right answer passes and nothing is said of it")
  func rightAnswer() throws {
    let finding = try Self.finding(of: Self.right)
    #expect(finding.verdict == .passed && finding.diagnosis == nil)
  }

  @Test("Misconceptions come first, then a multiple of the right answer, then the sum")
  func order() throws {
    let known = Misconception(
      "K", of: "step", looksLike: "known", why: "", where: "",
      answer: { ["w": .tensor(try $0.tensor("w") + 3 * $0.tensor("g"))] })
    #expect(try Self.finding(misconceptions: [known]) { w, g, _ in w + 3 * g }.diagnosis?.id == "K")
    #expect(try Self.finding { 2 * Self.right($0, $1, $2) }.diagnosis?.id == "factor-2")
    #expect(try Self.finding { 3 * Self.right($0, $1, $2) }.diagnosis?.id == "terms")
  }

  @Test("Without a sum for this output of this question nothing is said")
  func others() throws {
    let other = TermSum("w", of: "other", Self.sum.terms)
    for sums in [
      [], [other], [TermSum("v", of: "step", quantities: Self.sum.quantities, Self.sum.terms)],
    ] {
      #expect(try Self.finding(by: sums) { w, g, _ in w + 3 * g }.diagnosis == nil)
    }
  }

  @Test("Two questions, a wrong shape or a NaN name nothing")
  func silence() throws {
    #expect(try Self.finding(2) { w, g, _ in w + 3 * g }.diagnosis == nil)
    #expect(try Self.finding(3) { w, g, _ in w + 3 * g }.diagnosis != nil)
    #expect(try Self.finding { w, g, _ in (w + 3 * g).sum(axis: 0) }.diagnosis == nil)
    #expect(try Self.finding { w, g, _ in w + 3 * g * .nan }.diagnosis == nil)
  }
}
