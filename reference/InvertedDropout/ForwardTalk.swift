import Coursework
import Grading

/// All calls of `dropoutForward` in one check, with their answers and what is to be seen in them.
struct ForwardTalk: Sendable {
  /// The calls in order; nil where `out` cannot be read.
  let trials: [DropoutTrial?]
  /// What the masks have in common.
  var habits = MaskHabits()
  private let questions: [Question]
  private let answers: [Answer]

  init(_ questions: [Question], _ answers: [Answer]) throws {
    self.questions = questions
    self.answers = answers
    trials = try zip(questions, answers).map { try DropoutTrial($0, $1) }
  }

  /// The findings for the outputs that earn points: a wrong habit of the masks makes all of them
  /// wrong.
  ///
  /// `problem` says what is wrong with the habits, where no misconception does. How the submission
  /// behaves in the other mode is asked only where something is wrong, to tell mistakes apart.
  mutating func findings(
    _ outputs: [String], _ misconceptions: [Misconception], _ scheme: Assignment,
    _ problem: String?, otherMode: () throws -> MaskHabits.OtherMode
  ) throws -> [OutputFinding] {
    // Where no mask can be read off any answer, there is nothing to say of chance.
    let names = outputs + (trials.contains { $0 != nil } ? MaskHabits.names : [])
    var findings = try agreement(scheme).judge(names, misconceptions: [])
    if findings.contains(where: { $0.verdict != .passed }) {
      habits.otherMode = try otherMode()
      findings = try agreement(scheme).judge(names, misconceptions: misconceptions)
    }
    let wrongHabits = findings.filter {
      MaskHabits.judged.contains($0.output) && $0.verdict != .passed
    }
    let diagnosis = wrongHabits.lazy.compactMap(\.diagnosis).first
    let nearest = wrongHabits.lazy.compactMap(\.nearest).first
    return findings.filter { outputs.contains($0.output) }.map { finding in
      guard !wrongHabits.isEmpty else { return finding }
      // The numbers of an answer that is wrong by its habits alone are right: they prove nothing.
      let evidence = finding.verdict == .passed ? nil : finding.evidence
      return OutputFinding(
        finding.output, verdict: .failed, credit: .zero, problem: finding.problem ?? problem,
        evidence: evidence, diagnosis: finding.diagnosis ?? diagnosis,
        nearest: finding.nearest ?? nearest)
    }
  }

  /// Every answer beside the right one, given what chance did in it.
  private func agreement(_ scheme: Assignment) throws -> Agreement {
    let exchanges = try questions.indices.map { index in
      let question = trials[index]?.conditioned ?? questions[index]
      return Exchange(
        question: question, expected: try scheme.reference(question),
        got: answers[index].merging(habits.answer) { $1 })
    }
    return Agreement(exchanges: exchanges, singlePrecision: .dropout(exchanges))
  }
}
