import Coursework
import Grading

extension DenseClassifierCourseworkReference {
  /// Right answers written differently, question by question; those of a formula come besides, in
  /// other orders.
  static let alternatives =
    netAlternatives + adamAlternatives + countAlternatives + stoppingAlternatives
    + stepAlternatives

  // MARK: - The net

  private static let netAlternatives: [Alternative] = [
    Alternative("forward-unshifted", of: "forward", "a softmax without the largest score") {
      try DensePassCall($0).forward(top: { scores in
        scores.exp() / scores.exp().sum(axis: 1, keepingDimension: true)
      }).mapValues { .tensor($0) }
    },
    Alternative("forward-masks", of: "forward", "z times 1 where it is above 0") {
      try DensePassCall($0).forward(first: { $0 * ($0 .> 0) }, second: { ($0 + $0.abs()) / 2 })
        .mapValues { .tensor($0) }
    },
    Alternative("dropout-loops", of: "dropout", "number by number") {
      let (h, uniforms) = (try $0.tensor("h"), try $0.tensor("uniforms"))
      let rate = try $0.number("rate")
      let mask = uniforms.map { $0 < rate ? 0 : 1 / (1 - rate) }
      let out = zip(h.scalars, uniforms.scalars).map { $1 < rate ? 0 : $0 / (1 - rate) }
      return ["mask": .tensor(mask), "out": .tensor(Tensor(shape: h.shape, scalars: out))]
    },
    Alternative("evaluate-probabilities", of: "evaluate", "the logarithm of the probabilities") {
      let call = try DenseEvaluationCall($0)
      return call.loss().merging(["accuracy": Tensor(call.accuracy)]) { $1 }
        .mapValues { .tensor($0) }
    },
    Alternative("gradients-by-hand", of: "lossAndGradients", "all layers written out") {
      let call = try DenseBatchCall($0)
      return call.gradients().merging(call.loss([1, 1, 0])) { $1 }.mapValues { .tensor($0) }
    },
  ]

  // MARK: - Adam

  private static let adamAlternatives: [Alternative] = [
    Alternative("adam-corrected", of: "adamStep", "ε corrected instead of the rate") {
      let step = try AdamStep($0)
      let epsilon = step.epsilon / step.correctionOfV().squareRoot()
      let w = step.w - step.rate * step.unbiasedM / (step.unbiasedV.sqrt() + epsilon)
      return [
        "w": .tensor(w), "m": .tensor(step.newM), "v": .tensor(step.newV),
        "t": .number(Double(step.t + 1)),
      ]
    },
    Alternative("adam-toward", of: "adamStep", "averages moved toward the new numbers") {
      let step = try AdamStep($0)
      let m = step.m + (1 - step.beta1) * (step.gradW - step.m)
      let v = step.v - (1 - step.beta2) * (step.v - step.gradW.squared())
      return [
        "w": .tensor(step.folded(m: m, v: v)), "m": .tensor(m), "v": .tensor(v),
        "t": .number(Double(step.t + 1)),
      ]
    },
  ]

  // MARK: - Counts

  private static let countAlternatives: [Alternative] = [
    counts("weights-and-biases", "weights and biases apart") { sizes in
      zip(sizes, sizes.dropFirst()).map { $0 * $1 + $1 }
    },
    counts("input-of-ones", "biases as weights of one more input") { sizes in
      zip(sizes.map { $0 + 1 }, sizes.dropFirst()).map(*)
    },
    counts("loop", "a loop from the last layer") { sizes in
      var layers: [Int] = []
      for i in stride(from: sizes.count - 1, to: 0, by: -1) {
        layers.insert(sizes[i] * sizes[i - 1] + sizes[i], at: 0)
      }
      return layers
    },
    counts("arrays", "the arrays made, and their entries counted") { sizes in
      zip(sizes, sizes.dropFirst()).map { Tensor.zeros($0, $1).count + Tensor.zeros($1).count }
    },
  ]

  private static func counts(
    _ id: String, _ summary: String, layers: @escaping @Sendable ([Int]) -> [Int]
  ) -> Alternative {
    Alternative("counts-\(id)", of: "parameterCounts", summary) {
      let layers = layers(try $0.wholeNumbers("sizes"))
      return [
        "layers": .tensor(Tensor(layers.map(Double.init))),
        "total": .number(Double(layers.reduce(0, +))),
      ]
    }
  }

  // MARK: - Early stopping

  private static let stoppingAlternatives: [Alternative] = [
    stopping("counter", "a counter that is set back") { $0.last() },
    stopping("windows", "the first stretch without a better one is looked for") { call in
      let stretch = call.values.indices.first { start in
        let end = start + call.patience
        guard end < call.values.count, call.best(until: start) == start else { return false }
        return call.best(until: end) == start
      }
      return stretch.map { $0 + call.patience } ?? call.values.count - 1
    },
    stopping("remaining", "patience is used up, and renewed") { call in
      var (left, best) = (call.patience, call.values[0])
      for (epoch, value) in call.values.enumerated().dropFirst() {
        if call.isBetter(value, best) { (left, best) = (call.patience, value) } else { left -= 1 }
        if left == 0 { return epoch }
      }
      return call.values.count - 1
    },
    stopping("distance", "the distance to the best epoch so far") { call in
      call.values.indices.first { $0 - call.best(until: $0) >= call.patience }
        ?? call.values.count - 1
    },
  ]

  private static func stopping(
    _ id: String, _ summary: String, last: @escaping @Sendable (StoppingWay) -> Int
  ) -> Alternative {
    Alternative("stopping-\(id)", of: "earlyStopping", summary) {
      let call = try StoppingWay($0)
      return call.answer(last(call)).mapValues { .tensor($0) }
    }
  }

  // MARK: - Steps

  private static let stepAlternatives: [Alternative] = [
    steps("ceiling", "quotients rounded up") { Int((Double($0) / Double($1)).rounded(.up)) },
    steps("remainder", "one more where something is left") { $0 / $1 + ($0 % $1 > 0 ? 1 : 0) },
    steps("stride", "the batches counted") { samples, batch in
      stride(from: 0, to: samples, by: batch).reduce(0) { count, _ in count + 1 }
    },
    steps("negative", "minus a quotient rounded down") {
      -Int((Double(-$0) / Double($1)).rounded(.down))
    },
  ]

  private static func steps(
    _ id: String, _ summary: String, batches: @escaping @Sendable (Int, Int) -> Int
  ) -> Alternative {
    Alternative("steps-\(id)", of: "stepCounts", summary) {
      let (samples, batch) = (try $0.wholeNumber("samples"), try $0.wholeNumber("batchSize"))
      let train = Int(Double(samples) * (1 - (try $0.number("validationSplit"))))
      return [
        "train": .number(Double(batches(train, batch))),
        "validation": .number(Double(batches(samples - train, batch))),
      ]
    }
  }
}
