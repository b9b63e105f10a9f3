import Coursework
import Grading

extension PublicCheck {
  /// What students of `optimizers` check at home: the handout's worked examples.
  package static let optimizers = [
    example(
      Question("sgdUpdate", ["w": w, "gradW": gradW, "learningRate": .number(0.125)]),
      gives: ["w": .tensor([[0.5, -1.75]])]),
    example(
      Question(
        "rmsPropUpdate",
        [
          "w": w, "gradW": gradW, "cache": .tensor([[0, 4]]), "learningRate": .number(0.5),
          "decayRate": .number(0.75), "epsilon": .number(0.5),
        ]), gives: ["w": .tensor([[0.2, -1.6]]), "cache": .tensor([[4, 4]])]),
    example(
      Question(
        "adamUpdate",
        [
          "w": w, "gradW": gradW, "m": .tensor([[0, 0]]), "v": .tensor([[0, 0]]),
          "t": .number(0), "learningRate": .number(0.5), "beta1": .number(0.5),
          "beta2": .number(0.75), "epsilon": .number(1),
        ]),
      gives: [
        "w": .tensor([[0.6, -1.6666666666666667]]), "m": .tensor([[2, -1]]),
        "v": .tensor([[4, 1]]), "t": .number(1),
      ]),
  ]

  private static let w = Value.tensor([[1, -2]])
  private static let gradW = Value.tensor([[4, -2]])
}
