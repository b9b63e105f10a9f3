import Tensors

/// Arrays that learn by batches, each with a velocity of its own.
struct BatchTraining: Sendable {
  private(set) var arrays: [Tensor]
  private var velocities: [Tensor]
  private let learningRate, momentum: Double

  /// Arrays before the first step, at rest.
  init(_ arrays: [Tensor], learningRate: Double, momentum: Double) {
    self.arrays = arrays
    velocities = arrays.map { .zeros(shape: $0.shape) }
    (self.learningRate, self.momentum) = (learningRate, momentum)
  }

  /// One step of every array, along a gradient of each.
  mutating func step(along gradients: [Tensor], batchSize: Double) {
    for (place, gradient) in gradients.enumerated() {
      (arrays[place], velocities[place]) = Momentum.accumulated(
        w: arrays[place], v: velocities[place], gradient: gradient,
        learningRate: Tensor(learningRate), momentum: Tensor(momentum),
        batchSize: Tensor(batchSize))
    }
  }
}
