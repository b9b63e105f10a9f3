import Coursework
import Grading

extension TwoLayerNetCourseworkReference {
  /// Losses are made of scores, training of losses, and a prediction of scores.
  static let compositions: [Composition] = [
    loss("softmaxNetLoss", of: "softmaxNetScores", as: .softmax),
    loss("mseNetLoss", of: "mseNetScores", as: .squaredError),
    Composition("trainMSENet", of: ["mseNetLoss"]) { question, ask in
      let call = try TrainingCall(question)
      var (net, random, rate) = (call.weights, call.random, call.learningRate)
      var losses: [Double] = []
      for t in 0..<call.iterations {
        let batch = random.choice(call.samples, count: call.batchSize)
        let loss = Question(
          "mseNetLoss",
          [
            "x": .tensor(call.x.rows(at: batch)), "labels": .tensor(call.labels.rows(at: batch)),
            "w1": .tensor(net.w1), "b1": .tensor(net.b1), "w2": .tensor(net.w2),
            "b2": .tensor(net.b2), "regularization": .number(call.regularization),
          ])
        losses.append(try ask("loss", loss).scalar)
        let gradients = TrainingCall.Parameters(
          w1: try ask("gradW1", loss), b1: try ask("gradB1", loss), w2: try ask("gradW2", loss),
          b2: try ask("gradB2", loss))
        net = net.adding(gradients, times: -rate)
        if t % call.epoch == 0 { rate *= call.decay }
      }
      return [
        "w1": .tensor(net.w1), "b1": .tensor(net.b1), "w2": .tensor(net.w2),
        "b2": .tensor(net.b2), "losses": .tensor(Tensor(losses)),
      ]
    },
    Composition("predict", of: ["mseNetScores"]) { question, ask in
      let scores = try ask("scores", Question("mseNetScores", question.inputs))
      return ["labels": .tensor(Tensor(scores.argmax(axis: 1).map(Double.init)))]
    },
  ]

  /// What a right loss makes of somebody's own scores; the hidden layer beneath them is the right one.
  private static func loss(
    _ question: String, of scores: String, as kind: NetCall.Kind
  ) -> Composition {
    Composition(question, of: [scores]) { question, ask in
      let call = try NetCall(question, as: kind)
      let net = ["x", "w1", "b1", "w2", "b2"]
      let own = try ask("scores", Question(scores, question.inputs.filter { net.contains($0.key) }))
      let out = call.loss(ofScores: own)
      return call.loss(error: out.loss)
        .merging(call.gradients(gradScores: out.gradScores)) { $1 }
        .mapValues { .tensor($0) }
    }
  }
}
