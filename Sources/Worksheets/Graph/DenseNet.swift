import Tensors

/// A small dense network as a worksheet names its quantities: layers of any width.
///
/// Each layer computes `z = W·a + b` from the activations a before it, and its own activations from
/// z. The loss is `1/(2N)·Σ (ŷ − y)²` over N samples, which for one sample is `½·(ŷ − y)²`.
package struct DenseNet: Sendable, Hashable {
  /// What the given inputs are called, such as `x0`: (D) for one sample, (N, D) for a batch.
  package let input: String
  /// What the given targets are called.
  package let target: String
  /// From the first hidden layer to the output.
  package let layers: [Layer]
  /// What the given learning rate is called; `nil` where no step downhill is asked.
  package let learningRate: String?

  /// One layer's names.
  package struct Layer: Sendable, Hashable {
    /// The given weights: (units, inputs), or (inputs) into a single unit.
    package let weights: String
    /// The given biases: (units), or a plain number for a single unit.
    package let bias: String
    /// The weighted sums.
    package let sum: String
    /// The activations.
    package let output: String
    /// The function between the two.
    package let activation: Activation
    /// The gradient by the weighted sums, where the sheet asks for it; else it is called δ.
    package let delta: String?

    /// A layer whose quantities have these names.
    package init(
      weights: String, bias: String, sum: String, output: String,
      activation: Activation = .sigmoid, delta: String? = nil
    ) {
      self.weights = weights
      self.bias = bias
      self.sum = sum
      self.output = output
      self.activation = activation
      self.delta = delta
    }
  }

  /// A network whose quantities have these names.
  package init(input: String, target: String, layers: [Layer], learningRate: String? = nil) {
    precondition(!layers.isEmpty, "a network needs a layer")
    self.input = input
    self.target = target
    self.layers = layers
    self.learningRate = learningRate
  }

  /// The name of the loss.
  package static let loss = "loss"

  /// What the gradient by the weighted sums of a layer is called, counted from 0: `δ1`, `δ2`.
  package func delta(_ layer: Int) -> String { layers[layer].delta ?? "δ\(layer + 1)" }

  /// What the gradient of the loss by a parameter is called: `dW1`.
  package static func gradient(of parameter: String) -> String { "d\(parameter)" }

  /// What a parameter after the step downhill is called: `newW1`.
  package static func updated(_ parameter: String) -> String { "new\(parameter)" }

  /// Every step from the given numbers to the gradients and, with a learning rate, the new weights.
  ///
  /// - Parameter givens: The numbers by name, in the shapes that the names' comments state.
  /// - Returns: The graph, forward pass first, then back from the output.
  package func graph(of givens: [String: Tensor]) -> ComputationGraph {
    DenseNetWiring(net: self, givens: givens).graph
  }
}
