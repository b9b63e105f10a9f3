import Assignments
import Coursework
import Grading

extension Assignment {
  /// A two-layer net with softmax or squared-error loss, trained and used: 40 points.
  package static let twoLayerNet = Assignment(
    id: "two-layer-net", title: "Two-layer nets with softmax or MSE loss, training, prediction",
    contract: "TwoLayerNetCoursework",
    reference: { try TwoLayerNetCourseworkReference().answer($0) },
    formula: TwoLayerNetCourseworkFormula(),
    parts: [
      .initialisation, .softmaxScores, .softmaxLoss, .mseScores, .mseLoss, .twoLayerTraining,
      .prediction,
    ],
    misconceptions: TwoLayerNetCourseworkReference.misconceptions,
    tolerated: TwoLayerNetCourseworkReference.guardedLogarithms,
    alternatives: TwoLayerNetCourseworkReference.alternatives,
    terms: TwoLayerNetCourseworkReference.terms,
    compositions: TwoLayerNetCourseworkReference.compositions,
    derivatives: Derivative.twoLayerNet, publicChecks: PublicCheck.twoLayerNetCoursework)
}

extension TwoLayerNetCourseworkReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    initialMisconceptions + scoresMisconceptions + lossMisconceptions + trainingMisconceptions
    + predictionMisconceptions
}

// MARK: - Sizes

/// N, D, H, C: all different, and N neither 1 nor 2.
private let mixed = [[5, 3, 6, 4], [4, 2, 5, 3], [7, 4, 3, 5]]

/// Weights that are square, whose wrong orientation fits and shows in the values alone.
private let square = [[5, 4, 4, 4], [7, 3, 3, 3], [4, 5, 5, 5]]

/// N, D, H, C, and eighths of λ: large, and none at all once.
private let penalised = [[5, 3, 6, 4, 3], [4, 2, 5, 3, 5], [7, 4, 3, 5, 6], [6, 5, 4, 3, 0]]

private let gradients = ["gradW1", "gradB1", "gradW2", "gradB2"]

// MARK: - Parts

extension Part {
  fileprivate static let initialisation = Part(
    id: "initialisation", title: "Initial weights",
    outputs: ["w1", "b1", "w2", "b2"].map { Output($0, points: 1) },
    checks: [
      .agrees("initialisation/values", judging: ["w1", "b1", "w2", "b2"]) { seed in
        [[4, 6, 3], [5, 3, 4], [3, 4, 6], [4, 4, 4]].enumerated().map { variant, n in
          var draw = Draw(seed: seed, check: "initialisation/values", variant: variant)
          return Question(
            "initialWeights",
            [
              "inputs": .number(Double(n[0])), "hidden": .number(Double(n[1])),
              "classes": .number(Double(n[2])), "scale": .number(draw.one(of: [0.125, 0.375])),
              "random": .randomState(draw.generator()),
            ])
        }
      }
    ])

  fileprivate static let softmaxScores = scores(
    "softmax-scores", "Scores of the softmax net", asking: "softmaxNetScores",
    TwoLayerInputs.softmaxNet)

  fileprivate static let softmaxLoss = loss(
    "softmax-loss", "Softmax loss with L2, and its gradients", asking: "softmaxNetLoss",
    TwoLayerInputs.softmaxNet)

  fileprivate static let mseScores = scores(
    "mse-scores", "Scores of the MSE net", asking: "mseNetScores", TwoLayerInputs.mseNet)

  fileprivate static let mseLoss = loss(
    "mse-loss", "MSE loss with L2, and its gradients", asking: "mseNetLoss", TwoLayerInputs.mseNet)

  private static func scores(
    _ id: String, _ title: String, asking question: String,
    _ inputs: @escaping @Sendable (inout Draw, [Int]) -> [String: Value]
  ) -> Part {
    Part(
      id: id, title: title, outputs: [Output("scores", points: 3)],
      checks: [("square", square), ("values", mixed)].map { name, sizes in
        .agrees("\(id)/\(name)", judging: ["scores"], sizes: sizes) { draw, n in
          Question(question, inputs(&draw, n))
        }
      }, conventionCredit: [Composition.creditKey: 1])
  }

  private static func loss(
    _ id: String, _ title: String, asking question: String,
    _ inputs: @escaping @Sendable (inout Draw, [Int]) -> [String: Value]
  ) -> Part {
    Part(
      id: id, title: title,
      outputs: ["loss"].map { Output($0, points: 2) } + gradients.map { Output($0, points: 2) },
      checks: [
        .agrees("\(id)/values", judging: ["loss"] + gradients, sizes: penalised) { draw, n in
          Question(question, TwoLayerInputs.withLabels(&draw, n, inputs))
        }
      ], conventionCredit: [Composition.creditKey: 1])
  }

  fileprivate static let prediction = Part(
    id: "prediction", title: "Prediction", outputs: [Output("labels", points: 4)],
    checks: [
      .agrees(
        "prediction/values", judging: ["labels"],
        sizes: [[12, 3, 6, 4], [11, 2, 5, 3], [10, 4, 3, 5]]
      ) { draw, n in
        var inputs = TwoLayerInputs.mseNet(&draw, n)
        // The other scores are multiples of 1/4096: so no two scores of a row are ever equal.
        let apart = Tensor((0..<n[3]).map { Double($0) / (n[0] > 3 ? 65_536 : 8) })
        inputs["b2"] = .tensor((inputs["b2"]?.tensor ?? apart) + apart)
        return Question("predict", inputs)
      }
    ], conventionCredit: [Composition.creditKey: 1])
}
