import Coursework
import Foundation
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of two-layer nets")
struct TwoLayerNetCourseworkReferenceTests {
  private static let reference = TwoLayerNetCourseworkReference()
  private var reference: TwoLayerNetCourseworkReference { Self.reference }

  /// A net of either kind at random, N = 6, D = 3, H = 5, C = 4, whose weights are inputs × units.
  private struct Net {
    let x, w1, b1, w2, b2: Tensor
    let labels: [Int]

    init(seed: UInt32) {
      var random = RandomState(seed: seed)
      (x, w1, b1) = (random.randn(6, 3), random.randn(3, 5), random.randn(5))
      (w2, b2) = (random.randn(5, 4), random.randn(4))
      labels = random.randint(below: 4, count: 6)
    }

    func softmax(_ regularization: Double) -> TwoLayerNetCourseworkReference.Gradients {
      reference.softmaxNetLoss(
        x: x, labels: labels, w1: w1, b1: b1, w2: w2, b2: b2, regularization: regularization)
    }

    func squaredError(_ regularization: Double) -> TwoLayerNetCourseworkReference.Gradients {
      let out = reference.mseNetLoss(
        x: x, labels: labels, w1: w1.transposed(), b1: b1, w2: w2.transposed(), b2: b2,
        regularization: regularization)
      return (
        out.loss, out.gradW1.transposed(), out.gradB1, out.gradW2.transposed(), out.gradB2
      )
    }

    func losses(_ regularization: Double) -> [TwoLayerNetCourseworkReference.Gradients] {
      [softmax(regularization), squaredError(regularization)]
    }
  }

  // MARK: - Laws

  @Test("Both nets have the same scores where their weights are each other's transposes")
  func sameScores() {
    let net = Net(seed: 1)
    let turned = reference.mseNetScores(
      x: net.x, w1: net.w1.transposed(), b1: net.b1, w2: net.w2.transposed(), b2: net.b2)
    let scores = reference.softmaxNetScores(
      x: net.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
    #expect(turned == scores && scores.shape == [6, 4])
  }

  @Test(
    "Without a penalty both layers are pulled by the same amount",
    arguments: 1...20 as ClosedRange<UInt32>)
  func homogeneous(seed: UInt32) {
    // A ReLU is positively homogeneous: what W1 and b1 are scaled by could as well scale W2.
    let net = Net(seed: seed)
    for out in net.losses(0) {
      let first = (out.gradW1 * net.w1).sum() + (out.gradB1 * net.b1).sum()
      #expect(abs(first - (out.gradW2 * net.w2).sum()) < 1e-13)
    }
    #expect(abs(net.softmax(0).gradB2.sum()) < 1e-15)
  }

  @Test("The penalty adds its own loss and gradients, and none to the biases")
  func penalty() {
    let net = Net(seed: 4)
    for (plain, out) in zip(net.losses(0), net.losses(0.75)) {
      let squares = (net.w1 * net.w1).sum() + (net.w2 * net.w2).sum()
      #expect(abs(out.loss - plain.loss - 0.375 * squares) < 1e-13)
      #expect((out.gradW1 - plain.gradW1 - 0.75 * net.w1).abs().max() < 1e-15)
      #expect((out.gradW2 - plain.gradW2 - 0.75 * net.w2).abs().max() < 1e-15)
      #expect(out.gradB1 == plain.gradB1 && out.gradB2 == plain.gradB2)
    }
  }

  @Test("A net of zeros has the loss of chance")
  func chance() {
    let (x, labels) = (Tensor.ones(3, 2), [0, 3, 1])
    let softmax = reference.softmaxNetLoss(
      x: x, labels: labels, w1: .zeros(2, 5), b1: .zeros(5), w2: .zeros(5, 4), b2: .zeros(4),
      regularization: 1)
    #expect(abs(softmax.loss - 1.3862943611198906) < 1e-15)
    let mse = reference.mseNetLoss(
      x: x, labels: labels, w1: .zeros(5, 2), b1: .zeros(5), w2: .zeros(4, 5), b2: .zeros(4),
      regularization: 1)
    #expect(mse.loss == 0.5)
  }

  @Test("Weights are as they are drawn, times the scale, and nothing else is drawn")
  func initial() {
    var (random, same) = (RandomState(seed: 5), RandomState(seed: 5))
    let net = reference.initialWeights(
      inputs: 3, hidden: 4, classes: 2, scale: 0.5, random: &random)
    #expect(net.w1.scalars + net.w2.scalars == same.randn(20).scalars.map { $0 * 0.5 })
    #expect(net.w1.shape == [3, 4] && net.w2.shape == [4, 2])
    #expect(net.b1 == .zeros(4) && net.b2 == .zeros(2) && random == same)
  }

  // MARK: - Training

  private func trained(
    _ iterations: Int, batchSize: Int = 3, rate: Double = 0.125, decay: Double = 0.5,
    random: inout RandomState
  ) -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double]) {
    let net = Net(seed: 8)
    return reference.trainMSENet(
      x: net.x, labels: net.labels, w1: net.w1.transposed(), b1: net.b1,
      w2: net.w2.transposed(), b2: net.b2, learningRate: rate, decay: decay,
      regularization: 0.25, iterations: iterations, batchSize: batchSize, random: &random)
  }

  @Test("Training draws its batches and nothing else", arguments: [1, 3, 6, 9])
  func draws(batchSize: Int) {
    var (random, same) = (RandomState(seed: 6), RandomState(seed: 6))
    let losses = trained(4, batchSize: batchSize, random: &random).losses
    for _ in 0..<4 { _ = same.randint(below: 6, count: batchSize) }
    #expect(random == same && losses.count == 4)
  }

  @Test("Nothing moves at a rate of 0, and without iterations there is no loss")
  func still() {
    var random = RandomState(seed: 6)
    let net = Net(seed: 8)
    let out = trained(3, rate: 0, random: &random)
    #expect(out.w1 == net.w1.transposed() && out.b1 == net.b1)
    #expect(out.w2 == net.w2.transposed() && out.b2 == net.b2)
    #expect(trained(0, random: &random).losses == [])
  }

  @Test(
    "With a decay of 0 a single step is taken, and t = 0, N/B, 2·N/B … end with a decay",
    arguments: [(3, 2), (2, 3), (6, 1), (9, 1)])
  func decays(batchSize: Int, epoch: Int) {
    var random = RandomState(seed: 6)
    var states: [Tensor] = []
    for iterations in 1...7 {
      random = RandomState(seed: 6)
      states.append(trained(iterations, batchSize: batchSize, decay: 0, random: &random).b2)
    }
    #expect(Set(states).count == 1)
    // From η = 2^-k the exponent of each step tells how often the rate was halved before it.
    random = RandomState(seed: 6)
    var (last, halvings) = (Net(seed: 8).b2, 0)
    for t in 0..<7 {
      random = RandomState(seed: 6)
      let now = trained(t + 1, batchSize: batchSize, random: &random).b2
      var other = RandomState(seed: 6)
      let before = trained(t, batchSize: batchSize, random: &other)
      let batch = other.randint(below: 6, count: batchSize)
      let net = Net(seed: 8)
      let slope = reference.mseNetLoss(
        x: net.x.rows(at: batch), labels: batch.map { net.labels[$0] }, w1: before.w1,
        b1: before.b1, w2: before.w2, b2: before.b2, regularization: 0.25
      ).gradB2
      let rate = 0.125 / Double(1 << halvings)
      #expect((last - rate * slope - now).abs().max() < 1e-15, "step \(t)")
      if t % epoch == 0 { halvings += 1 }
      last = now
    }
  }

  // MARK: - The handout

  @Test("The handout's worked example is right")
  func handout() {
    let x: Tensor = [[1, 2], [-1, 1], [2, 0]]
    let (w1, b1): (Tensor, Tensor) = ([[1, -1, 0.5], [0.5, 1, -1]], [0, 0.5, 0.25])
    let (w2, b2): (Tensor, Tensor) = ([[0.5, -0.5], [1, 0], [-1, 0.5]], [-0.25, 0.25])
    #expect(
      reference.softmaxNetScores(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
        == [[2.25, -0.75], [2.25, 0.25], [-0.5, -0.125]])
    let softmax = reference.softmaxNetLoss(
      x: x, labels: [0, 1, 1], w1: w1, b1: b1, w2: w2, b2: b2, regularization: 0.5)
    expect(softmax.loss, 2.7120)
    expect(softmax.gradW1, [[0.7557, -0.8094, -0.1573], [0.2184, 0.7620, -0.5000]])
    expect(softmax.gradB1, [0.1200, 0.2778, -0.2037])
    expect(softmax.gradW2, [[0.4899, -0.4899], [1.2103, -0.7103], [-0.3303, 0.0803]])
    expect(softmax.gradB2, [0.4136, -0.4136])
    let (w1T, w2T) = (w1.transposed(), w2.transposed())
    let mse = reference.mseNetLoss(
      x: x, labels: [0, 1, 1], w1: w1T, b1: b1, w2: w2T, b2: b2, regularization: 0.5)
    expect(mse.loss, 3.3568)
    expect(mse.gradW1, [[1.0417, 0.9167], [-0.8333, 2.0833], [0.2083, -0.5000]])
    expect(mse.gradB1, [0.4375, 1.1667, -0.0208])
    expect(mse.gradW2, [[0.75, 3, -0.7083], [-1.5, -1, -0.2188]])
    expect(mse.gradB2, [1, -0.875])
    #expect(reference.predict(x: x, w1: w1T, b1: b1, w2: w2T, b2: b2) == [0, 0, 1])
    var random = RandomState(seed: 3)
    let out = reference.trainMSENet(
      x: x, labels: [0, 1, 1], w1: w1T, b1: b1, w2: w2T, b2: b2, learningRate: 0.1, decay: 0.5,
      regularization: 0.5, iterations: 2, batchSize: 3, random: &random)
    expect(Tensor(out.losses), [3.3568, 1.3913])
    expect(out.b2, [-0.3547, 0.3446])
  }

  private func expect(
    _ value: Double, _ printed: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(Tensor(value), Tensor(printed), sourceLocation: sourceLocation)
  }

  /// Four decimals, rounded.
  private func expect(
    _ value: Tensor, _ printed: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect((value - printed).abs().max() < 5.1e-5, "\(value)", sourceLocation: sourceLocation)
  }

  // MARK: - Questions

  private static func questions(_ seed: Seed, _ name: String) -> [Question] {
    let asked = Assignment.twoLayerNet.checks.flatMap { $0.questions(seed) }
    let points = Assignment.twoLayerNet.derivatives.flatMap(\.points).map(\.question)
    return (asked + points).filter { $0.name == name }
  }

  @Test(
    "No hidden unit comes near its kink", arguments: CatalogueTests.seeds,
    ["softmaxNetScores", "softmaxNetLoss", "mseNetScores", "mseNetLoss", "predict"])
  func kinks(_ seed: Seed, _ name: String) throws {
    let questions = Self.questions(seed, name)
    #expect(!questions.isEmpty)
    for question in questions {
      let w1 = try question.tensor("w1")
      let inputsFirst = name.hasPrefix("softmax")
      let z =
        try question.tensor("x").matmul(inputsFirst ? w1 : w1.transposed())
        + question.tensor("b1")
      #expect(z.abs().min() >= 0x1p-7)
    }
  }

  @Test("The two best scores of a sample are never nearly equal", arguments: CatalogueTests.seeds)
  func ties(_ seed: Seed) throws {
    for question in Self.questions(seed, "predict") {
      let scores = try reference.mseNetScores(
        x: question.tensor("x"), w1: question.tensor("w1"), b1: question.tensor("b1"),
        w2: question.tensor("w2"), b2: question.tensor("b2"))
      for i in 0..<scores.shape[0] {
        let sorted = scores.row(i).scalars.sorted()
        #expect(sorted[sorted.count - 1] - sorted[sorted.count - 2] >= 0x1p-16)
      }
    }
  }

  @Test("In the first steps no hidden unit comes near its kink", arguments: CatalogueTests.seeds)
  func kinksOfTraining(_ seed: Seed) throws {
    let check = try #require(
      Assignment.twoLayerNet.checks.first { $0.id == "training/first-steps" })
    for question in check.questions(seed) {
      let labels = try question.wholeNumbers("labels")
      for iterations in 0..<(try question.wholeNumber("iterations")) {
        var random = try question.randomState("random")
        let net = try reference.trainMSENet(
          x: question.tensor("x"), labels: labels, w1: question.tensor("w1"),
          b1: question.tensor("b1"), w2: question.tensor("w2"), b2: question.tensor("b2"),
          learningRate: question.number("learningRate"), decay: question.number("decay"),
          regularization: question.number("regularization"), iterations: iterations,
          batchSize: question.wholeNumber("batchSize"), random: &random)
        let z = try question.tensor("x").matmul(net.w1.transposed()) + net.b1
        #expect(z.abs().min() > 1e-7)
      }
    }
  }

  // MARK: - Outcome

  /// Who draws batches in another way is not told so by the outcome.
  enum Sampling: CaseIterable { case asAsked, withoutReplacement, inOrder }

  /// What the weights are worth on all samples after a run by hand, of those who draw like this.
  private func finalLoss(_ question: Question, _ sampling: Sampling, uphill: Bool) throws -> Double
  {
    let (x, labels) = (try question.tensor("x"), try question.wholeNumbers("labels"))
    var (w1, b1) = (try question.tensor("w1"), try question.tensor("b1"))
    var (w2, b2) = (try question.tensor("w2"), try question.tensor("b2"))
    var rate = try question.number("learningRate") * (uphill ? -1 : 1)
    var random = try question.randomState("random")
    let (n, size) = (labels.count, try question.wholeNumber("batchSize"))
    for t in 0..<(try question.wholeNumber("iterations")) {
      let batch =
        switch sampling {
        case .asAsked: random.choice(n, count: size)
        case .withoutReplacement: Array(random.permutation(n).prefix(size))
        case .inOrder: (0..<size).map { (t * size + $0) % n }
        }
      let out = try reference.mseNetLoss(
        x: x.rows(at: batch), labels: batch.map { labels[$0] }, w1: w1, b1: b1, w2: w2, b2: b2,
        regularization: question.number("regularization"))
      (w1, b1) = (w1 - rate * out.gradW1, b1 - rate * out.gradB1)
      (w2, b2) = (w2 - rate * out.gradW2, b2 - rate * out.gradB2)
      if t % Swift.max(n / size, 1) == 0 { rate *= try question.number("decay") }
    }
    return reference.mseNetLoss(
      x: x, labels: labels, w1: w1, b1: b1, w2: w2, b2: b2, regularization: 0
    ).loss
  }

  /// Runs for each way to draw; a thousand where nothing may be skipped.
  private static let runs =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1" ? 1000 : 20

  @Test("Every right run ends far below the bound", arguments: Sampling.allCases)
  func reached(_ sampling: Sampling) throws {
    let check = try #require(
      Assignment.twoLayerNet.checks.first { $0.id == "training/outcome" })
    var worst = 0.0
    for run in 1...Self.runs {
      for question in check.questions(Seed("run \(run)")) {
        worst = try max(worst, finalLoss(question, sampling, uphill: false))
      }
    }
    #expect(worst <= 0.4 * TwoLayerNetCourseworkReference.finalLossBound, "\(worst)")
  }

  @Test("Who does not move, or goes uphill, never reaches it")
  func missed() throws {
    let check = try #require(
      Assignment.twoLayerNet.checks.first { $0.id == "training/outcome" })
    for run in 1...Self.runs {
      for question in check.questions(Seed("run \(run)")) {
        let still = try reference.mseNetLoss(
          x: question.tensor("x"), labels: question.wholeNumbers("labels"),
          w1: question.tensor("w1"), b1: question.tensor("b1"), w2: question.tensor("w2"),
          b2: question.tensor("b2"), regularization: 0)
        #expect(still.loss > 1.5 * TwoLayerNetCourseworkReference.finalLossBound)
        let uphill = try finalLoss(question, .asAsked, uphill: true)
        #expect(!(uphill <= 1.5 * TwoLayerNetCourseworkReference.finalLossBound))
      }
    }
  }
}
