import Coursework

/// A net that predicts the fourth word from three, and how it learns: the contract of
/// `word-trigrams`.
///
/// A vocabulary has V words, which are numbered from 1 to V. Rows are samples. The net has three
/// layers with weights of shape (inputs, outputs) and biases of shape (outputs): an embedding from V
/// to D numbers without a bend, a hidden layer of P units with a sigmoid, and an output layer with a
/// softmax over the V words:
///
/// ```
/// e = x·W₁ + b₁        h = σ(e·W₂ + b₂)        s = h·W₃ + b₃        p = softmax of each row of s
/// ```
///
/// On the wire the layers are called w1 and b1, w2 and b2, w3 and b3. The methods change nothing in
/// place and remember nothing between calls.
public protocol WordTrigrams: Contract {
  /// Rows of words as counts: entry w − 1 of a row says how often word w occurs in it.
  ///
  /// The order of the words is not kept: each word is a 1 in the column of its own, and a word that
  /// occurs twice is a 2. A row of one word is one-hot.
  ///
  /// - Parameters:
  ///   - words: N rows of as many words, each from 1 to V.
  ///   - vocabulary: V.
  /// - Returns: Counts, (N, V).
  /// - Throws: `NotImplemented` until it is written.
  func countWords(words: [[Int]], vocabulary: Int) throws -> Tensor

  /// How probable the net finds each word.
  ///
  /// It must hold for sums s such as 1000 too.
  ///
  /// - Parameters:
  ///   - x: Counts of the three words before, (N, V).
  ///   - weights: W₁ (V, D), W₂ (D, P) and W₃ (P, V).
  ///   - biases: b₁ (D), b₂ (P) and b₃ (V).
  /// - Returns: p, (N, V), of which each row adds up to 1.
  /// - Throws: `NotImplemented` until it is written.
  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor

  /// The cross-entropy as a mean over the samples: `−1/N · Σᵢ Σⱼ y_ij · log p_ij`.
  ///
  /// - Parameters:
  ///   - y: The right words, one-hot, (N, V).
  ///   - p: Probabilities above 0, (N, V).
  /// - Returns: The loss.
  /// - Throws: `NotImplemented` until it is written.
  func loss(y: Tensor, p: Tensor) throws -> Double

  /// The gradients of all weights and biases, as sums over the samples: those of N times the loss.
  ///
  /// Softmax and cross-entropy together have the derivative p − y. ⊙ multiplies entry by entry:
  ///
  /// ```
  /// δ₃ = p − y        δ₂ = (δ₃·W₃ᵀ) ⊙ h ⊙ (1 − h)        δ₁ = δ₂·W₂ᵀ
  /// gradW₃ = hᵀ·δ₃    gradW₂ = eᵀ·δ₂                     gradW₁ = xᵀ·δ₁
  /// gradB = Σ δ over the samples, of each layer
  /// ```
  ///
  /// - Parameters:
  ///   - x: Counts, (N, V).
  ///   - y: The right words, one-hot, (N, V).
  ///   - weights: W₁ (V, D), W₂ (D, P) and W₃ (P, V).
  ///   - biases: b₁ (D), b₂ (P) and b₃ (V).
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
  ///   - momentum: β, at least 0 and below 1.
  ///   - batchSize: B, which need not be a whole number.
  /// - Returns: The new w and the new v.
  /// - Throws: `NotImplemented` until it is written.
  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor)

  /// How many samples have their right word as the most probable one, in percent.
  ///
  /// - Parameters:
  ///   - y: The right words, one-hot, (N, V).
  ///   - p: Probabilities, (N, V).
  /// - Returns: From 0 to 100.
  /// - Throws: `NotImplemented` until it is written.
  func accuracy(y: Tensor, p: Tensor) throws -> Double

  /// The k most probable words of each sample, the most probable first.
  ///
  /// Of words that are equally probable the one with the smaller number comes first.
  ///
  /// - Parameters:
  ///   - p: Probabilities, (N, V).
  ///   - k: How many words, at most V.
  /// - Returns: N rows of k words, each from 1 to V.
  /// - Throws: `NotImplemented` until it is written.
  func topWords(p: Tensor, k: Int) throws -> [[Int]]

  /// Mini-batches, epoch by epoch, with momentum for every weight and bias.
  ///
  /// All velocities are 0 at the start, and B = N / batches. Then in each epoch:
  ///
  /// 1. `order = random.permutation(N)`; x and y are put into that order, starting from the order in
  ///    which the epoch before left them.
  /// 2. Batch j = 0, 1, … has the rows from ⌊B·j⌋ up to, but without, ⌊B·(j+1)⌋. For each, the
  ///    gradients of all layers come first, then one `update` of every weight and bias, with B.
  /// 3. Loss and accuracy of all of validationX are noted.
  ///
  /// - Parameters:
  ///   - x: Counts, (N, V).
  ///   - y: The right words, one-hot, (N, V).
  ///   - validationX: Counts that the net does not learn from, (M, V).
  ///   - validationY: Their right words, one-hot, (M, V).
  ///   - weights: The weights at the start, layer by layer.
  ///   - biases: The biases at the start, layer by layer.
  ///   - learningRate: η, above 0.
  ///   - momentum: β, at least 0 and below 1.
  ///   - batches: How many there are in an epoch.
  ///   - epochs: How often every sample is seen.
  ///   - random: Where the order of the samples comes from.
  /// - Returns: The weights and biases in the end; what was noted, a number for each epoch.
  /// - Throws: `NotImplemented` until it is written.
  func train(
    x: Tensor, y: Tensor, validationX: Tensor, validationY: Tensor, weights: [Tensor],
    biases: [Tensor], learningRate: Double, momentum: Double, batches: Int, epochs: Int,
    random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double]
  )
}

extension WordTrigrams {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "countWords":
      let words = try question.tensor("words")
      let counts = try countWords(
        words: (0..<words.shape[0]).map { words.row($0).scalars.map { Int($0.rounded()) } },
        vocabulary: Int(question.number("vocabulary").rounded()))
      return ["counts": .tensor(counts)]
    case "forward":
      let p = try forward(
        x: question.tensor("x"), weights: question.layers("w"), biases: question.layers("b"))
      return ["p": .tensor(p)]
    case "loss":
      return ["loss": .number(try loss(y: question.tensor("y"), p: question.tensor("p")))]
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
    case "accuracy":
      let accuracy = try accuracy(y: question.tensor("y"), p: question.tensor("p"))
      return ["accuracy": .number(accuracy)]
    case "topWords":
      let words = try topWords(
        p: question.tensor("p"), k: Int(question.number("k").rounded()))
      return ["words": .tensor(Self.table(words))]
    case "train":
      return try trained(question)
    default:
      throw BadQuestion(name: question.name)
    }
  }

  private func trained(_ question: Question) throws -> Answer {
    var random = try question.randomState("random")
    let out = try train(
      x: question.tensor("x"), y: question.tensor("y"),
      validationX: question.tensor("validationX"), validationY: question.tensor("validationY"),
      weights: question.layers("w"), biases: question.layers("b"),
      learningRate: question.number("learningRate"), momentum: question.number("momentum"),
      batches: Int(question.number("batches").rounded()),
      epochs: Int(question.number("epochs").rounded()), random: &random)
    let notes: Answer = [
      "losses": .tensor(Tensor(out.losses)), "accuracies": .tensor(Tensor(out.accuracies)),
    ]
    return notes.merging(.layers(out.weights, "w")) { $1 }.merging(.layers(out.biases, "b")) { $1 }
  }

  /// Rows of numbers as an array, with rows of different lengths one after the other.
  private static func table(_ rows: [[Int]]) -> Tensor {
    let numbers = rows.map { $0.map(Double.init) }
    let isTable = Set(rows.map(\.count)).count == 1
    return isTable ? Tensor(numbers) : Tensor(numbers.flatMap(\.self))
  }
}
