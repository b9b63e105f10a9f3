import Coursework

/// A pass through a fully-connected net of which every step can be replaced; as it is, it is right.
struct DeepNetVariant {
  typealias Gradients = FullyConnectedPass.Gradients<Tensor>

  let call: DeepNetCall

  // MARK: Forward

  /// What the first layer is given.
  var x: Tensor
  /// Whether biases are added.
  var addsBiases = true
  /// How many affine layers are followed by a ReLU.
  var rectified: Int
  /// What each hidden layer's outputs are multiplied by; nothing where there are none.
  var masks: [Tensor]
  /// What the scores are multiplied by.
  var scoresMask = Tensor(1)

  // MARK: Backward

  /// The gradient by the scores from the right one.
  var gradScores: (Tensor) -> Tensor = { $0 }
  /// The masks of the way back, if they are others.
  var masksBack: [Tensor]?
  /// gradZ of a hidden layer from gradH, z and h.
  var slope: (_ gradH: Tensor, _ z: Tensor, _ h: Tensor) -> Tensor = { gradH, z, _ in
    ReLU.backward(gradH: gradH, z: z)
  }
  /// Whether z is taken from the hidden layers in the wrong order.
  var takesFirstCacheFirst = false
  /// Whether gradW is made of z where h belongs.
  var usesZForWeights = false
  /// What the results without penalty become.
  var finish: (inout Gradients) -> Void = { _ in }

  // MARK: Penalty

  /// What the sum of squares of a layer's weights is multiplied by, in the loss.
  var penalty: (_ layer: Int) -> Double
  /// What the weights of a layer are multiplied by, in their gradient.
  var penaltySlope: (_ layer: Int) -> Double
  /// λ of the biases.
  var biasRegularization = 0.0

  /// The right pass.
  init(of call: DeepNetCall) {
    self.call = call
    x = call.x
    rectified = call.depth - 1
    masks = call.seed == nil ? [] : call.masks
    let regularization = call.regularization
    penalty = { _ in regularization / 2 }
    penaltySlope = { _ in regularization }
  }

  // MARK: - At work

  var scores: Tensor { caches()[call.depth - 1].h }

  func gradients() -> Gradients {
    let caches = caches()
    let top = SoftmaxLoss.lossAndGradient(scores: caches[call.depth - 1].h, labels: call.labels)
    var out = Gradients(loss: top.loss, weights: [], biases: [])
    var gradH = gradScores(top.gradScores) * scoresMask
    for layer in call.weights.indices.reversed() {
      let gradZ = gradZ(of: layer, gradH, caches)
      let back = Affine.backward(
        gradY: gradZ, x: input(of: layer, caches), w: call.weights[layer])
      out.weights.insert(back.gradW, at: 0)
      out.biases.insert(back.gradB, at: 0)
      gradH =
        layer > 0 && !masks.isEmpty
        ? back.gradX * (masksBack ?? masks)[layer - 1] : back.gradX
    }
    finish(&out)
    penalise(&out)
    return out
  }

  private typealias Cache = (z: Tensor, rectified: Tensor, h: Tensor)

  private func caches() -> [Cache] {
    var (input, caches) = (x, [Cache]())
    for (layer, w) in call.weights.enumerated() {
      let b = addsBiases ? call.biases[layer] : .zeros(w.shape[1])
      let z = Affine.forward(x: input, w: w, b: b)
      let h = layer < rectified ? ReLU.forward(z) : z
      let isLast = layer == call.depth - 1
      input = isLast ? h * scoresMask : masks.isEmpty ? h : h * masks[layer]
      caches.append((z, h, input))
    }
    return caches
  }

  private func gradZ(of layer: Int, _ gradH: Tensor, _ caches: [Cache]) -> Tensor {
    guard layer < rectified else { return gradH }
    let isLast = layer == call.depth - 1
    let taken = takesFirstCacheFirst && !isLast ? call.depth - 2 - layer : layer
    return slope(gradH, caches[taken].z, caches[taken].rectified)
  }

  private func input(of layer: Int, _ caches: [Cache]) -> Tensor {
    guard layer > 0 else { return x }
    return usesZForWeights ? caches[layer - 1].z : caches[layer - 1].h
  }

  private func penalise(_ out: inout Gradients) {
    for (layer, (w, b)) in zip(call.weights, call.biases).enumerated() {
      out.loss += penalty(layer) * w.squared().sum() + biasRegularization / 2 * b.squared().sum()
      out.weights[layer] += penaltySlope(layer) * w
      out.biases[layer] += biasRegularization * b
    }
  }
}
