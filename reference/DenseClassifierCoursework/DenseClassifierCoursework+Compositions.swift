import Coursework
import Grading

extension DenseClassifierCourseworkReference {
  /// The evaluation, made of the forward pass.
  static let compositions: [Composition] = [
    Composition("evaluate", of: ["forward"]) { question, ask in
      let names = ["x", "w1", "b1", "w2", "b2", "w3", "b3"]
      let p = try ask(
        "probabilities", Question("forward", question.inputs.filter { names.contains($0.key) }))
      let labels = try question.wholeNumbers("labels")
      let right = Tensor(labels.enumerated().map { p[$0, $1] })
      let penalty = try ClassifierNet { try question.tensor($0) }
        .penalty(Tensor(try question.number("regularization")))
      let hits = zip(p.argmax(axis: 1), labels).count { $0 == $1 }
      return [
        "loss": .number(-right.log().mean() + penalty.scalar),
        "accuracy": .number(Double(hits) / Double(labels.count)),
      ]
    }
  ]
}
