import Assignments
import Coursework
import Grading

extension Assignment {
  /// A net of any depth with L2, dropout and a solver: 60 points.
  package static let fullyConnectedNet = Assignment(
    id: "fully-connected-net", title: "Fully-connected nets of any depth",
    contract: "FullyConnectedNetCoursework",
    reference: { try FullyConnectedNetCourseworkReference().answer($0) },
    formula: FullyConnectedNetCourseworkFormula(),
    parts: [
      .initialisation, .threeLayers, .otherDepths, .dropoutNet, .prediction, .fullyConnectedSGD,
      .fullyConnectedMomentum,
    ],
    misconceptions: FullyConnectedNetCourseworkReference.misconceptions,
    tolerated: FullyConnectedNetCourseworkReference.guardedLogarithms,
    alternatives: FullyConnectedNetCourseworkReference.alternatives,
    compositions: FullyConnectedNetCourseworkReference.compositions,
    derivatives: Derivative.fullyConnectedNet,
    publicChecks: PublicCheck.fullyConnectedNetCoursework)
}

extension FullyConnectedNetCourseworkReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    initializeMisconceptions + penaltyMisconceptions + cacheMisconceptions
    + passMisconceptions(lossVariants) + dropoutMisconceptions
    + passMisconceptions(dropoutVariants, suffix: "-dropout") + predictMisconceptions
    + trainMisconceptions
}

// MARK: - Passes

extension Part {
  fileprivate static let initialisation = Part(
    id: "first-weights", title: "Initialisation",
    outputs: .byLayer(3, "w", 1, "b", 1),
    checks: [
      .agrees("first-weights/values", judging: ["w1", "b1", "w2", "b2", "w3", "b3"]) { seed in
        [[4, 5, 3, 6], [3, 6, 4, 2], [4, 4, 4, 4], [5, 2, 7, 3]].enumerated().map {
          variant, sizes in
          var draw = Draw(seed: seed, check: "first-weights/values", variant: variant)
          return Question(
            "initialize",
            [
              "sizes": .tensor(Tensor(sizes.map(Double.init))),
              "scale": .number(draw.one(of: [0.0625, 0.125, 0.375])),
              "random": .randomState(draw.generator()),
            ])
        }
      }
    ])

  /// In a course that asks for the layers as well, theirs is the mistake.
  private static let ownLayers: [String: Ratio] = [Composition.creditKey: 1]

  /// Hidden layers of one size: a cache that is taken in the wrong order fits, and is recognised.
  fileprivate static let threeLayers = Part(
    id: "three-layers", title: "Loss and gradients of three layers",
    outputs: [Output("loss", points: 2)] + .byLayer(3, "gradW", 2, "gradB", 1),
    checks: [
      .agrees(
        "three-layers/values",
        judging: ["loss", "gradW1", "gradB1", "gradW2", "gradB2", "gradW3", "gradB3"],
        sizes: [[5, 3, 4, 6, 3], [4, 6, 5, 3, 5], [4, 4, 4, 4, 6], [7, 2, 3, 5, 7]]
      ) { draw, n in
        lossQuestion(&draw, samples: n[0], sizes: [n[1], n[2], n[2], n[3]], eighths: n[4])
      }
    ], conventionCredit: ownLayers)

  /// Without a penalty: who has mistaken that has lost those points already.
  fileprivate static let otherDepths = Part(
    id: "other-depths", title: "Loss and gradients of two and four layers",
    outputs: [Output("loss", points: 1)] + .byLayer(4, "gradW", 1, "gradB", 1),
    checks: [
      .agrees(
        "other-depths/two-layers", judging: ["loss", "gradW1", "gradB1", "gradW2", "gradB2"]
      ) { seed in
        nets(seed, "other-depths/two-layers", [[5, 3, 4, 6], [4, 6, 5, 3], [4, 4, 4, 4]])
      },
      .agrees(
        "other-depths/four-layers",
        judging: ["loss"] + (1...4).flatMap { ["gradW\($0)", "gradB\($0)"] }
      ) { seed in
        nets(
          seed, "other-depths/four-layers",
          [[5, 3, 4, 6, 4, 2], [4, 6, 5, 3, 5, 7], [4, 4, 4, 4, 4, 4]])
      },
    ], conventionCredit: ownLayers)

  fileprivate static let dropoutNet = Part(
    id: "dropout-net", title: "Loss and gradients with dropout",
    outputs: [Output("loss", points: 2)] + .byLayer(3, "gradW", 2, "gradB", 1),
    checks: [
      .agrees(
        "dropout-net/values",
        judging: ["loss", "gradW1", "gradB1", "gradW2", "gradB2", "gradW3", "gradB3"]
      ) { seed in
        [[5, 3, 4, 6, 2], [6, 2, 5, 3, 4], [4, 4, 4, 4, 4], [7, 3, 6, 5, 4]]
          .enumerated().map { variant, n in
            var draw = Draw(seed: seed, check: "dropout-net/values", variant: variant)
            let net = Value.deepNet(&draw, samples: n[0], sizes: Array(n.dropFirst()))
            let dropout = Value.dropoutSettings(&draw, keeping: [0.375, 0.625, 0.75])
            return Question("dropoutLoss", net.merging(dropout) { $1 })
          }
      }
    ], conventionCredit: [Composition.creditKey: 1])

  fileprivate static let prediction = Part(
    id: "prediction", title: "Prediction", outputs: [Output("labels", points: 3)],
    checks: [
      .agrees(
        "prediction/values", judging: ["labels"],
        sizes: [[20, 3, 5, 4, 2], [16, 5, 4, 6, 3], [24, 4, 4, 4, 4], [18, 2, 6, 5, 3]]
      ) { draw, n in
        var net = Value.deepNet(&draw, samples: n[0], sizes: Array(n.dropFirst()))
        net["labels"] = nil
        // Where all scores are below 0, a ReLU after the last layer shows; where some are above it,
        // the highest in size is not the lowest.
        if n[0] >= 20 { net["b3"] = net["b3"]?.tensor.map { .tensor($0 - 2) } }
        return Question("predict", net)
      }
    ], conventionCredit: [Composition.creditKey: 1])
}

extension [Output] {
  /// An output for the weights and one for the biases of each layer.
  fileprivate static func byLayer(
    _ depth: Int, _ weight: String, _ weightPoints: Ratio, _ bias: String, _ biasPoints: Ratio
  ) -> [Output] {
    (1...depth).flatMap { layer in
      [
        Output("\(weight)\(layer)", points: weightPoints),
        Output("\(bias)\(layer)", points: biasPoints),
      ]
    }
  }
}

private func lossQuestion(
  _ draw: inout Draw, samples: Int, sizes: [Int], eighths: Int
) -> Question {
  let net = Value.deepNet(&draw, samples: samples, sizes: sizes)
  return Question(
    "loss", net.merging(["regularization": .number(Double(eighths) / 8)]) { $1 })
}

private func nets(_ seed: Seed, _ check: String, _ sizes: [[Int]]) -> [Question] {
  sizes.enumerated().map { variant, n in
    var draw = Draw(seed: seed, check: check, variant: variant)
    return lossQuestion(&draw, samples: n[0], sizes: Array(n.dropFirst()), eighths: 0)
  }
}
