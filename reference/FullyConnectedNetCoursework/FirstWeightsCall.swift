import Coursework

/// What the first weights of a net are drawn from.
struct FirstWeightsCall: Sendable {
  let sizes: [Int]
  let scale: Double
  let random: RandomState

  init(_ question: Question) throws {
    sizes = try question.wholeNumbers("sizes")
    scale = try question.number("scale")
    random = try question.randomState("random")
  }

  /// Each layer's number and size, from the first to the last.
  var layers: [(Int, (inputs: Int, outputs: Int))] {
    Array(zip(1..., zip(sizes, sizes.dropFirst()).map { (inputs: $0, outputs: $1) }))
  }

  /// Weights drawn otherwise, layer by layer from the first to the last.
  func weights(
    _ draw: (FirstWeightsCall, inout RandomState, _ inputs: Int, _ outputs: Int) -> Tensor
  ) -> [String: Tensor] {
    var random = random
    var weights: [String: Tensor] = [:]
    for (layer, size) in layers {
      weights["w\(layer)"] = draw(self, &random, size.inputs, size.outputs)
    }
    return weights
  }
}
