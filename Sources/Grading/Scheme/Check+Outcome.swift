import Coursework
import NumericChecks
import Tensors

extension Check {
  /// A training run must end well: what the grader itself measures from the answer is at most `bound`.
  ///
  /// Whatever a run returns as its loss proves nothing, so the measure takes the returned parameters
  /// alone. It is taken of every question; the worst decides. The number itself is not told: another
  /// processor's `exp` might round it otherwise. A run that is right but for the submission's own
  /// pieces is accepted, where the scheme has credit for that.
  ///
  /// - Parameters:
  ///   - id: The check's identifier.
  ///   - output: What is measured, as the part calls it, such as `finalLoss`.
  ///   - bound: The most that a right run may end with, from repeated seeded runs.
  ///   - parameters: The outputs that the measure reads; their shapes must be the reference's.
  ///   - questions: The runs to make.
  ///   - measure: What the answer's parameters are worth, calculated with the reference's means.
  /// - Returns: The check.
  package static func reaches(
    _ id: String, _ output: String, atMost bound: Double, readingShapesOf parameters: [String],
    questions: @escaping @Sendable (Seed) -> [Question],
    measure: @escaping @Sendable (Question, Answer) throws -> Double
  ) -> Check {
    Check(id: id, outputs: [output], rule: "at most \(bound)", questions: questions) {
      asked, student, scheme in
      var worst = -Double.infinity
      var exchanges: [Exchange] = []
      for question in asked {
        switch try student.reply(to: question) {
        case .silence(let silence):
          return Finding(check: id, outputs: [output], silence: silence)
        case .answer(let answer, _, _):
          let right = try scheme.reference(question)
          if let problem = parameters.lazy.compactMap({ answer.problem(of: $0, besides: right) })
            .first
          {
            return Finding(check: id, outputs: [output], problem: problem)
          }
          let reached = try measure(question, answer)
          worst = max(worst, reached.isNaN ? .infinity : reached)
          exchanges.append(Exchange(question: question, expected: right, got: answer))
        }
      }
      guard worst > bound else {
        return Finding(
          check: id, outputs: [OutputFinding(output, verdict: .passed, credit: .one)])
      }
      let missed = OutputFinding(
        output, verdict: .failed, credit: .zero,
        problem: "your training does not bring it down to \(ShortNumber(bound).text), as every "
          + "right run does")
      return Finding(
        check: id,
        outputs: [
          try scheme.followingThrough(
            missed, measuredFrom: parameters, of: exchanges, in: id, asking: student)
        ])
    }
  }
}

extension Finding {
  /// All outputs failed, for the same reason.
  fileprivate init(check: String, outputs: [String], problem: String) {
    self.init(
      check: check,
      outputs: outputs.map {
        OutputFinding($0, verdict: .failed, credit: .zero, problem: problem)
      })
  }
}

extension Answer {
  /// Why an array cannot be measured, where it cannot.
  fileprivate func problem(of name: String, besides right: Answer) -> String? {
    guard let array = self[name]?.tensor else { return "the answer holds no '\(name)'" }
    guard let shape = right[name]?.tensor?.shape, shape != array.shape else { return nil }
    return "\(name) has the wrong shape: got \(array.shape.shapeText), expected \(shape.shapeText)"
  }
}
