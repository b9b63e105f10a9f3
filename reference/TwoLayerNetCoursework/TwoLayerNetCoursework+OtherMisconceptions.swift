import Coursework
import Grading

// Mistakes where nothing is learnt: at the beginning and at the end.
extension TwoLayerNetCourseworkReference {
  // MARK: - Initial weights

  static let initialMisconceptions: [Misconception] = [
    initial(
      "IN1", "the scale is missing: your weights are normal numbers as they are drawn",
      why: "multiply what randn draws by the scale"
    ) { start, random in
      ["w1": random.randn(shape: start.shape1), "w2": random.randn(shape: start.shape2)]
    },
    initial(
      "IN2", "the scale is squared: your standard deviation is its square",
      why: "the scale is the standard deviation itself, not its root"
    ) { start, random in
      [
        "w1": start.scale * start.scale * random.randn(shape: start.shape1),
        "w2": start.scale * start.scale * random.randn(shape: start.shape2),
      ]
    },
    initial(
      "IN3", "your biases are drawn like the weights; they must be 0",
      why: "only weights need chance, which makes the units differ"
    ) { start, random in
      let w1 = start.scale * random.randn(shape: start.shape1)
      let b1 = start.scale * random.randn(shape: [start.shape1[1]])
      let w2 = start.scale * random.randn(shape: start.shape2)
      return ["w1": w1, "b1": b1, "w2": w2, "b2": start.scale * random.randn(start.shape2[1])]
    },
    initial(
      "IN4", "your weights come from an even spread between 0 and the scale",
      why: "normal numbers have both signs: randn draws them, rand does not"
    ) { start, random in
      [
        "w1": start.scale * random.rand(shape: start.shape1),
        "w2": start.scale * random.rand(shape: start.shape2),
      ]
    },
    initial(
      "IN5", "w2 is drawn before w1",
      why: "the order decides which numbers each of them gets: w1 comes first"
    ) { start, random in
      let w2 = start.scale * random.randn(shape: start.shape2)
      return ["w1": start.scale * random.randn(shape: start.shape1), "w2": w2]
    },
    initial(
      "IN6", "all your weights are 0",
      why: "units that begin alike stay alike: draw their weights by chance"
    ) { start, _ in ["w1": .zeros(shape: start.shape1), "w2": .zeros(shape: start.shape2)] },
    initial(
      "IN7", "your weights are divided by the root of the number of inputs of their layer",
      why: "that is another rule; here the standard deviation is the scale for both layers"
    ) { start, random in
      let roots = [start.shape1[0], start.shape2[0]].map { Double($0).squareRoot() }
      return [
        "w1": start.scale / roots[0] * random.randn(shape: start.shape1),
        "w2": start.scale / roots[1] * random.randn(shape: start.shape2),
      ]
    },
    initial(
      "IN8", "your weights are the transposes of the right ones",
      why: "w1 is (D, H), w2 (H, C): rows belong to what comes in"
    ) { start, random in
      [
        "w1": (start.scale * random.randn(shape: start.shape1)).transposed(),
        "w2": (start.scale * random.randn(shape: start.shape2)).transposed(),
      ]
    },
  ]

  /// What initial weights are made for.
  private struct Start: Sendable {
    let shape1, shape2: [Int]
    let scale: Double
  }

  private static func initial(
    _ id: String, _ looksLike: String, why: String,
    changes: @escaping @Sendable (Start, inout RandomState) -> [String: Tensor]
  ) -> Misconception {
    let weights = WrongVariants(
      question: "initialWeights", reference: { try TwoLayerNetCourseworkReference().answer($0) }
    ) { $0 }
    return weights.mistake(id, looksLike, why: why, where: "the lines that draw the weights") {
      var random = try $0.randomState("random")
      let hidden = try $0.wholeNumber("hidden")
      let start = Start(
        shape1: [try $0.wholeNumber("inputs"), hidden],
        shape2: [hidden, try $0.wholeNumber("classes")], scale: try $0.number("scale"))
      return changes(start, &random)
    }
  }

  // MARK: - Prediction

  static let predictionMisconceptions: [Misconception] = [
    predicting(
      "PR1", "you take the class with the lowest score",
      why: "the net learns to give the right class the highest score"
    ) { Self.best(-$0.scores) },
    predicting(
      "PR2", "you look for the highest score down the columns, over the batch",
      why: "each sample, a row, needs a label of its own: look along axis 1"
    ) { Self.best($0.scores.transposed()) },
    predicting(
      "PR3", "your labels begin at 1",
      why: "the class in column 0 has the label 0"
    ) { Self.best($0.scores) + 1 },
    predicting(
      "PR4", "you look for the largest hidden unit, not for the highest score",
      why: "the scores are h·W2ᵀ + b2, with one column a class"
    ) { Self.best($0.z.maximum(0)) },
    predicting(
      "PR5", "the ReLU is missing in the scores that you compare",
      why: "use the scores of the net: h = max(0, z) comes before the second layer"
    ) { Self.best($0.scores(hidden: $0.z)) },
    predicting(
      "PR6", "the bias b2 is missing in the scores that you compare",
      why: "use the scores of the net: b2 is added to every row"
    ) { Self.best($0.scores - $0.b2) },
    predicting(
      "PR7", "the bias b1 is missing in the scores that you compare",
      why: "use the scores of the net: b1 is added before the ReLU"
    ) { Self.best($0.scores(hidden: $0.x.matmul($0.w1).maximum(0))) },
    predicting(
      "PR8", "you compare the magnitudes of the scores",
      why: "a score far below 0 speaks against its class"
    ) { Self.best($0.scores.abs()) },
    predicting(
      "PR9", "you return the highest score itself; its place is the label",
      why: "the label is the number of the column in which the highest score stands"
    ) { $0.scores.max(axis: 1) },
  ]

  private static func best(_ scores: Tensor) -> Tensor {
    Tensor(scores.argmax(axis: 1).map(Double.init))
  }

  private static func predicting(
    _ id: String, _ looksLike: String, why: String,
    labels: @escaping @Sendable (TwoLayerNet<Tensor>) -> Tensor
  ) -> Misconception {
    let prediction = WrongVariants(
      question: "predict", reference: { try TwoLayerNetCourseworkReference().answer($0) }
    ) { try TwoLayerNet($0).turned }
    return prediction.mistake(id, looksLike, why: why, where: "the lines that choose the label") {
      ["labels": labels($0)]
    }
  }
}
