import Assignments
import Coursework
import Grading

extension Part {
  static let twoLayerTraining = Part(
    id: "training", title: "Training",
    outputs: [
      Output("w1", points: 1), Output("b1", points: 1), Output("w2", points: 1),
      Output("b2", points: 1), Output("losses", points: 2), Output("finalLoss", points: 2),
    ],
    checks: [.firstSteps, .outcome], conventionCredit: [Composition.creditKey: 1])
}

extension Check {
  /// Few steps of a few samples: who follows the rule has the reference's numbers.
  fileprivate static let firstSteps = Check.agrees(
    "training/first-steps", judging: ["w1", "b1", "w2", "b2", "losses"]
  ) { seed in
    // N, D, H, C, eighths of λ, B, iterations; one batch is larger than N.
    [
      [6, 3, 5, 4, 1, 3, 5], [8, 2, 4, 3, 2, 4, 4], [6, 4, 3, 5, 1, 2, 7], [5, 3, 4, 3, 1, 8, 3],
    ]
    .enumerated().map { variant, n in
      var draw = Draw(seed: seed, check: "training/first-steps", variant: variant)
      var inputs = TwoLayerInputs.withLabels(&draw, n, TwoLayerInputs.mseNet)
      inputs["learningRate"] = .number(draw.one(of: [0.0625, 0.09375]))
      inputs["decay"] = .number(draw.one(of: [0.625, 0.75]))
      return trainQuestion(&draw, inputs, batchSize: n[5], iterations: n[6])
    }
  }

  /// A run on classes that lie apart, and what the weights that it returns are worth on its data.
  ///
  /// Right runs end below 0.04, in whatever way batches are drawn, and begin above 0.3.
  fileprivate static let outcome = Check.reaches(
    "training/outcome", "finalLoss", atMost: TwoLayerNetCourseworkReference.finalLossBound,
    readingShapesOf: ["w1", "b1", "w2", "b2"]
  ) { seed in
    // N, D, H, C, eighths of λ, B.
    [[24, 4, 16, 3, 0, 8], [30, 3, 20, 4, 0, 10], [20, 5, 14, 3, 0, 5]].enumerated()
      .map { variant, n in
        var draw = Draw(seed: seed, check: "training/outcome", variant: variant)
        var inputs = TwoLayerInputs.withLabels(&draw, n, TwoLayerInputs.mseNet)
        inputs["x"] = inputs["labels"]?.tensor.map { .tensor(apart($0, n, &draw)) }
        // Small weights and open units: from large ones some runs lose most of their units for ever.
        inputs["w1"] = inputs["w1"]?.tensor.map { .tensor(0.25 * $0) }
        inputs["w2"] = inputs["w2"]?.tensor.map { .tensor(0.5 * $0) }
        inputs["b1"] = .tensor(.full(shape: [n[2]], value: 0.5))
        inputs["learningRate"] = .number(0.0625)
        inputs["decay"] = .number(0.9921875)
        inputs["regularization"] = .number(0x1p-10)
        return trainQuestion(&draw, inputs, batchSize: n[5], iterations: 300)
      }
  } measure: { question, answer in
    var inputs = question.inputs.filter { ["x", "labels"].contains($0.key) }
    for name in ["w1", "b1", "w2", "b2"] { inputs[name] = answer[name] }
    inputs["regularization"] = .number(0)
    let loss = try TwoLayerNetCourseworkReference().answer(Question("mseNetLoss", inputs))
    return loss["loss"]?.tensor?.scalar ?? .nan
  }

  private static func trainQuestion(
    _ draw: inout Draw, _ inputs: [String: Value], batchSize: Int, iterations: Int
  ) -> Question {
    var inputs = inputs
    inputs["batchSize"] = .number(Double(batchSize))
    inputs["iterations"] = .number(Double(iterations))
    inputs["random"] = .randomState(draw.generator())
    return Question("trainMSENet", inputs)
  }

  /// Samples whose classes lie apart: class c is far out along axis c, or opposite to axis c − D.
  private static func apart(_ labels: Tensor, _ n: [Int], _ draw: inout Draw) -> Tensor {
    var x = 0.25 * draw.eighths(n[0], n[1])
    for (i, label) in labels.scalars.enumerated() {
      let axis = Int(label) % n[1]
      x[i, axis] += Int(label) < n[1] ? 2 : -2
    }
    return x
  }
}

extension TwoLayerNetCourseworkReference {
  /// The most that a training run may leave of the loss.
  package static let finalLossBound = 0.125
}
