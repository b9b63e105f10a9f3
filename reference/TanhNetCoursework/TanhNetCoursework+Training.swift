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
    forward: { TanhNetCourseworkReference().forward(x: $0, weights: $1, biases: $2) },
    loss: { TanhNet.loss(y: $0, yHat: $1).scalar },
    accuracy: { TanhNet.accuracy(y: $0, yHat: $1).scalar },
    backward: { TanhNet.backward(x: $0, y: $1, weights: $2, biases: $3) })
}
