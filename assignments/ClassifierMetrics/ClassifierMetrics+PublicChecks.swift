import Coursework
import Grading

extension PublicCheck {
  /// What students of `classifier-metrics` check at home: the handout's worked examples.
  package static let classifierMetrics =
    ofOutputs + [matrix, matrixOfEmpty, report, reportOfEmpty, ranking, wholeRanking]

  private static let outputs = Value.tensor([[1, 3], [2, 0.5], [0.5, 1.5], [3, 1]])

  private static let ofOutputs: [PublicCheck] = [
    example(
      Question("accuracy", ["outputs": outputs, "labels": .tensor([1, 1, 1, 0])]),
      gives: ["accuracy": .number(0.75)]),
    example(
      Question("classProbability", ["outputs": outputs, "index": .number(0)]),
      gives: ["probability": .tensor([0.25, 0.8, 0.25, 0.75])]),
  ]

  // MARK: - Classes

  private static let matrix = example(
    sixSamples("confusionMatrix", classes: 3),
    gives: [
      "counts": .tensor([[2, 1, 0], [0, 1, 1], [0, 0, 1]]),
      "shares": .tensor(Tensor([[2.0 / 3, 1.0 / 3, 0], [0, 0.5, 0.5], [0, 0, 1]])),
    ])

  private static let report = example(
    sixSamples("classificationReport", classes: 3),
    gives: [
      "precision": .tensor([1, 0.5, 0.5]), "recall": .tensor(Tensor([2.0 / 3, 0.5, 1])),
      "f1": .tensor(Tensor([0.8, 0.5, 2.0 / 3])), "support": .tensor([3, 2, 1]),
      "weightedPrecision": .number(0.75), "weightedRecall": .number(2.0 / 3),
      "weightedF1": .number(61.0 / 90),
    ])

  // The same samples beside a class that has none: who divides 0 by 0 has understood the rest.

  private static let matrixOfEmpty = example(
    sixSamples("confusionMatrix", classes: 4), called: "empty-class",
    gives: [
      "counts": .tensor([[2, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0], [0, 0, 0, 0]]),
      "shares": .tensor(
        Tensor([[2.0 / 3, 1.0 / 3, 0, 0], [0, 0.5, 0.5, 0], [0, 0, 1, 0], [0, 0, 0, 0]])),
    ]
  ).made(of: [matrix])

  private static let reportOfEmpty = example(
    sixSamples("classificationReport", classes: 4), called: "empty-class",
    gives: [
      "precision": .tensor([1, 0.5, 0.5, 0]), "recall": .tensor(Tensor([2.0 / 3, 0.5, 1, 0])),
      "f1": .tensor(Tensor([0.8, 0.5, 2.0 / 3, 0])), "support": .tensor([3, 2, 1, 0]),
      "weightedPrecision": .number(0.75), "weightedRecall": .number(2.0 / 3),
      "weightedF1": .number(61.0 / 90),
    ]
  ).made(of: [report])

  private static func sixSamples(_ question: String, classes: Double) -> Question {
    Question(
      question,
      [
        "labels": .tensor([0, 0, 0, 1, 1, 2]), "predictions": .tensor([0, 0, 1, 1, 2, 2]),
        "classes": .number(classes),
      ])
  }

  // MARK: - Errors

  private static let ranking = example(
    rankErrors(atMost: 2), gives: ["samples": .tensor([2, 1]), "deltas": .tensor([0.3, 0.75])])

  private static let wholeRanking = example(
    rankErrors(atMost: 9), called: "all",
    gives: ["samples": .tensor([3, 2, 1]), "deltas": .tensor([0.1, 0.3, 0.75])]
  ).made(of: [ranking])

  private static func rankErrors(atMost count: Double) -> Question {
    Question(
      "rankErrors",
      [
        "probabilities": .tensor([
          [0.5, 0.3, 0.2], [0.15, 0.8, 0.05], [0.6, 0.3, 0.1], [0.2, 0.35, 0.45],
        ]),
        "labels": .tensor([0, 2, 1, 1]), "count": .number(count),
      ])
  }
}
