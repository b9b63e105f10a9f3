import NumPyRandom
import Tensors

/// One pass through a fully-connected net and back: {affine, ReLU, dropout} × (L − 1), affine, softmax.
///
/// x is (N, D), each w (inputs, outputs), each b (outputs). Masks, where there are any, are (N,
/// outputs), one for each layer but the last.
enum FullyConnectedPass {
  /// A loss and its gradients by the weights and biases of each layer.
  struct Gradients<A: TensorAlgebra> {
    var loss: A
    var weights: [A]
    var biases: [A]

    /// By the contract's names.
    var named: [String: A] {
      var named = ["loss": loss]
      for (layer, gradient) in zip(1..., weights) { named["gradW\(layer)"] = gradient }
      for (layer, gradient) in zip(1..., biases) { named["gradB\(layer)"] = gradient }
      return named
    }
  }

  /// The scores, (N, C).
  static func scores<A: TensorAlgebra>(x: A, weights: [A], biases: [A]) -> A {
    let caches = forward(x: x, weights: weights, biases: biases, masks: nil)
    return caches[caches.count - 1].z
  }

  /// The mean cross-entropy and its gradients, without a penalty.
  static func lossAndGradients<A: TensorAlgebra>(
    x: A, labels: A, weights: [A], biases: [A], masks: [Tensor]? = nil
  ) -> Gradients<A> {
    let caches = forward(x: x, weights: weights, biases: biases, masks: masks)
    let top = SoftmaxLoss.lossAndGradient(scores: caches[caches.count - 1].z, labels: labels)
    var (gradZ, gradients) = (top.gradScores, Gradients(loss: top.loss, weights: [], biases: []))
    for layer in weights.indices.reversed() {
      let back = Affine.backward(gradY: gradZ, x: caches[layer].input, w: weights[layer])
      gradients.weights.insert(back.gradW, at: 0)
      gradients.biases.insert(back.gradB, at: 0)
      guard layer > 0 else { break }
      let gradH = masks.map { back.gradX * A(constant: $0[layer - 1]) } ?? back.gradX
      gradZ = ReLU.backward(gradH: gradH, z: caches[layer - 1].z)
    }
    return gradients
  }

  /// The same with `λ/2 · Σ w²` of every layer, added from the last layer to the first as the course
  /// does; λ has the shape ().
  static func lossAndGradients<A: TensorAlgebra>(
    x: A, labels: A, weights: [A], biases: [A], regularization: A
  ) -> Gradients<A> {
    var gradients = lossAndGradients(x: x, labels: labels, weights: weights, biases: biases)
    for layer in weights.indices.reversed() {
      let penalty = L2Penalty.lossAndGradient(w: weights[layer], regularization: regularization)
      gradients.loss = gradients.loss + penalty.loss
      gradients.weights[layer] = gradients.weights[layer] + penalty.gradW
    }
    return gradients
  }

  /// The masks of all dropout layers, each from a fresh generator of that seed.
  static func masks(
    samples: Int, hiddenSizes: [Int], keepProbability: Double, seed: UInt32
  ) -> [Tensor] {
    hiddenSizes.map { size in
      var random = RandomState(seed: seed)
      return Dropout.mask(
        shape: [samples, size], keepProbability: keepProbability, random: &random)
    }
  }

  /// What goes into each affine layer and what comes out of it.
  private static func forward<A: TensorAlgebra>(
    x: A, weights: [A], biases: [A], masks: [Tensor]?
  ) -> [(input: A, z: A)] {
    var (input, caches) = (x, [(input: A, z: A)]())
    for (layer, (w, b)) in zip(weights, biases).enumerated() {
      let z = Affine.forward(x: input, w: w, b: b)
      caches.append((input, z))
      guard layer < weights.count - 1 else { break }
      input = masks.map { ReLU.forward(z) * A(constant: $0[layer]) } ?? ReLU.forward(z)
    }
    return caches
  }
}
