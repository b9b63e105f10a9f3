import Coursework
import Grading
import NumericChecks
import Testing

/// `slope` gives 3a, and `walk` takes two steps b = a − slope(a), c = b − slope(b).
@Suite("A composite that is right but for its pieces")
struct FollowThroughTests {
  private typealias Slope = @Sendable (Tensor) -> Tensor

  private static func slope(_ a: Tensor, _ slope: Slope) -> Answer { ["slope": .tensor(slope(a))] }

  private static func walk(_ a: Tensor, _ slope: Slope) -> Answer {
    let b = a - slope(a)
    return ["b": .tensor(b), "c": .tensor(b - slope(b))]
  }

  private static func solution(
    slope: @escaping Slope = { $0 * 3 }, walk: @escaping @Sendable (Tensor) -> Answer
  ) -> Solution {
    { question in
      let a = try question.tensor("a")
      return question.name == "slope" ? Self.slope(a, slope) : walk(a)
    }
  }

  private static let right = solution { walk($0) { $0 * 3 } }

  private static func scheme(
    credit: [String: Ratio], composing outputs: Set<String> = ["b", "c"]
  ) -> Assignment {
    let check = Check.agrees(
      "walk/values", judging: ["b", "c"], sizes: [[5, 3], [4, 7], [4, 4]]
    ) {
      draw, sizes in
      Question("walk", ["a": .tensor(draw.eighths(sizes[0], sizes[1]))])
    }
    let walk = Part(
      id: "walk", title: "Walk", outputs: [Output("b", points: 2), Output("c", points: 2)],
      checks: [check], conventionCredit: credit)
    return Assignment(
      id: "toy", title: "Toy", contract: "Toy", reference: right, parts: [walk],
      misconceptions: [],
      compositions: [
        Composition("walk", of: ["slope"]) { question, ask in
          let a = try question.tensor("a")
          let b = a - (try ask("slope", Question("slope", ["a": .tensor(a)])))
          return [
            "b": .tensor(b),
            "c": .tensor(b - (try ask("slope", Question("slope", ["a": .tensor(b)])))),
          ].filter { outputs.contains($0.key) }
        }
      ])
  }

  private static func outputs(
    credit: [String: Ratio] = [Composition.creditKey: .one], of solution: @escaping Solution
  ) throws -> [OutputFinding] {
    try Toy.grade(scheme(credit: credit), solution)[0].findings[0].outputs
  }

  private static let odd: Slope = { $0 * 0.75 + 1 }

  @Test("Right steps with a wrong slope keep their points, and the slope is named")
  func follows() throws {
    let outputs = try Self.outputs(of: Self.solution(slope: Self.odd) { Self.walk($0, Self.odd) })
    #expect(outputs.map(\.verdict) == [.accepted, .accepted])
    #expect(outputs.map(\.credit) == [.one, .one])
    #expect(
      outputs[0].diagnosis?.looksLike == "your walk is right with your own slope in it")
  }

  @Test("The scheme says what they keep", arguments: [Ratio(1, 2), .zero])
  func credit(_ credit: Ratio) throws {
    let outputs = try Self.outputs(
      credit: [Composition.creditKey: credit],
      of: Self.solution(slope: Self.odd) { Self.walk($0, Self.odd) })
    #expect(outputs.map(\.credit) == [credit, credit])
  }

  @Test("Without such credit in the scheme they fail")
  func noCredit() throws {
    let outputs = try Self.outputs(
      credit: [:], of: Self.solution(slope: Self.odd) { Self.walk($0, Self.odd) })
    #expect(outputs.map(\.verdict) == [.failed, .failed])
  }

  @Test("What is wrong besides the piece fails, output by output")
  func besides() throws {
    let outputs = try Self.outputs(
      of: Self.solution(slope: Self.odd) { a in
        var answer = Self.walk(a, Self.odd)
        answer["c"] = .tensor(a * 7)
        return answer
      })
    #expect(outputs.map(\.verdict) == [.accepted, .failed])
  }

  @Test("With right pieces a wrong composite fails")
  func rightPieces() throws {
    let outputs = try Self.outputs(of: Self.solution { Self.walk($0, Self.odd) })
    #expect(outputs.map(\.verdict) == [.failed, .failed])
  }

  @Test(
    "A piece that gives one number everywhere, or none, earns nothing by standing still",
    arguments: [0, 2, Double.nan])
  func standsStill(_ number: Double) throws {
    let constant: Slope = { $0 * 0 + number }
    let outputs = try Self.outputs(of: Self.solution(slope: constant) { Self.walk($0, constant) })
    #expect(outputs.map(\.verdict) == [.failed, .failed])
  }

  @Test("A piece that is not there excuses nothing")
  func silentPiece() throws {
    let outputs = try Self.outputs { question in
      guard question.name == "walk" else { throw NotImplemented() }
      return Self.walk(try question.tensor("a"), Self.odd)
    }
    #expect(outputs.map(\.verdict) == [.failed, .failed])
  }

  @Test("An output that no composition gives is not excused by one")
  func otherOutput() throws {
    let scheme = Self.scheme(credit: [Composition.creditKey: .one], composing: ["b"])
    let outputs = try Toy.grade(
      scheme, Self.solution(slope: Self.odd) { Self.walk($0, Self.odd) })[0].findings[0].outputs
    #expect(outputs.map(\.verdict) == [.accepted, .failed])
  }

  // MARK: - Outcomes

  /// How far a walk ends from where it should.
  private static func outcome(
    credit: [String: Ratio] = [Composition.creditKey: .one], of solution: @escaping Solution
  ) throws -> OutputFinding {
    let check = Check.reaches(
      "walk/outcome", "distance", atMost: 0.5, readingShapesOf: ["b", "c"],
      questions: { seed in
        var draw = Draw(seed: seed, check: "walk/outcome", variant: 0)
        return [Question("walk", ["a": .tensor(draw.eighths(4, 3))])]
      },
      measure: { question, answer in
        guard let c = answer["c"]?.tensor else { return .infinity }
        return (c - 4 * (try question.tensor("a"))).abs().max()
      })
    var scheme = scheme(credit: credit)
    scheme.parts = [
      Part(
        id: "walk", title: "Walk", outputs: [Output("distance", points: 2)], checks: [check],
        conventionCredit: credit)
    ]
    return try Toy.grade(scheme, solution)[0].findings[0].outputs[0]
  }

  @Test("An outcome that is missed because of a wrong slope alone keeps its points")
  func missedByPieces() throws {
    #expect(try Self.outcome(of: Self.right).verdict == .passed)
    let finding = try Self.outcome(of: Self.solution(slope: Self.odd) { Self.walk($0, Self.odd) })
    #expect(finding.verdict == .accepted && finding.credit == .one)
    #expect(finding.diagnosis?.looksLike == "your walk is right with your own slope in it")
  }

  @Test("An outcome that is missed for any other reason too fails")
  func missedBesides() throws {
    let wrong: [Solution] = [
      Self.solution { Self.walk($0, Self.odd) },
      Self.solution(slope: Self.odd) { a in
        Self.walk(a, Self.odd).merging(["c": .tensor(a * 7)]) { $1 }
      },
      Self.solution(slope: { $0 * 0 }) { Self.walk($0) { $0 * 0 } },
    ]
    for solution in wrong { #expect(try Self.outcome(of: solution).verdict == .failed) }
    let uncredited = try Self.outcome(
      credit: [:], of: Self.solution(slope: Self.odd) { Self.walk($0, Self.odd) })
    #expect(uncredited.verdict == .failed)
  }
}
