import Assignments
import Coursework

/// The reference solution of `tanh-net`.
package struct TanhNetCourseworkReference: TanhNetCoursework {
  /// A solution; it keeps no state.
  package init() {}

  /// Normal numbers: the weights and the biases of each layer in turn, from one stream.
  package func initialize(
    sizes: [Int], standardDeviation: Double, random: inout RandomState
  ) -> (weights: [Tensor], biases: [Tensor]) {
    var layers: (weights: [Tensor], biases: [Tensor]) = ([], [])
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      layers.weights.append(
        random.normal(standardDeviation: standardDeviation, shape: [inputs, outputs]))
      layers.biases.append(random.normal(standardDeviation: standardDeviation, shape: [outputs]))
    }
    return layers
  }

  /// tanh after every layer.
  package func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) -> Tensor {
    TanhNet.activations(x: x, weights: weights, biases: biases)[weights.count]
  }

  /// `1/n · Σ (y − ŷ)²`.
  package func loss(y: Tensor, yHat: Tensor) -> Double { TanhNet.loss(y: y, yHat: yHat).scalar }

  /// The gradients of `½ · Σ (ŷ − y)²`.
  package func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    TanhNet.backward(x: x, y: y, weights: weights, biases: biases)
  }

  /// `v' = gradient + β·v`, `w' = w − η·v'/B`.
  package func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) -> (w: Tensor, v: Tensor) {
    Momentum.accumulated(
      w: w, v: v, gradient: gradient, learningRate: Tensor(learningRate),
      momentum: Tensor(momentum), batchSize: Tensor(batchSize))
  }

  /// 1 where ŷ is at least 0, else −1.
  package func classify(yHat: Tensor) -> Tensor { TanhNet.classes(yHat) }

  /// The share of entries whose class is that of y, in percent.
  package func accuracy(y: Tensor, yHat: Tensor) -> Double {
    TanhNet.accuracy(y: y, yHat: yHat).scalar
  }

  /// Mini-batches in a new order each epoch, with momentum.
  package func train(
    x: Tensor, y: Tensor, testX: Tensor, testY: Tensor, weights: [Tensor], biases: [Tensor],
    learningRate: Double, momentum: Double, batches: Int, epochs: Int, random: inout RandomState
  ) -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  ) {
    let plan = Epochs(samples: x.shape[0], batches: batches, epochs: epochs)
    var training = BatchTraining(
      weights + biases, learningRate: learningRate, momentum: momentum)
    var (new, notes) = ((weights: weights, biases: biases), [[Double]](repeating: [], count: 4))
    for order in plan.orders(&random) {
      let (x, y) = (x.rows(at: order), y.rows(at: order))
      for rows in plan.ranges {
        let gradients = backward(
          x: x.rows(rows), y: y.rows(rows), weights: new.weights, biases: new.biases)
        training.step(
          along: gradients.gradWeights + gradients.gradBiases, batchSize: plan.batchSize)
        new.weights = Array(training.arrays.prefix(weights.count))
        new.biases = Array(training.arrays.suffix(biases.count))
      }
      let yHat = forward(x: x, weights: new.weights, biases: new.biases)
      let testYHat = forward(x: testX, weights: new.weights, biases: new.biases)
      notes[0].append(loss(y: y, yHat: yHat))
      notes[1].append(accuracy(y: y, yHat: yHat))
      notes[2].append(loss(y: testY, yHat: testYHat))
      notes[3].append(accuracy(y: testY, yHat: testYHat))
    }
    return (new.weights, new.biases, notes[0], notes[1], notes[2], notes[3])
  }
}
