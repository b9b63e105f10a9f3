import Coursework
import Grading

extension PublicCheck {
  /// What students of `word-trigrams` check at home: the handout's worked examples, and gradients.
  package static let wordTrigrams = [
    counts, forward, largeSums, loss, backward, numerical, step, accuracy, topWords, training,
  ].map { $0.takingRows(for: ["b1", "b2", "b3", "gradB1", "gradB2", "gradB3"]) }

  // MARK: - Words

  private static let counts = example(
    Question(
      "countWords", ["words": .tensor([[4, 1, 2], [2, 3, 2]]), "vocabulary": .number(4)]),
    gives: ["counts": x])

  private static let accuracy = example(
    Question("accuracy", ["y": .tensor([[0, 1, 0, 0], [1, 0, 0, 0]]), "p": p]),
    gives: ["accuracy": .number(50)])

  private static let topWords = example(
    Question("topWords", ["p": .tensor([[0.1, 0.6, 0.3], [0.3, 0.2, 0.5]]), "k": .number(2)]),
    gives: ["words": .tensor([[2, 3], [3, 1]])])

  // MARK: - The net

  private static let net: [String: Value] = [
    "w1": .tensor([[1, 0], [0, 1], [-1, 1], [0.5, -0.5]]), "b1": .tensor([0, 0.5]),
    "w2": .tensor([[1, -1], [0.5, 1]]), "b2": .tensor([-0.5, 0]),
    "w3": .tensor([[1, 0, -1, 0.5], [0, 1, 1, -1]]), "b3": .tensor([0, 0.5, 0, -0.5]),
  ]
  private static let x = Value.tensor([[1, 1, 0, 1], [0, 2, 1, 0]])
  private static let y = Value.tensor([[0, 0, 1, 0], [1, 0, 0, 0]])
  private static let p = Value.tensor([
    [0.381327553679465, 0.40489384406388507, 0.10842410586729967, 0.10535449638935025],
    [0.2188069496133526, 0.5528166486378698, 0.19111013560050422, 0.03726626614827343],
  ])

  private static let forward = example(
    Question("forward", net.merging(["x": x]) { $1 }), gives: ["p": p])

  private static let largeSums = example(
    Question(
      "forward", net.merging(["x": x, "b3": .tensor([1000, 1000.5, 1000, 999.5])]) { $1 }),
    called: "large-sums", gives: ["p": p]
  ).made(of: [forward])

  private static let loss = example(
    Question("loss", ["y": y, "p": p]), gives: ["loss": .number(1.8706351411935684)])

  /// Sums over the samples, or their means: half of all numbers.
  private static let backward = either(gradients(times: 1), or: gradients(times: 0.5))

  private static let numerical = either(
    gradient(of: .wordTrigrams), or: gradient(of: .wordTrigramsLoss)
  ).made(of: [forward, loss])

  private static func gradients(times factor: Double) -> PublicCheck {
    func times(_ sums: Tensor) -> Value { .tensor(factor * sums) }
    return example(
      Question("backward", net.merging(["x": x, "y": y]) { $1 }),
      gives: [
        "gradW1": times([
          [0.33683644391902334, -0.04027795730550929],
          [-0.14798243454748772, -0.2596511899631836],
          [-0.24240943923325553, -0.10968661632883715],
          [0.33683644391902334, -0.04027795730550929],
        ]),
        "gradB1": times([0.09442700468576781, -0.14996457363434645]),
        "gradW2": times([
          [0.5312891903215758, -0.21637491479021473],
          [-0.6238518052358736, -0.11225521183850255],
        ]),
        "gradB2": times([-0.03702504596571907, -0.1314520506514869]),
        "gradW3": times([
          [-0.12740470062497625, 0.641811401637213, -0.6214920673167201, 0.10708536630448338],
          [-0.6286434675113253, 0.6996067765141799, -0.1475957398506276, 0.07663243084777302],
        ]),
        "gradB3": times([
          -0.3998654967071824, 0.9577104927017549, -0.7004657585321961, 0.14262076253762368,
        ]),
      ])
  }

  // MARK: - Training

  private static let step = example(
    Question(
      "update",
      [
        "w": .tensor([[1, -2]]), "v": .tensor([[0.5, 1]]), "gradient": .tensor([[4, -2]]),
        "learningRate": .number(0.125), "momentum": .number(0.75), "batchSize": .number(2),
      ]),
    gives: ["w": .tensor([[0.7265625, -1.921875]]), "v": .tensor([[4.375, -1.25]])])

  /// Batches of one sample, of which a sum is the mean; the first order is that of the samples, so
  /// that it does not matter whether the second epoch shuffles on or anew.
  private static let training = example(
    Question(
      "train",
      net.merging([
        "x": .tensor([[1, 1, 0, 1], [0, 2, 1, 0], [1, 0, 1, 1]]),
        "y": .tensor([[0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]),
        "validationX": .tensor([[2, 1, 0, 0], [0, 1, 1, 1]]), "validationY": y,
        "learningRate": .number(0.5), "momentum": .number(0.5), "batches": .number(3),
        "epochs": .number(2), "random": .randomState(RandomState(seed: 5)),
      ]) { $1 }),
    gives: [
      "w1": .tensor([
        [0.5218135059346489, -0.2235818110796289], [0.10144050139919451, 1.0814268045820776],
        [-0.9019507408803531, 1.0356862285096047], [0.021813505934648914, -0.7235818110796288],
      ]),
      "b1": .tensor([-0.2522944092039535, 0.38998313697747494]),
      "w2": .tensor([
        [0.24843474740425292, -0.8173241077232151], [0.927900016629587, 1.117348698904312],
      ]),
      "b2": .tensor([-0.7167360289083838, 0.13892885630541996]),
      "w3": .tensor([
        [0.8873753716854202, -0.2970857963553127, -0.42158984294163837, 0.3313002676115304],
        [0.4526683008927607, 0.874855227673947, 0.8310917700593449, -1.1586152986260532],
      ]),
      "b3": .tensor([
        0.06175886610844322, 0.2480354412141219, 0.43355208316579397, -0.7433463904883594,
      ]),
      "losses": .tensor([1.2626280894277206, 1.0992882377920186]),
      "accuracies": .tensor([50, 50]),
    ]
  ).made(of: [backward, step, forward, loss, accuracy])
}

extension Derivative {
  /// The gradients of the whole net: the derivative of N times the submission's own loss, since
  /// gradients are sums over the samples.
  package static let wordTrigrams = ofLoss { Double($0) }

  /// The derivative of the loss itself, which is as good.
  static let wordTrigramsLoss = ofLoss { _ in 1 }

  /// The derivative of the submission's own loss times a number that the count of samples gives.
  private static func ofLoss(times factor: @escaping @Sendable (Int) -> Double) -> Derivative {
    Derivative(
      askedBy: "backward",
      gradients: [
        "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
        "gradB3": "b3",
      ], as: .smooth, sizes: [[3, 5, 2, 4], [4, 6, 3, 2], [5, 4, 2, 3]]
    ) { draw, n in
      Value.wordLayers(&draw, n[1], n[2], n[3]).merging([
        "x": .trigrams(&draw, n[0], vocabulary: n[1]),
        "y": .wordRows(&draw, n[0], vocabulary: n[1]),
      ]) { $1 }
    } forward: { inputs, ask in
      let layers = ["w1", "b1", "w2", "b2", "w3", "b3"]
      guard let y = inputs["y"], let samples = y.tensor?.shape.first,
        let p = try ask("forward", inputs, ["x"] + layers)["p"],
        let loss = try ask("loss", ["y": y, "p": p], ["y", "p"])["loss"]?.tensor
      else { return nil }
      return .tensor(factor(samples) * loss)
    }
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
