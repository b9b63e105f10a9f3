import Assignments
import Coursework
import Grading

extension Check {
  /// Train mode backwards: `gradX = gradOut · mask`.
  ///
  /// First with masks as the handout has them, which needs no forward pass of the submission: a
  /// wrong one, or none, costs nothing here. Where that fails, with the masks that the submission
  /// makes itself (see ``OwnMaskTurn``).
  static func dropsGradients(_ id: String, _ calls: [DropoutCall]) -> Check {
    Check(
      id: id, outputs: ["gradX"],
      questions: { seed in
        DropoutCall.backwardQuestions(calls, .train, id, seed)
          + DropoutCall.questionsWithZeros(calls, id, seed)
      }
    ) { questions, student, scheme in
      let backward = questions.filter { $0.name == "dropoutBackward" }
      let forward = questions.filter { $0.name == "dropoutForward" }
      var finding = try gradients(id, backward, student, scheme)
      guard finding.verdict == .failed else { return finding }
      let turns = try zip(forward, backward).compactMap { try OwnMaskTurn(of: student, $0, $1) }
      guard turns.count == backward.count else { return finding }
      if turns.allSatisfy(\.isRight) {
        finding = Finding(
          check: id, outputs: [OutputFinding("gradX", verdict: .passed, credit: .one)])
      } else if finding.outputs.contains(where: { $0.diagnosis == nil }) {
        let remembered = try Agreement(exchanges: turns.map(\.exchange)).judge(
          ["gradX"], misconceptions: InvertedDropoutReference.rememberingMisconceptions)
        finding.outputs[0].diagnosis = remembered.first?.diagnosis
      }
      return finding
    }
  }

  /// Test mode backwards: `gradX = gradOut`, whatever the mask holds.
  static func passesGradients(_ id: String, _ calls: [DropoutCall]) -> Check {
    Check(
      id: id, outputs: ["gradX"],
      questions: { DropoutCall.backwardQuestions(calls, .test, id, $0) }
    ) { questions, student, scheme in
      try gradients(id, questions, student, scheme)
    }
  }

  /// Compares gradX with the reference's, and recognises a mask that is drawn anew.
  private static func gradients(
    _ id: String, _ questions: [Question], _ student: any Respondent, _ scheme: Assignment
  ) throws -> Finding {
    let (answers, silence) = try student.answers(to: questions)
    if let silence { return Finding(check: id, outputs: ["gradX"], silence: silence) }
    let kept = try zip(questions, answers).map { try $0.entriesKept(by: $1) }
    let areDrawn = try zip(questions, kept).allSatisfy { try $0.couldDraw($1) }
    let exchanges = try zip(questions, answers).enumerated().map { index, turn in
      let (question, got) = turn
      let chance: [String: Value] =
        areDrawn ? ["kept": .tensor(kept[index] ?? Tensor(0))] : [:]
      return Exchange(
        question: Question(question.name, question.inputs.merging(chance) { $1 }),
        expected: try scheme.reference(question), got: got)
    }
    return Finding(
      check: id,
      outputs: try Agreement(exchanges: exchanges, singlePrecision: .dropout(exchanges))
        .judge(["gradX"], misconceptions: scheme.misconceptions))
  }
}

extension Question {
  /// 1 where gradX is not 0, else 0; where gradOut is 0 it cannot be seen, and the mask is
  /// believed.
  fileprivate func entriesKept(by answer: Answer) throws -> Tensor? {
    let (gradOut, mask) = (try tensor("gradOut"), try tensor("mask"))
    guard let gradX = answer["gradX"]?.tensor, gradX.shape == gradOut.shape else { return nil }
    let isHidden = gradOut .== 0
    return (gradX .!= 0) * (1 - isHidden) + (mask .!= 0) * isHidden
  }

  /// Whether these entries may be kept by a mask of its own: all, none, or just those that the mask
  /// drops are other mistakes.
  fileprivate func couldDraw(_ kept: Tensor?) throws -> Bool {
    guard let kept, Set(kept.scalars).count == 2 else { return false }
    let gradOut = try tensor("gradOut")
    return kept * gradOut != (try tensor("mask") .== 0) * gradOut
  }
}

// MARK: - Questions

extension DropoutCall {
  /// Gradients and masks as a right forward pass makes them.
  ///
  /// Every mask both keeps and drops. In the second question gradOut has zeros, also where the mask
  /// keeps: a zero there says nothing about the mask.
  fileprivate static func backwardQuestions(
    _ calls: [DropoutCall], _ mode: DropoutMode, _ id: String, _ seed: Seed
  ) -> [Question] {
    calls.enumerated().map { variant, call in
      var draw = Draw(seed: seed, check: id, variant: variant)
      var random = draw.generator()
      let p = call.keepProbability
      var gradOut = draw.eighths(call.shape[0], call.shape[1])
      let mask = Dropout.mask(shape: call.shape, keepProbability: p, random: &random)
        .beginning(with: [1 / p, 0, 1 / p])
      if variant == 1 {
        gradOut = (gradOut * draw.bits(call.shape[0], call.shape[1]))
          .beginning(with: [0, 1.5, -0.75])
      }
      return Question(
        "dropoutBackward",
        [
          "gradOut": .tensor(gradOut), "mask": .tensor(mask), "keepProbability": .number(p),
          "mode": .text(mode.rawValue),
        ])
    }
  }

  /// Forward passes for the same sizes, some of whose inputs are 0.
  ///
  /// A mask that is inferred from the zeros of out is wrong there.
  fileprivate static func questionsWithZeros(
    _ calls: [DropoutCall], _ id: String, _ seed: Seed
  ) -> [Question] {
    questions(calls, .train, id + "/own-masks", seed).enumerated().map { variant, question in
      var draw = Draw(seed: seed, check: id + "/zeros", variant: variant)
      let shape = calls[variant].shape
      let zeros = 1 - draw.bits(shape[0], shape[1]) * draw.bits(shape[0], shape[1])
      let x = question.inputs["x"]?.tensor ?? .zeros(shape: shape)
      return Question(question.name, question.inputs.merging(["x": .tensor(x * zeros)]) { $1 })
    }
  }
}

extension Tensor {
  /// The same with these numbers in place of its first ones.
  fileprivate func beginning(with first: [Double]) -> Tensor {
    Tensor(shape: shape, scalars: first + scalars.dropFirst(first.count))
  }
}
