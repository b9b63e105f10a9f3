import Coursework
import NumericChecks

extension Check {
  /// Tells which derivative a submission takes exactly at a kink, where every one between those from
  /// the left and from the right is right: a note says so, and no mark depends on it.
  ///
  /// - Parameters:
  ///   - id: The check's identifier.
  ///   - derivative: The backward question.
  ///   - inputs: Those of the question, with a kink of the forward pass among them.
  /// - Returns: A check that judges no output.
  package static func tellsKink(
    _ id: String, of derivative: Derivative, at inputs: [String: Value]
  ) -> Check {
    let question = Question(derivative.question, inputs)
    return Check(id: id, outputs: [], questions: { _ in [question] }) { _, student, scheme in
      switch try Aside(to: student).reply(to: question) {
      case .silence(let silence): return Finding(check: id, outputs: [], silence: silence)
      case .answer(let answer, _, _):
        let expected = try scheme.reference(question)
        let notes = try derivative.gradients.compactMap { output, variable -> Note? in
          let probe = try derivative.kink(
            by: variable, at: inputs, of: InProcess(scheme.reference))
          let (got, right) = (answer[output]?.tensor, expected[output]?.tensor)
          guard let got, let right, got.shape == right.shape else { return nil }
          let choices = zip(probe.conventions(of: got), probe.conventions(of: right))
          // What is wrong beside the kink is no choice; other checks say so.
          guard choices.allSatisfy({ own, right in right != .noKink || own == right }) else {
            return nil
          }
          return choices.first { $0 != $1 }.map { own, _ in
            .takesAtKink(question: question.name, output: output, variable: variable, own)
          }
        }
        return Finding(check: id, outputs: [], notes: notes)
      }
    }
  }
}

extension KinkProbe.Convention {
  /// What was taken, in words.
  var words: String {
    switch self {
    case .zero: "the derivative from the left"
    case .one: "the derivative from the right"
    case .half: "the mean of the derivatives from the left and from the right"
    case .other, .noKink: "another number between the derivatives from the left and from the right"
    }
  }
}
