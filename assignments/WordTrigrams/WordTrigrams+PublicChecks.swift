import Coursework
import Grading

extension Derivative {
  /// The gradients of the whole net: the derivative of N times the submission's own loss, since
  /// gradients are sums over the samples.
  package static let wordTrigrams = Derivative(
    askedBy: "backward",
    gradients: [
      "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
      "gradB3": "b3",
    ], as: .smooth, sizes: [[3, 5, 2, 4], [4, 6, 3, 2], [5, 4, 2, 3]]
  ) { draw, n in
    Value.wordLayers(&draw, n[1], n[2], n[3]).merging([
      "x": .trigrams(&draw, n[0], vocabulary: n[1]), "y": .wordRows(&draw, n[0], vocabulary: n[1]),
    ]) { $1 }
  } forward: { inputs, ask in
    let layers = ["w1", "b1", "w2", "b2", "w3", "b3"]
    guard let y = inputs["y"], let samples = y.tensor?.shape.first,
      let p = try ask("forward", inputs, ["x"] + layers)["p"],
      let loss = try ask("loss", ["y": y, "p": p], ["y", "p"])["loss"]?.tensor
    else { return nil }
    return .tensor(Double(samples) * loss)
  }
}

extension Value {
  /// Weights and biases of a net for V words with D and P units, as w1, b1 and so on.
  package static func wordLayers(
    _ draw: inout Draw, _ vocabulary: Int, _ embedding: Int, _ hidden: Int
  ) -> [String: Value] {
    let sizes = [vocabulary, embedding, hidden, vocabulary]
    let layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      (w: 0.5 * draw.eighths(inputs, outputs), b: 0.5 * draw.eighths(outputs))
    }
    return Answer.layers(layers.map(\.w), "w").merging(.layers(layers.map(\.b), "b")) { $1 }
  }

  /// One right word for each sample, one-hot.
  package static func wordRows(_ draw: inout Draw, _ count: Int, vocabulary: Int) -> Value {
    .tensor(counts(&draw, count, words: 1, vocabulary: vocabulary))
  }

  /// Three words for each sample, as counts.
  package static func trigrams(_ draw: inout Draw, _ count: Int, vocabulary: Int) -> Value {
    .tensor(counts(&draw, count, words: 3, vocabulary: vocabulary))
  }

  private static func counts(
    _ draw: inout Draw, _ count: Int, words: Int, vocabulary: Int
  ) -> Tensor {
    var counts = Tensor.zeros(count, vocabulary)
    for row in 0..<count {
      for _ in 0..<words { counts[row, draw.one(of: Array(0..<vocabulary))] += 1 }
    }
    return counts
  }
}
