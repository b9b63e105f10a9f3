import Tensors

/// Layers of which each is affine with a tanh after it, the last one too.
enum TanhNet {
  /// x and the activations of every layer: `z_l = tanh(z_{l−1}·W_l + b_l)`.
  static func activations<A: TensorAlgebra>(x: A, weights: [A], biases: [A]) -> [A] {
    zip(weights, biases).reduce(into: [x]) { activations, layer in
      let sum = Affine.forward(x: activations[activations.count - 1], w: layer.0, b: layer.1)
      activations.append(sum.tanh())
    }
  }

  /// `1/n · Σ (y − ŷ)²` over all n entries.
  static func loss<A: TensorAlgebra>(y: A, yHat: A) -> A {
    let residuals = y - yHat
    return (residuals * residuals).total() / Double(y.value.count)
  }

  /// The gradients of `½ · Σ (ŷ − y)²`, which are sums over the samples.
  static func backward<A: TensorAlgebra>(
    x: A, y: A, weights: [A], biases: [A]
  ) -> (gradWeights: [A], gradBiases: [A]) {
    let z = activations(x: x, weights: weights, biases: biases)
    var gradients: (gradWeights: [A], gradBiases: [A]) = ([], [])
    // The gradient by the activations of the layer at hand.
    var error = z[weights.count] - y
    for layer in weights.indices.reversed() {
      let delta = error * (1 - z[layer + 1] * z[layer + 1])
      let (gradX, gradW, gradB) = Affine.backward(gradY: delta, x: z[layer], w: weights[layer])
      gradients.gradWeights.insert(gradW, at: 0)
      gradients.gradBiases.insert(gradB, at: 0)
      error = gradX
    }
    return gradients
  }

  /// 1 where ŷ is at least 0, else −1.
  static func classes<A: TensorAlgebra>(_ yHat: A) -> A { 1 - 2 * (-yHat).step() }

  /// The share of equal entries in percent, of classes that are −1 or 1.
  static func accuracy<A: TensorAlgebra>(y: A, yHat: A) -> A {
    // The product is 1 where two signs are equal, else −1.
    100 * (1 + y * classes(yHat)).total() / Double(2 * y.value.count)
  }
}
