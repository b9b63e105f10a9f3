import Coursework
import Grading

extension PublicCheck {
  /// What students of `momentum-update` check at home: the handout's worked example.
  package static let momentumUpdate = [
    example(
      Question(
        "movingAverageUpdate",
        [
          "w": w, "b": .tensor([0.5, -1]), "v": v, "gradW": gradW, "gradB": .tensor([1, -2]),
          "learningRate": .number(0.125), "momentum": .number(0.75),
        ]),
      gives: [
        "w": .tensor([[0.828125, -2.03125]]), "b": .tensor([0.375, -0.75]),
        "v": .tensor([[1.375, 0.25]]),
      ]),
    example(
      Question(
        "classicUpdate",
        [
          "w": w, "v": v, "gradW": gradW, "learningRate": .number(0.125),
          "momentum": .number(0.75),
        ]), gives: ["w": .tensor([[0.875, -1]]), "v": .tensor([[-0.125, 1]])]),
  ]

  private static let w = Value.tensor([[1, -2]])
  private static let v = Value.tensor([[0.5, 1]])
  private static let gradW = Value.tensor([[4, -2]])
}
