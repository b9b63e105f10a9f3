import Assignments
import Coursework
import Foundation
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of fully-connected-net")
struct FullyConnectedNetCourseworkReferenceTests {
  private let reference = FullyConnectedNetCourseworkReference()

  /// Sizes of nets from two to five layers.
  static let depths = [[3, 5, 4], [3, 5, 4, 6], [2, 4, 4, 3, 5], [4, 3, 5, 4, 3, 2]]

  /// Samples and a net of these sizes, from seeded normal numbers.
  private struct Net {
    let x: Tensor
    let labels: [Int]
    var weights, biases: [Tensor]

    init(_ sizes: [Int], seed: UInt32) {
      var random = RandomState(seed: seed)
      x = random.randn(6, sizes[0])
      labels = random.randint(below: sizes[sizes.count - 1], count: 6)
      let layers = zip(sizes, sizes.dropFirst())
      weights = layers.map { random.randn($0, $1) }
      biases = layers.map { random.randn($1) }
    }
  }

  // MARK: - Initialisation

  @Test("The numbers are those of the one stream, layer after layer", arguments: depths)
  func stream(_ sizes: [Int]) {
    var (drawn, stream) = (RandomState(seed: 5), RandomState(seed: 5))
    let net = reference.initialize(sizes: sizes, scale: 0.25, random: &drawn)
    let numbers = stream.randn(net.weights.reduce(0) { $0 + $1.count })
    #expect(net.weights.flatMap(\.scalars) == (0.25 * numbers).scalars)
    #expect(
      zip(net.weights, zip(sizes, sizes.dropFirst())).allSatisfy { $0.shape == [$1.0, $1.1] })
    #expect(net.biases == sizes.dropFirst().map { Tensor.zeros($0) })
    #expect(drawn == stream)
  }

  // MARK: - Loss

  @Test("A net whose last weights are 0 knows nothing and loses log C", arguments: depths)
  func chance(_ sizes: [Int]) {
    var net = Net(sizes, seed: 1)
    let last = net.weights.count - 1
    net.weights[last] = 0 * net.weights[last]
    net.biases[last] = 0 * net.biases[last]
    let out = reference.loss(
      x: net.x, labels: net.labels, weights: net.weights, biases: net.biases, regularization: 0)
    expect(Tensor(out.loss), Tensor(Double(sizes[sizes.count - 1])).log())
  }

  @Test("The data's part is the same with any penalty, which is λ/2 · Σ w²", arguments: depths)
  func penalty(_ sizes: [Int]) {
    let net = Net(sizes, seed: 2)
    func out(_ regularization: Double) -> (
      loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]
    ) {
      reference.loss(
        x: net.x, labels: net.labels, weights: net.weights, biases: net.biases,
        regularization: regularization)
    }
    let (plain, penalised) = (out(0), out(0.75))
    let squares = net.weights.flatMap(\.scalars).reduce(0) { $0 + $1 * $1 }
    expect(Tensor(penalised.loss), Tensor(plain.loss + 0.375 * squares))
    for (layer, w) in net.weights.enumerated() {
      expect(penalised.gradWeights[layer], plain.gradWeights[layer] + 0.75 * w)
    }
    #expect(penalised.gradBiases == plain.gradBiases)
  }

  @Test("What a layer's gradient weighs is the same in every layer", arguments: depths)
  func balance(_ sizes: [Int]) {
    let net = Net(sizes, seed: 3)
    let out = reference.loss(
      x: net.x, labels: net.labels, weights: net.weights, biases: net.biases, regularization: 0)
    // Σ gradZ·z of a layer with a ReLU behind it is Σ gradH·h of the next: nothing is lost between.
    let weighed = net.weights.indices.map { layer in
      (out.gradWeights[layer] * net.weights[layer]).sum()
        + (out.gradBiases[layer] * net.biases[layer]).sum()
    }
    for layer in 1..<weighed.count {
      let biases = (out.gradBiases[layer] * net.biases[layer]).sum()
      expect(Tensor(weighed[layer - 1]), Tensor(weighed[layer] - biases))
    }
    #expect(abs(out.gradBiases[net.biases.count - 1].sum()) < 1e-15)
  }

  @Test("Samples in another order have the same loss and gradients")
  func order() {
    let net = Net([3, 5, 4, 6], seed: 4)
    let rows = [4, 0, 5, 2, 1, 3]
    let (a, b) = (
      reference.loss(
        x: net.x, labels: net.labels, weights: net.weights, biases: net.biases,
        regularization: 0.5),
      reference.loss(
        x: net.x.rows(at: rows), labels: rows.map { net.labels[$0] }, weights: net.weights,
        biases: net.biases, regularization: 0.5)
    )
    expect(Tensor(a.loss), Tensor(b.loss))
    for (a, b) in zip(a.gradWeights + a.gradBiases, b.gradWeights + b.gradBiases) { expect(a, b) }
  }

  // MARK: - Dropout

  @Test("Who keeps all has the net without dropout", arguments: depths)
  func keepsAll(_ sizes: [Int]) {
    let net = Net(sizes, seed: 6)
    let plain = reference.loss(
      x: net.x, labels: net.labels, weights: net.weights, biases: net.biases, regularization: 0)
    let dropped = reference.dropoutLoss(
      x: net.x, labels: net.labels, weights: net.weights, biases: net.biases, keepProbability: 1,
      seed: 9)
    #expect(plain.loss == dropped.loss)
    #expect(plain.gradWeights == dropped.gradWeights && plain.gradBiases == dropped.gradBiases)
  }

  @Test("Units that are dropped for every sample learn nothing")
  func dropped() throws {
    let net = Net([3, 40, 30, 4], seed: 7)
    let out = reference.dropoutLoss(
      x: net.x, labels: net.labels, weights: net.weights, biases: net.biases,
      keepProbability: 0.125, seed: 11)
    for (layer, size) in [(0, 40), (1, 30)] {
      var random = RandomState(seed: 11)
      let kept = (random.rand(6, size) .< 0.125).sum(axis: 0)
      let idle = kept.scalars.indices.filter { kept[$0] == 0 }
      #expect(!idle.isEmpty)
      for unit in idle {
        #expect(out.gradBiases[layer][unit] == 0)
        #expect(out.gradWeights[layer].column(unit) == 0 * out.gradWeights[layer].column(unit))
        #expect(out.gradWeights[layer + 1].row(unit) == 0 * out.gradWeights[layer + 1].row(unit))
      }
    }
  }

  // MARK: - Training

  @Test("Without a step nothing moves, and the first accuracy stays the best")
  func still() {
    let net = Net([3, 5, 4], seed: 8)
    let out = train(net, rate: 0)
    #expect(out.weights == net.weights && out.biases == net.biases)
    #expect(Set(out.validationAccuracies).count == 1)
    // Six samples in batches of four make one iteration an epoch.
    #expect(out.lossHistory.count == 3 && out.validationAccuracies.count == 3)
  }

  @Test("Momentum 0 is plain gradient descent")
  func noMomentum() {
    let net = Net([3, 5, 4], seed: 9)
    let (plain, heavy) = (train(net, rate: 0.25), train(net, rate: 0.25, .momentum))
    #expect(plain.lossHistory == heavy.lossHistory && plain.weights == heavy.weights)
  }

  @Test("The numbers of iterations and of checks are the course's", arguments: [1, 2, 3, 4, 6, 7])
  func counts(batchSize: Int) {
    let out = train(Net([3, 5, 4], seed: 10), rate: 0.25, batchSize: batchSize)
    let epoch = max(6 / batchSize, 1)
    #expect(out.lossHistory.count == 3 * epoch)
    #expect(out.validationAccuracies.count == (epoch == 1 ? 3 : 4))
  }

  private func train(
    _ net: Net, rate: Double, _ rule: SolverUpdateRule = .sgd, batchSize: Int = 4
  ) -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  ) {
    var random = RandomState(seed: 12)
    return reference.train(
      x: net.x, labels: net.labels, validationX: net.x, validationLabels: net.labels,
      weights: net.weights, biases: net.biases,
      settings: SolverSettings(
        updateRule: rule, learningRate: rate, learningRateDecay: 0.5, momentum: 0,
        regularization: 0.125, batchSize: batchSize, epochs: 3), random: &random)
  }

  /// Runs of many seeds, on which the bound rests; more with `GRADECHECK_TRAINING_SEEDS=1000`.
  private static let manySeeds: [Seed] = {
    let asked = ProcessInfo.processInfo.environment["GRADECHECK_TRAINING_SEEDS"].flatMap(Int.init)
    return CatalogueTests.seeds + (0..<max(8, asked ?? 0)).map { Seed("training \($0)") }
  }()

  @Test(
    "Right runs end with room below the bound, whatever batches they draw", arguments: manySeeds)
  func outcome(_ seed: Seed) throws {
    let check = try #require(
      Assignment.fullyConnectedNet.checks.first { $0.id == "training-sgd/outcome" })
    let questions = check.questions(seed)
    let solutions =
      Assignment.fullyConnectedNet.alternatives.filter { $0.question == "train" }
      .map(\.answer) + Self.others(["FT1", "FT3", "FT5", "FT12"])
    for solution in [Assignment.fullyConnectedNet.reference] + solutions {
      for question in questions {
        #expect(try wrongShare(question, solution(question)) < 0.1)
      }
    }
  }

  @Test("A run that is stuck or goes uphill never meets the bound", arguments: manySeeds)
  func stuck(_ seed: Seed) throws {
    let check = try #require(
      Assignment.fullyConnectedNet.checks.first { $0.id == "training-sgd/outcome" })
    let stuck: Solution = { question in question.inputs }
    for solution in [stuck] + Self.others(["FT6"]) {
      let finding = try check.judge(
        check.questions(seed),
        InProcess { question in
          try (question.name == "train" ? solution : Assignment.fullyConnectedNet.reference)(
            question)
        }, .fullyConnectedNet)
      #expect(finding.verdict == .failed)
    }
  }

  private static func others(_ ids: [String]) -> [Solution] {
    Assignment.fullyConnectedNet.misconceptions.filter { ids.contains($0.id) }.map(\.answer)
  }

  /// The share of samples whose class a trained net gets wrong, computed sample by sample.
  private func wrongShare(_ question: Question, _ answer: Answer) throws -> Double {
    let (x, labels) = (try question.tensor("x"), try question.wholeNumbers("labels"))
    let wrong = try labels.indices.filter { sample in
      var h = x.row(sample).reshaped(1, -1)
      for layer in 1...3 {
        let w = try #require(answer["w\(layer)"]?.tensor)
        h = h.matmul(w) + (try #require(answer["b\(layer)"]?.tensor))
        if layer < 3 { h = h.maximum(0) }
      }
      return h.argmax() != labels[sample]
    }
    return Double(wrong.count) / Double(labels.count)
  }

  // MARK: - Example and questions

  private let example: (x: Tensor, weights: [Tensor], biases: [Tensor]) = (
    [[1, 0], [0, 2]],
    [[[1, -1], [0.5, 1]], [[2, 1], [1, -1]], [[1, 0], [0, -1]]],
    [[0, 0.5], [0, 0.5], [0, 1]]
  )

  @Test("The handout's worked example is right")
  func handout() {
    let plain = reference.loss(
      x: example.x, labels: [0, 1], weights: example.weights, biases: example.biases,
      regularization: 0.5)
    #expect(abs(plain.loss - 4.8668) < 5.1e-5)
    let weights: [Tensor] = [
      [[0.3862, -0.5], [2.1914, 1.4707]], [[1.4474, 0.4621], [1.7134, -0.5]],
      [[2.6082, -2.1082], [-0.0569, -0.4431]],
    ]
    let biases: [Tensor] = [[0.8569, 0.4853], [0.4474, -0.0379], [0.4474, -0.4474]]
    for (printed, exact) in zip(weights + biases, plain.gradWeights + plain.gradBiases) {
      #expect((exact - printed).abs().max() < 5.1e-5)
    }
    #expect(
      reference.predict(x: example.x, weights: example.weights, biases: example.biases) == [0, 0])
  }

  @Test("The handout's example with dropout is right")
  func handoutOfDropout() {
    let out = reference.dropoutLoss(
      x: example.x, labels: [0, 1], weights: example.weights, biases: example.biases,
      keepProbability: 0.75, seed: 7)
    #expect(abs(out.loss - 3.5378) < 5.1e-5)
    let weights: [Tensor] = [
      [[-0.1281, 0], [3.5523, 1.7762]], [[0.824, 0], [2.2202, 0]], [[3.8683, -3.8683], [0, 0]],
    ]
    let biases: [Tensor] = [[1.6481, 0.8881], [0.618, 0], [0.4635, -0.4635]]
    for (printed, exact) in zip(weights + biases, out.gradWeights + out.gradBiases) {
      #expect((exact - printed).abs().max() < 5.1e-5)
    }
  }

  @Test("No unit comes near the kink of its ReLU where gradients are numerical")
  func kinks() throws {
    for derivative in Assignment.fullyConnectedNet.derivatives {
      for question in derivative.points.map(\.question) {
        var input = try question.tensor("x")
        for layer in 1...2 {
          let z = try input.matmul(question.tensor("w\(layer)")) + question.tensor("b\(layer)")
          #expect(z.abs().min() > 0x1p-8)
          input = z.maximum(0)
        }
      }
    }
  }

  @Test("No two scores are equal where classes are predicted", arguments: CatalogueTests.seeds)
  func ties(_ seed: Seed) throws {
    let questions = Assignment.fullyConnectedNet.checks.flatMap { $0.questions(seed) }
    for question in questions where question.name == "predict" {
      var h = try question.tensor("x")
      for layer in 1...3 {
        h = try h.matmul(question.tensor("w\(layer)")) + question.tensor("b\(layer)")
        if layer < 3 { h = h.maximum(0) }
      }
      for i in 0..<h.shape[0] { #expect(Set(h.row(i).scalars).count == h.shape[1]) }
    }
  }

  @Test("The runs show what is remembered as best", arguments: CatalogueTests.seeds)
  func best(_ seed: Seed) throws {
    let checks = Assignment.fullyConnectedNet.checks.filter { $0.id.hasSuffix("/steps") }
    #expect(checks.count == 2)
    for check in checks {
      let runs = try check.questions(seed).map { question in
        try #require(try reference.answer(question)["validationAccuracies"]?.tensor).scalars
      }
      let best = try runs.map { try #require($0.max()) }
      #expect(zip(runs, best).contains { $0.last != $1 })
      #expect(zip(runs, best).contains { run, best in run.filter { $0 == best }.count > 1 })
      #expect(zip(runs, best).contains { ($0.firstIndex(of: $1) ?? 0) >= 2 })
    }
  }

  /// Agreement to 1e-11: the orders of summation differ, nothing else may.
  private func expect(
    _ value: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(of: value, with: expected, tolerance: Tolerance(limit: 1e-11))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }
}
