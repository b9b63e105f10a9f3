import Coursework
import Grading

// Right answers where chance or a loop decides.
extension TwoLayerNetCourseworkReference {
  // MARK: - Initial weights

  static let initialAlternatives: [Alternative] = [
    initial("normal", "normal numbers of that standard deviation") { shape, scale, random in
      random.normal(mean: 0, standardDeviation: scale, shape: shape)
    },
    initial("flat", "drawn in a row and folded") { shape, scale, random in
      random.randn(shape[0] * shape[1]).reshaped(to: shape) * scale
    },
    initial("one-by-one", "one number at a time") { shape, scale, random in
      var w = Tensor.zeros(shape: shape)
      for i in 0..<shape[0] {
        for j in 0..<shape[1] { w[i, j] = scale * random.randn(1)[0] }
      }
      return w
    },
    initial("rows", "row by row") { shape, scale, random in
      let rows = (0..<shape[0]).flatMap { _ in (random.randn(shape[1]) * scale).scalars }
      return Tensor(shape: shape, scalars: rows)
    },
  ]

  private static func initial(
    _ id: String, _ summary: String,
    draw: @escaping @Sendable (_ shape: [Int], _ scale: Double, inout RandomState) -> Tensor
  ) -> Alternative {
    Alternative("initial-\(id)", of: "initialWeights", summary) { question in
      var random = try question.randomState("random")
      let (inputs, hidden) = (
        try question.wholeNumber("inputs"), try question.wholeNumber("hidden")
      )
      let (classes, scale) = (try question.wholeNumber("classes"), try question.number("scale"))
      let w1 = draw([inputs, hidden], scale, &random)
      let w2 = draw([hidden, classes], scale, &random)
      return [
        "w1": .tensor(w1), "b1": .tensor(.zeros(hidden)), "w2": .tensor(w2),
        "b2": .tensor(.zeros(classes)),
      ]
    }
  }

  // MARK: - Training

  static let trainingAlternatives: [Alternative] = [
    training("sums", "gradients of the sum, divided in the step") { batch, rate in
      let (n, gradients) = (Double(batch.labels.count), batch.result.gradients)
      let nothing = gradients.adding(gradients, times: -1)
      return batch.parameters.adding(nothing.adding(gradients, times: n), times: -rate / n)
    },
    training("separate-penalty", "weights shrink first, then a step without the penalty") {
      batch, rate in
      let plain = TrainingCall.Batch(
        x: batch.x, labels: batch.labels, parameters: batch.parameters, regularization: 0)
      var new = batch.parameters
      let kept = 1 - rate * batch.regularization
      (new.w1, new.w2) = (kept * new.w1, kept * new.w2)
      return new.adding(plain.result.gradients, times: -rate)
    },
    training("in-place", "in place, from the output layer down") { batch, rate in
      let gradients = batch.result.gradients
      var new = batch.parameters
      new.b2 -= gradients.b2 * rate
      new.w2 -= gradients.w2 * rate
      new.b1 -= gradients.b1 * rate
      new.w1 -= gradients.w1 * rate
      return new
    },
    training("velocity", "a velocity of momentum 0 is added") { batch, rate in
      let nothing = batch.parameters.adding(batch.parameters, times: -1)
      return batch.parameters.adding(
        nothing.adding(batch.result.gradients, times: -rate), times: 1)
    },
  ]

  private static func training(
    _ id: String, _ summary: String,
    stepped:
      @escaping @Sendable (_ batch: TrainingCall.Batch, _ rate: Double) -> TrainingCall.Parameters
  ) -> Alternative {
    Alternative("training-\(id)", of: "trainMSENet", summary) {
      var habits = TrainingCall.Habits()
      habits.stepped = stepped
      return try TrainingCall($0).results(of: habits).mapValues { .tensor($0) }
    }
  }

  // MARK: - Prediction

  static let predictionAlternatives: [Alternative] = [
    predicting("loops", "row by row, keeping the best so far") { scores in
      (0..<scores.shape[0]).map { i in
        var best = 0
        for j in 1..<scores.shape[1] where scores[i, j] > scores[i, best] { best = j }
        return best
      }
    },
    predicting("softmax", "by the highest probability") { scores in
      let powers = (scores - scores.max(axis: 1, keepingDimension: true)).exp()
      return (powers / powers.sum(axis: 1, keepingDimension: true)).argmax(axis: 1)
    },
    predicting("sorted", "the last of the classes sorted by their scores") { scores in
      (0..<scores.shape[0]).map { i in
        (0..<scores.shape[1]).sorted { scores[i, $0] < scores[i, $1] }.last ?? 0
      }
    },
    predicting("row-by-row", "each row by itself") { scores in
      (0..<scores.shape[0]).map { scores.row($0).argmax() }
    },
  ]

  private static func predicting(
    _ id: String, _ summary: String, labels: @escaping @Sendable (_ scores: Tensor) -> [Int]
  ) -> Alternative {
    Alternative("predict-\(id)", of: "predict", summary) {
      let labels = labels(try TwoLayerNet($0).turned.scores)
      return ["labels": .tensor(Tensor(labels.map(Double.init)))]
    }
  }
}
