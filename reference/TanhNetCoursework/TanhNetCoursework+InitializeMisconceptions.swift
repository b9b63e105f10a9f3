import Coursework
import Grading

extension TanhNetCourseworkReference {
  /// Mistakes in `initialize`.
  static let initializeMisconceptions: [Misconception] = [
    initialize.mistake(
      "TI1", "all your layers start from the same numbers, as if each seeded the generator again",
      why: "draw everything from the one stream, or layers are copies of each other",
      where: "the line that seeds or copies random"
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        random = draw.random
        return draw.normal(inputs, outputs, &random)
      }
    },
    initialize.mistake(
      "TI2", "your biases start at 0",
      why: "here the biases are drawn like the weights, right after those of their layer",
      where: biasLine
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        let w = random.normal(standardDeviation: draw.deviation, shape: [inputs, outputs])
        return (w, .zeros(outputs))
      }
    },
    initialize.mistake(
      "TI3", "the biases of each layer are drawn before its weights",
      why: "the weights of a layer come first, row by row, then its biases", where: drawLines
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        let b = random.normal(standardDeviation: draw.deviation, shape: [outputs])
        return (random.normal(standardDeviation: draw.deviation, shape: [inputs, outputs]), b)
      }
    },
    initialize.mistake(
      "TI4", "the deviation of your numbers is squared: it is taken for a variance's root twice",
      why: "each number is standardDeviation · z, with z from the normal distribution",
      where: drawLines
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        let (w, b) = draw.normal(inputs, outputs, &random)
        return (draw.deviation * w, draw.deviation * b)
      }
    },
    initialize.mistake(
      "TI5", "the deviation of your numbers is the root of the one that was asked for",
      why: "standardDeviation is the deviation itself, not the variance", where: drawLines
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        let (w, b) = draw.normal(inputs, outputs, &random)
        let root = draw.deviation.squareRoot()
        return (w / root, b / root)
      }
    },
    initialize.mistake(
      "TI6", "your numbers have the deviation 1; standardDeviation is left out",
      why: "large weights drive tanh to its ends, where it hardly learns", where: drawLines
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        let (w, b) = draw.normal(inputs, outputs, &random)
        return (w / draw.deviation, b / draw.deviation)
      }
    },
    initialize.mistake(
      "TI7", "your numbers are uniform between 0 and standardDeviation",
      why: "the distribution is normal, with mean 0 and both signs", where: drawLines
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        (draw.deviation * random.rand(inputs, outputs), draw.deviation * random.rand(outputs))
      }
    },
    initialize.mistake(
      "TI8", "the weights of all layers are drawn first, then all biases",
      why: "layer by layer: the weights of a layer, then its biases, then the next layer",
      where: drawLines
    ) { draw in
      var random = draw.random
      let weights = zip(draw.sizes, draw.sizes.dropFirst()).map {
        random.normal(standardDeviation: draw.deviation, shape: [$0, $1])
      }
      let biases = draw.sizes.dropFirst().map {
        random.normal(standardDeviation: draw.deviation, shape: [$0])
      }
      return Initialisation.named(weights, biases)
    },
    initialize.form(
      "TI9", "your biases are rows of shape (1, outputs)",
      why: "NumPy's course code keeps them so; here biases have the shape (outputs)",
      where: biasLine
    ) { draw in
      draw.layers { draw, random, inputs, outputs in
        let (w, b) = draw.normal(inputs, outputs, &random)
        return (w, b.reshaped(1, outputs))
      }
    },
  ]

  /// Rows for biases are worth all points.
  static let initializeCredit: [String: Ratio] = ["TI9": 1]

  private static let initialize = WrongVariants(question: "initialize", reference: answer) {
    try Initialisation($0)
  }

  private static let drawLines = "the lines that draw"
  private static let biasLine = "the line that makes the biases"
}

/// What a new net is drawn from.
struct Initialisation: Sendable {
  let sizes: [Int]
  let deviation: Double
  let random: RandomState

  init(_ question: Question) throws {
    sizes = try question.tensor("sizes").scalars.map { Int($0) }
    deviation = try question.number("standardDeviation")
    random = try question.randomState("random")
  }

  /// The weights and biases of one layer as they should be drawn.
  func normal(_ inputs: Int, _ outputs: Int, _ random: inout RandomState) -> (Tensor, Tensor) {
    (
      random.normal(standardDeviation: deviation, shape: [inputs, outputs]),
      random.normal(standardDeviation: deviation, shape: [outputs])
    )
  }

  /// All layers, each drawn in that way from what the one before left of the stream.
  func layers(
    _ layer: (Initialisation, inout RandomState, Int, Int) -> (Tensor, Tensor)
  ) -> [String: Tensor] {
    var random = random
    let layers = zip(sizes, sizes.dropFirst()).map { layer(self, &random, $0, $1) }
    return Self.named(layers.map(\.0), layers.map(\.1))
  }

  static func named(_ weights: [Tensor], _ biases: [Tensor]) -> [String: Tensor] {
    var answer: [String: Tensor] = [:]
    for (layer, (w, b)) in zip(weights, biases).enumerated() {
      answer["w\(layer + 1)"] = w
      answer["b\(layer + 1)"] = b
    }
    return answer
  }
}
