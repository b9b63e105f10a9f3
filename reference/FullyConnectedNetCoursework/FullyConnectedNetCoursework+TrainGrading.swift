import Assignments
import Coursework
import Grading

extension Part {
  static let fullyConnectedSGD = Part(
    id: "training-sgd", title: "Training by gradient descent",
    outputs: outputs(2) + [Output("wrongShare", points: 2)],
    checks: [steps("training-sgd/steps", by: .sgd), .outcome],
    conventionCredit: [Composition.creditKey: 1])

  static let fullyConnectedMomentum = Part(
    id: "training-momentum", title: "Training with momentum", outputs: outputs(1),
    checks: [steps("training-momentum/steps", by: .momentum)],
    conventionCredit: [Composition.creditKey: 1])

  private static func outputs(_ points: Ratio) -> [Output] {
    ["lossHistory", "validationAccuracies"].map { Output($0, points: points) }
      + parameters.map { Output($0, points: 1) }
  }

  /// Few steps of a few samples: who follows the rule has the reference's numbers.
  private static func steps(_ id: String, by rule: SolverUpdateRule) -> Check {
    .agrees(
      id, judging: ["lossHistory", "validationAccuracies"] + parameters
    ) { runs($0, id, by: rule) }
  }
}

extension Check {
  /// Runs on classes that lie apart, and how many of the samples the best weights get wrong.
  ///
  /// They are validated on the samples that they learn from, and begin with more than half of them
  /// wrong. Right runs end below a tenth in each of a thousand seeds, with the batches drawn in
  /// whatever way.
  fileprivate static let outcome = Check.reaches(
    "training-sgd/outcome", "wrongShare",
    atMost: FullyConnectedNetCourseworkReference.wrongShareBound, readingShapesOf: parameters
  ) { seed in
    // N, D, H, C, samples to validate with, batch size, epochs.
    [[24, 4, 16, 3, 24, 8, 20], [30, 3, 16, 4, 30, 10, 20]].enumerated().map { place, n in
      let drawn = (0..<100).lazy.map { attempt in
        var draw = Draw(seed: seed, check: "training-sgd/outcome", variant: place + attempt * 2)
        return apart(run(&draw, n, by: .sgd))
      }
      return drawn.first { ((try? wrongShare($0, $0.inputs)) ?? 0) > 0.5 } ?? drawn[0]
    }
  } measure: {
    try wrongShare($0, $1)
  }
}

extension FullyConnectedNetCourseworkReference {
  /// What every right run ends below.
  package static let wrongShareBound = 0.25
}

// MARK: - Questions

/// Of nets of three layers.
private let parameters = ["w1", "b1", "w2", "b2", "w3", "b3"]

/// N, D, H of both hidden layers, C, samples to validate with, batch size, epochs.
///
/// N is no multiple of the batch size, and less than it once.
private let sizes = [
  [11, 3, 5, 4, 6, 4, 6], [10, 4, 3, 3, 7, 4, 6], [5, 2, 4, 3, 8, 7, 8], [13, 4, 4, 4, 5, 5, 6],
]

/// What the accuracies of each run must be like, so that all of them together show what is remembered
/// as best: not the last weights, not the last of equals, and weights of a rate that has decayed.
private let tells: [@Sendable ([Double]) -> Bool] = [
  { $0.last != $0.max() },
  { accuracies in accuracies.filter { $0 == accuracies.max() }.count > 1 },
  { accuracies in (accuracies.firstIndex { $0 == accuracies.max() } ?? 0) >= 2 },
  { $0.last != $0.max() },
]

/// For each size the first run whose accuracies tell something.
private func runs(_ seed: Seed, _ check: String, by rule: SolverUpdateRule) -> [Question] {
  sizes.enumerated().map { place, n in
    let drawn = (0..<100).lazy.map { attempt in
      var draw = Draw(seed: seed, check: check, variant: place + attempt * sizes.count)
      return run(&draw, n, by: rule)
    }
    // A hundred attempts in vain are not to be expected; any run would do.
    return drawn.first { question in
      let answer = try? FullyConnectedNetCourseworkReference().answer(question)
      return tells[place](answer?["validationAccuracies"]?.tensor?.scalars ?? [])
    } ?? drawn[0]
  }
}

private func run(_ draw: inout Draw, _ n: [Int], by rule: SolverUpdateRule) -> Question {
  let net = Value.deepNet(&draw, samples: n[0], sizes: [n[1], n[2], n[2], n[3]])
  return Question(
    "train",
    net.merging([
      "validationX": .tensor(draw.eighths(n[4], n[1])),
      "validationLabels": .labels(&draw, n[4], below: n[3]),
      "updateRule": .text(rule.rawValue),
      "learningRate": .number(draw.one(of: [0.25, 0.375, 0.5])),
      "learningRateDecay": .number(draw.one(of: [0.625, 0.75, 0.875])),
      "momentum": .number(draw.one(of: [0.625, 0.75])),
      "regularization": .number(draw.one(of: [0.125, 0.25])),
      "batchSize": .number(Double(n[5])), "epochs": .number(Double(n[6])),
      "random": .randomState(draw.generator()),
    ]) { $1 })
}

/// The same run on samples whose classes lie apart: those of class c far out along axis c, or on the
/// other side along axis c − D.
private func apart(_ question: Question) -> Question {
  var inputs = question.inputs
  let labels = inputs["labels"]?.tensor?.scalars ?? []
  var x = 0.25 * (inputs["x"]?.tensor ?? .zeros(0, 0))
  for (i, label) in labels.enumerated() {
    let axis = Int(label) % x.shape[1]
    x[i, axis] += Int(label) < x.shape[1] ? 2 : -2
  }
  (inputs["x"], inputs["validationX"]) = (.tensor(x), .tensor(x))
  inputs["validationLabels"] = inputs["labels"]
  for name in ["b1", "b2", "b3"] { inputs[name] = inputs[name]?.tensor.map { .tensor(0.25 * $0) } }
  inputs["learningRate"] = .number(0.125)
  inputs["learningRateDecay"] = .number(0.96875)
  inputs["regularization"] = .number(0x1p-10)
  return Question(question.name, inputs)
}

/// The share of the question's own samples that a net gets wrong.
@Sendable private func wrongShare(_ question: Question, _ net: Answer) throws -> Double {
  var inputs = question.inputs.filter { $0.key == "x" }
  for name in parameters { inputs[name] = net[name] }
  let right = try question.tensor("labels")
  let answer = try FullyConnectedNetCourseworkReference().answer(Question("predict", inputs))
  return ((answer["labels"]?.tensor ?? right - 1) .!= right).mean()
}
