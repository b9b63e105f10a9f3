import Coursework
import Grading
import NumericChecks
import Reference
import Tensors
import Testing

/// What assignments say their answers are the sum of.
@Suite("Terms of the right answers")
struct TermsTests {
  struct Sum: Sendable, CustomTestStringConvertible {
    let assignment: String
    let index: Int

    var testDescription: String { "\(assignment) \(index)" }

    /// The sum and every check that asks its question by code.
    func found() throws -> (assignment: Assignment, sum: TermSum, checks: [Check]) {
      let assignment = try #require(Catalogue.assignment(assignment))
      let sum = assignment.terms[index]
      let checks = assignment.checks.filter { check in
        check.medium == .code && check.outputs.contains(sum.output)
          && check.questions(.public).allSatisfy { $0.name == sum.question }
      }
      return (assignment, sum, checks)
    }

    static let all = Catalogue.all.flatMap { assignment in
      assignment.terms.indices.map { Sum(assignment: assignment.id, index: $0) }
    }
  }

  /// The terms with these coefficients, where nil stands for the right one.
  private static func value(
    _ sum: TermSum, of question: Question, with numbers: [Double?]
  ) throws -> Tensor {
    var value = Tensor(0)
    for (term, number) in zip(sum.terms, numbers) {
      let right = try term.right.quantities.reduce(term.right.number) { product, name in
        let quantity = try #require(sum.quantities.first { $0.name == name })
        return product * (try quantity.value(question))
      }
      value = try value + (number ?? right) * term.tensor(question)
    }
    return value
  }

  @Test("With the right coefficients they are the right answer", arguments: Sum.all)
  func right(_ sum: Sum) throws {
    let (assignment, sum, checks) = try sum.found()
    #expect(!checks.isEmpty)
    for question in checks.flatMap({ $0.questions(.public) }) {
      let expected = try #require(try assignment.reference(question)[sum.output]?.tensor)
      let value = try Self.value(sum, of: question, with: sum.terms.map { _ in nil })
      #expect(Comparison.separation(value, expected) <= 1e-14)
    }
  }

  @Test(
    "A number typed in is named, for every term and seed", arguments: Sum.all, CatalogueTests.seeds)
  func typedIn(_ sum: Sum, _ seed: Seed) throws {
    let (assignment, sum, checks) = try sum.found()
    for check in checks {
      for place in sum.terms.indices {
        let numbers = sum.terms.indices.map { $0 == place ? 0.875 : nil as Double? }
        let respondent = InProcess { question in
          guard question.name == sum.question else { return try assignment.reference(question) }
          let value = try Self.value(sum, of: question, with: numbers)
          return try assignment.reference(question).merging([sum.output: .tensor(value)]) { $1 }
        }
        let finding = try check.judge(check.questions(seed), respondent, assignment)
        let output = try #require(finding.outputs.first { $0.output == sum.output })
        #expect(
          output.verdict == .failed && output.diagnosis?.id == "terms", "\(check.id) \(place)")
        let why = try #require(output.diagnosis?.why)
        #expect(why.hasPrefix("\(sum.terms[place].name) must be multiplied by"))
        #expect(why.hasSuffix("not by 0.875"))
      }
    }
  }

  @Test("An answer that is off in one number is no sum", arguments: Sum.all, CatalogueTests.seeds)
  func oneNumber(_ sum: Sum, _ seed: Seed) throws {
    let (assignment, sum, checks) = try sum.found()
    for check in checks {
      let questions = check.questions(seed)
      for place in questions.indices {
        let respondent = InProcess { question in
          let answer = try assignment.reference(question)
          guard question.name == sum.question else { return answer }
          var scalars = try #require(answer[sum.output]?.tensor).scalars
          if question == questions[place] { scalars[place % scalars.count] += 0.375 }
          let shape = try #require(answer[sum.output]?.tensor).shape
          let wrong = Tensor(shape: shape, scalars: scalars)
          return answer.merging([sum.output: .tensor(wrong)]) { $1 }
        }
        let finding = try check.judge(questions, respondent, assignment)
        let output = try #require(finding.outputs.first { $0.output == sum.output })
        #expect(output.verdict == .failed && output.diagnosis == nil)
      }
    }
  }
}
