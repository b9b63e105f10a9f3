import Coursework
import Grading
import NumericChecks
import Testing

@Suite("Naming what no catalogue lists")
struct UnlistedMistakesTests {
  /// A question about a batch x, (N, D), with weights w, (D, M), and two plain numbers.
  private static func question(_ n: Int, _ d: Int, _ m: Int, _ variant: Int) -> Question {
    var draw = Draw(seed: .public, check: "unlisted", variant: variant)
    return Question(
      "layer",
      [
        "x": .tensor(draw.eighths(n, d)), "w": .tensor(draw.eighths(d, m)),
        "momentum": .number([0.75, 0.875, 0.625, 0.75][variant]),
        "rate": .number([0.25, 0.125, 0.375, 0.125][variant]),
      ])
  }

  static let mixed = [[5, 3, 4], [4, 2, 6], [7, 5, 3], [4, 4, 4]]
  static let square = [[4, 4, 4], [5, 5, 5], [6, 6, 6]]

  private static func right(_ question: Question) throws -> (y: Tensor, g: Tensor) {
    let (x, w) = (try question.tensor("x"), try question.tensor("w"))
    return (x.matmul(w) / 3, w / 7)
  }

  /// The findings for y and g, where both are changed.
  private static func findings(
    _ sizes: [[Int]] = mixed, known: [Misconception] = [],
    y: (Tensor, Question) throws -> Tensor = { y, _ in y },
    g: (Tensor, Question) throws -> Tensor = { g, _ in g }
  ) throws -> [OutputFinding] {
    let exchanges = try sizes.enumerated().map { variant, size in
      let question = question(size[0], size[1], size[2], variant)
      let right = try right(question)
      return Exchange(
        question: question, expected: ["y": .tensor(right.y), "g": .tensor(right.g)],
        got: ["y": .tensor(try y(right.y, question)), "g": .tensor(try g(right.g, question))])
    }
    return try Agreement(exchanges: exchanges).judge(["y", "g"], misconceptions: known)
  }

  @Test("The thresholds are those of recognition")
  func thresholds() {
    #expect(Resemblance.match == Recognition.match)
    #expect(Resemblance.separation == Recognition.separation)
    #expect(Resemblance.fewestPairs == Recognition.fewestExchanges)
  }

  @Test("A named answer still fails and earns nothing")
  func verdict() throws {
    let finding = try Self.findings(y: { y, _ in y * 2 })[0]
    #expect(finding.verdict == .failed && finding.credit == .zero)
    #expect(
      finding.diagnosis
        == Diagnosis(
          id: "factor-2", looksLike: "your y is exactly 2 times the right one",
          why: "the rest is right: a 2 is too much there, a ½ is missing, or something counts "
            + "twice",
          place: "layer, where y is computed"))
  }

  static let cases: [(String, String, @Sendable (Tensor, Question) throws -> Tensor)] = [
    ("sign", "your g has the opposite sign", { g, _ in -g }),
    ("factor-1/2", "your g is exactly half the right one", { g, _ in g / 2 }),
    ("sign-factor-2", "your g is exactly −2 times the right one", { g, _ in -2 * g }),
    (
      "factor-1/N", "your g is exactly the right one divided by N, the number of rows of x",
      { try $0 / Double($1.tensor("x").shape[0]) }
    ),
    (
      "factor-columns(w)", "your g is exactly the right one times the number of columns of w",
      { try $0 * Double($1.tensor("w").shape[1]) }
    ),
    (
      "factor-1/count(x)", "your g is exactly the right one divided by the number of entries of x",
      { try $0 / Double($1.tensor("x").count) }
    ),
    (
      "factor-rate", "your g is exactly the right one times rate",
      { try $0 * $1.number("rate") }
    ),
    (
      "factor-1/(1-momentum)", "your g is exactly the right one divided by (1 − momentum)",
      { try $0 / (1 - $1.number("momentum")) }
    ),
    ("transposed", "your g is the transpose of the right one", { g, _ in g.transposed() }),
    (
      "transposed-factor-2", "your g is the transpose of the right one, times 2",
      { g, _ in 2 * g.transposed() }
    ),
    (
      "transposed-sign", "your g is the transpose of the right one, times −1",
      { g, _ in -g.transposed() }
    ),
    (
      "reordered", "your g has the right shape, filled with the numbers of the transpose",
      { g, _ in g.transposed().reshaped(to: g.shape) }
    ),
    ("reshaped", "your g has the right numbers in another shape", { g, _ in g.flattened() }),
    (
      "rows-reversed", "your g has the right rows in reverse order",
      { g, _ in g.rows(at: (0..<g.shape[0]).reversed()) }
    ),
    (
      "rounded-4", "your g is right, but rounded to 4 decimals",
      { g, _ in g.map { ($0 * 1e4).rounded() / 1e4 } }
    ),
    (
      "float32", "your g agrees to 7 digits: its numbers are Floats, not Doubles",
      { g, _ in g.map { Double(Float($0)) } }
    ),
    (
      "float32", "your g agrees to 6 digits, as if a Float were used somewhere instead of Double",
      { g, _ in g.exp().map { Double(Float($0)) }.log() }
    ),
  ]

  @Test("Each kind of mistake has its name and its sentence", arguments: cases.indices)
  func words(index: Int) throws {
    let (id, sentence, change) = Self.cases[index]
    let findings = try Self.findings(g: change)
    #expect(findings[0].verdict == .passed && findings[0].diagnosis == nil)
    #expect(findings[1].verdict == .failed)
    #expect(findings[1].diagnosis?.id == id)
    #expect(findings[1].diagnosis?.looksLike == sentence)
    #expect(findings[1].diagnosis?.place.hasPrefix("layer, where g is computed") == true)
  }

  @Test("Outputs with the same mistake share one diagnosis")
  func shared() throws {
    let both = try Self.findings(y: { y, _ in -y }, g: { g, _ in -g })
    #expect(both[0].diagnosis?.looksLike == "your y and g have the opposite sign")
    #expect(both[0].diagnosis == both[1].diagnosis)
    let each = try Self.findings(y: { y, _ in 2 * y }, g: { g, _ in -g })
    #expect(each.map(\.diagnosis?.id) == ["factor-2", "sign"])
  }

  @Test("A known misconception comes first")
  func known() throws {
    let known = Misconception(
      "K", of: "layer", looksLike: "known", why: "", where: "",
      answer: { ["g": .tensor(-(try Self.right($0).g))] })
    let findings = try Self.findings(known: [known], y: { y, _ in 2 * y }, g: { g, _ in -g })
    #expect(findings.map(\.diagnosis?.id) == ["factor-2", "K"])
  }

  @Test("Where all sizes are equal, none of them is named")
  func squareOnly() throws {
    let divided = try Self.findings(
      Self.square, g: { try $0 / Double($1.tensor("x").shape[0]) })
    #expect(divided[1].verdict == .failed && divided[1].diagnosis == nil)
    let transposed = try Self.findings(Self.square, g: { g, _ in g.transposed() })
    #expect(transposed[1].diagnosis?.id == "transposed")
  }

  @Test("Two questions name nothing", arguments: 1...2)
  func tooFew(count: Int) throws {
    let findings = try Self.findings(Array(Self.mixed[..<count]), g: { g, _ in -g })
    #expect(findings[1].verdict == .failed && findings[1].diagnosis == nil)
  }

  @Test("Of a wrong shape only transposes and other shapes of the same numbers are named")
  func wrongShape() throws {
    let findings = try Self.findings(
      y: { y, _ in y.sum(axis: 0) }, g: { g, _ in g.rows(0..<g.shape[0] - 1) })
    #expect(findings.map(\.diagnosis) == [nil, nil])
    #expect(findings.allSatisfy { $0.problem?.hasPrefix("wrong shape") == true })
  }

  @Test("Of 500 random wrong answers none is named", arguments: 0..<500)
  func random(seed: Int) throws {
    var draw = Draw(seed: Seed("\(seed)"), check: "unlisted/random", variant: 0)
    let kind = seed % 5
    let findings = try Self.findings(
      seed % 2 == 0 ? Self.mixed : Self.square,
      y: { y, _ in y + draw.eighths(1) },
      g: { g, question in
        let other = draw.eighths(g.shape[0], g.shape[1])
        return switch kind {
        case 0: other
        case 1: g + other
        case 2: g * other
        case 3: g + other * 1e-5
        default: try g * question.number("rate") + other
        }
      })
    #expect(findings.map(\.verdict) == [.failed, .failed])
    #expect(findings.map(\.diagnosis) == [nil, nil])
  }
}
