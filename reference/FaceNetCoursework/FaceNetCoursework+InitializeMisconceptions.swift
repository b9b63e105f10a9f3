import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  /// What goes wrong in `initialize`.
  static let initializeMisconceptions = initializeScales + initializeDraws + initializeBiases

  private static let initialize = WrongVariants(
    question: "initialize", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try InitializeCall($0) }

  private static let weightLines = "the lines that draw the weights"
  private static let biasLines = "the lines that make b1, b2 and b3"

  // MARK: - Scales

  private static let initializeScales: [Misconception] = [
    initialize.mistake(
      "FI1", "your w3 is drawn with 0.1 as w1 and w2 are",
      why: "the last layer begins ten times smaller: 0.01 times normal numbers",
      where: "the line that draws w3"
    ) { ["w3": 10 * $0.right.w3] },
    initialize.mistake(
      "FI2", "your w1 and w2 are drawn with 0.01 as w3 is",
      why: "the first two layers have 0.1 times normal numbers, the last 0.01 times",
      where: "the lines that draw w1 and w2"
    ) { ["w1": $0.right.w1 / 10, "w2": $0.right.w2 / 10] },
    initialize.mistake(
      "FI3", "your weights are the normal numbers themselves, without 0.1 and 0.01",
      why: "large weights make the first logits large, and training slow or wild",
      where: weightLines
    ) { ["w1": 10 * $0.right.w1, "w2": 10 * $0.right.w2, "w3": 100 * $0.right.w3] },
    initialize.mistake(
      "FI4", "your weights are scaled by √(2/inputs) of each layer",
      why: "that is another rule, by He and others; here it is 0.1, 0.1 and 0.01",
      where: weightLines
    ) { call in
      [
        "w1": 10 * call.he(0) * call.right.w1, "w2": 10 * call.he(1) * call.right.w2,
        "w3": 100 * call.he(2) * call.right.w3,
      ]
    },
    initialize.mistake(
      "FI5", "all your weights are 0",
      why: "then all units of a layer learn the same; chance must make them differ",
      where: weightLines
    ) { ["w1": 0 * $0.right.w1, "w2": 0 * $0.right.w2, "w3": 0 * $0.right.w3] },
  ]

  // MARK: - Draws

  private static let initializeDraws: [Misconception] = [
    initialize.mistake(
      "FI6", "you draw the last layer first: w3, w2, w1",
      why: "the same numbers come only in the same order: w1, w2, w3", where: weightLines
    ) { $0.drawn(in: [2, 1, 0]) },
    initialize.mistake(
      "FI7", "your weights are uniform numbers from 0 to 1, times 0.1 and 0.01",
      why: "randn draws normal numbers, on both sides of 0; rand draws uniform ones",
      where: weightLines
    ) { $0.drawn(in: [0, 1, 2]) { random, shape in random.rand(shape: shape) } },
    initialize.mistake(
      "FI8", "your weights are output × input: each layer has a row for each output",
      why: "x·w + b needs a row for each input and a column for each output", where: weightLines
    ) {
      $0.drawn(in: [0, 1, 2]) { random, shape in random.randn(shape: shape.reversed()) }
    },
    initialize.mistake(
      "FI9", "every layer begins with the same random numbers as w1",
      why: "draw all layers from one generator, without starting it anew",
      where: "the generator that w2 and w3 are drawn from"
    ) { call in
      let layers = (0..<3).map { call.drawn(in: [$0]) }
      return ["w2": layers[1]["w2"], "w3": layers[2]["w3"]].compactMapValues(\.self)
    },
  ]

  // MARK: - Biases

  private static let initializeBiases: [Misconception] = [
    initialize.mistake(
      "FI10", "your biases are random numbers, drawn after the weights of each layer",
      why: "biases begin at 0, and what they draw is missing in the next layer's weights",
      where: biasLines
    ) { call in
      var random = call.random
      var drawn: [String: Tensor] = [:]
      for layer in 0..<3 {
        let (scale, shape) = (InitializeCall.scales[layer], call.shape(layer))
        let w = scale * random.randn(shape: shape)
        if layer > 0 { drawn["w\(layer + 1)"] = w }
        drawn["b\(layer + 1)"] = scale * random.randn(shape[1])
      }
      return drawn
    },
    initialize.mistake(
      "FI11", "your biases begin at 1", why: "biases begin at 0 here", where: biasLines
    ) { $0.biases(1) },
    initialize.mistake(
      "FI12", "your biases begin at 0.1",
      why: "some begin there so that no ReLU is off; here biases begin at 0", where: biasLines
    ) { $0.biases(0.1) },
    initialize.mistake(
      "FI13", "your biases begin at 0.01",
      why: "some begin there so that no ReLU is off; here biases begin at 0", where: biasLines
    ) { $0.biases(0.01) },
  ]
}

/// What `initialize` is asked, with the right answer.
struct InitializeCall: Sendable {
  static let scales = [0.1, 0.1, 0.01]

  /// D, H₁, H₂ and C.
  let units: [Int]
  let random: RandomState
  let right: FaceNetParameters

  init(_ question: Question) throws {
    units = try ["inputs", "hidden1", "hidden2", "outputs"].map {
      Int(try question.number($0).rounded())
    }
    random = try question.randomState("random")
    var drawn = random
    right = FaceNetCourseworkReference().initialize(
      inputs: units[0], hidden: [units[1], units[2]], outputs: units[3], random: &drawn)
  }

  /// The shape of the weights of a layer, counted from 0.
  func shape(_ layer: Int) -> [Int] { [units[layer], units[layer + 1]] }
  /// √(2/inputs) of a layer.
  func he(_ layer: Int) -> Double { (2 / Double(units[layer])).squareRoot() }

  /// The weights of these layers, drawn in this order.
  func drawn(
    in order: [Int],
    by draw: (inout RandomState, [Int]) -> Tensor = { $0.randn(shape: $1) }
  ) -> [String: Tensor] {
    var random = random
    var weights: [String: Tensor] = [:]
    for layer in order {
      weights["w\(layer + 1)"] = Self.scales[layer] * draw(&random, shape(layer))
    }
    return weights
  }

  /// All biases with one number.
  func biases(_ value: Double) -> [String: Tensor] {
    Dictionary(
      uniqueKeysWithValues: FaceNetParameters.biases.map {
        ($0, .full(shape: right[$0].shape, value: value))
      })
  }
}
