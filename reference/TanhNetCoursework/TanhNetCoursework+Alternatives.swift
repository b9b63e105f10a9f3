import Coursework
import Foundation
import Grading

extension TanhNetCourseworkReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    initializeAlternatives + forwardAlternatives + backwardAlternatives + BatchMomentum.alternatives
    + smallAlternatives + net.trainAlternatives

  // MARK: - Initialisation

  private static let initializeAlternatives: [Alternative] = [
    initialize("one-stream", "all numbers drawn at once, then cut into layers") { draw in
      var random = draw.random
      let counts = zip(draw.sizes, draw.sizes.dropFirst()).map { ($0 + 1) * $1 }
      let all = random.randn(counts.reduce(0, +)) * draw.deviation
      var start = 0
      return draw.layers { _, _, inputs, outputs in
        let middle = start + inputs * outputs
        defer { start = middle + outputs }
        return (
          all.rows(start..<middle).reshaped(inputs, outputs),
          all.rows(middle..<middle + outputs)
        )
      }
    },
    initialize("loops", "number by number") { draw in
      draw.layers { draw, random, inputs, outputs in
        var w = Tensor.zeros(inputs, outputs)
        for i in 0..<inputs {
          for j in 0..<outputs { w[i, j] = draw.deviation * random.randn(1)[0] }
        }
        return (w, Tensor((0..<outputs).map { _ in draw.deviation * random.randn(1)[0] }))
      }
    },
    initialize("standard-normal", "standard normal numbers times the deviation") { draw in
      draw.layers { draw, random, inputs, outputs in
        (random.randn(inputs, outputs) * draw.deviation, random.randn(outputs) * draw.deviation)
      }
    },
    initialize("bias-row", "biases drawn as the last row of the weights") { draw in
      draw.layers { draw, random, inputs, outputs in
        let rows = random.normal(standardDeviation: draw.deviation, shape: [inputs + 1, outputs])
        return (rows.rows(0..<inputs), rows.row(inputs))
      }
    },
  ]

  private static func initialize(
    _ id: String, _ summary: String, _ new: @escaping @Sendable (Initialisation) -> [String: Tensor]
  ) -> Alternative {
    Alternative("initialize-\(id)", of: "initialize", summary) {
      new(try Initialisation($0)).mapValues { .tensor($0) }
    }
  }

  // MARK: - Passes

  private static let forwardAlternatives: [Alternative] = [
    Alternative("forward-exponentials", of: "forward", "tanh as the course writes it") {
      let pass = try TanhPass($0)
      let tanh: TanhPass.Function = { 2 / (1 + (-2 * $0).exp()) - 1 }
      return pass.yHat(hidden: tanh, output: tanh).mapValues { .tensor($0) }
    },
    Alternative("forward-quotient", of: "forward", "tanh as a quotient of exponentials") {
      let pass = try TanhPass($0)
      let tanh: TanhPass.Function = { ($0.exp() - (-$0).exp()) / ($0.exp() + (-$0).exp()) }
      return pass.yHat(hidden: tanh, output: tanh).mapValues { .tensor($0) }
    },
    Alternative("forward-loops", of: "forward", "sample by sample, unit by unit") {
      let pass = try TanhPass($0)
      let rows = (0..<pass.x.shape[0]).map { sample -> [Double] in
        var z = pass.x.row(sample).scalars
        for (w, b) in zip(pass.weights, pass.biases) {
          z = (0..<b.count).map { unit in
            tanh(z.indices.reduce(b[unit]) { $0 + z[$1] * w[$1, unit] })
          }
        }
        return z
      }
      return ["yHat": .tensor(Tensor(rows))]
    },
  ]

  private static let backwardAlternatives: [Alternative] = [
    Alternative("backward-slope-of-sum", of: "backward", "1 − tanh² of the sums, taken again") {
      var way = TanhWayBack()
      (way.hiddenSlope, way.outputSlope) = (.ofTanhAtSum, .ofTanhAtSum)
      return try way.gradients(TanhPass($0)).mapValues { .tensor($0) }
    },
    Alternative("backward-factored", of: "backward", "the slope as (1 − z)·(1 + z)") {
      let slope = ActivationSlope { _, z in (1 - z) * (1 + z) }
      var way = TanhWayBack()
      (way.hiddenSlope, way.outputSlope) = (slope, slope)
      return try way.gradients(TanhPass($0)).mapValues { .tensor($0) }
    },
    Alternative("backward-samples", of: "backward", "sample by sample, gradients added up") {
      let question = $0
      let pass = try TanhPass(question)
      var sums: [String: Tensor] = [:]
      for sample in 0..<pass.x.shape[0] {
        let rows = ["x", "y"].map { name in
          (name, question.inputs[name]?.tensor.map { Value.tensor($0.rows(sample..<sample + 1)) })
        }
        let inputs = question.inputs.merging(rows.compactMap { n, v in v.map { (n, $0) } }) { $1 }
        let one = try TanhWayBack().gradients(TanhPass(Question(question.name, inputs)))
        sums = sums.isEmpty ? one : sums.merging(one) { $0 + $1 }
      }
      return sums.mapValues { .tensor($0) }
    },
  ]

  // MARK: - Loss and classes

  private static let smallAlternatives: [Alternative] = [
    Alternative("loss-loops", of: "loss", "entry by entry") {
      let call = try PredictionCall($0)
      var sum = 0.0
      for (y, yHat) in zip(call.y.scalars, call.yHat.scalars) { sum += pow(y - yHat, 2) }
      return ["loss": .number(sum / Double(call.y.count))]
    },
    Alternative("loss-turned", of: "loss", "ŷ − y, and the mean of means of columns") {
      let call = try PredictionCall($0)
      return ["loss": .number((call.yHat - call.y).squared().mean(axis: 0).mean())]
    },
    Alternative("classify-map", of: "classify", "entry by entry") {
      ["classes": .tensor(try PredictionCall($0).classes)]
    },
    Alternative("classify-mask", of: "classify", "twice a mask, minus 1") {
      ["classes": .tensor(2 * (try PredictionCall($0).yHat .>= 0) - 1)]
    },
    Alternative("accuracy-loops", of: "accuracy", "hits counted one by one") {
      let call = try PredictionCall($0)
      let hits = zip(call.y.scalars, call.classes.scalars).count { $0 == $1 }
      return ["accuracy": .number(100 * (Double(hits) / Double(call.y.count)))]
    },
    Alternative("accuracy-products", of: "accuracy", "where target and ŷ have one sign") {
      let call = try PredictionCall($0)
      return ["accuracy": .number(100 * ((call.y * call.yHat) .>= 0).mean())]
    },
  ]
}
