import Coursework
import NumericChecks

/// Gradients must be those of the submission's own forward pass.
struct GradientCheck {
  /// What is differentiated, and where.
  let derivative: Derivative
  /// A relative difference so small that nothing is said about it.
  let spared: Double

  /// The check's identifier, such as `affineBackward/gradient`.
  var id: String { "\(derivative.question)/gradient" }

  /// Asks for the gradients and for the forward pass at many points, and judges the gradients.
  ///
  /// An output passes if it agrees with the numerical gradient at every point and obeys the laws of
  /// what comes from above. Where the numerical gradient proves nothing it is skipped.
  ///
  /// - Throws: only for faults of our own environment.
  func judge(_ student: any Respondent) throws -> Finding {
    let answers: [Answer]
    do {
      answers = try derivative.points.map { try student.answer(to: $0.question) }
    } catch let unanswered as Unanswered {
      return Finding(check: id, outputs: derivative.outputs, silence: unanswered.silence)
    }
    do {
      return Finding(check: id, outputs: try judge(answers, of: student))
    } catch let unanswered as Unanswered {
      return Finding(
        check: id, outputs: derivative.outputs,
        silence: .skipped(Finding.Message.noForwardPass(unanswered.silence)))
    }
  }

  private func judge(
    _ answers: [Answer], of student: any Respondent
  ) throws -> [OutputFinding] {
    let trials = try derivative.gradients.map { output, variable in
      GradientTrial(
        output: output, got: answers.map { $0[output]?.tensor },
        right: try derivative.points.map {
          try derivative.numericalGradient(by: variable, at: $0, of: student)
        })
    }
    let wrong = trials.filter { $0.verdict == .failed }.map(\.output)
    let exchanges = derivative.points.indices.map { index in
      Exchange(
        question: derivative.points[index].question,
        expected: Dictionary(
          uniqueKeysWithValues: trials.map {
            ($0.output, .tensor($0.right[index].value))
          }), got: answers[index])
    }
    let diagnoses = UnlistedMistakes(in: exchanges, against: .ownForward).explain(wrong)
    let breaches = try breaches(of: student)
    return trials.map { trial in
      var finding = trial.finding
      guard trial.verdict != .skipped else { return finding }
      finding.diagnosis = diagnoses[trial.output]
      if let law = breaches[trial.output], finding.diagnosis == nil {
        finding = OutputFinding(
          trial.output, verdict: .failed, credit: .zero, problem: finding.problem,
          diagnosis: law.diagnosis(of: trial.output, derivative))
      }
      // So small a difference looks like a Float wherever it comes from.
      if finding.verdict == .failed, [nil, "float32"].contains(finding.diagnosis?.id),
        trial.isNear(within: spared)
      {
        return OutputFinding(
          trial.output, verdict: .skipped, credit: .zero, problem: Finding.Message.near)
      }
      return finding
    }
  }

  /// The laws of what comes from above that the gradients break; none where there is no answer.
  private func breaches(of student: any Respondent) throws -> [String: UpstreamLaw] {
    guard let upstream = derivative.upstream, let point = derivative.points.first else {
      return [:]
    }
    let first = try point.question.tensor(upstream)
    let second = Tensor(shape: first.shape, scalars: first.scalars.reversed())
    do {
      return try UpstreamLaw.breaches(upstream: first, second) { above in
        var inputs = point.question.inputs
        inputs[upstream] = .tensor(above)
        let question = Question(derivative.question, inputs)
        return try student.answer(to: question).compactMapValues(\.tensor)
      }
    } catch is Unanswered {
      return [:]
    }
  }
}

// MARK: - Messages

extension Finding {
  fileprivate enum Message {
    static let near =
      "it differs from the numerical gradient of your own forward pass by less than a millionth (is "
      + "there a Float in it, or a small number that keeps a logarithm or a quotient from 0?)"

    static func noForwardPass(_ silence: Silence) -> String {
      "the gradients are compared with your own forward pass, and that gave no answer "
        + "(\(silence.remark()))"
    }
  }
}

extension UpstreamLaw {
  /// What a student reads about a broken law.
  fileprivate func diagnosis(of output: String, _ derivative: Derivative) -> Diagnosis {
    let above = derivative.upstream ?? ""
    let place = "\(derivative.question), where \(output) is computed: look for \(above)"
    return switch self {
    case .zero:
      Diagnosis(
        id: "upstream-zero", looksLike: "your \(output) is not 0 where all of \(above) is 0",
        why: "by the chain rule everything is multiplied by what comes from above; if that is 0, "
          + "nothing is left",
        place: place)
    case .linearity:
      Diagnosis(
        id: "upstream-linearity",
        looksLike: "your \(output) uses \(above) in another way than adding up multiples of it",
        why: "a backward pass is linear in what comes from above; a mask, a square or a ReLU of "
          + "\(above) itself is not",
        place: place)
    }
  }
}
