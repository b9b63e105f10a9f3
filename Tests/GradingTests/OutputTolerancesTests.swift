import Coursework
import Grading
import NumericChecks
import Tensors
import Testing

@Suite("Tolerances from rounding bounds")
struct OutputTolerancesTests {
  /// Thrice each number, and their sum.
  private struct Sums: Formula {
    func answer<A: TensorAlgebra>(
      _ question: String, _ inputs: [String: A]
    ) throws -> [String: A]? {
      guard question == "sums" else { return nil }
      let a: A = try input("a", of: inputs)
      return ["triple": 3 * a, "total": a.total()]
    }
  }

  private static func right(_ question: Question) throws -> Answer {
    let a = try question.tensor("a")
    return ["triple": .tensor(3 * a), "total": .tensor(a.total())]
  }

  /// What becomes of an answer to the question with the given numbers.
  private static func finding(
    _ numbers: [Double], formula: (any Formula)? = Sums(),
    tolerance: Tolerance? = nil, _ answer: @escaping Solution
  ) throws -> Finding {
    let check = Check.agrees(
      "toy/values", judging: ["triple", "total"], tolerance: tolerance
    ) { _ in [Question("sums", ["a": .tensor(Tensor(numbers))])] }
    let assignment = Assignment(
      id: "toy", title: "Sums", contract: "Toy", reference: right, formula: formula,
      parts: [Toy.part(checks: [check])], misconceptions: [])
    return try check.judge(check.questions(.public), InProcess(answer), assignment)
  }

  private static func changed(_ triple: Tensor, _ total: Double) -> Solution {
    { _ in ["triple": .tensor(triple), "total": .number(total)] }
  }

  // MARK: - What it is for

  @Test(
    "A wrong element of size 1e-7 and less beside elements of size 1000 fails",
    arguments: [1e-7, 1e-9, 1e-12, 1e-30])
  func smallBesideLarge(size: Double) throws {
    let finding = try Self.finding([1000, size]) { question in
      var answer = try Self.right(question)
      answer["triple"] = .tensor(Tensor([3000, 2 * size]))
      return answer
    }
    #expect(finding.outputs.map(\.verdict) == [.failed, .passed])
    #expect(finding.outputs[0].evidence?.mismatched == 1)
    #expect(finding.outputs[0].evidence?.first?.index == [1])
  }

  @Test("A right sum that cancels to 1e-17 passes in every order, and only a formula shows it")
  func cancellation() throws {
    let numbers = [0.1, 0.2, -0.3]
    let triple = 3 * Tensor(numbers)
    var sums: Set<Double> = []
    for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] {
      let sum = order.reduce(0) { $0 + numbers[$1] }
      sums.insert(sum)
      let finding = try Self.finding(numbers, Self.changed(triple, sum))
      #expect(finding.verdict == .passed, "\(sum)")
    }
    #expect(sums.count > 1 && sums.allSatisfy { abs($0) < 1e-16 }, "\(sums)")
    let other = 0.2 - 0.3 + 0.1
    let finding = try Self.finding(numbers, formula: nil, Self.changed(triple, other))
    #expect(finding.verdict == .failed)
  }

  @Test(
    "What lies beyond rounding is not passed where a sum cancels", arguments: [1e-13, 1e-9, 0.1])
  func cancellationWrong(error: Double) throws {
    let numbers = [0.1, 0.2, -0.3]
    let finding = try Self.finding(numbers, Self.changed(3 * Tensor(numbers), error))
    // What `Float` rounds off is accepted as such.
    #expect(finding.outputs.map(\.verdict) == [.passed, error < 1e-6 ? .accepted : .failed])
    let evidence = finding.outputs[1].evidence
    #expect(evidence.map { $0.worstError > $0.limit } ?? (error < 1e-6))
  }

  // MARK: - Without a bound

  @Test("A tolerance that the check states is the one that decides")
  func stated() throws {
    let finding = try Self.finding(
      [1, 2], tolerance: Tolerance(limit: 0.5), Self.changed([4, 7], 3))
    #expect(finding.verdict == .passed)
    #expect(finding.outputs.map { $0.evidence?.limit } == [0.5, 0.5])
  }

  @Test("A question that is no formula has the standard tolerance")
  func noFormula() throws {
    let question = Question("other", ["a": .number(1)])
    for formula in [nil, Sums()] {
      let tolerances = try OutputTolerances(roundingOf: question, by: formula)
      #expect(tolerances["total"] == .standard)
    }
  }
}
