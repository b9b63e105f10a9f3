import Coursework
import Grading
import NumericChecks
import Tensors
import Testing

@Suite("Answers in single precision")
struct SinglePrecisionTests {
  /// A third of each number, and the sum of the numbers.
  private struct Thirds: Formula {
    func answer<A: TensorAlgebra>(
      _ question: String, _ inputs: [String: A]
    ) throws -> [String: A]? {
      let a: A = try input("a", of: inputs)
      return ["third": a * (1.0 / 3), "total": a.total()]
    }
  }

  private static let numbers: [[Double]] = [
    [0.1, 0.2, -0.3, 0.7], [1.7, -2.3, 0.9, 11], [3e-5, 1e4, -1e4, 0.1],
  ]

  private static func right(_ question: Question) throws -> Answer {
    let a = try question.tensor("a")
    return ["third": .tensor(a * (1.0 / 3)), "total": .tensor(a.total())]
  }

  private static func finding(
    credit: [String: Ratio] = [:], formula: (any Formula)? = Thirds(),
    tolerance: Tolerance? = nil, _ answer: @escaping Solution
  ) throws -> Finding {
    let check = Check.agrees(
      "toy/values", judging: ["third", "total"], tolerance: tolerance
    ) { _ in numbers.map { Question("sums", ["a": .tensor(Tensor($0))]) } }
    let part = Part(
      id: "toy", title: "Toy", outputs: [Output("third", points: 1), Output("total", points: 1)],
      checks: [check], conventionCredit: credit)
    let assignment = Assignment(
      id: "toy", title: "Sums", contract: "Toy", reference: right, formula: formula,
      parts: [part], misconceptions: [])
    return try Grader(assignment: assignment, seed: .public)
      .run(check, in: part, InProcess(answer))
  }

  private static func inFloat(_ question: Question) throws -> Answer {
    let a = try question.tensor("a").scalars.map { Float($0) }
    return [
      "third": .tensor(Tensor(a.map { Double($0 / 3) })),
      "total": .number(Double(a.reduce(0, +))),
    ]
  }

  @Test("They are accepted with full credit, and the report says so")
  func accepted() throws {
    let finding = try Self.finding(Self.inFloat)
    #expect(finding.outputs.map(\.verdict) == [.accepted, .accepted])
    #expect(finding.outputs.map(\.credit) == [.one, .one])
    #expect(
      finding.outputs[0].diagnosis?.looksLike
        == "your third and total are right to the digits of single precision")
  }

  @Test("A scheme may state another credit for them")
  func credit() throws {
    let finding = try Self.finding(credit: [SinglePrecision.creditKey: Ratio(1, 2)], Self.inFloat)
    #expect(finding.outputs.map(\.credit) == [Ratio(1, 2), Ratio(1, 2)])
  }

  @Test("Numbers that went through a Float on the way are too")
  func onTheWay() throws {
    let finding = try Self.finding { question in
      var answer = try Self.right(question)
      answer["third"] = .tensor(try question.tensor("a").map { Double(Float($0)) / 3 })
      return answer
    }
    #expect(finding.outputs.map(\.verdict) == [.accepted, .passed])
  }

  @Test("What no rounding to Float explains fails", arguments: [1e-5, 1e-4, 0.01, .nan, .infinity])
  func wrong(error: Double) throws {
    let finding = try Self.finding { question in
      var answer = try Self.inFloat(question)
      answer["third"] = .tensor((answer["third"]?.tensor ?? Tensor(0)) * (1 + error))
      return answer
    }
    #expect(finding.outputs.map(\.verdict) == [.failed, .accepted])
    #expect(finding.outputs[0].credit == .zero)
  }

  @Test("One wrong element, another shape, a missing output and rounded decimals fail")
  func mistakes() throws {
    let changes: [@Sendable (Tensor) -> Tensor?] = [
      { Tensor([$0.scalars[0] + 1e-5] + $0.scalars.dropFirst()) }, { $0.reshaped(to: [2, 2]) },
      { _ in nil }, { $0.map { ($0 * 1e8).rounded() / 1e8 } },
    ]
    for change in changes {
      let finding = try Self.finding { question in
        var answer = try Self.right(question)
        answer["third"] = answer["third"]?.tensor.flatMap(change).map { .tensor($0) }
        return answer
      }
      #expect(finding.outputs.map(\.verdict) == [.failed, .passed])
    }
  }

  @Test("Where the scheme has no formula or states a tolerance, they are not")
  func strict() throws {
    let noFormula = try Self.finding(formula: nil, Self.inFloat)
    #expect(noFormula.verdict == .failed)
    let stated = try Self.finding(tolerance: .standard, Self.inFloat)
    #expect(stated.verdict == .failed)
  }

  @Test("Without a sum, a number of roundings is enough of a bound")
  func roundings() throws {
    func explained(by error: Double) throws -> Bool {
      let right = Tensor([0.1, 0.2, -0.7])
      let exchange = Exchange(
        question: Question("q", [:]), expected: ["a": .tensor(right)],
        got: ["a": .tensor(right * (1 + error))])
      return try SinglePrecision(of: [exchange], roundings: 4).explain(["a"])["a"] != nil
    }
    #expect(try explained(by: 1e-7) && explained(by: -1e-6) && !explained(by: 3e-6))
  }
}
