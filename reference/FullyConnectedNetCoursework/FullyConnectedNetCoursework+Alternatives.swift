import Coursework
import Grading
import NumericChecks

extension FullyConnectedNetCourseworkReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    initializeAlternatives + passAlternatives + dropoutAlternatives + trainAlternatives

  // MARK: - Initialisation

  private static let initializeAlternatives: [Alternative] = [
    initialize("numbers", "number by number, row by row") { random, scale, inputs, outputs in
      var w = Tensor.zeros(inputs, outputs)
      for i in 0..<inputs {
        for j in 0..<outputs { w[i, j] = random.randn(1)[0] * scale }
      }
      return w
    },
    initialize("normal", "normal(mean:standardDeviation:)") { random, scale, inputs, outputs in
      random.normal(mean: 0, standardDeviation: scale, shape: [inputs, outputs])
    },
    initialize("flat", "a long row, reshaped") { random, scale, inputs, outputs in
      (random.randn(inputs * outputs) * scale).reshaped(inputs, outputs)
    },
    initialize("rows", "row after row") { random, scale, inputs, outputs in
      Tensor((0..<inputs).map { _ in (scale * random.randn(outputs)).scalars })
    },
  ]

  private static func initialize(
    _ id: String, _ summary: String,
    draw: @escaping @Sendable (inout RandomState, Double, _ inputs: Int, _ outputs: Int) -> Tensor
  ) -> Alternative {
    Alternative("initialize-\(id)", of: "initialize", summary) { question in
      let call = try FirstWeightsCall(question)
      var answer = call.weights { call, random, inputs, outputs in
        draw(&random, call.scale, inputs, outputs)
      }
      for (layer, size) in call.layers { answer["b\(layer)"] = .zeros(size.outputs) }
      return answer.mapValues { .tensor($0) }
    }
  }

  // MARK: - Loss

  private static let passAlternatives: [Alternative] = [
    Alternative("loss-loops", of: "loss", "sample by sample, number by number") { question in
      try DeepNetLoops(DeepNetCall(question)).answer()
    },
    Alternative("loss-columns", of: "loss", "samples as columns, 1/N in the end") { question in
      let call = try DeepNetCall(question)
      return try columns(call, labels: question.tensor("labels"))
    },
    Alternative("predict-probabilities", of: "predict", "the highest probability") { question in
      let scores = try DeepNetCall(question).scores { _ in }
      let powers = (scores - scores.max(axis: 1, keepingDimension: true)).exp()
      let p = powers / powers.sum(axis: 1, keepingDimension: true)
      return ["labels": .tensor(Tensor(p.argmax(axis: 1).map(Double.init)))]
    },
  ]

  private static func columns(_ call: DeepNetCall, labels: Tensor) -> Answer {
    var hidden = [call.x.transposed()]
    for (layer, (w, b)) in zip(call.weights, call.biases).enumerated() {
      let z = w.transposed().matmul(hidden[layer]) + b.reshaped(-1, 1)
      hidden.append(layer < call.depth - 1 ? z.maximum(0) : z)
    }
    let scores = hidden[call.depth]
    let targets = OneHot.rows(labels, classes: scores.shape[0]).transposed()
    let powers = (scores - scores.max(axis: 0, keepingDimension: true)).exp()
    let p = powers / powers.sum(axis: 0, keepingDimension: true)
    let squares = call.weights.reduce(0) { $0 + $1.squared().sum() }
    var gradients = [
      "loss": Tensor(
        call.regularization * squares / 2
          - (targets * p).sum(axis: 0).log().sum() / call.samples)
    ]
    var delta = p - targets
    for layer in (0..<call.depth).reversed() {
      gradients["gradW\(layer + 1)"] =
        hidden[layer].matmul(delta.transposed()) / call.samples
        + call.regularization * call.weights[layer]
      gradients["gradB\(layer + 1)"] = delta.sum(axis: 1) / call.samples
      // What a ReLU gives is above 0 where what it was given is.
      delta = call.weights[layer].matmul(delta) * (hidden[layer] .> 0)
    }
    return gradients.mapValues { .tensor($0) }
  }

  // MARK: - Dropout

  private static let dropoutAlternatives: [Alternative] = [
    Alternative("dropout-loops", of: "dropoutLoss", "sample by sample, number by number") {
      try DeepNetLoops(DeepNetCall($0)).answer()
    },
    Alternative("dropout-before-relu", of: "dropoutLoss", "the mask before the ReLU") { question in
      // max(0, z)·m is max(0, z·m), as no m is below 0; the slopes are the same as well.
      let call = try DeepNetCall(question)
      return dropoutFirst(call)
    },
  ]

  private static func dropoutFirst(_ call: DeepNetCall) -> Answer {
    var inputs = [call.x]
    for (layer, (w, b)) in zip(call.weights, call.biases).enumerated() {
      let z = inputs[layer].matmul(w) + b
      inputs.append(layer < call.depth - 1 ? (z * call.masks[layer]).maximum(0) : z)
    }
    let top = SoftmaxLoss.lossAndGradient(scores: inputs[call.depth], labels: call.labels)
    var (answer, grad) = (["loss": top.loss], top.gradScores)
    for layer in (0..<call.depth).reversed() {
      answer["gradW\(layer + 1)"] = inputs[layer].transposed().matmul(grad)
      answer["gradB\(layer + 1)"] = grad.sum(axis: 0)
      guard layer > 0 else { break }
      let gradH = grad.matmul(call.weights[layer].transposed()) * (inputs[layer] .> 0)
      grad = gradH * call.masks[layer - 1]
    }
    return answer.mapValues { .tensor($0) }
  }

  // MARK: - Training

  private static let trainAlternatives: [Alternative] =
    (1...3).map { order in
      train("order-\(order)", "sums in another order in every pass") { run in
        let regularization = run.settings.regularization
        run.lossAndGradients = { x, labels, parameters in
          let numbers = parameters.map { Disordered($0, in: .double, order: UInt64(order)) }
          let out = FullyConnectedPass.lossAndGradients(
            x: Disordered(x, in: .double, order: UInt64(order)),
            labels: Disordered(constant: labels),
            weights: Array(numbers.prefix(numbers.count / 2)),
            biases: Array(numbers.suffix(numbers.count / 2)),
            regularization: Disordered(constant: Tensor(regularization)))
          return (out.loss.value.scalar, (out.weights + out.biases).map(\.value))
        }
      }
    } + [
      train("downhill-velocity", "v' = μ·v + η·g, w' = w − v'") { run in
        let momentum = run.settings.updateRule == .momentum ? run.settings.momentum : 0
        run.move = { w, v, gradient, rate in
          let velocity = momentum * v + rate * gradient
          return (w - velocity, velocity)
        }
      },
      train("randint", "rows by randint, steps in one sum") { run in
        let momentum = run.settings.updateRule == .momentum ? run.settings.momentum : 0
        run.rows = { n, size, random in random.randint(below: n, count: size) }
        run.move = { w, v, gradient, rate in
          (w + momentum * v - rate * gradient, momentum * v - rate * gradient)
        }
      },
      train("earliest-of-equals", "accuracies as counts, compared with those before") { run in
        let count = Double(run.validationX.shape[0])
        run.isBetter = { ($0 * count).rounded() > ($1 * count).rounded() }
      },
    ]

  private static func train(
    _ id: String, _ summary: String, change: @escaping @Sendable (inout SolverRun) -> Void
  ) -> Alternative {
    Alternative("train-\(id)", of: "train", summary) { question in
      try SolverCall(question).outcome(change).mapValues { .tensor($0) }
    }
  }
}
