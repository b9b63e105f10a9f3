import Coursework

/// What the passes through the word net are computed from, and their wrong variants.
struct WordPass: Sendable {
  let x: Tensor
  let weights, biases: [Tensor]
  private let question: Question

  init(_ question: Question) throws {
    self.question = question
    x = try question.tensor("x")
    weights = question.layers("w")
    biases = question.layers("b")
  }

  var y: Tensor { get throws { try question.tensor("y") } }

  typealias Function = @Sendable (Tensor) -> Tensor

  static let identity: Function = { $0 }
  static let sigmoid: Function = { Sigmoid.forward($0) }

  /// The sums of all layers and what comes out of them.
  struct Layers {
    let e, hiddenSum, h, s: Tensor
    /// What comes out of the embedding.
    let embedding: Tensor
  }

  /// All layers, with other functions behind the first two.
  func layers(
    embedding: Function = identity, hidden: Function = sigmoid, bias: Double = 1
  ) -> Layers {
    let e = x.matmul(weights[0]) + bias * biases[0]
    let hiddenSum = embedding(e).matmul(weights[1]) + bias * biases[1]
    let h = hidden(hiddenSum)
    let s = h.matmul(weights[2]) + bias * biases[2]
    return Layers(e: e, hiddenSum: hiddenSum, h: h, s: s, embedding: embedding(e))
  }

  /// p with another function behind the last layer.
  func p(
    embedding: Function = identity, hidden: Function = sigmoid, bias: Double = 1,
    output: Function = { WordNet.softmax($0) }
  ) -> [String: Tensor] {
    ["p": output(layers(embedding: embedding, hidden: hidden, bias: bias).s)]
  }
}

/// The way that somebody takes backwards through the word net; by default the right one.
struct WordWayBack: Sendable {
  /// The gradient by the sums of the last layer, from those sums.
  var outputDelta: @Sendable (_ s: Tensor, _ y: Tensor) -> Tensor = { WordNet.softmax($0) - $1 }
  var embedding = WordPass.identity
  var hiddenSlope = ActivationSlope.ofSigmoid
  var embeddingSlope = ActivationSlope.leftOut
  /// Whether gradW₃ takes what went into the sigmoid, not what came out.
  var takesSums = false
  /// What gradW and gradB are made into.
  var finishW: @Sendable (Tensor) -> Tensor = { $0 }
  var finishB: @Sendable (_ delta: Tensor) -> Tensor = { $0.sum(axis: 0) }

  /// All gradients, found in this way.
  func gradients(_ pass: WordPass) throws -> [String: Tensor] {
    let layers = pass.layers(embedding: embedding)
    let third = outputDelta(layers.s, try pass.y)
    let second =
      third.matmul(pass.weights[2].transposed()) * hiddenSlope(layers.hiddenSum, layers.h)
    let first =
      second.matmul(pass.weights[1].transposed()) * embeddingSlope(layers.e, layers.embedding)
    let inputs = [pass.x, layers.embedding, takesSums ? layers.hiddenSum : layers.h]
    var gradients: [String: Tensor] = [:]
    for (layer, delta) in [first, second, third].enumerated() {
      gradients["gradW\(layer + 1)"] = finishW(inputs[layer].transposed().matmul(delta))
      gradients["gradB\(layer + 1)"] = finishB(delta)
    }
    return gradients
  }
}
