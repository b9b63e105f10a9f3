import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  /// Training takes the losses of batches and predictions; dropout takes the loss of each sample.
  static let compositions = [dropoutBySample, training]

  /// For one sample alone a mask is a factor of the weights behind it, so that dropout is a mean over
  /// plain nets, each of one sample.
  private static let dropoutBySample = Composition(
    "dropoutLoss", of: ["loss"]
  ) { question, ask in
    let call = try DeepNetCall(question)
    var means: [String: Tensor] = [:]
    for sample in 0..<call.x.shape[0] {
      let factors = [Tensor(1)] + call.masks.map { $0.row(sample).reshaped(-1, 1) }
      var inputs = named(zip(call.weights, factors).map { $0 * $1 } + call.biases)
      inputs["x"] = .tensor(call.x.rows(sample..<sample + 1))
      inputs["labels"] = .tensor(call.labels.rows(at: [sample]))
      inputs["regularization"] = .number(0)
      let asked = Question("loss", inputs)
      means.add(try ask("loss", asked) / call.samples, to: "loss")
      for (layer, factor) in zip(1..., factors) {
        means.add(factor * (try ask("gradW\(layer)", asked)) / call.samples, to: "gradW\(layer)")
        means.add(try ask("gradB\(layer)", asked) / call.samples, to: "gradB\(layer)")
      }
    }
    return means.mapValues { .tensor($0) }
  }

  private static let training = Composition("train", of: ["loss", "predict"]) { question, ask in
    var random = try question.randomState("random")
    let out = try SolverRun(question).outcome(
      random: &random,
      lossAndGradients: { x, labels, parameters in
        var inputs = question.inputs.filter { $0.key == "regularization" }
        inputs["x"] = .tensor(x)
        inputs["labels"] = .tensor(labels)
        let asked = Question("loss", inputs.merging(named(parameters)) { $1 })
        let names = (1...parameters.count / 2)
        return (
          try ask("loss", asked).scalar,
          try names.map { try ask("gradW\($0)", asked) }
            + names.map { try ask("gradB\($0)", asked) }
        )
      },
      predict: { x, parameters in
        let inputs = named(parameters).merging(["x": .tensor(x)]) { $1 }
        return try ask("labels", Question("predict", inputs)).scalars
      })
    return out.named.mapValues { .tensor($0) }
  }

  /// Weights and biases as a question has them.
  private static func named(_ parameters: [Tensor]) -> [String: Value] {
    let layers = SolverRun.split(parameters)
    var named: [String: Value] = [:]
    for (layer, w) in zip(1..., layers.weights) { named["w\(layer)"] = .tensor(w) }
    for (layer, b) in zip(1..., layers.biases) { named["b\(layer)"] = .tensor(b) }
    return named
  }
}

extension [String: Tensor] {
  /// Adds to what is there under that name, or begins with it.
  fileprivate mutating func add(_ term: Tensor, to name: String) {
    self[name] = self[name].map { $0 + term } ?? term
  }
}
