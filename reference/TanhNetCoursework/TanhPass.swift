import Coursework

/// What the passes through a tanh net are computed from, and their wrong variants.
struct TanhPass: Sendable {
  let x: Tensor
  let weights, biases: [Tensor]
  private let question: Question

  init(_ question: Question) throws {
    self.question = question
    x = try question.tensor("x")
    weights = question.layers("w")
    biases = question.layers("b")
  }

  var y: Tensor { get throws { try question.tensor("y") } }
  var last: Int { weights.count - 1 }

  // MARK: - Forward

  typealias Function = @Sendable (Tensor) -> Tensor

  static let tanh: Function = { $0.tanh() }
  static let sigmoid: Function = { Sigmoid.forward($0) }
  static let identity: Function = { $0 }

  /// The sums and the activations of all layers with other functions behind them, and x first.
  func layers(
    hidden: Function = tanh, output: Function = tanh, bias: Double = 1
  ) -> (sums: [Tensor], activations: [Tensor]) {
    var (sums, activations) = ([x], [x])
    for layer in weights.indices {
      let sum = activations[layer].matmul(weights[layer]) + bias * biases[layer]
      sums.append(sum)
      activations.append(layer == last ? output(sum) : hidden(sum))
    }
    return (sums, activations)
  }

  /// ŷ with other functions behind the layers.
  func yHat(
    hidden: Function = tanh, output: Function = tanh, bias: Double = 1
  ) -> [String: Tensor] {
    ["yHat": layers(hidden: hidden, output: output, bias: bias).activations[weights.count]]
  }
}

/// The way that somebody takes backwards through the net; by default the right one.
struct TanhWayBack: Sendable {
  /// The function behind the last layer, where it is no tanh.
  var output = TanhPass.tanh
  /// What stands for `ŷ − y`.
  var error: @Sendable (_ yHat: Tensor, _ y: Tensor) -> Tensor = { $0 - $1 }
  var hiddenSlope = ActivationSlope.ofTanh
  var outputSlope = ActivationSlope.ofTanh
  /// Whether a layer's gradient takes what went into the tanh before it, not what came out.
  var takesSums = false
  /// What gradW and gradB are made into.
  var finishW: @Sendable (Tensor, _ samples: Double) -> Tensor = { w, _ in w }
  var finishB: @Sendable (_ delta: Tensor) -> Tensor = { $0.sum(axis: 0) }

  /// All gradients, found in this way.
  func gradients(_ pass: TanhPass) throws -> [String: Tensor] {
    let (sums, z) = pass.layers(output: output)
    var gradients: [String: Tensor] = [:]
    var error = try error(z[pass.weights.count], pass.y)
    for layer in pass.weights.indices.reversed() {
      let slope = layer == pass.last ? outputSlope : hiddenSlope
      let delta = error * slope(sums[layer + 1], z[layer + 1])
      let before = takesSums ? sums[layer] : z[layer]
      gradients["gradW\(layer + 1)"] = finishW(
        before.transposed().matmul(delta), Double(pass.x.shape[0]))
      gradients["gradB\(layer + 1)"] = finishB(delta)
      error = delta.matmul(pass.weights[layer].transposed())
    }
    return gradients
  }
}
