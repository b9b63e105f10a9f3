import Coursework
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of word-trigrams")
struct WordTrigramsReferenceTests {
  private let reference = WordTrigramsReference()

  /// A net for V words with D and P units, and samples for it.
  private func net(
    _ vocabulary: Int, _ embedding: Int, _ hidden: Int
  ) -> (weights: [Tensor], biases: [Tensor], x: Tensor, y: Tensor) {
    var random = RandomState(seed: 12)
    let (weights, biases) = TanhNetCourseworkReference().initialize(
      sizes: [vocabulary, embedding, hidden, vocabulary], standardDeviation: 0.7, random: &random)
    let words = (0..<6).map { _ in
      (0..<3).map { _ in random.randint(from: 1, to: vocabulary + 1) }
    }
    let next = (0..<6).map { _ in [random.randint(from: 1, to: vocabulary + 1)] }
    return (
      weights, biases, reference.countWords(words: words, vocabulary: vocabulary),
      reference.countWords(words: next, vocabulary: vocabulary)
    )
  }

  // MARK: - Words

  @Test("The order of words makes no difference, and every row adds up to its length")
  func counts() {
    let counts = reference.countWords(
      words: [[3, 1, 4], [4, 3, 1], [2, 2, 4]], vocabulary: 4)
    #expect(counts == [[1, 0, 1, 1], [1, 0, 1, 1], [0, 2, 0, 1]])
    let single = reference.countWords(words: [[1], [4]], vocabulary: 4)
    #expect(single == [[1, 0, 0, 0], [0, 0, 0, 1]])
  }

  @Test("The most probable word comes first, and of equals the smaller number")
  func ranking() {
    let p: Tensor = [[0.1, 0.4, 0.2, 0.3], [0.25, 0.25, 0.25, 0.25]]
    #expect(reference.topWords(p: p, k: 3) == [[2, 4, 3], [1, 2, 3]])
    #expect(reference.topWords(p: p, k: 1) == [[2], [1]])
    #expect(reference.accuracy(y: [[0, 1, 0, 0], [0, 0, 1, 0]], p: p) == 50)
  }

  // MARK: - Passes

  @Test("Rows of p add up to 1, however large the sums are", arguments: [0, 1, 1000, -1e5])
  func probabilities(_ offset: Double) {
    let (weights, biases, x, _) = net(5, 3, 4)
    let plain = reference.forward(x: x, weights: weights, biases: biases)
    let moved = reference.forward(
      x: x, weights: weights, biases: [biases[0], biases[1], biases[2] + offset])
    #expect((moved.sum(axis: 1) - 1).abs().max() < 1e-15)
    #expect((moved - plain).abs().max() < 1e-10)
  }

  @Test("Equal probabilities of V words have the loss log V", arguments: 2...6)
  func chance(words: Int) {
    let p = Tensor.full(shape: [3, words], value: 1 / Double(words))
    let y = reference.countWords(words: [[1], [words], [1]], vocabulary: words)
    expect(Tensor(reference.loss(y: y, p: p)), Tensor(Double(words)).log())
  }

  @Test(
    "The gradients say how N times the loss changes with each weight and bias",
    arguments: [[5, 3, 4], [4, 4, 4], [3, 1, 2]])
  func slopes(_ sizes: [Int]) {
    let (weights, biases, x, y) = net(sizes[0], sizes[1], sizes[2])
    let out = reference.backward(x: x, y: y, weights: weights, biases: biases)
    for layer in weights.indices {
      let byW = CourseGradientCheck.numericalGradient(
        of: { moved in
          var weights = weights
          weights[layer] = moved
          let p = reference.forward(x: x, weights: weights, biases: biases)
          return 6 * reference.loss(y: y, p: p)
        }, at: weights[layer])
      let byB = CourseGradientCheck.numericalGradient(
        of: { moved in
          var biases = biases
          biases[layer] = moved
          let p = reference.forward(x: x, weights: weights, biases: biases)
          return 6 * reference.loss(y: y, p: p)
        }, at: biases[layer])
      #expect(Comparison.separation(out.gradWeights[layer], byW) < 1e-7)
      #expect(Comparison.separation(out.gradBiases[layer], byB) < 1e-7)
    }
  }

  @Test("The gradients are the dual numbers' of N times the loss")
  func duals() throws {
    let formula = try #require(Assignment.wordTrigrams.formula)
    let questions = Assignment.wordTrigrams.checks.flatMap { $0.questions(.public) }
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
            let p = try #require(try formula.answer("forward", inputs)?["p"])
            let pair = ["y": Dual(constant: y), "p": p]
            let loss = try #require(try formula.answer("loss", pair)?["loss"])
            return Double(y.shape[0]) * loss
          }, at: question.tensor(name))
        #expect(Comparison.separation(try #require(value.tensor), exact) < 1e-12, "\(output)")
      }
    }
  }

  // MARK: - Training

  @Test("One batch, one epoch and no momentum are one step of all samples")
  func oneStep() {
    let (weights, biases, x, y) = net(5, 2, 3)
    var random = RandomState(seed: 1)
    let run = reference.train(
      x: x, y: y, validationX: x, validationY: y, weights: weights, biases: biases,
      learningRate: 0.25, momentum: 0, batches: 1, epochs: 1, random: &random)
    let gradients = reference.backward(x: x, y: y, weights: weights, biases: biases)
    for layer in weights.indices {
      expect(run.weights[layer], weights[layer] - 0.25 * gradients.gradWeights[layer] / 6)
      expect(run.biases[layer], biases[layer] - 0.25 * gradients.gradBiases[layer] / 6)
    }
    let p = reference.forward(x: x, weights: run.weights, biases: run.biases)
    expect(Tensor(run.losses), Tensor([reference.loss(y: y, p: p)]))
    #expect(run.accuracies == [reference.accuracy(y: y, p: p)])
  }

  @Test("Every right run ends far below the bound, and a net that stays as it is far above")
  func outcome() throws {
    let check = try #require(Assignment.wordTrigrams.checks.first { $0.id == "training/outcome" })
    let right = Assignment.wordTrigrams.alternatives.filter { $0.question == "train" }
    let bound = WordTrigramsReference.finalLossBound
    for number in 0..<100 {
      for question in check.questions(Seed("outcome \(number)")) {
        let end = try right[number % right.count].answer(question)
        #expect(try WordTrigramsReference.finalLoss(question, end) < bound / 5)
        #expect(try WordTrigramsReference.finalLoss(question, question.inputs) > 2 * bound)
      }
    }
  }

  // MARK: - Examples

  @Test("The handout's worked example is right")
  func handout() {
    let weights: [Tensor] = [
      [[1, 0], [0, 1], [-1, 1], [0.5, -0.5]], [[1, -1], [0.5, 1]],
      [[1, 0, -1, 0.5], [0, 1, 1, -1]],
    ]
    let biases: [Tensor] = [[0, 0.5], [-0.5, 0], [0, 0.5, 0, -0.5]]
    let x = reference.countWords(words: [[4, 1, 2], [2, 3, 2]], vocabulary: 4)
    #expect(x == [[1, 1, 0, 1], [0, 2, 1, 0]])
    let y = reference.countWords(words: [[3], [1]], vocabulary: 4)
    let p = reference.forward(x: x, weights: weights, biases: biases)
    printed(p, [[0.3813, 0.4049, 0.1084, 0.1054], [0.2188, 0.5528, 0.1911, 0.0373]])
    printed(Tensor(reference.loss(y: y, p: p)), Tensor(1.8706))
    #expect(reference.accuracy(y: y, p: p) == 0)
    #expect(reference.topWords(p: p, k: 2) == [[2, 1], [2, 1]])
    let out = reference.backward(x: x, y: y, weights: weights, biases: biases)
    printed(
      out.gradWeights[2],
      [[-0.1274, 0.6418, -0.6215, 0.1071], [-0.6286, 0.6996, -0.1476, 0.0766]])
    printed(out.gradBiases[2], [-0.3999, 0.9577, -0.7005, 0.1426])
    printed(out.gradWeights[1], [[0.5313, -0.2164], [-0.6239, -0.1123]])
    printed(out.gradBiases[1], [-0.0370, -0.1315])
    printed(
      out.gradWeights[0],
      [[0.3368, -0.0403], [-0.1480, -0.2597], [-0.2424, -0.1097], [0.3368, -0.0403]])
    printed(out.gradBiases[0], [0.0944, -0.1500])
  }

  // MARK: - Support

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
