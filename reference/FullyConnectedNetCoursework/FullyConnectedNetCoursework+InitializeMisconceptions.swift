import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  /// Mistakes in `initialize`.
  static let initializeMisconceptions: [Misconception] = [
    initialize.mistake(
      "FI1", "all your layers begin with the same numbers",
      why: "one generator moves on from layer to layer; do not make or seed it anew",
      where: "the lines that draw the weights"
    ) {
      $0.weights { call, random, inputs, outputs in
        random = call.random
        return call.scale * random.randn(inputs, outputs)
      }
    },
    initialize.mistake(
      "FI2", "your biases are drawn by chance as well",
      why: "only the weights must differ from the start: biases begin at 0, and draw nothing",
      where: "the line that makes the biases"
    ) { call in
      var random = call.random
      var answer: [String: Tensor] = [:]
      for (layer, (inputs, outputs)) in call.layers {
        answer["w\(layer)"] = call.scale * random.randn(inputs, outputs)
        answer["b\(layer)"] = call.scale * random.randn(outputs)
      }
      return answer
    },
    initialize.mistake(
      "FI3", "the scale is missing: your weights are the normal numbers themselves",
      why: "multiply them by scale, their standard deviation", where: scaleLine
    ) {
      $0.weights { _, random, inputs, outputs in random.randn(inputs, outputs) }
    },
    initialize.mistake(
      "FI4", "your weights are multiplied by √scale, as if it were a variance",
      why: "scale is the standard deviation: multiply by it", where: scaleLine
    ) {
      $0.weights { call, random, inputs, outputs in
        call.scale.squareRoot() * random.randn(inputs, outputs)
      }
    },
    initialize.mistake(
      "FI5", "your weights are transposed: they are (outputs, inputs)",
      why: "rows of x meet columns of w: w is (inputs, outputs)", where: scaleLine
    ) {
      $0.weights { call, random, inputs, outputs in
        call.scale * random.randn(outputs, inputs)
      }
    },
    initialize.mistake(
      "FI6", "your weights are drawn from the last layer to the first",
      why: "the first layer takes the first numbers of the generator", where: scaleLine
    ) { call in
      var random = call.random
      var answer: [String: Tensor] = [:]
      for (layer, (inputs, outputs)) in call.layers.reversed() {
        answer["w\(layer)"] = call.scale * random.randn(inputs, outputs)
      }
      return answer
    },
    initialize.mistake(
      "FI7", "your weights are uniform numbers, all of one sign",
      why: "they come from randn, the normal numbers around 0", where: scaleLine
    ) {
      $0.weights { call, random, inputs, outputs in
        call.scale * random.rand(inputs, outputs)
      }
    },
    initialize.mistake(
      "FI8", "your biases begin at 1",
      why: "nothing is drawn for biases: at first all of them are 0",
      where: "the line that makes the biases"
    ) { call in
      Dictionary(
        uniqueKeysWithValues: call.layers.map { layer, size in
          ("b\(layer)", Tensor.ones(size.outputs))
        })
    },
    initialize.mistake(
      "FI9", "your weights are all 0",
      why: "then all units of a layer stay alike for ever: draw them by chance", where: scaleLine
    ) {
      $0.weights { _, _, inputs, outputs in .zeros(inputs, outputs) }
    },
    initialize.mistake(
      "FI10", "your weights are divided by the root of the number of inputs as well",
      why: "that is another scheme; here scale alone is their standard deviation",
      where: scaleLine
    ) {
      $0.weights { call, random, inputs, outputs in
        call.scale * random.randn(inputs, outputs) / Double(inputs).squareRoot()
      }
    },
  ]

  private static let initialize = WrongVariants(
    question: "initialize", reference: { try FullyConnectedNetCourseworkReference().answer($0) }
  ) { try FirstWeightsCall($0) }
  private static let scaleLine = "the line that draws the weights"
}
