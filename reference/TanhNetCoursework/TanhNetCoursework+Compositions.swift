import Coursework
import Grading

extension TanhNetCourseworkReference {
  /// The accuracy, made of classes, and the training, made of the methods before it.
  static let compositions: [Composition] = [
    Composition("accuracy", of: ["classify"]) { question, ask in
      let classes = try ask(
        "classes", Question("classify", ["yHat": .tensor(try question.tensor("yHat"))]))
      let hits = try question.tensor("y") .== classes
      return ["accuracy": .number(100 * hits.mean())]
    },
    net.composition,
  ]

  /// The net as it learns.
  static let net = BatchNet(
    prediction: "yHat",
    notes: [
      .init(x: "x", y: "y", losses: "losses", accuracies: "accuracies"),
      .init(x: "testX", y: "testY", losses: "testLosses", accuracies: "testAccuracies"),
    ],
    forward: { x, arrays in
      let (weights, biases) = layers(arrays)
      return TanhNetCourseworkReference().forward(x: x, weights: weights, biases: biases)
    },
    loss: { TanhNet.loss(y: $0, yHat: $1).scalar },
    accuracy: { TanhNet.accuracy(y: $0, yHat: $1).scalar },
    gradients: { x, y, arrays in
      let (weights, biases) = layers(arrays)
      let gradients = TanhNet.backward(x: x, y: y, weights: weights, biases: biases)
      return zip(gradients.gradWeights, gradients.gradBiases).flatMap { [$0, $1] }
    })

  /// w1, b1, w2, b2 and so on, taken apart.
  private static func layers(_ arrays: [Tensor]) -> (weights: [Tensor], biases: [Tensor]) {
    let places = stride(from: 0, to: arrays.count, by: 2)
    return (places.map { arrays[$0] }, places.map { arrays[$0 + 1] })
  }
}
