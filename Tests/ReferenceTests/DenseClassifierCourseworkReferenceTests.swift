import Assignments
import Coursework
import Grading
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of dense-classifier")
struct DenseClassifierCourseworkReferenceTests {
  private let reference = DenseClassifierCourseworkReference()
  private let x: Tensor = [[1, 2]]
  private let w1: Tensor = [[1, -1], [0.5, 1]]
  private let b1: Tensor = [0, 0.5]
  private let w2: Tensor = [[0.5, 1], [1, -2]]
  private let b2: Tensor = [0, 0]
  private let w3: Tensor = [[1, 0], [0, 1]]
  private let b3: Tensor = [0, 0.5]

  // MARK: - Net

  @Test("Probabilities add up to 1, and without weights every class has 1/C", arguments: 2...6)
  func probabilities(classes: Int) {
    var random = RandomState(seed: UInt32(classes))
    let hidden = (random.randn(3, 4), random.randn(4), random.randn(4, 5), random.randn(5))
    for scale in [0, 1, 300.0] {
      let out = reference.forward(
        x: random.randn(6, 3), w1: hidden.0, b1: hidden.1, w2: hidden.2, b2: hidden.3,
        w3: scale * random.randn(5, classes), b3: .zeros(classes))
      #expect((out.probabilities.sum(axis: 1) - 1).abs().max() < 1e-15)
      #expect(min(out.hidden1.min(), out.hidden2.min()) == 0)
      if scale == 0 { #expect(out.probabilities.max() == 1 / Double(classes)) }
    }
  }

  @Test("The loss without penalty does not change the gradients of w3 and the biases")
  func penalty() throws {
    let question = try #require(Self.questions(of: "lossAndGradients", .public).first)
    let plain = Question(
      question.name, question.inputs.merging(["regularization": .number(0)]) { $1 })
    let (with, without) = (try reference.answer(question), try reference.answer(plain))
    for name in ["gradW3", "gradB1", "gradB2", "gradB3"] { #expect(with[name] == without[name]) }
    let regularization = try question.number("regularization")
    for (gradient, w) in [("gradW1", "w1"), ("gradW2", "w2")] {
      let difference =
        try #require(with[gradient]?.tensor) - #require(without[gradient]?.tensor)
      #expect((difference - 2 * regularization * (try question.tensor(w))).abs().max() < 1e-14)
    }
  }

  @Test("With masks of ones the loss while learning is that of the evaluation")
  func evaluation() throws {
    for question in Self.questions(of: "evaluate", .public) {
      let (w1, w2) = (try question.tensor("w1"), try question.tensor("w2"))
      let samples = try question.tensor("x").shape[0]
      let masks: [String: Value] = [
        "mask1": .tensor(.ones(samples, w1.shape[1])),
        "mask2": .tensor(.ones(samples, w2.shape[1])),
      ]
      let learning = Question("lossAndGradients", question.inputs.merging(masks) { $1 })
      let loss = try #require(try reference.answer(learning)["loss"])
      #expect(try reference.answer(question)["loss"] == loss)
    }
  }

  @Test("No input of a ReLU comes near its kink", arguments: CatalogueTests.seeds)
  func kinks(_ seed: Seed) throws {
    let asked = ["lossAndGradients", "evaluate", "forward"].flatMap {
      Self.questions(of: $0, seed)
    }
    #expect(asked.count >= 15)
    for question in asked {
      let z1 = try question.tensor("x").matmul(question.tensor("w1")) + question.tensor("b1")
      let mask1 = question.inputs["mask1"]?.tensor ?? .ones(shape: z1.shape)
      let d1 = z1.maximum(0) * mask1
      let z2 = try d1.matmul(question.tensor("w2")) + question.tensor("b2")
      #expect(min(z1.abs().min(), z2.abs().min()) >= 0.125)
    }
  }

  // MARK: - Dropout

  @Test("As much is dropped as the rate says, and the mean stays", arguments: [0.125, 0.5, 0.75])
  func rate(_ rate: Double) {
    let uniforms = Tensor((0..<64).map { (Double($0) + 0.5) / 64 })
    let out = reference.dropout(h: .ones(64), rate: rate, uniforms: uniforms)
    #expect(out.mask.scalars.count { $0 == 0 } == Int(rate * 64))
    #expect(abs(out.out.mean() - 1) < 1e-14)
  }

  // MARK: - Adam

  @Test("The first step is as long as the learning rate where ε is small, whatever the gradient")
  func firstStep() {
    let gradient: Tensor = [[3, -0.25], [1e-3, -40]]
    let zeros = Tensor.zeros(2, 2)
    let new = reference.adamStep(
      w: zeros, gradW: gradient, m: zeros, v: zeros, t: 0, learningRate: 0.125, beta1: 0.9,
      beta2: 0.999, epsilon: 1e-12)
    #expect((new.w.abs() - 0.125).abs().max() < 1e-8 && new.t == 1)
  }

  @Test("Without ε it is the paper's step")
  func paper() {
    var random = RandomState(seed: 4)
    let (w, g, m) = (random.randn(3, 2), random.randn(3, 2), random.randn(3, 2))
    let v = random.rand(3, 2)
    let keras = reference.adamStep(
      w: w, gradW: g, m: m, v: v, t: 6, learningRate: 0.25, beta1: 0.75, beta2: 0.875, epsilon: 0)
    let paper = OptimizersReference().adamUpdate(
      w: w, gradW: g, m: m, v: v, t: 6, learningRate: 0.25, beta1: 0.75, beta2: 0.875, epsilon: 0)
    #expect((keras.w - paper.w).abs().max() < 1e-14)
    #expect(keras.m == paper.m && keras.v == paper.v && keras.t == paper.t)
  }

  // MARK: - Training

  @Test(
    "Early stopping in cases done by hand",
    arguments: [
      ([3, 2, 1], .min, 1, 3, 3), ([1, 2, 3], .min, 1, 2, 1), ([1, 2, 3], .max, 1, 3, 3),
      ([2, 2, 2, 2], .min, 2, 3, 1), ([2, 3, 1, 2, 0], .min, 2, 5, 5), ([5], .max, 3, 1, 1),
      ([4, 3, 5, 3, 5, 1], .min, 3, 5, 2),
    ] as [([Double], MonitorMode, Int, Int, Int)])
  func stopping(
    _ values: [Double], _ mode: MonitorMode, _ patience: Int, _ stopped: Int, _ best: Int
  ) {
    let out = reference.earlyStopping(values: values, mode: mode, patience: patience)
    #expect(out.stopped == stopped && out.best == best && out.restored == values[best - 1])
  }

  @Test("A training that stops early stops patience epochs after its best", arguments: 1...6)
  func patience(_ patience: Int) {
    var random = RandomState(seed: UInt32(patience))
    for _ in 0..<50 {
      let values = random.randint(below: 9, count: 20).map(Double.init)
      let out = reference.earlyStopping(values: values, mode: .min, patience: patience)
      if out.stopped < 20 { #expect(out.stopped == out.best + patience) }
      #expect(out.restored == values[..<out.stopped].min())
    }
  }

  // MARK: - Examples

  @Test("The handout's worked example is right")
  func handout() {
    let both: Tensor = [[1, 2], [2, 0]]
    let pass = reference.forward(x: both, w1: w1, b1: b1, w2: w2, b2: b2, w3: w3, b3: b3)
    #expect(pass.hidden1 == [[2, 1.5], [2, 0]] && pass.hidden2 == [[2.5, 0], [1, 2]])
    expect(pass.probabilities, [[0.8808, 0.1192], [0.1824, 0.8176]])
    let out = reference.lossAndGradients(
      x: x, labels: [1], w1: w1, b1: b1, w2: w2, b2: b2, w3: w3, b3: b3, mask1: [[1, 1]],
      mask2: [[1, 1]], regularization: 0.1)
    expect(Tensor(out.loss), Tensor(3.0769))
    expect(out.gradW3, [[2.2020, -2.2020], [0, 0]])
    expect(out.gradB3, [0.8808, -0.8808])
    expect(out.gradW2, [[1.8616, 0.2], [1.5212, -0.4]])
    expect(out.gradB2, [0.8808, 0])
    expect(out.gradW1, [[0.6404, 0.6808], [0.9808, 1.9616]])
    expect(out.gradB1, [0.4404, 0.8808])
    let evaluation = reference.evaluate(
      x: both, labels: [1, 1], w1: w1, b1: b1, w2: w2, b2: b2, w3: w3, b3: b3,
      regularization: 0.1)
    expect(Tensor(evaluation.loss), Tensor(2.1142))
    #expect(evaluation.accuracy == 0.5)
    let dropped = reference.dropout(
      h: [[2, 4, 6, 8]], rate: 0.25, uniforms: [[0.1, 0.3, 0.9, 0.2]])
    expect(dropped.mask, [[0, 1.3333, 1.3333, 0]])
    expect(dropped.out, [[0, 5.3333, 8, 0]])
    let step = reference.adamStep(
      w: [[1]], gradW: [[0.5]], m: [[0]], v: [[0]], t: 0, learningRate: 0.1, beta1: 0.9,
      beta2: 0.999, epsilon: 0.01)
    expect(step.w, [[0.9387]])
    let stop = reference.earlyStopping(
      values: [0.9, 0.7, 0.8, 0.7, 0.75, 0.6], mode: .min, patience: 3)
    #expect(stop.stopped == 5 && stop.best == 2 && stop.restored == 0.7)
  }

  /// Agreement to the four decimals that are printed.
  private func expect(
    _ value: Tensor, _ printed: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(value.shape == printed.shape, sourceLocation: sourceLocation)
    #expect((value - printed).abs().max() < 5.1e-5, sourceLocation: sourceLocation)
  }

  private static func questions(of name: String, _ seed: Seed) -> [Question] {
    Assignment.denseClassifier.checks.flatMap { $0.questions(seed) }.filter { $0.name == name }
  }
}
