import Assignments
import Coursework
import Grading

extension Assignment {
  /// Flattening, scaling, one-hot and splits by chance: 30 points.
  package static let dataPreparation = Assignment(
    id: "data-preparation", title: "Preparing data", contract: "DataPreparation",
    reference: { try DataPreparationReference().answer($0) },
    formula: DataPreparationFormula(),
    parts: [
      .flatten, .minMax, .minMaxConstant, .standardize, .standardizeConstant, .meanImage, .oneHot,
      .split, .stratified,
    ],
    misconceptions: DataPreparationReference.shapeMisconceptions
      + DataPreparationReference.minMaxMisconceptions
      + DataPreparationReference.standardizeMisconceptions
      + DataPreparationReference.meanImageMisconceptions
      + DataPreparationReference.splitMisconceptions
      + DataPreparationReference.stratifiedMisconceptions,
    alternatives: DataPreparationReference.alternatives,
    publicChecks: PublicCheck.dataPreparation)
}

// MARK: - Parts

extension Part {
  fileprivate static let flatten = Part(
    id: "flatten", title: "Flattening", outputs: [Output("rows", points: 2)],
    checks: [
      .agrees(
        "flatten/values", judging: ["rows"],
        sizes: [[5, 2, 3, 4], [4, 3, 2, 3], [3, 4, 4, 2], [6, 2, 2, 3]]
      ) { draw, n in
        Question("flattened", ["images": .tensor(draw.eighths(n[0], n[1], n[2], n[3]))])
      }
    ])

  fileprivate static let minMax = Part(
    id: "min-max", title: "Min-max scaling",
    outputs: [Output("train", points: 2), Output("test", points: 2)],
    checks: [.scales("min-max/values", "minMaxScaled")])

  /// A part of its own: who divides by 0 has understood the rest, and loses these points alone.
  fileprivate static let minMaxConstant = Part(
    id: "min-max-constant", title: "Min-max scaling of constant columns",
    outputs: [Output("train", points: 1), Output("test", points: 1)],
    checks: [.scalesConstants("min-max-constant/values", "minMaxScaled")])

  fileprivate static let standardize = Part(
    id: "standardize", title: "Standardizing",
    outputs: [Output("train", points: 2), Output("test", points: 2)],
    checks: [.scales("standardize/values", "standardized")])

  fileprivate static let standardizeConstant = Part(
    id: "standardize-constant", title: "Standardizing of constant columns",
    outputs: [Output("train", points: 1), Output("test", points: 1)],
    checks: [.scalesConstants("standardize-constant/values", "standardized")])

  fileprivate static let meanImage = Part(
    id: "mean-image", title: "Subtracting the mean image",
    outputs: [Output("train", points: 1), Output("test", points: 2)],
    checks: [.scales("mean-image/values", "meanSubtracted")])

  fileprivate static let oneHot = Part(
    id: "one-hot", title: "One-hot labels", outputs: [Output("rows", points: 3)],
    checks: [
      // As many classes as the second size says, and so many of them without samples.
      .agrees(
        "one-hot/values", judging: ["rows"],
        sizes: [[7, 4, 0], [9, 6, 1], [5, 5, 0], [8, 3, 0], [6, 7, 2]]
      ) { draw, n in
        let present = max(1, n[1] - n[2])
        var labels = (0..<n[0]).map { _ in draw.one(of: Array(0..<present)) }
        // Neither the first label nor the largest is always the same.
        if n[0] > 3 { (labels[1], labels[2]) = (present - 1, present / 2) }
        return Question(
          "oneHot",
          [
            "labels": .tensor(Tensor(labels.map(Double.init))), "classes": .number(Double(n[1])),
          ])
      }
    ])

  fileprivate static let split = Part(
    id: "split", title: "Split by chance",
    outputs: [Output("validation", points: 2), Output("train", points: 2)],
    checks: [
      .agrees("split/values", judging: ["validation", "train"]) { seed in
        [[13, 2], [22, 3], [40, 5], [9, 1], [17, 2]].enumerated().map { variant, n in
          var draw = Draw(seed: seed, check: "split/values", variant: variant)
          return Question(
            "split",
            [
              "count": .number(Double(n[0])), "fraction": .number(Double(n[1]) / 8),
              "random": .randomState(draw.generator()),
            ])
        }
      }
    ],
    conventionCredit: ["SP6": 1])

  fileprivate static let stratified = Part(
    id: "stratified", title: "Stratified split by chance",
    outputs: [Output("validation", points: 3), Output("train", points: 3)],
    checks: [.splitsByClass("stratified/shares")])
}

// MARK: - Questions

extension Check {
  /// Asks to scale sets whose columns all differ, in place and in width.
  ///
  /// Not with small numbers, of which a column may be constant: that is a question of its own.
  fileprivate static func scales(_ id: String, _ question: String) -> Check {
    .agrees(id, judging: ["train", "test"]) { seed in
      [[5, 3, 4], [7, 2, 3], [4, 4, 4], [6, 5, 3], [6, 5, 3]].enumerated().map { variant, n in
        var draw = Draw(seed: seed, check: id, variant: variant)
        // The test set lies beyond the training set on either side.
        return Question(
          question,
          [
            "train": .tensor(draw.eighths(n[0], n[1])),
            "test": .tensor(1.5 * draw.eighths(n[2], n[1])),
          ])
      }
    }
  }

  /// The same with columns that are constant in the training set.
  ///
  /// The number of samples is a power of two, so that the mean of equal numbers is exactly that
  /// number, and their deviation 0, however it is calculated.
  fileprivate static func scalesConstants(_ id: String, _ question: String) -> Check {
    .agrees(id, judging: ["train", "test"]) { seed in
      [[8, 3, 5], [4, 5, 3], [4, 4, 4], [8, 2, 6]].enumerated().map { variant, n in
        var draw = Draw(seed: seed, check: id, variant: variant)
        var train = draw.eighths(n[0], n[1])
        let column = draw.one(of: Array(0..<n[1]))
        for i in 1..<n[0] { train[i, column] = train[0, column] }
        return Question(
          question, ["train": .tensor(train), "test": .tensor(1.5 * draw.eighths(n[2], n[1]))])
      }
    }
  }
}
