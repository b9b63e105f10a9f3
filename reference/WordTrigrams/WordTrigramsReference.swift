import Assignments
import Coursework

/// The reference solution of `word-trigrams`.
package struct WordTrigramsReference: WordTrigrams {
  /// A solution; it keeps no state.
  package init() {}

  /// How often each word occurs in each row.
  package func countWords(words: [[Int]], vocabulary: Int) -> Tensor {
    WordNet.counts(of: words, vocabulary: vocabulary)
  }

  /// The softmax of what an embedding and a sigmoid layer make of the counts.
  package func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) -> Tensor {
    WordNet.softmax(WordNet.layers(x: x, weights: weights, biases: biases).s)
  }

  /// `−1/N · Σ y · log p`.
  package func loss(y: Tensor, p: Tensor) -> Double { WordNet.loss(y: y, p: p).scalar }

  /// The gradients of N times the loss.
  package func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    WordNet.backward(x: x, y: y, weights: weights, biases: biases)
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

  /// The share of samples whose most probable word is the right one, in percent.
  package func accuracy(y: Tensor, p: Tensor) -> Double { WordNet.accuracy(y: y, p: p) }

  /// The k most probable words, the most probable first.
  package func topWords(p: Tensor, k: Int) -> [[Int]] {
    WordNet.ranking(p).map { Array($0.prefix(k)) }
  }

  /// Mini-batches in a new order each epoch, with momentum.
  package func train(
    x: Tensor, y: Tensor, validationX: Tensor, validationY: Tensor, weights: [Tensor],
    biases: [Tensor], learningRate: Double, momentum: Double, batches: Int, epochs: Int,
    random: inout RandomState
  ) -> (weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double]) {
    let plan = Epochs(samples: x.shape[0], batches: batches, epochs: epochs)
    var training = BatchTraining(
      weights + biases, learningRate: learningRate, momentum: momentum)
    var (weights, biases) = (weights, biases)
    var notes: (losses: [Double], accuracies: [Double]) = ([], [])
    for order in plan.orders(&random) {
      let (x, y) = (x.rows(at: order), y.rows(at: order))
      for rows in plan.ranges {
        let gradients = backward(
          x: x.rows(rows), y: y.rows(rows), weights: weights, biases: biases)
        training.step(
          along: gradients.gradWeights + gradients.gradBiases, batchSize: plan.batchSize)
        weights = Array(training.arrays.prefix(weights.count))
        biases = Array(training.arrays.suffix(biases.count))
      }
      let p = forward(x: validationX, weights: weights, biases: biases)
      notes.losses.append(loss(y: validationY, p: p))
      notes.accuracies.append(accuracy(y: validationY, p: p))
    }
    return (weights, biases, notes.losses, notes.accuracies)
  }
}
