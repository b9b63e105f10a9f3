import Coursework
import Grading

/// One known-wrong variant of a sigmoid network, for every question whose answer it changes.
struct SigmoidNetMistake: Sendable {
  /// The sentences are written for code; on paper `gradW1` is called `dW1`.
  let id: String
  let kind: Misconception.Kind
  let questions: [String]
  let looksLike: String
  let why: String
  /// The quantity whose line is wrong.
  let step: String
  /// The step on paper, such as `σ′(z2)`.
  let stepOnPaper: String
  let net: MistakenSigmoidNet

  /// A variant under its name in the catalogue of misconceptions; `change` replaces formulas of the
  /// right network, which is `base`.
  init(
    _ id: String, in questions: [String], kind: Misconception.Kind = .mistake,
    looksLike: String, why: String, at step: String, onPaper stepOnPaper: String? = nil,
    of base: MistakenSigmoidNet = MistakenSigmoidNet(), change: (inout MistakenSigmoidNet) -> Void
  ) {
    self.id = id
    self.kind = kind
    self.questions = questions
    self.looksLike = looksLike
    self.why = why
    self.step = step
    self.stepOnPaper = stepOnPaper ?? step
    var net = base
    change(&net)
    self.net = net
  }

  /// The variant as a misconception of each of its questions.
  ///
  /// - Parameters:
  ///   - inputs: The network's inputs from a question.
  ///   - answer: The answer to a question from the network's results.
  /// - Returns: One for each question, in order.
  func misconceptions(
    inputs: @escaping @Sendable (Question) throws -> MistakenSigmoidNet.Inputs,
    answer: @escaping @Sendable (MistakenSigmoidNet.Results, Question) -> Answer
  ) -> [Misconception] {
    questions.enumerated().map { position, name in
      let isSheet = name == Check.worksheetQuestion
      // The first question has the catalogue's own name: names are unique within an assignment.
      let suffix = position == 0 ? "" : isSheet ? "-sheet" : "-backward"
      return misconception(suffix, of: name, inputs, answer)
    }
  }

  /// The variant as a misconception of a sheet, whichever questions it is one of.
  func onSheet(
    inputs: @escaping @Sendable (Question) throws -> MistakenSigmoidNet.Inputs,
    answer: @escaping @Sendable (MistakenSigmoidNet.Results, Question) -> Answer
  ) -> Misconception {
    misconception("-sheet", of: Check.worksheetQuestion, inputs, answer)
  }

  private func misconception(
    _ suffix: String, of question: String,
    _ inputs: @escaping @Sendable (Question) throws -> MistakenSigmoidNet.Inputs,
    _ answer: @escaping @Sendable (MistakenSigmoidNet.Results, Question) -> Answer
  ) -> Misconception {
    let isSheet = question == Check.worksheetQuestion
    return Misconception(
      id + suffix, of: question, kind: kind,
      looksLike: isSheet ? onPaper(looksLike) : looksLike,
      why: isSheet ? onPaper(why) : why,
      where: isSheet
        ? "your sheet, the step to \(onPaper(stepOnPaper))"
        : "\(question), the line that computes \(step)",
      answer: { [net] question in
        var given = try inputs(question)
        given.own = MistakenSigmoidNet.Own(in: question, samples: given.x.shape[0])
        return answer(net(given), question)
      })
  }

  /// A sentence with the names that the answer sheet uses.
  private func onPaper(_ sentence: String) -> String {
    sentence.replacing("gradW", with: "dW").replacing("gradB", with: "db")
  }
}
