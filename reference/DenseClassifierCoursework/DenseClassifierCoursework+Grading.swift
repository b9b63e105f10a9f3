import Assignments
import Coursework
import Grading

extension Assignment {
  /// A dense classifier as Keras trains it: 51 points.
  package static let denseClassifier = Assignment(
    id: "dense-classifier", title: "A dense classifier as Keras trains it",
    contract: "DenseClassifierCoursework",
    reference: { try DenseClassifierCourseworkReference().answer($0) },
    formula: DenseClassifierCourseworkFormula(),
    parts: [
      .forward, .counts, .dropout, .gradients, .evaluation, .adam, .stopping, .steps,
    ],
    misconceptions: DenseClassifierCourseworkReference.misconceptions,
    alternatives: DenseClassifierCourseworkReference.alternatives,
    compositions: DenseClassifierCourseworkReference.compositions,
    derivatives: Derivative.denseClassifier, publicChecks: PublicCheck.denseClassifierCoursework)
}

extension DenseClassifierCourseworkReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    forwardMisconceptions + countMisconceptions + dropoutMisconceptions + gradientMisconceptions
    + evaluationMisconceptions + adamMisconceptions + stoppingMisconceptions + stepMisconceptions
}

// MARK: - Parts

extension Part {
  fileprivate static let forward = Part(
    id: "network", title: "Forward pass",
    outputs: [
      Output("hidden1", points: 2), Output("hidden2", points: 2),
      Output("probabilities", points: 3),
    ],
    checks: [
      .drawn("network/values", judging: ["hidden1", "hidden2", "probabilities"], nets) {
        draw, n in
        let inputs = Question.denseSet(&draw, n)
        return Question("forward", inputs.filter { $0.key != "labels" })
      }
    ])

  fileprivate static let counts = Part(
    id: "counts", title: "Number of parameters",
    outputs: [Output("layers", points: 2), Output("total", points: 1)],
    checks: [
      .drawn("counts/values", judging: ["layers", "total"], [[4], [3], [5], [4], [6]]) { draw, n in
        let sizes = (0..<n[0]).map { _ in Double(draw.one(of: Array(3..<60))) }
        return Question("parameterCounts", ["sizes": .tensor(Tensor(sizes))])
      }
    ])

  fileprivate static let dropout = Part(
    id: "dropout", title: "Dropout by rate",
    outputs: [Output("out", points: 2), Output("mask", points: 3)],
    checks: [
      .agrees(
        "dropout/values", judging: ["out", "mask"],
        sizes: [[5, 4, 2], [4, 7, 3], [6, 6, 5], [7, 5, 1], [5, 8, 6]]
      ) { draw, n in
        // Never the rate itself, which is in eighths.
        let uniforms = (0..<n[0] * n[1]).map { _ in draw.one(of: oddParts) }
        return Question(
          "dropout",
          [
            "h": .tensor(draw.eighths(n[0], n[1])), "rate": .number(Double(n[2]) / 8),
            "uniforms": .tensor(Tensor(shape: [n[0], n[1]], scalars: uniforms)),
          ])
      }
    ],
    conventionCredit: ["KD2": 1])

  fileprivate static let gradients = Part(
    id: "gradients", title: "Loss and gradients",
    outputs: [
      Output("loss", points: 3), Output("gradW1", points: 3), Output("gradB1", points: 2),
      Output("gradW2", points: 3), Output("gradB2", points: 2), Output("gradW3", points: 2),
      Output("gradB3", points: 1),
    ],
    checks: [
      .drawn(
        "gradients/values",
        judging: ["loss", "gradW1", "gradB1", "gradW2", "gradB2", "gradW3", "gradB3"], nets,
        question: Question.denseBatch)
    ])

  fileprivate static let evaluation = Part(
    id: "evaluation", title: "Evaluation",
    outputs: [Output("loss", points: 3), Output("accuracy", points: 1)],
    checks: [
      .drawn("evaluation/values", judging: ["loss", "accuracy"], nets) { draw, n in
        var inputs = Question.denseSet(&draw, n)
        inputs["regularization"] = .number(Double(n[5]) / 8)
        return Question("evaluate", inputs).withHits
      }
    ],
    // Who has another forward pass has lost the points for it there.
    conventionCredit: [Composition.creditKey: 1])

  fileprivate static let adam = Part(
    id: "adam", title: "Adam as Keras has it",
    outputs: [
      Output("w", points: 4), Output("m", points: 1), Output("v", points: 1),
      Output("t", points: 1),
    ],
    checks: [
      .agrees(
        "adam/values", judging: ["w", "m", "v", "t"],
        sizes: [[5, 3, 1, 2], [4, 6, 2, 5], [4, 4, 3, 3], [3, 5, 0, 9], [6, 2, 1, 1]]
      ) { draw, n in
        .adam(
          &draw, n, m: draw.eighths(n[0], n[1]), v: draw.eighths(n[0], n[1]).squared() + 2.5)
      },
      .drawn(
        "adam/from-rest", judging: ["w", "m", "v", "t"],
        [[3, 5, 1, 0], [5, 2, 2, 0], [4, 4, 3, 0], [3, 6, 2, 0]]
      ) { draw, n in .adam(&draw, n, m: .zeros(n[0], n[1]), v: .zeros(n[0], n[1])) },
    ])

  fileprivate static let stopping = Part(
    id: "stopping", title: "Early stopping",
    outputs: [
      Output("stopped", points: 3), Output("best", points: 2), Output("restored", points: 1),
    ],
    checks: [
      .agrees("stopping/values", judging: ["stopped", "best", "restored"]) {
        TrainingCourse.questions("stopping/values", $0)
      }
    ])

  fileprivate static let steps = Part(
    id: "steps", title: "Steps of an epoch",
    outputs: [Output("train", points: 2), Output("validation", points: 1)],
    checks: [
      .agrees("steps/values", judging: ["train", "validation"]) {
        BatchCount.questions("steps/values", $0)
      }
    ])
}

/// N, D, H1, H2, C and λ in eighths; N is never 1, 2 or C, and once everything is as wide.
private let nets = [
  [5, 3, 4, 2, 6, 3], [4, 2, 3, 4, 3, 5], [4, 4, 4, 4, 4, 2], [7, 3, 2, 4, 5, 6],
]

/// The odd multiples of 1/32 below 1.
private let oddParts = (0..<16).map { Double(2 * $0 + 1) / 32 }

extension Check {
  /// Questions of these sizes without small ones, which would show little of a whole net.
  fileprivate static func drawn(
    _ id: String, judging outputs: [String], _ sizes: [[Int]],
    question: @escaping @Sendable (inout Draw, [Int]) -> Question
  ) -> Check {
    .agrees(id, judging: outputs) { seed in
      // Two of one size at the end, where what is kept between calls would show.
      (sizes + sizes.suffix(1)).enumerated().map { variant, n in
        var draw = Draw(seed: seed, check: id, variant: variant)
        return question(&draw, n)
      }
    }
  }
}

extension Question {
  /// The same with labels of which one is a hit and one is none.
  fileprivate var withHits: Question {
    guard let x = inputs["x"]?.tensor, var labels = inputs["labels"]?.tensor,
      let net = try? ClassifierNet({ try tensor($0) })
    else { return self }
    let scores = net.forward(x).scores
    let predictions = scores.argmax(axis: 1)
    labels[0] = Double(predictions[0])
    labels[1] = Double((predictions[1] + 1) % scores.shape[1])
    return Question(name, inputs.merging(["labels": .tensor(labels)]) { $1 })
  }

  /// The step after n[3] others; the first settings are Keras' own, where ε is too small to be seen.
  fileprivate static func adam(
    _ draw: inout Draw, _ n: [Int], m: Tensor, v: Tensor
  ) -> Question {
    let (rate, beta1, beta2, epsilon) = [
      (1e-3, 0.9, 0.999, 1e-7), (0.375, 0.75, 0.875, 0.125), (0.25, 0.625, 0.75, 0.375),
      (0.125, 0.875, 0.625, 0.25),
    ][n[2]]
    return Question(
      "adamStep",
      [
        "w": .tensor(draw.eighths(n[0], n[1])), "gradW": .tensor(draw.eighths(n[0], n[1])),
        "m": .tensor(m), "v": .tensor(v), "t": .number(Double(n[3])),
        "learningRate": .number(rate), "beta1": .number(beta1), "beta2": .number(beta2),
        "epsilon": .number(epsilon),
      ])
  }
}
