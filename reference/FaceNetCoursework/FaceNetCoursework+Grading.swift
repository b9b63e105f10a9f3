import Assignments
import Coursework
import Grading
import NumericChecks

extension Assignment {
  /// The network for faces, from its first weights to the choice of hyper-parameters: 56 points.
  package static let faceNet = Assignment(
    id: "face-net", title: "Face network: initialisation, training, evaluation",
    contract: "FaceNetCoursework", reference: { try FaceNetCourseworkReference().answer($0) },
    formula: FaceNetCourseworkFormula(),
    parts: [
      .initialize, .forward, .backward, .softmax, .evaluate, .checkGradient, .train, .choice,
      .confidence,
    ],
    misconceptions: FaceNetCourseworkReference.misconceptions,
    alternatives: FaceNetCourseworkReference.alternatives,
    compositions: FaceNetCourseworkReference.compositions, derivatives: Derivative.faceNet,
    publicChecks: PublicCheck.faceNetCoursework)
}

extension FaceNetCourseworkReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    initializeMisconceptions + forwardMisconceptions + backwardMisconceptions
    + softmaxMisconceptions + evaluateMisconceptions + checkMisconceptions + trainMisconceptions
    + choiceMisconceptions + confidenceMisconceptions
}

/// What rounding in many steps and a small number added in a logarithm leave room for.
private let wide = Tolerance(limit: 1e-6)

/// D, H₁, H₂, C: all different but once, where a transposition shows in the values.
private let units = [[6, 4, 5, 3], [5, 3, 4, 6], [4, 4, 4, 4], [3, 7, 2, 5]]

/// N, D, H₁, H₂, C; N is never 1 or 2, and once all are the same.
private let passes = [[5, 3, 4, 6, 2], [6, 5, 3, 4, 7], [4, 4, 4, 4, 4], [7, 2, 6, 3, 5]]

/// Who has a piece wrong does not pay again for what is made of it.
private let ownPieces: [String: Ratio] = [Composition.creditKey: 1]

// MARK: - Parts

extension Part {
  fileprivate static let initialize = Part(
    id: "initialize", title: "Initialisation",
    outputs: FaceNetParameters.names.map { Output($0, points: 1) },
    checks: [
      .agrees("initialize/values", judging: FaceNetParameters.names, of: units) { draw, n in
        Question(
          "initialize",
          [
            "inputs": .number(Double(n[0])), "hidden1": .number(Double(n[1])),
            "hidden2": .number(Double(n[2])), "outputs": .number(Double(n[3])),
            "random": .randomState(draw.generator()),
          ])
      }
    ])

  fileprivate static let forward = Part(
    id: "forward", title: "Forward pass",
    outputs: ["z1", "h1", "z2", "h2"].map { Output($0, points: 1) } + [Output("y", points: 2)],
    checks: [
      .agrees(
        "forward/values", judging: ["z1", "h1", "z2", "h2", "y"], sizes: passes
      ) { draw, n in
        Question(
          "forward",
          draw.faceNet(n[1...]).merging(["x": .tensor(draw.eighths(n[0], n[1]))]) { $1 })
      }
    ])

  fileprivate static let backward = Part(
    id: "backward", title: "Backward pass",
    outputs: gradients.map { Output($0, points: 2) },
    checks: [
      .agrees("backward/values", judging: gradients, sizes: passes) { draw, n in
        Question(
          "backward",
          draw.faceNet(n[1...]).merging([
            "x": .tensor(draw.eighths(n[0], n[1])), "err": .tensor(draw.eighths(n[0], n[4])),
          ]) { $1 })
      }
    ],
    conventionCredit: ownPieces)

  private static let gradients = FaceNetParameters.names.map { "grad" + $0.uppercased() }

  fileprivate static let softmax = Part(
    id: "softmax", title: "Softmax", outputs: [Output("p", points: 2)],
    checks: [
      .agrees("softmax/values", judging: ["p"], sizes: [[5, 3], [4, 6], [4, 4], [7, 5]]) {
        draw, n in Question("softmax", ["y": .tensor(draw.eighths(n[0], n[1]))])
      }
    ])

  fileprivate static let evaluate = Part(
    id: "evaluate", title: "Evaluation",
    outputs: [Output("loss", points: 2), Output("accuracy", points: 2)],
    checks: [
      // N, D, H₁, H₂, C, batchSize: the last batch is mostly short.
      .agrees(
        "evaluate/values", judging: ["loss", "accuracy"], tolerance: wide,
        of: [
          [7, 3, 4, 6, 2, 3], [9, 5, 3, 4, 6, 4], [4, 4, 4, 4, 4, 3], [8, 2, 6, 3, 5, -1],
          [11, 3, 5, 4, 3, 4], [6, 4, 3, 5, 4, 5],
        ]
      ) { draw, n in draw.evaluation(n) }
    ],
    conventionCredit: ownPieces)

  fileprivate static let checkGradient = Part(
    id: "check-gradient", title: "Gradient check",
    outputs: [
      Output("elements", points: 2), Output("analytic", points: 2),
      Output("numerical", points: 2),
    ],
    checks: [
      .agrees(
        "check-gradient/values", judging: ["elements", "analytic", "numerical"],
        // Differences are rounded as the loss is: by as much for small gradients as for large ones.
        tolerance: Tolerance(limit: 1e-6, floor: .fractionOfLargest(1)),
        // N, D, H₁, H₂, C, which parameter: mostly of more than 20 elements, and some of fewer.
        of: [
          [3, 6, 5, 4, 2, 0], [4, 3, 6, 5, 3, 2], [5, 3, 4, 6, 2, 3], [3, 4, 4, 6, 5, 4],
          [4, 2, 7, 3, 3, 1], [4, 5, 5, 5, 5, 0],
        ]
      ) { draw, n in draw.gradientCheck(n, of: FaceNetParameters.names[n[5]]) }
    ],
    conventionCredit: ownPieces)

  fileprivate static let train = Part(
    id: "train", title: "Training loop",
    outputs: FaceNetParameters.names.map { Output($0, points: 1) }
      + [
        Output("trainLosses", points: 2), Output("validLosses", points: 2),
        Output("finalLoss", points: 4),
      ],
    checks: [.firstSteps, .learns],
    conventionCredit: FaceNetCourseworkReference.otherOrders.merging(ownPieces) { $1 })

  fileprivate static let choice = Part(
    id: "choice", title: "Choice of a hyper-parameter", outputs: [Output("best", points: 3)],
    checks: [
      .agrees(
        "choice/values", judging: ["best"], of: [[6, 4], [7, 5], [8, 6], [6, 5]]
      ) { draw, n in draw.choice(n) }
    ])

  fileprivate static let confidence = Part(
    id: "confidence", title: "Low confidence", outputs: [Output("indices", points: 3)],
    checks: [
      .agrees(
        "confidence/values", judging: ["indices"], of: [[8, 5], [9, 6], [7, 7], [11, 6]]
      ) { draw, n in draw.confidence(n) }
    ],
    conventionCredit: ["FL1": 1].merging(ownPieces) { $1 })
}

// MARK: - Checks

extension Check {
  /// Asks of each of the sizes, and of the last one twice, for what is kept for the next call shows
  /// there; never of small ones, for with chance, batches or choices in it there is nothing to read.
  fileprivate static func agrees(
    _ id: String, judging outputs: [String], tolerance: Tolerance? = nil, of sizes: [[Int]],
    question: @escaping @Sendable (inout Draw, [Int]) -> Question
  ) -> Check {
    .agrees(id, judging: outputs, tolerance: tolerance) { seed in
      (sizes + sizes.suffix(1)).enumerated().map { variant, sizes in
        var draw = Draw(seed: seed, check: id, variant: variant)
        return question(&draw, sizes)
      }
    }
  }

  /// Few steps of a few samples: who follows the rule has the reference's numbers.
  fileprivate static let firstSteps = Check.agrees(
    "train/values", judging: FaceNetParameters.names + ["trainLosses", "validLosses"],
    tolerance: wide,
    // N, D, H₁, H₂, C, M, epochs, batchSize, 8 times the momentum.
    of: [
      [7, 3, 5, 4, 2, 5, 3, 3, 6], [9, 4, 6, 5, 3, 6, 2, 4, 5], [6, 5, 4, 6, 4, 4, 4, 4, 3],
      [8, 3, 6, 4, 3, 5, 3, -1, 7], [5, 4, 4, 4, 4, 4, 4, 2, 2],
    ]
  ) { draw, n in draw.training(n, learningRate: 0.25) }

  /// Many steps on samples that are easy to tell apart: in whatever order they come, they are
  /// learned.
  ///
  /// Of six hundred right runs from other seeds none ended above 0.03; they begin at log 3 = 1.1.
  fileprivate static let learns = Check.reaches(
    "train/outcome", "finalLoss", atMost: 0.25, readingShapesOf: FaceNetParameters.names
  ) { seed in
    (0..<2).map { variant in
      var draw = Draw(seed: seed, check: "train/outcome", variant: variant)
      return draw.easyTraining()
    }
  } measure: { question, answer in
    var net = try question.faceNet()
    for name in FaceNetParameters.names { net[name] = answer[name]?.tensor ?? Tensor(.nan) }
    let y = FaceNet(net).forward(try question.tensor("x")).y
    return CrossEntropy.mean(y: y, targets: try question.tensor("targets")).scalar
  }
}
