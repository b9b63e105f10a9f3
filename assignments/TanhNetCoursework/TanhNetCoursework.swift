import Coursework

/// A net of tanh layers for two classes, and how it learns: the contract of `tanh-net`.
///
/// Layer l has weights W_l, inputs × outputs, and biases b_l; rows are samples. A net has any number
/// of layers, and tanh follows each of them, the last one too:
///
/// ```
/// z₀ = x        a_l = z_{l−1}·W_l + b_l        z_l = tanh(a_l)        ŷ = z of the last layer
/// ```
///
/// The targets y have the shape of ŷ, (N, K). They are −1 or 1, one for each class; `loss` and
/// `backward` take any numbers. On the wire the layers are called w1 and b1, w2 and b2 and so on.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol TanhNetCoursework: Contract {
  /// The weights and biases of a new net, all drawn from one normal distribution with mean 0.
  ///
  /// Everything comes from the one stream `random`: for each layer, from the first to the last, its
  /// weights row by row and after them its biases, each as `random.normal` draws them. Nothing is
  /// seeded again on the way, or all layers would start with the same numbers.
  ///
  /// - Parameters:
  ///   - sizes: How many numbers go in, how many come out of each layer.
  ///   - standardDeviation: Of weights and biases alike.
  ///   - random: Where the chance comes from.
  /// - Returns: Weights (inputs, outputs) and biases (outputs), layer by layer.
  /// - Throws: `NotImplemented` until it is written.
  func initialize(
    sizes: [Int], standardDeviation: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor])

  /// What the net makes of its inputs: ŷ.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - weights: W_l, (inputs, outputs), layer by layer.
  ///   - biases: b_l, (outputs), layer by layer.
  /// - Returns: ŷ, (N, K).
  /// - Throws: `NotImplemented` until it is written.
  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor

  /// The mean squared error, `1/n · Σ (y − ŷ)²`, where n is how many entries y has.
  ///
  /// - Parameters:
  ///   - y: Targets, (N, K).
  ///   - yHat: ŷ, (N, K).
  /// - Returns: The loss.
  /// - Throws: `NotImplemented` until it is written.
  func loss(y: Tensor, yHat: Tensor) throws -> Double

  /// The gradients of all weights and biases.
  ///
  /// The course takes `ŷ − y` for the derivative of the loss by ŷ, without 2/n, and adds up over the
  /// samples: these are the gradients of `½ · Σ (ŷ − y)²`. ⊙ multiplies entry by entry.
  ///
  /// ```
  /// last layer:      δ_l = (ŷ − y) ⊙ (1 − tanh²(a_l))
  /// any other:       δ_l = (δ_{l+1}·W_{l+1}ᵀ) ⊙ (1 − tanh²(a_l))
  /// gradW_l = z_{l−1}ᵀ·δ_l        gradB_l = Σ δ_l over the samples
  /// ```
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - y: Targets, (N, K).
  ///   - weights: W_l, (inputs, outputs), layer by layer.
  ///   - biases: b_l, (outputs), layer by layer.
  /// - Returns: The gradients in the shapes of the weights and of the biases, layer by layer.
  /// - Throws: `NotImplemented` until it is written.
  func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) throws -> (gradWeights: [Tensor], gradBiases: [Tensor])

  /// One step of momentum, for weights and for biases alike.
  ///
  /// ```
  /// v' = gradient + β·v        w' = w − η·v' / B
  /// ```
  ///
  /// - Parameters:
  ///   - w: What moves, in any shape.
  ///   - v: The velocity, in the shape of w; zeros before the first step.
  ///   - gradient: The gradient of w, a sum over the samples of a batch.
  ///   - learningRate: η, above 0.
  ///   - momentum: β, at least 0 and below 1; with 0 this is plain gradient descent.
  ///   - batchSize: B, which need not be a whole number.
  /// - Returns: The new w and the new v.
  /// - Throws: `NotImplemented` until it is written.
  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor)

  /// The classes that the net decides for: 1 where ŷ is at least 0, else −1.
  ///
  /// - Parameter yHat: ŷ, (N, K).
  /// - Returns: −1 and 1, (N, K).
  /// - Throws: `NotImplemented` until it is written.
  func classify(yHat: Tensor) throws -> Tensor

  /// How many entries of ŷ are of the class of their target, in percent.
  ///
  /// - Parameters:
  ///   - y: Targets, (N, K).
  ///   - yHat: ŷ, (N, K), not yet made classes.
  /// - Returns: From 0 to 100.
  /// - Throws: `NotImplemented` until it is written.
  func accuracy(y: Tensor, yHat: Tensor) throws -> Double

  /// Mini-batches, epoch by epoch, with momentum for every weight and bias.
  ///
  /// All velocities are 0 at the start, and B = N / batches. Then in each epoch:
  ///
  /// 1. `order = random.permutation(N)`; x and y are put into that order, starting from the order in
  ///    which the epoch before left them.
  /// 2. Batch j = 0, 1, … has the rows from ⌊B·j⌋ up to, but without, ⌊B·(j+1)⌋. For each, the
  ///    gradients of all layers come first, then one `update` of every weight and bias, with B.
  /// 3. Loss and accuracy of all of x, and of all of testX, are noted.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - y: Targets, (N, K).
  ///   - testX: Inputs that the net does not learn from, (M, D).
  ///   - testY: Their targets, (M, K).
  ///   - weights: W_l at the start, layer by layer.
  ///   - biases: b_l at the start, layer by layer.
  ///   - learningRate: η, above 0.
  ///   - momentum: β, at least 0 and below 1.
  ///   - batches: How many there are in an epoch.
  ///   - epochs: How often every sample is seen.
  ///   - random: Where the order of the samples comes from.
  /// - Returns: The weights and biases in the end; what was noted, a number for each epoch.
  /// - Throws: `NotImplemented` until it is written.
  func train(
    x: Tensor, y: Tensor, testX: Tensor, testY: Tensor, weights: [Tensor], biases: [Tensor],
    learningRate: Double, momentum: Double, batches: Int, epochs: Int, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  )
}

extension TanhNetCoursework {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "initialize":
      var random = try question.randomState("random")
      let new = try initialize(
        sizes: question.tensor("sizes").scalars.map { Int($0.rounded()) },
        standardDeviation: question.number("standardDeviation"), random: &random)
      return Answer.layers(new.weights, "w").merging(.layers(new.biases, "b")) { $1 }
    case "forward":
      let yHat = try forward(
        x: question.tensor("x"), weights: question.layers("w"), biases: question.layers("b"))
      return ["yHat": .tensor(yHat)]
    case "loss":
      return ["loss": .number(try loss(y: question.tensor("y"), yHat: question.tensor("yHat")))]
    case "backward":
      let out = try backward(
        x: question.tensor("x"), y: question.tensor("y"), weights: question.layers("w"),
        biases: question.layers("b"))
      return Answer.layers(out.gradWeights, "gradW")
        .merging(.layers(out.gradBiases, "gradB")) { $1 }
    case "update":
      let new = try update(
        w: question.tensor("w"), v: question.tensor("v"), gradient: question.tensor("gradient"),
        learningRate: question.number("learningRate"), momentum: question.number("momentum"),
        batchSize: question.number("batchSize"))
      return ["w": .tensor(new.w), "v": .tensor(new.v)]
    case "classify":
      return ["classes": .tensor(try classify(yHat: question.tensor("yHat")))]
    case "accuracy":
      let accuracy = try accuracy(y: question.tensor("y"), yHat: question.tensor("yHat"))
      return ["accuracy": .number(accuracy)]
    case "train":
      return try trained(question)
    default:
      throw BadQuestion(name: question.name)
    }
  }

  private func trained(_ question: Question) throws -> Answer {
    var random = try question.randomState("random")
    let out = try train(
      x: question.tensor("x"), y: question.tensor("y"), testX: question.tensor("testX"),
      testY: question.tensor("testY"), weights: question.layers("w"),
      biases: question.layers("b"), learningRate: question.number("learningRate"),
      momentum: question.number("momentum"), batches: Int(question.number("batches").rounded()),
      epochs: Int(question.number("epochs").rounded()), random: &random)
    let notes: Answer = [
      "losses": .tensor(Tensor(out.losses)), "accuracies": .tensor(Tensor(out.accuracies)),
      "testLosses": .tensor(Tensor(out.testLosses)),
      "testAccuracies": .tensor(Tensor(out.testAccuracies)),
    ]
    return notes.merging(.layers(out.weights, "w")) { $1 }
      .merging(.layers(out.biases, "b")) { $1 }
  }
}
