import Coursework
import NumericChecks

/// A submission and the reference, asked about one derivative.
struct TriageRoom {
  private let derivative: Derivative
  private let student: any Respondent
  private let forwardIsRight: Bool
  private let got: [Answer]
  private let right: [Answer]

  init(
    _ derivative: Derivative, of student: any Respondent, by reference: @escaping Solution
  ) throws {
    self.derivative = derivative
    self.student = student
    let expert = InProcess(reference)
    forwardIsRight = try derivative.points.allSatisfy { point in
      let own = try derivative.result(for: point.inputs, of: student)
      return Comparison(of: own, with: try derivative.result(for: point.inputs, of: expert)).agrees
    }
    got = try derivative.points.map { try student.answer(to: $0.question) }
    right = try derivative.points.map { try reference($0.question) }
  }

  /// What follows for a wrong output; for one that is no gradient, such as the loss itself, only
  /// where all gradients are right.
  ///
  /// Nothing follows where what is wrong elsewhere is right at the points.
  func triage(of output: String, wrong: [String]) throws -> Triage? {
    let isGradient = derivative.outputs.contains(output)
    let gradients = derivative.gradients.filter { $0.key == output || !isGradient }
    guard
      isGradient
        ? !isRight(output)
        : !forwardIsRight && gradients.allSatisfy({ !wrong.contains($0.key) })
    else { return nil }
    guard let isConsistent = try isConsistent(gradients) else { return nil }
    return Triage(
      forwardIsRight: forwardIsRight, gradientIsRight: gradients.allSatisfy { isRight($0.key) },
      isConsistent: isConsistent, of: derivative.subject)
  }

  /// The known mistake or convention behind each of the wrong outputs.
  ///
  /// A check may ask too few questions to recognise one; there are enough points.
  func recognised(
    _ wrong: [String], by misconceptions: [Misconception]
  ) throws -> [String: Misconception] {
    let exchanges = derivative.points.indices.map {
      Exchange(question: derivative.points[$0].question, expected: right[$0], got: got[$0])
    }
    return try Recognition(of: exchanges, among: misconceptions).explain(wrong)
  }

  private func isRight(_ output: String) -> Bool {
    zip(got, right).allSatisfy { got, right in
      guard let got = got[output]?.tensor, let right = right[output]?.tensor else { return false }
      return Comparison(of: got, with: right).agrees
    }
  }

  /// Whether the gradients are those of the submission's own forward pass; nil where its numerical
  /// gradient proves nothing.
  private func isConsistent(_ gradients: [(key: String, value: String)]) throws -> Bool? {
    var isConsistent = true
    for (output, variable) in gradients {
      for (point, got) in zip(derivative.points, got) {
        let own = try derivative.numericalGradient(by: variable, at: point, of: student)
        guard own.undecided.isEmpty else { return nil }
        guard let got = got[output]?.tensor, own.agreement(with: got) == .agrees else {
          isConsistent = false
          continue
        }
      }
    }
    return isConsistent
  }
}
