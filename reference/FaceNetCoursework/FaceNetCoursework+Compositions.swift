import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  /// What is made of the passes, the softmax and the evaluation.
  static let compositions: [Composition] = [
    Composition("backward", of: ["forward"]) { question, ask in
      let net = FaceNet(try question.faceNet())
      let x = try question.tensor("x")
      let forward = asking("forward", net.parameters, ["x": x])
      let passed = (
        z1: try ask("z1", forward), h1: try ask("h1", forward), z2: try ask("z2", forward),
        h2: try ask("h2", forward), y: try ask("y", forward)
      )
      let gradients = net.backward(x, through: passed, err: try question.tensor("err"))
      return gradients.parameters.gradientOutputs.mapValues { .tensor($0) }
    },
    Composition("evaluate", of: ["forward", "softmax"]) { question, ask in
      let targets = try question.tensor("targets")
      let p = try softmax(
        forward(question.faceNet(), try question.tensor("x"), ask), ask)
      let hits = zip(p.argmax(axis: 1), targets.argmax(axis: 1)).count { $0 == $1 }
      let samples = Double(targets.shape[0])
      return [
        "loss": .number(-(targets * p.log()).sum() / samples),
        "accuracy": .number(Double(hits) / samples),
      ]
    },
    Composition("checkGradient", of: ["forward", "backward"]) { question, ask in
      let call = try GradientCheckCall(question)
      let out = try check(
        call.net, call.x, of: call.name, at: Array(call.elements), step: call.step,
        forward: { try forward($0, $1, ask) },
        backward: { try backward($0, $1, $2, ask) })
      return [
        "elements": .tensor(Tensor(call.elements.map(Double.init))),
        "analytic": .tensor(out.analytic), "numerical": .tensor(out.numerical),
      ]
    },
    Composition("train", of: ["forward", "softmax", "backward", "evaluate"]) { question, ask in
      let given = try FaceNetTraining.Given(question)
      let run = try train(
        given.start, given.x, given.targets, learningRate: given.rate,
        momentum: given.momentum, epochs: given.epochs, batchSize: given.batchSize,
        random: given.random, forward: { try forward($0, $1, ask) },
        softmax: { try softmax($0, ask) },
        backward: { try backward($0, $1, $2, ask) },
        validate: { net in
          let inputs = [
            "x": given.validX, "targets": given.validTargets,
            "batchSize": Tensor(Double(given.batchSize)),
          ]
          return try ask("loss", asking("evaluate", net, inputs)).scalar
        })
      return run.parameters.outputs.mapValues { .tensor($0) }.merging([
        "trainLosses": .tensor(Tensor(run.trainLosses)),
        "validLosses": .tensor(Tensor(run.validLosses)),
      ]) { $1 }
    },
    Composition("lowConfidence", of: ["softmax"]) { question, ask in
      let confidences = try softmax(question.tensor("y"), ask).max(axis: 1)
      let threshold = try question.number("threshold")
      let unsure = (0..<confidences.count).filter { confidences[$0] < threshold }
      return ["indices": .tensor(Tensor(unsure.map(Double.init)))]
    },
  ]

  /// The backward pass made of the layers of `affine-relu`, in courses that ask for them as well.
  static let backwardOfLayers = Composition(
    "backward", of: ["affineBackward", "reluBackward"]
  ) { question, ask in
    let net = try question.faceNet()
    let x = try question.tensor("x")
    let out = FaceNet(net).forward(x)
    var answer: Answer = [:]
    func affine(_ gradY: Tensor, _ h: Tensor, _ layer: Int) throws -> Tensor {
      let asked = Question(
        "affineBackward",
        ["gradY": .tensor(gradY), "h": .tensor(h), "w": .tensor(net["w\(layer)"])])
      answer["gradW\(layer)"] = .tensor(try ask("gradW", asked))
      answer["gradB\(layer)"] = .tensor(try ask("gradB", asked))
      // Nothing asks for the gradient of the net's own inputs.
      return layer == 1 ? gradY : try ask("gradH", asked)
    }
    func relu(_ gradH: Tensor, _ z: Tensor) throws -> Tensor {
      try ask("gradZ", Question("reluBackward", ["gradH": .tensor(gradH), "z": .tensor(z)]))
    }
    let gradZ2 = try relu(affine(question.tensor("err"), out.h2, 3), out.z2)
    let gradZ1 = try relu(affine(gradZ2, out.h1, 2), out.z1)
    _ = try affine(gradZ1, x, 1)
    return answer
  }

  // MARK: - Pieces

  private static func forward(
    _ net: FaceNetParameters, _ x: Tensor, _ ask: Composition.Ask
  ) throws -> Tensor {
    try ask("y", asking("forward", net, ["x": x]))
  }

  private static func softmax(_ y: Tensor, _ ask: Composition.Ask) throws -> Tensor {
    try ask("p", Question("softmax", ["y": .tensor(y)]))
  }

  private static func backward(
    _ net: FaceNetParameters, _ x: Tensor, _ err: Tensor, _ ask: Composition.Ask
  ) throws -> FaceNetParameters {
    let asked = asking("backward", net, ["x": x, "err": err])
    var gradients = net
    for name in FaceNetParameters.names {
      gradients[name] = try ask("grad" + name.uppercased(), asked)
    }
    return gradients
  }

  /// A question about a network with further arrays.
  private static func asking(
    _ name: String, _ net: FaceNetParameters, _ inputs: [String: Tensor]
  ) -> Question {
    Question(name, net.outputs.merging(inputs) { $1 }.mapValues { .tensor($0) })
  }
}
