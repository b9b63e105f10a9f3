import Assignments
import Coursework
import Grading

extension Check {
  /// Train mode: `out` and `mask` are judged given which entries the submission kept, and which it
  /// kept is judged as chance.
  ///
  /// Any use of chance is right, whatever the order of the draws, the comparison or the generator,
  /// so there is no one right mask. The inputs hold no zeros: what `out` kept is read off it, out
  /// must be x/p there, and mask 1/p. What is left is chance (see ``MaskHabits``), and is judged by
  /// tests that a right answer fails with a probability of at most 1e-9 each. With the generator of
  /// the question a submission gives the same answer every time; with a generator of its own the
  /// masks differ from run to run, and only that error separates its verdict from certainty.
  static func dropsOut(_ id: String, _ calls: [DropoutCall]) -> Check {
    let outputs = ["out", "mask"]
    return Check(
      id: id, outputs: outputs, questions: { DropoutCall.questions(calls, .train, id, $0) }
    ) { questions, student, scheme in
      let (answers, silence) = try student.answers(to: questions)
      if let silence { return Finding(check: id, outputs: outputs, silence: silence) }
      let misconceptions =
        scheme.misconceptions + InvertedDropoutReference.generatorMisconceptions
      var talk = try ForwardTalk(questions, answers)
      // One output that cannot be read leaves nothing to be said of chance.
      let trials = talk.trials.compactMap { $0 }
      if trials.count == questions.count { talk.habits = MaskHabits(of: trials) }
      return Finding(
        check: id,
        outputs: try talk.findings(outputs, misconceptions, scheme, talk.habits.problem) {
          try MaskHabits.OtherMode(inTestModeOf: student, questions[0])
        })
    }
  }

  /// Test mode: `out` is x.
  static func passesThrough(_ id: String, _ calls: [DropoutCall]) -> Check {
    let outputs = ["out"]
    return Check(
      id: id, outputs: outputs, questions: { DropoutCall.questions(calls, .test, id, $0) }
    ) { questions, student, scheme in
      let (answers, silence) = try student.answers(to: questions)
      if let silence { return Finding(check: id, outputs: outputs, silence: silence) }
      var talk = try ForwardTalk(questions, answers)
      // The right share in test mode is everything.
      let drops = talk.trials.contains { $0.map { $0.keptCount < $0.count } ?? false }
      if drops { talk.habits.rate = .other }
      let problem = drops ? "entries are dropped in test mode" : nil
      return Finding(
        check: id,
        outputs: try talk.findings(outputs, scheme.misconceptions, scheme, problem) {
          try MaskHabits.OtherMode(inTrainModeOf: student, questions[questions.count - 1])
        })
    }
  }
}

extension Respondent {
  /// The answers to all questions, or to those before the first silence.
  func answers(to questions: [Question]) throws -> (answers: [Answer], silence: Silence?) {
    var answers: [Answer] = []
    for question in questions {
      switch try reply(to: question) {
      case .answer(let answer, _, _): answers.append(answer)
      case .silence(let silence): return (answers, silence)
      }
    }
    return (answers, nil)
  }
}
