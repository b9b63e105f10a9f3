import Assignments
import Coursework
import Grading

extension Assignment {
  /// A tanh net for two classes, from its first weights to its last epoch: 37 points.
  package static let tanhNet = Assignment(
    id: "tanh-net", title: "A tanh net for two classes", contract: "TanhNetCoursework",
    reference: TanhNetCourseworkReference.answer,
    formula: TanhNetCourseworkFormula(),
    parts: [
      .initialize, .forward, .loss, .backward, .update, .classes, .accuracy, .tanhNetTraining,
    ],
    misconceptions: TanhNetCourseworkReference.misconceptions,
    alternatives: TanhNetCourseworkReference.alternatives,
    terms: BatchMomentum.terms,
    compositions: TanhNetCourseworkReference.compositions,
    derivatives: [.tanhNet], publicChecks: PublicCheck.tanhNetCoursework)
}

extension TanhNetCourseworkReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    initializeMisconceptions + forwardMisconceptions + lossMisconceptions + backwardMisconceptions
    + BatchMomentum.misconceptions(answer) + classifyMisconceptions + accuracyMisconceptions
    + net.trainMisconceptions(answer)
}

// MARK: - Parts

private let layerOutputs = ["w1", "b1", "w2", "b2"]

extension Part {
  fileprivate static let initialize = Part(
    id: "initialize", title: "Initialisation",
    outputs: layerOutputs.map { Output($0, points: 1) },
    checks: [
      .agrees("initialize/values", judging: layerOutputs) { seed in
        Draw.questions(
          of: "initialize/values", seed,
          sizes: [[5, 3, 2, 3], [4, 6, 1, 4], [3, 4, 4, 1], [7, 2, 3, 2], [7, 2, 3, 2]]
        ) { draw, n in
          Question(
            "initialize",
            [
              "sizes": .tensor(Tensor(n.dropLast().map(Double.init))),
              "standardDeviation": .number(Double(n[3]) / 16),
              "random": .randomState(draw.generator()),
            ])
        }
      }
    ],
    conventionCredit: TanhNetCourseworkReference.initializeCredit)

  fileprivate static let forward = Part(
    id: "forward", title: "Forward pass", outputs: [Output("yHat", points: 4)],
    checks: [
      .agrees("forward/values", judging: ["yHat"], sizes: twoHidden) { draw, n in
        passQuestion("forward", &draw, n)
      },
      .agrees("forward/one-hidden", judging: ["yHat"], sizes: oneHidden) { draw, n in
        passQuestion("forward", &draw, n)
      },
    ])

  fileprivate static let loss = Part(
    id: "loss", title: "Mean squared error", outputs: [Output("loss", points: 2)],
    checks: [
      .agrees("loss/values", judging: ["loss"], sizes: [[5, 3], [7, 1], [4, 4], [3, 5]]) {
        draw, n in
        Question(
          "loss",
          [
            "y": .tensor(draw.eighths(n[0], n[1])), "yHat": .tensor(draw.eighths(n[0], n[1])),
          ])
      }
    ])

  fileprivate static let backward = Part(
    id: "backward", title: "Backpropagation",
    outputs: [
      Output("gradW1", points: 2), Output("gradB1", points: 1), Output("gradW2", points: 2),
      Output("gradB2", points: 1), Output("gradW3", points: 2), Output("gradB3", points: 1),
    ],
    checks: [
      .agrees(
        "backward/values",
        judging: ["gradW1", "gradB1", "gradW2", "gradB2", "gradW3", "gradB3"], sizes: twoHidden
      ) { draw, n in
        passQuestion("backward", &draw, n)
      },
      .agrees(
        "backward/one-hidden", judging: ["gradW1", "gradB1", "gradW2", "gradB2"], sizes: oneHidden
      ) { draw, n in
        passQuestion("backward", &draw, n)
      },
    ],
    conventionCredit: TanhNetCourseworkReference.backwardCredit)

  // The handout fixes the form, so right answers by another form of momentum earn nothing.
  fileprivate static let update = Part(
    id: "update", title: "Update with momentum",
    outputs: [Output("w", points: 3), Output("v", points: 2)],
    checks: [
      .agrees(
        "update/values", judging: ["w", "v"], sizes: BatchMomentum.steps,
        question: BatchMomentum.question)
    ])

  fileprivate static let classes = Part(
    id: "classify", title: "Classes", outputs: [Output("classes", points: 1)],
    checks: [
      .agrees("classify/values", judging: ["classes"], sizes: [[5, 3], [7, 1], [4, 4], [3, 6]]) {
        draw, n in
        Question("classify", ["yHat": .tensor(0.5 * draw.eighths(n[0], n[1]))])
      }
    ])

  fileprivate static let accuracy = Part(
    id: "accuracy", title: "Accuracy", outputs: [Output("accuracy", points: 2)],
    checks: [
      .agrees("accuracy/values", judging: ["accuracy"]) { seed in
        Draw.questions(
          of: "accuracy/values", seed, sizes: [[9, 3], [17, 1], [5, 5], [7, 3], [7, 3]]
        ) { draw, n in
          Question(
            "accuracy",
            ["y": .signs(&draw, n[0], n[1]), "yHat": .tensor(0.5 * draw.eighths(n[0], n[1]))])
        }
      }
    ], conventionCredit: [Composition.creditKey: 1])
}

// MARK: - Questions

/// N and the sizes of the layers: all different, one of them square.
private let twoHidden = [[5, 3, 4, 6, 2], [4, 6, 3, 5, 3], [4, 4, 4, 4, 4], [7, 2, 5, 3, 1]]
private let oneHidden = [[5, 3, 4, 2], [6, 4, 5, 3], [4, 4, 4, 4], [7, 5, 3, 1]]

/// A question about a pass through the net, backwards with targets.
private func passQuestion(_ name: String, _ draw: inout Draw, _ n: [Int]) -> Question {
  var inputs = Value.tanhLayers(&draw, Array(n.dropFirst()))
  inputs["x"] = .tensor(draw.eighths(n[0], n[1]))
  if name == "backward" { inputs["y"] = .tensor(draw.eighths(n[0], n[n.count - 1])) }
  return Question(name, inputs)
}
