import Assignments
import Coursework
import Grading
import NumericChecks
import Reference
import Testing

@Suite("Reference of face-net")
struct FaceNetCourseworkReferenceTests {
  private let reference = FaceNetCourseworkReference()

  /// The network of the handout's worked example.
  private let net = FaceNetParameters(
    w1: [[1, -1], [0.5, 1]], b1: [0, 0.5], w2: [[1, 0.5], [-1, 1]], b2: [0.5, -1],
    w3: [[0.5, -0.5], [1, 0.25]], b3: [0, 0.25])
  private let x: Tensor = [[1, 2], [-1, 1]]
  private let targets: Tensor = [[1, 0], [0, 1]]

  // MARK: - The first parameters

  @Test("The first weights have the deviations 0.1, 0.1 and 0.01, and biases are 0")
  func deviations() {
    var random = RandomState(seed: 7)
    let net = reference.initialize(inputs: 60, hidden: [50, 70], outputs: 40, random: &random)
    for (w, deviation) in [(net.w1, 0.1), (net.w2, 0.1), (net.w3, 0.01)] {
      let measured = (w.squared().mean() - w.mean() * w.mean()).squareRoot()
      #expect(abs(measured / deviation - 1) < 0.05 && abs(w.mean()) < deviation / 10)
    }
    for name in ["b1", "b2", "b3"] { #expect(net[name] == .zeros(shape: net[name].shape)) }
    #expect(net.w2.shape == [50, 70] && net.w3.shape == [70, 40] && net.b2.shape == [70])
  }

  @Test("The numbers of one generator go on from layer to layer")
  func draws() {
    var (random, other) = (RandomState(seed: 3), RandomState(seed: 3))
    let net = reference.initialize(inputs: 3, hidden: [5, 2], outputs: 3, random: &random)
    let numbers = other.randn(31)
    expect(net.w1.flattened(), 0.1 * numbers.rows(0..<15))
    expect(net.w2.flattened(), 0.1 * numbers.rows(15..<25))
    expect(net.w3.flattened(), 0.01 * numbers.rows(25..<31))
    #expect(random == other)
  }

  // MARK: - The handout

  @Test("The handout's worked example is right")
  func handout() {
    let out = reference.forward(parameters: net, x: x)
    #expect(out.z1 == [[2, 1.5], [-0.5, 2.5]] && out.h1 == [[2, 1.5], [0, 2.5]])
    #expect(out.z2 == [[1, 1.5], [-2, 1.5]] && out.h2 == [[1, 1.5], [0, 1.5]])
    #expect(out.y == [[2, 0.125], [1.5, 0.625]])
    let p = reference.softmax(y: out.y)
    printed(p, [[0.8670, 0.1330], [0.7058, 0.2942]])
    let measured = reference.evaluate(parameters: net, x: x, targets: targets, batchSize: -1)
    printed(Tensor(measured.loss), Tensor(0.6831))
    #expect(measured.accuracy == 0.5)
    let gradients = reference.backward(parameters: net, x: x, err: (p - targets) / 2)
    printed(gradients.w3, [[-0.0665, 0.0665], [0.4296, -0.4296]])
    printed(gradients.b3, [0.2864, -0.2864])
    printed(gradients.w2, [[-0.1330, -0.0997], [-0.0997, 0.5869]])
    printed(gradients.b2, [-0.0665, 0.2148])
    printed(gradients.w1, [[-0.0914, -0.2480], [-0.1828, 0.2979]])
    printed(gradients.b1, [-0.0914, 0.2813])
    var random = RandomState(seed: 1)
    let step = reference.train(
      parameters: net, x: x, targets: targets, validX: x, validTargets: targets,
      learningRate: 0.5, momentum: 0.9, epochs: 1, batchSize: -1, random: &random)
    printed(step.parameters.w3, [[0.5033, -0.5033], [0.9785, 0.2715]])
    printed(step.parameters.b3, [-0.1432, 0.3932])
  }

  @Test("The handout's order of samples is the training loop's")
  func order() throws {
    // Nothing is learned; the last sample of an epoch shows in the loss that is recorded.
    var random = RandomState(seed: 0)
    let still = FaceNetParameters(
      w1: [[1]], b1: [0], w2: [[1]], b2: [0], w3: [[1, 0]], b3: [0, 0])
    let x = Tensor([1, 2, 3, 4, 5]).reshaped(5, 1)
    let out = reference.train(
      parameters: still, x: x, targets: Tensor.identity(2).rows(at: [0, 0, 0, 0, 0]), validX: x,
      validTargets: Tensor.identity(2).rows(at: [0, 0, 0, 0, 0]), learningRate: 0, momentum: 0,
      epochs: 2, batchSize: 4, random: &random)
    // The fifth in 2 0 1 3 4 is 4, where x is 5; in 1 0 2 4 3 it is 3, where x is 4.
    expect(Tensor(out.trainLosses), (1 + (-Tensor([5, 4])).exp()).log())
  }

  // MARK: - Laws

  @Test("The gradients say how the loss of moved parameters changes")
  func slopes() {
    var random = RandomState(seed: 12)
    var net = reference.initialize(inputs: 3, hidden: [5, 4], outputs: 2, random: &random)
    for name in FaceNetParameters.names { net[name] = random.randn(shape: net[name].shape) }
    let x = random.randn(6, 3)
    for name in FaceNetParameters.names {
      let out = reference.checkGradient(
        parameters: net, x: x, name: name, step: 1e-4, random: &random)
      #expect(Comparison.separation(out.analytic, out.numerical) < 1e-7, "\(name)")
      #expect(Set(out.elements).count == min(20, net[name].count))
    }
  }

  @Test(
    "No ReLU switches in a gradient check, so that both gradients are the same",
    arguments: CatalogueTests.seeds)
  func smooth(_ seed: Seed) throws {
    for question in Assignment.faceNet.checks.flatMap({ $0.questions(seed) })
    where question.name == "checkGradient" {
      let answer = try reference.answer(question)
      let (analytic, numerical) = (answer["analytic"]?.tensor, answer["numerical"]?.tensor)
      #expect(Comparison.separation(try #require(analytic), try #require(numerical)) < 1e-9)
    }
  }

  @Test(
    "No two classes are equally likely where a prediction counts", arguments: CatalogueTests.seeds)
  func predictions(_ seed: Seed) throws {
    for question in Assignment.faceNet.checks.flatMap({ $0.questions(seed) })
    where question.name == "evaluate" {
      let net = Question("forward", question.inputs)
      let y = try #require(try reference.answer(net)["y"]?.tensor)
      for i in 0..<y.shape[0] {
        let best = y.row(i).scalars.sorted(by: >)
        #expect(best[0] > best[1] + 1e-9)
      }
    }
  }

  @Test("Loss and accuracy do not depend on the batches", arguments: [-1, 1, 2, 3, 7, 100])
  func batches(_ size: Int) {
    var random = RandomState(seed: 5)
    let net = reference.initialize(inputs: 4, hidden: [5, 6], outputs: 3, random: &random)
    let x = random.randn(7, 4)
    let targets = Tensor.identity(3).rows(at: [0, 1, 2, 2, 1, 0, 1])
    let all = reference.evaluate(parameters: net, x: x, targets: targets, batchSize: -1)
    let some = reference.evaluate(parameters: net, x: x, targets: targets, batchSize: size)
    #expect(some == all)
  }

  @Test("A network that knows nothing has the loss log C")
  func chance() {
    let net = FaceNetParameters(
      w1: .zeros(3, 4), b1: .zeros(4), w2: .zeros(4, 5), b2: .zeros(5), w3: .zeros(5, 7),
      b3: .zeros(7))
    let out = reference.evaluate(
      parameters: net, x: .ones(2, 3), targets: Tensor.identity(7).rows(at: [3, 6]),
      batchSize: -1)
    // ln 7 as the coursework's catalogue has it.
    expect(Tensor(out.loss), Tensor(1.9459101490553132))
  }

  @Test("What trains as it stands is the reference, step by step", arguments: CatalogueTests.seeds)
  func variants(_ seed: Seed) throws {
    let alternative = try #require(
      Assignment.faceNet.alternatives.first { $0.id == "train-index-list" })
    for question in Assignment.faceNet.checks.flatMap({ $0.questions(seed) })
    where question.name == "train" {
      let right = try reference.answer(question)
      for (name, value) in try alternative.answer(question) {
        let (got, expected) = (try #require(value.tensor), try #require(right[name]?.tensor))
        #expect(Comparison.separation(got, expected) < 1e-9, "\(name)")
      }
    }
  }

  // MARK: - Outcome

  private static let outcome = Assignment.faceNet.checks.first { $0.id == "train/outcome" }

  @Test("A right run always ends far below the bound", arguments: 1...60)
  func learns(_ round: Int) throws {
    let check = try #require(Self.outcome)
    for question in check.questions(Seed("outcome \(round)")) {
      let loss = try #require(try reference.answer(question)["trainLosses"]?.tensor).scalars.last
      #expect(try #require(loss) < 0.1)
    }
  }

  @Test(
    "Who climbs, never learns or forgets the targets does not get there",
    arguments: ["FT9", "FT10", "FT5"])
  func stuck(_ id: String) throws {
    let check = try #require(Self.outcome)
    let mistake = try #require(Assignment.faceNet.misconceptions.first { $0.id == id })
    for round in 1...5 {
      let finding = try check.judge(
        check.questions(Seed("outcome \(round)")),
        InProcess { question in
          try (question.name == mistake.question ? mistake.answer : Assignment.faceNet.reference)(
            question)
        }, .faceNet)
      #expect(finding.verdict == .failed)
    }
  }

  @Test("Parameters that are returned as they came have learned nothing")
  func untrained() throws {
    let check = try #require(Self.outcome)
    let finding = try check.judge(
      check.questions(.public),
      InProcess { question in
        question.inputs.filter { FaceNetParameters.names.contains($0.key) }
      }, .faceNet)
    #expect(finding.verdict == .failed)
  }

  // MARK: - Own pieces

  @Test("Training with one's own wrong softmax or backward pass in it keeps its points")
  func ownPieces() throws {
    for id in ["FB2", "FB12", "FS2"] {
      let mistake = try #require(Assignment.faceNet.misconceptions.first { $0.id == id })
      let own: Solution = { [reference] question in
        question.name == mistake.question
          ? try mistake.answer(question) : try reference.answer(question)
      }
      let composition = try #require(
        Assignment.faceNet.compositions.first { $0.question == "train" })
      let parts = try Grader(assignment: .faceNet, seed: .public).grade(
        InProcess { question in
          guard question.name == "train" else { return try own(question) }
          return try composition.answer(question) { output, asked in
            try #require(try own(asked)[output]?.tensor)
          }
        })
      let train = try #require(parts.first { $0.id == "train" })
      for output in train.outputs where output.name != "finalLoss" {
        #expect(output.earned == output.points, "\(id) \(output.name)")
      }
    }
  }

  // MARK: - Support

  /// Agreement to 1e-11: the orders of summation differ, nothing else may.
  private func expect(
    _ value: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(of: value, with: expected, tolerance: Tolerance(limit: 1e-11))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }

  /// Agreement with numbers of four decimals.
  private func printed(
    _ value: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      value.shape == expected.shape && (value - expected).abs().max() < 5.1e-5, "\(value)",
      sourceLocation: sourceLocation)
  }
}
