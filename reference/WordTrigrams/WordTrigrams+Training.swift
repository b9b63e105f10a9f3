import Coursework
import Grading

extension WordTrigramsReference {
  /// The net as it learns.
  static let net = BatchNet(
    prediction: "p",
    notes: [.init(x: "validationX", y: "validationY", losses: "losses", accuracies: "accuracies")],
    forward: { WordTrigramsReference().forward(x: $0, weights: $1, biases: $2) },
    loss: { WordNet.loss(y: $0, p: $1).scalar },
    accuracy: { WordNet.accuracy(y: $0, p: $1) },
    backward: { WordNet.backward(x: $0, y: $1, weights: $2, biases: $3) })
}
