import Coursework
import Grading
import Reference
import Tensors
import Testing

/// Where a wrong gradient comes from: three comparisons and the sentence that follows.
@Suite("Triage")
struct TriageTests {
  @Test("Each combination has its sentence, and contradictions have none")
  func sentences() {
    var sentences: Set<String> = []
    for forward in [true, false] {
      for gradient in [true, false] {
        for consistent in [true, false] {
          let triage = Triage(
            forwardIsRight: forward, gradientIsRight: gradient, isConsistent: consistent,
            of: .loss)
          let isTold = !forward || !gradient && !consistent
          #expect((triage != nil) == isTold)
          if let triage { sentences.insert(triage.sentence) }
          #expect(triage?.isConvention ?? false == (!forward && !gradient && consistent))
        }
      }
    }
    #expect(sentences.count == 5)
  }

  @Test("1 0 0: a right forward pass leaves the derivative")
  func derivative() throws {
    let findings = try Self.findings(
      .affineReLU, ["affineBackward": { ["gradB": $0["gradB", default: Tensor(0)] / 5 + 1] }])
    let wrong = findings.filter { $0.verdict != .passed }
    #expect(wrong.allSatisfy { $0.verdict == .failed && $0.output == "gradB" })
    #expect(
      Set(wrong.compactMap(\.triage?.sentence))
        == ["your forward pass is right, so the mistake is in its derivative"])
  }

  @Test("0 0 1: the gradient of another loss is accepted where the scheme states a credit for it")
  func consistent() throws {
    let changes: [String: Change] = [
      "loss": { ["loss": 3 * $0["loss", default: Tensor(0)]] },
      "backward": { $0.mapValues { 3 * $0 } },
    ]
    let findings = try Self.findings(.backpropTwoTwoOne, changes)
    let gradients = findings.filter { $0.output.hasPrefix("grad") }
    #expect(gradients.count == 4)
    for finding in gradients {
      #expect(finding.verdict == .failed && finding.credit == .zero)
      #expect(
        finding.triage?.sentence == "this is the true derivative of your own loss; "
          + "it is the forward pass or the loss that differs")
    }
    let generous = try Self.findings(
      Self.crediting(.backpropTwoTwoOne, [Triage.creditKey: Ratio(1, 2)]), changes)
    let credited = generous.filter { $0.output.hasPrefix("grad") }
    #expect(credited.allSatisfy { $0.verdict == .accepted && $0.credit == Ratio(1, 2) })
    #expect(generous.first { $0.output == "loss" }?.credit == .zero)
  }

  @Test("What is no gradient at all on the check's own questions is no convention")
  func consistentAtPublicPointsAlone() throws {
    let assignment = Assignment.backpropTwoTwoOne
    let points = assignment.derivatives.flatMap(\.points).map(\.question)
    let odd: [@Sendable (Tensor) -> Tensor] = [{ $0.reshaped(to: [1] + $0.shape) }, { $0 / 0 }]
    for odd in odd {
      let findings = try Self.grade(
        Self.crediting(assignment, [Triage.creditKey: 1]),
        [
          "loss": { answer, _ in answer.mapValues { .tensor(3 * ($0.tensor ?? Tensor(0))) } },
          "backward": { answer, question in
            let gradients = answer.compactMapValues(\.tensor).mapValues { 3 * $0 }
            let isPublic = points.contains(question)
            return gradients.mapValues { .tensor(isPublic ? $0 : odd($0)) }
          },
        ])
      let gradients = findings.filter { $0.output.hasPrefix("grad") }
      #expect(gradients.count == 4)
      #expect(gradients.allSatisfy { $0.verdict == .failed && $0.credit == .zero })
    }
  }

  @Test("Nobody is told that a wrong gradient is right")
  func rightAtPublicPointsAlone() throws {
    let points = Assignment.backpropTwoTwoOne.derivatives.flatMap(\.points).map(\.question)
    for factor in [1.0, 1.75] {
      let findings = try Self.grade(
        .backpropTwoTwoOne,
        [
          "loss": { answer, _ in
            answer.mapValues { .tensor(factor * ($0.tensor ?? Tensor(0)) + 1) }
          },
          "backward": { answer, question in
            guard !points.contains(question), let right = answer["gradW1"]?.tensor else {
              return answer
            }
            return answer.merging(["gradW1": .tensor(right * right + 1)]) { $1 }
          },
        ])
      let wrong = findings.filter { $0.output == "gradW1" }
      #expect(wrong.map(\.verdict) == [.failed])
      #expect(wrong.allSatisfy { $0.triage == nil }, "\(wrong.map(\.triage))")
    }
  }

  @Test("A mistake that the catalogue names stays one, however consistent")
  func named() throws {
    let mistakes = Assignment.backpropTwoThreeOne.misconceptions.filter {
      $0.question == "backPropagation" && $0.kind == .mistake
    }
    for mistake in mistakes {
      let findings = try Self.grade(
        .backpropTwoThreeOne, ["backPropagation": { _, question in try mistake.answer(question) }])
      #expect(findings.allSatisfy { $0.verdict != .accepted }, "\(mistake.id)")
    }
  }

  @Test("0 0 0: a forward pass that differs is to be mended first")
  func both() throws {
    let findings = try Self.findings(
      .backpropTwoTwoOne,
      [
        "loss": { ["loss": 3 * $0["loss", default: Tensor(0)]] },
        "backward": { $0.mapValues { 0.375 * $0 + 1 } },
      ])
    for finding in findings where finding.output.hasPrefix("grad") {
      #expect(finding.verdict == .failed)
      #expect(finding.triage?.sentence.hasSuffix("mend the forward pass or the loss first") == true)
    }
  }

  @Test("A gradient that is wrong only where the points do not show it is never called right")
  func hiddenFromThePoints() throws {
    let changes: [String: @Sendable (Answer, Question) throws -> Answer] = [
      "affine": { answer, _ in answer.mapValues { .tensor(($0.tensor ?? Tensor(0)) + 8) } },
      "affineReLUBackward": { answer, question in
        // Only a batch that is larger than those of the points goes wrong.
        guard try question.tensor("x").shape[0] > 4 else { return answer }
        return answer.mapValues { .tensor(($0.tensor ?? Tensor(0)) + 1) }
      },
      "affineReLU": { answer, _ in answer.mapValues { .tensor(($0.tensor ?? Tensor(0)) + 8) } },
    ]
    let findings = try Self.grade(.affineReLU, changes)
    let wrong = findings.filter { $0.verdict == .failed && $0.output == "gradX" }
    #expect(!wrong.isEmpty && wrong.allSatisfy { $0.triage == nil })
  }

  @Test("0 1 0 and 0 1 1: right gradients beside a loss that is wrong by a factor or a constant")
  func lossAlone() throws {
    let factor = try Self.findings(
      .backpropTwoThreeOne, ["backPropagation": { ["loss": 1.75 * $0["loss", default: Tensor(0)]] }]
    )
    let constant = try Self.findings(
      .backpropTwoThreeOne, ["backPropagation": { ["loss": $0["loss", default: Tensor(0)] + 0.75] }]
    )
    let sentences = [factor, constant].map { findings in
      findings.first { $0.output == "loss" && $0.verdict == .failed }?.triage?.sentence
    }
    #expect(
      sentences == [
        "your gradients are right; it is the loss that differs",
        "your gradients are right; the loss is off by something that they do not depend on",
      ])
  }

  @Test("Nothing more is asked of whoever is right or has written nothing")
  func asked() throws {
    for assignment in Catalogue.all where !assignment.derivatives.isEmpty {
      let questions = assignment.checks.filter { $0.medium == .code }
        .flatMap { $0.questions(.public) }
      let log = Log(assignment.reference)
      _ = try Grader(assignment: assignment, seed: .public).grade(log)
      #expect(log.asked.filter { $0.name != "worksheet" }.count >= questions.count)
      let points = assignment.derivatives.flatMap(\.points).map(\.question)
      #expect(log.asked.allSatisfy { !points.contains($0) })
    }
  }

  @Test("Silence about the forward pass costs nothing and tells nothing")
  func silence() throws {
    let findings = try Self.grade(
      .affineReLU,
      [
        "affine": { _, _ in throw NotImplemented() },
        "affineBackward": { answer, _ in
          answer.merging(["gradB": .tensor([1])]) { $1 }
        },
      ])
    let gradB = findings.filter { $0.output == "gradB" && $0.verdict == .failed }
    #expect(!gradB.isEmpty && gradB.allSatisfy { $0.triage == nil })
    #expect(findings.contains { $0.output == "gradW" && $0.verdict == .passed })
  }
}

// MARK: - Support

extension TriageTests {
  /// Other numbers in place of the right ones.
  typealias Change = @Sendable ([String: Tensor]) throws -> [String: Tensor]

  static func findings(
    _ assignment: Assignment, _ changes: [String: Change]
  ) throws -> [OutputFinding] {
    try grade(
      assignment,
      changes.mapValues { change in
        { right, _ in
          let changed = try change(right.compactMapValues(\.tensor))
          return right.merging(changed.mapValues { .tensor($0) }) { $1 }
        }
      })
  }

  /// What code alone is found to answer where some questions are answered in another way.
  static func grade(
    _ assignment: Assignment,
    _ changes: [String: @Sendable (Answer, Question) throws -> Answer]
  ) throws -> [OutputFinding] {
    let parts = try Grader(assignment: assignment, seed: .public).grade(
      InProcess { question in
        let right = try assignment.reference(question)
        return try changes[question.name]?(right, question) ?? right
      })
    let code = Set(assignment.checks.filter { $0.medium == .code }.map(\.id))
    return parts.flatMap(\.findings).filter { code.contains($0.check) }.flatMap(\.outputs)
  }

  /// The assignment with some credit for conventions in every part.
  static func crediting(_ assignment: Assignment, _ credit: [String: Ratio]) -> Assignment {
    Assignment(
      id: assignment.id, title: assignment.title, contract: assignment.contract,
      reference: assignment.reference,
      parts: assignment.parts.map {
        Part(
          id: $0.id, title: $0.title, outputs: $0.outputs, checks: $0.checks,
          conventionCredit: credit)
      }, misconceptions: assignment.misconceptions, derivatives: assignment.derivatives)
  }

  /// Remembers what it was asked; a class, because a check borrows it and the test reads it.
  final class Log: Respondent, RespondentSource {
    private(set) var asked: [Question] = []
    private let solution: Solution

    init(_ solution: @escaping Solution) { self.solution = solution }

    func reply(to question: Question) throws -> Reply {
      asked.append(question)
      return .answer(try solution(question))
    }

    func withRespondent<Result>(
      to check: Check, _ body: (any Respondent) throws -> Result
    ) throws -> Result {
      try body(self)
    }
  }
}
