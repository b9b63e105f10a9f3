import Coursework
import NumericChecks

extension Check {
  /// Judges the derivative exactly at a kink, where every one between those from the left and from
  /// the right is right; a note says so where it is another than the reference's.
  ///
  /// - Parameters:
  ///   - id: The check's identifier.
  ///   - derivative: The backward question.
  ///   - inputs: Those of the question, with a kink of the forward pass among them.
  /// - Returns: A check that judges every gradient, at the kinks alone.
  package static func takesDerivativeAtKink(
    _ id: String, of derivative: Derivative, at inputs: [String: Value]
  ) -> Check {
    let question = Question(derivative.question, inputs)
    return Check(
      id: id, outputs: derivative.outputs, rule: "between the one-sided derivatives",
      questions: { _ in [question] }
    ) { _, student, scheme in
      switch try student.reply(to: question) {
      case .silence(let silence):
        return Finding(check: id, outputs: derivative.outputs, silence: silence)
      case .answer(let answer, _, _):
        let expected = try scheme.reference(question)
        let trials = try derivative.gradients.compactMap { output, variable -> KinkTrial? in
          guard let right = expected[output]?.tensor else { return nil }
          let probe = try derivative.kink(
            by: variable, at: inputs, of: InProcess(scheme.reference))
          return KinkTrial(
            question: question.name, output: output, variable: variable, probe: probe,
            right: right, got: answer[output]?.tensor)
        }
        return Finding(
          check: id, outputs: trials.map(\.finding), notes: trials.compactMap(\.note))
      }
    }
  }
}

/// One gradient beside the derivatives from the left and from the right.
private struct KinkTrial {
  let question: String
  let output: String
  let variable: String
  let probe: KinkProbe
  let right: Tensor
  let got: Tensor?

  var finding: OutputFinding {
    OutputFinding(
      output, verdict: problem == nil ? .passed : .failed, credit: problem == nil ? .one : .zero,
      problem: problem)
  }

  private var problem: String? {
    guard let got else { return Finding.Message.missing(output) }
    guard got.shape == right.shape else { return Finding.Message.shape(got, right) }
    guard let wrong = kinks(got).first(where: { $0.own == nil }) else { return nil }
    return Finding.Message.noDerivative(isNumber: wrong.number.isFinite, variable)
  }

  /// Which derivative is taken, where that is a choice and another one than the reference's.
  var note: Note? {
    guard let got, got.shape == right.shape, !isWrongBeside(got) else { return nil }
    return kinks(got).lazy.compactMap { kink in
      kink.own.flatMap { $0 == kink.right ? nil : $0 }
    }.first.map {
      .takesAtKink(question: question, output: output, variable: variable, $0)
    }
  }

  /// What is taken at each kink; what is wrong beside them is for other checks to say.
  private func kinks(
    _ got: Tensor
  ) -> [(own: KinkProbe.Convention?, right: KinkProbe.Convention?, number: Double)] {
    zip(zip(probe.conventions(of: got), probe.conventions(of: right)), got.scalars)
      .map { ($0.0, $0.1, $1) }.filter { $0.1 != .noKink }
  }

  private func isWrongBeside(_ got: Tensor) -> Bool {
    zip(probe.conventions(of: got), probe.conventions(of: right)).contains { own, right in
      right == .noKink && own != .noKink
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

// MARK: - Messages

extension Finding {
  fileprivate enum Message {
    static func missing(_ output: String) -> String { "the answer holds no '\(output)'" }

    static func shape(_ got: Tensor, _ right: Tensor) -> String {
      "wrong shape: got \(got.shape.shapeText), expected \(right.shape.shapeText)"
    }

    static func noDerivative(isNumber: Bool, _ variable: String) -> String {
      "exactly at the kink in \(variable) it is \(isNumber ? "no derivative" : "no finite number"); "
        + "any number from the derivative from the left to the one from the right is right there"
    }
  }
}
