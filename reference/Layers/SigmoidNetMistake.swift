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

  /// A variant under its name in the catalogue of misconceptions; `change` replaces the formulas.
  init(
    _ id: String, in questions: [String], kind: Misconception.Kind = .mistake,
    looksLike: String, why: String, at step: String, onPaper stepOnPaper: String? = nil,
    change: (inout MistakenSigmoidNet) -> Void
  ) {
    self.id = id
    self.kind = kind
    self.questions = questions
    self.looksLike = looksLike
    self.why = why
    self.step = step
    self.stepOnPaper = stepOnPaper ?? step
    var net = MistakenSigmoidNet()
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
      return Misconception(
        id + suffix, of: name, kind: kind,
        looksLike: isSheet ? onPaper(looksLike) : looksLike,
        why: isSheet ? onPaper(why) : why,
        where: isSheet
          ? "your sheet, the step to \(onPaper(stepOnPaper))"
          : "\(name), the line that computes \(step)",
        answer: { [net] question in
          var given = try inputs(question)
          given.own = MistakenSigmoidNet.Own(in: question)
          return answer(net(given), question)
        })
    }
  }

  /// A sentence with the names that the answer sheet uses.
  private func onPaper(_ sentence: String) -> String {
    sentence.replacing("gradW", with: "dW").replacing("gradB", with: "db")
  }
}
