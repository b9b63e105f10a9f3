import Coursework
import Grading
import NumericChecks
import Reference
import Tensors
import Testing

/// Gradients held against the submission's own forward pass, without any reference.
@Suite("Public checks")
struct PublicCheckTests {
  /// A derivative by the assignment and the question that it belongs to.
  struct Known: Sendable, CustomTestStringConvertible {
    let assignment: Assignment
    let derivative: Derivative
    var testDescription: String { "\(assignment.id) \(derivative.question)" }
    var check: PublicCheck { PublicCheck(of: derivative) }

    static let all = Catalogue.all.flatMap { assignment in
      assignment.derivatives.map { Known(assignment: assignment, derivative: $0) }
    }

    static func asked(_ question: String) throws -> Known {
      try #require(all.first { $0.derivative.question == question })
    }

    /// What the check finds of somebody who answers some questions in another way.
    func find(_ changes: [String: Solution]) throws -> Finding {
      try check.judge(
        InProcess { question in
          try (changes[question.name] ?? assignment.reference)(question)
        })
    }
  }

  // MARK: - Right answers

  @Test("The reference's gradients are those of its forward pass", arguments: Known.all)
  func reference(_ known: Known) throws {
    let finding = try known.find([:])
    #expect(finding.verdict == .passed)
    #expect(finding.outputs.map(\.output) == known.derivative.outputs)
  }

  @Test("No right answer is failed, whichever question it answers otherwise", arguments: Known.all)
  func alternatives(_ known: Known) throws {
    for alternative in known.assignment.alternatives {
      let finding = try known.find([alternative.question: alternative.answer])
      #expect(finding.verdict == .passed, "\(alternative.id)")
    }
  }

  @Test("Every derivative's questions and outputs are the contract's", arguments: Known.all)
  func contract(_ known: Known) throws {
    let derivative = known.derivative
    #expect(
      known.assignment.checks.flatMap { $0.questions(.public) }.contains {
        $0.name == derivative.question
          && Set($0.inputs.keys) == Set(derivative.points[0].question.inputs.keys)
      })
    #expect(derivative.points.count >= Recognition.fewestExchanges)
    for point in derivative.points {
      let answer = try known.assignment.reference(point.question)
      for (output, variable) in derivative.gradients {
        #expect(answer[output]?.tensor?.shape == point.inputs[variable]?.tensor?.shape)
      }
    }
  }

  // MARK: - Wrong answers

  @Test(
    "A mistake in a backward question fails, unless the loss beside it is as mistaken",
    arguments: Known.all)
  func mistakes(_ known: Known) throws {
    let derivative = known.derivative
    for mistake in known.assignment.misconceptions where mistake.question == derivative.question {
      let wrong = try derivative.points.contains { point in
        let (got, right) = (
          try mistake.answer(point.question), try known.assignment.reference(point.question)
        )
        return derivative.outputs.contains { got[$0] != right[$0] }
      }
      guard wrong else { continue }
      let finding = try known.find([mistake.question: mistake.answer])
      let isConsistent =
        Self.withOwnLoss.contains(mistake.question) && Self.consistent.contains(mistake.id)
      #expect((finding.verdict == .failed) == !isConsistent, "\(mistake.id)")
    }
  }

  /// These change the loss that stands beside the gradients, too, and the gradients are its own.
  private static let consistent: Set<String> = [
    "K2", "K3", "K9", "K16-backward", "K20", "P10-backward", "P12-backward", "P21-backward",
    "P24-backward", "P25-backward", "P26-backward",
    "S1", "S3", "S18", "V4b", "V5", "V6", "V7", "V8", "V9", "V11", "V15", "V16",
    "Q1", "Q3", "Q4", "Q5", "Q7", "Q10", "Q12", "Q15", "Q19", "Q20", "Q21",
    "T6", "T7a", "T9", "T11", "T12", "T17", "T18",
    "T6-mse", "T7a-mse", "T9-mse", "T11-mse", "T12-mse", "T17-mse", "T18-mse",
    "DN1", "DN4", "DN7", "DN8", "DN9", "DN14",
    "FN1", "FN2", "FN3", "FN7", "FN9", "FN10", "FN12", "FN13", "FN14", "FN22",
    "FN12-dropout", "FN13-dropout", "FN14-dropout", "FN22-dropout",
    "FD1", "FD2", "FD3", "FD4", "FD5", "FD6", "FD7", "FD8", "FD9", "FD10", "FD12", "FD13",
  ]

  /// The questions whose answer holds the loss beside its gradients.
  private static let withOwnLoss: Set<String> = [
    "backPropagation", "softmaxLoss", "svmLoss", "mseLoss", "softmaxNetLoss", "mseNetLoss",
    "lossAndGradients", "loss", "dropoutLoss",
  ]

  @Test("A division by N is named the evening before, against the own forward pass")
  func divided() throws {
    let known = try Known.asked("affineBackward")
    let finding = try known.find([
      "affineBackward": { question in
        var answer = try known.assignment.reference(question)
        answer["gradB"] = .tensor(try question.tensor("gradY").mean(axis: 0))
        return answer
      }
    ])
    #expect(finding.outputs.map(\.verdict) == [.passed, .passed, .failed])
    let diagnosis = try #require(finding.outputs[2].diagnosis)
    #expect(
      diagnosis.looksLike == "your gradB is exactly the numerical gradient of your own forward "
        + "pass divided by N, the number of rows of h")
    #expect(finding.outputs[2].problem?.hasPrefix("gradB[0] is ") == true)
  }

  @Test(
    "A sign, a factor and a transpose are named in every backward question", arguments: Known.all)
  func transforms(_ known: Known) throws {
    for (id, change) in Self.changes {
      for output in known.derivative.outputs {
        let finding = try known.find([
          known.derivative.question: { question in
            var answer = try known.assignment.reference(question)
            answer[output] = .tensor(change(try #require(answer[output]?.tensor)))
            return answer
          }
        ])
        let found = try #require(finding.outputs.first { $0.output == output })
        let isVector = known.derivative.points.allSatisfy {
          (try? known.assignment.reference($0.question)[output]?.tensor?.rank) ?? 0 < 2
        }
        if id == "transposed", isVector { continue }
        #expect(found.diagnosis?.id == id, "\(output)")
        #expect(finding.outputs.allSatisfy { $0.output == output || $0.verdict == .passed })
      }
    }
  }

  private static let changes: [(String, @Sendable (Tensor) -> Tensor)] = [
    ("sign", { -$0 }), ("factor-2", { 2 * $0 }), ("factor-1/2", { $0 / 2 }),
    ("transposed", { $0.transposed() }),
  ]

  @Test("A backward pass that forgets or bends what comes from above is told so")
  func laws() throws {
    let known = try Known.asked("reluBackward")
    for (id, law) in [("RB2", "upstream-zero"), ("RB1", "upstream-linearity")] {
      let mistake = try #require(known.assignment.misconceptions.first { $0.id == id })
      let finding = try known.find(["reluBackward": mistake.answer])
      #expect(finding.verdict == .failed)
      #expect(finding.outputs[0].diagnosis?.id == law)
    }
  }

  // MARK: - Another forward pass

  @Test("The gradients of another forward pass are right for it")
  func otherForward() throws {
    let known = try Known.asked("backward")
    // The loss without ½: twice the gradients.
    let finding = try known.find([
      "loss": { question in
        let difference = try question.number("yHat") - question.number("y")
        return ["loss": .number(difference * difference)]
      },
      "backward": { question in
        try known.assignment.reference(question).mapValues {
          .tensor(2 * ($0.tensor ?? Tensor(0)))
        }
      },
    ])
    #expect(finding.verdict == .passed)
  }

  @Test("A forward pass in Float proves nothing, and accuses nobody")
  func float() throws {
    let known = try Known.asked("backward")
    let finding = try known.find([
      "loss": { question in
        let difference = Float(try question.number("yHat")) - Float(try question.number("y"))
        return ["loss": .number(Double(difference * difference / 2))]
      }
    ])
    #expect(finding.verdict == .skipped)
    #expect(finding.outputs.allSatisfy { $0.problem?.contains("Float") == true })
  }

  @Test("What is not written yet is no mistake", arguments: Known.all)
  func unwritten(_ known: Known) throws {
    let question = known.derivative.question
    let nothing: Solution = { _ in throw NotImplemented() }
    #expect(try known.find([question: nothing]).verdict == .notImplemented)
    let others = Set(known.assignment.checks.flatMap { $0.questions(.public) }.map(\.name))
      .subtracting([question])
    let finding = try known.find(Dictionary(uniqueKeysWithValues: others.map { ($0, nothing) }))
    #expect(finding.verdict == (Self.withOwnLoss.contains(question) ? .passed : .skipped))
  }

  @Test("A forward pass of another shape is not broadcast into a gradient")
  func otherShape() throws {
    let known = try Known.asked("affineBackward")
    let finding = try known.find([
      "affine": { ["y": .tensor(try $0.tensor("b").reshaped(1, -1))] }
    ])
    #expect(finding.verdict == .skipped)
  }
}
