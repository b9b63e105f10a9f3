import Coursework
import Grading
import Reference
import Testing

@Suite("Guards of a logarithm")
struct LogarithmGuardTests {
  private static let nets = [
    (assignment: Assignment.losses, question: "softmaxLoss"),
    (assignment: .twoLayerNet, question: "softmaxNetLoss"),
    (assignment: .fullyConnectedNet, question: "loss"),
    (assignment: .fullyConnectedNet, question: "dropoutLoss"),
  ]

  @Test("Whatever keeps a logarithm from 0 is worth all points", arguments: nets)
  func allPoints(_ assignment: Assignment, _ question: String) throws {
    let forms = assignment.tolerated.filter { $0.question == question }
    #expect(forms.count > 30)
    for form in forms.prefix(16) {
      let findings = try Self.findings(of: form.answer, to: question, of: assignment)
      let losses = findings.filter { $0.output == "loss" }
      #expect(losses.allSatisfy { $0.verdict == .passed || $0.diagnosis?.id == "S12" })
      #expect(findings.allSatisfy { $0.credit == .one }, "\(form.diagnosis.looksLike)")
    }
  }

  @Test("A large number in the logarithm is a mistake", arguments: nets)
  func tooLarge(_ assignment: Assignment, _ question: String) throws {
    let form = try #require(
      assignment.tolerated.first { $0.question == question })
    let wrong: Solution = { question in
      var answer = try form.answer(question)
      let right = try assignment.reference(question)
      guard let near = answer["loss"]?.tensor, let loss = right["loss"]?.tensor else {
        return answer
      }
      // Farther off than a guard or a Float brings it.
      answer["loss"] = .tensor(loss + 100 * (near - loss))
      return answer
    }
    let findings = try Self.findings(of: wrong, to: question, of: assignment)
    #expect(findings.contains { $0.output == "loss" && $0.verdict == .failed })
  }

  private static func findings(
    of solution: @escaping Solution, to question: String, of assignment: Assignment
  ) throws -> [OutputFinding] {
    let student: Solution = { asked in
      try (asked.name == question ? solution : assignment.reference)(asked)
    }
    return try Grader(assignment: assignment, seed: .public).grade(InProcess(student))
      .flatMap(\.findings).flatMap(\.outputs)
  }
}
