import Coursework
import Grading

extension AffineReLUReference {
  /// Both layers in one, made of the four methods for each.
  static let compositions: [Composition] = [
    Composition("affineReLU", of: ["affine", "relu"]) { question, ask in
      let z = try ask("y", affineQuestion(question))
      return ["h": .tensor(try ask("h", Question("relu", ["z": .tensor(z)])))]
    },
    Composition(
      "affineReLUBackward", of: ["affine", "reluBackward", "affineBackward"]
    ) { question, ask in
      let gradH = try question.tensor("gradH")
      let z = try ask("y", affineQuestion(question))
      let gradZ = try ask(
        "gradZ", Question("reluBackward", ["gradH": .tensor(gradH), "z": .tensor(z)]))
      let affineBackward = Question(
        "affineBackward",
        [
          "gradY": .tensor(gradZ), "h": .tensor(try question.tensor("x")),
          "w": .tensor(try question.tensor("w")),
        ])
      return [
        "gradX": .tensor(try ask("gradH", affineBackward)),
        "gradW": .tensor(try ask("gradW", affineBackward)),
        "gradB": .tensor(try ask("gradB", affineBackward)),
      ]
    },
  ]

  /// The affine layer inside the question about both.
  @Sendable private static func affineQuestion(_ question: Question) -> Question {
    Question("affine", question.inputs.filter { ["x", "w", "b"].contains($0.key) })
  }
}
