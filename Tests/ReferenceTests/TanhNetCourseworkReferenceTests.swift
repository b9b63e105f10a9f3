import Coursework
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of tanh-net")
struct TanhNetCourseworkReferenceTests {
  private let reference = TanhNetCourseworkReference()

  /// A net with the given sizes and the samples for it.
  private func net(
    _ sizes: [Int], samples: Int = 6
  ) -> (weights: [Tensor], biases: [Tensor], x: Tensor, y: Tensor) {
    var random = RandomState(seed: 11)
    let (weights, biases) = reference.initialize(
      sizes: sizes, standardDeviation: 0.5, random: &random)
    let x = random.randn(samples, sizes[0])
    let y = random.randn(samples, sizes[sizes.count - 1]).map { $0 > 0 ? 1 : -1 }
    return (weights, biases, x, y)
  }

  // MARK: - Passes

  @Test("Opposite inputs have opposite outputs where there are no biases")
  func odd() {
    let (weights, biases, x, _) = net([4, 5, 3, 2])
    let none = biases.map { 0 * $0 }
    expect(
      reference.forward(x: -x, weights: weights, biases: none),
      -reference.forward(x: x, weights: weights, biases: none))
  }

  @Test(
    "The gradients say how half the sum of squares changes with each weight and bias",
    arguments: [[4, 1], [3, 5, 2], [4, 5, 3, 2], [2, 3, 3, 3, 1]])
  func slopes(_ sizes: [Int]) {
    let (weights, biases, x, y) = net(sizes)
    let out = reference.backward(x: x, y: y, weights: weights, biases: biases)
    for layer in weights.indices {
      let half = Double(y.count) / 2
      let byW = CourseGradientCheck.numericalGradient(
        of: { moved in
          var weights = weights
          weights[layer] = moved
          let yHat = reference.forward(x: x, weights: weights, biases: biases)
          return half * reference.loss(y: y, yHat: yHat)
        }, at: weights[layer])
      let byB = CourseGradientCheck.numericalGradient(
        of: { moved in
          var biases = biases
          biases[layer] = moved
          let yHat = reference.forward(x: x, weights: weights, biases: biases)
          return half * reference.loss(y: y, yHat: yHat)
        }, at: biases[layer])
      #expect(Comparison.separation(out.gradWeights[layer], byW) < 1e-8)
      #expect(Comparison.separation(out.gradBiases[layer], byB) < 1e-8)
    }
  }

  @Test("The gradients are the dual numbers' of n/2 times the loss")
  func duals() throws {
    let formula = try #require(Assignment.tanhNet.formula)
    let questions = Assignment.tanhNet.checks.flatMap { $0.questions(.public) }
      .filter { $0.name == "backward" }
    #expect(!questions.isEmpty)
    for question in questions {
      let answer = try reference.answer(question)
      let y = try question.tensor("y")
      for (output, value) in answer {
        let name = output.dropFirst(4).lowercased()
        let exact = try gradient(
          of: { moving in
            var inputs = question.inputs.compactMapValues(\.tensor).mapValues(Dual.init(constant:))
            inputs[name] = moving
            let yHat = try #require(try formula.answer("forward", inputs)?["yHat"])
            let pair = ["y": Dual(constant: y), "yHat": yHat]
            let loss = try #require(try formula.answer("loss", pair)?["loss"])
            return Double(y.count) / 2 * loss
          }, at: question.tensor(name))
        #expect(Comparison.separation(try #require(value.tensor), exact) < 1e-12, "\(output)")
      }
    }
  }

  @Test("Two batches have the sum of the gradients of each")
  func batches() {
    let (weights, biases, x, y) = net([4, 3, 2])
    let parts = [0..<2, 2..<6].map {
      reference.backward(x: x.rows($0), y: y.rows($0), weights: weights, biases: biases)
    }
    let whole = reference.backward(x: x, y: y, weights: weights, biases: biases)
    for layer in weights.indices {
      expect(whole.gradWeights[layer], parts[0].gradWeights[layer] + parts[1].gradWeights[layer])
      expect(whole.gradBiases[layer], parts[0].gradBiases[layer] + parts[1].gradBiases[layer])
    }
  }

  @Test(
    "Another convention that loses nothing is not called a mistake", arguments: ["TB20", "TB21"])
  func conventions(_ id: String) throws {
    let assignment = Assignment.tanhNet
    let known = try #require(assignment.misconceptions.first { $0.id == id })
    let parts = try Grader(assignment: assignment, seed: .public).grade(
      InProcess { question in
        try (question.name == "backward" ? known.answer : assignment.reference)(question)
      })
    #expect(parts.map(\.earned).sum() == assignment.points)
    let accepted = parts.flatMap(\.findings).flatMap(\.outputs).filter { $0.verdict == .accepted }
    #expect(!accepted.isEmpty && accepted.allSatisfy { $0.triage == nil })
  }

  // MARK: - Classes

  @Test("0 is of class 1, and half of the samples right are 50 percent")
  func classes() {
    #expect(reference.classify(yHat: [[0, -0.001], [0.75, -0.9]]) == [[1, -1], [1, -1]])
    #expect(reference.accuracy(y: [[1], [1]], yHat: [[0.5], [-0.5]]) == 50)
    #expect(reference.loss(y: [[1], [-1]], yHat: [[0.5], [1]]) == 2.125)
  }

  // MARK: - Training

  @Test("One batch, one epoch and no momentum are one step of all samples")
  func oneStep() {
    let (weights, biases, x, y) = net([3, 4, 2])
    var random = RandomState(seed: 1)
    let run = train(net([3, 4, 2]), momentum: 0, batches: 1, epochs: 1, &random)
    let gradients = reference.backward(x: x, y: y, weights: weights, biases: biases)
    for layer in weights.indices {
      expect(run.weights[layer], weights[layer] - 0.25 * gradients.gradWeights[layer] / 6)
      expect(run.biases[layer], biases[layer] - 0.25 * gradients.gradBiases[layer] / 6)
    }
    let yHat = reference.forward(x: x, weights: run.weights, biases: run.biases)
    expect(Tensor(run.losses), Tensor([reference.loss(y: y, yHat: yHat)]))
  }

  @Test("Two epochs are two trainings of one, where there is no momentum and one order for both")
  func epochs() {
    let start = net([3, 4, 1], samples: 5)
    var random = RandomState(seed: 9)
    let both = train(start, momentum: 0, batches: 5, epochs: 2, &random)
    random = RandomState(seed: 9)
    let orders = Epochs(samples: 5, batches: 5, epochs: 2).orders(&random)
    var one = start
    for order in orders {
      for sample in order {
        let gradients = reference.backward(
          x: start.x.rows(at: [sample]), y: start.y.rows(at: [sample]), weights: one.weights,
          biases: one.biases)
        for layer in one.weights.indices {
          one.weights[layer] = one.weights[layer] - 0.25 * gradients.gradWeights[layer]
          one.biases[layer] = one.biases[layer] - 0.25 * gradients.gradBiases[layer]
        }
      }
    }
    for layer in one.weights.indices { expect(both.weights[layer], one.weights[layer]) }
    #expect(both.losses.count == 2 && both.testAccuracies.count == 2)
  }

  @Test("Batches hold every sample once, whether or not they have one size")
  func ranges() {
    for samples in 1...12 {
      for batches in 1...samples {
        let ranges = Epochs(samples: samples, batches: batches, epochs: 1).ranges
        #expect(ranges.flatMap(Array.init) == Array(0..<samples))
        let sizes = ranges.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      }
    }
  }

  @Test("Every right run ends far below the bound, and a net that stays as it is above")
  func outcome() throws {
    let check = try #require(Assignment.tanhNet.checks.first { $0.id == "training/outcome" })
    let right = Assignment.tanhNet.alternatives.filter { $0.question == "train" }
    for number in 0..<100 {
      for question in check.questions(Seed("outcome \(number)")) {
        let end = try right[number % right.count].answer(question)
        let bound = TanhNetCourseworkReference.finalLossBound
        #expect(try TanhNetCourseworkReference.finalLoss(question, end) < bound / 10)
        #expect(try TanhNetCourseworkReference.finalLoss(question, question.inputs) > bound)
      }
    }
  }

  // MARK: - Examples

  @Test("The handout's worked example is right")
  func handout() {
    let weights: [Tensor] = [[[0.5, -1], [0.25, 0.5]], [[1], [-0.5]]]
    let biases: [Tensor] = [[0, 0.5], [0.25]]
    let (x, y): (Tensor, Tensor) = ([[1, 2], [-1, 0.5]], [[1], [-1]])
    let yHat = reference.forward(x: x, weights: weights, biases: biases)
    printed(yHat, [[0.6530], [-0.5220]])
    printed(Tensor(reference.loss(y: y, yHat: yHat)), Tensor(0.1745))
    #expect(reference.accuracy(y: y, yHat: yHat) == 100)
    let out = reference.backward(x: x, y: y, weights: weights, biases: biases)
    printed(out.gradWeights[0], [[-0.3867, 0.0981], [-0.0156, 0.1466]])
    printed(out.gradBiases[0], [0.2195, 0.0585])
    printed(out.gradWeights[1], [[-0.2762], [0.2354]])
    printed(out.gradBiases[1], [0.1488])
    let step = reference.update(
      w: weights[1], v: [[0.5], [-0.25]], gradient: out.gradWeights[1], learningRate: 0.5,
      momentum: 0.5, batchSize: 2)
    printed(step.v, [[-0.0262], [0.1104]])
    printed(step.w, [[1.0066], [-0.5276]])
  }

  // MARK: - Support

  private func train(
    _ net: (weights: [Tensor], biases: [Tensor], x: Tensor, y: Tensor), momentum: Double,
    batches: Int, epochs: Int, _ random: inout RandomState
  ) -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  ) {
    reference.train(
      x: net.x, y: net.y, testX: net.x, testY: net.y, weights: net.weights, biases: net.biases,
      learningRate: 0.25, momentum: momentum, batches: batches, epochs: epochs, random: &random)
  }

  /// Agreement to 1e-11: the orders of summation differ, nothing else may.
  private func expect(
    _ value: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(
      of: value, with: expected, tolerance: Tolerance(limit: 1e-11))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }

  /// Agreement with numbers of four decimals.
  private func printed(
    _ value: Tensor, _ text: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(value.shape == text.shape, sourceLocation: sourceLocation)
    #expect((value - text).abs().max() < 5.1e-5, "\(value)", sourceLocation: sourceLocation)
  }
}
