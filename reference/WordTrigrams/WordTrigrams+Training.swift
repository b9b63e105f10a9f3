import Coursework
import Grading

extension WordTrigramsReference {
  /// The net as it learns.
  static let net = BatchNet(
    prediction: "p",
    notes: [.init(x: "validationX", y: "validationY", losses: "losses", accuracies: "accuracies")],
    forward: { x, arrays in
      let (weights, biases) = layers(arrays)
      return WordTrigramsReference().forward(x: x, weights: weights, biases: biases)
    },
    loss: { WordNet.loss(y: $0, p: $1).scalar },
    accuracy: { WordNet.accuracy(y: $0, p: $1) },
    gradients: { x, y, arrays in
      let (weights, biases) = layers(arrays)
      let gradients = WordNet.backward(x: x, y: y, weights: weights, biases: biases)
      return zip(gradients.gradWeights, gradients.gradBiases).flatMap { [$0, $1] }
    })

  /// w1, b1, w2, b2 and so on, taken apart.
  private static func layers(_ arrays: [Tensor]) -> (weights: [Tensor], biases: [Tensor]) {
    let places = stride(from: 0, to: arrays.count, by: 2)
    return (places.map { arrays[$0] }, places.map { arrays[$0 + 1] })
  }
}
