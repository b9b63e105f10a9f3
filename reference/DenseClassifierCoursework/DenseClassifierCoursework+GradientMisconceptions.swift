import Coursework
import Grading

extension DenseClassifierCourseworkReference {
  /// Mistakes in `lossAndGradients`; p are the probabilities, Y is one-hot.
  static let gradientMisconceptions = penaltyMistakes + lossMistakes + backwardMistakes

  private static let batch = WrongVariants(
    question: "lossAndGradients",
    reference: { try DenseClassifierCourseworkReference().answer($0) }
  ) { try DenseBatchCall($0) }
  private static let penaltyLines = "the lines that compute the penalty and its gradients"
  private static let topLine = "the line that computes the gradient of the scores"
  private static let backLines = "the lines that go back through dropout and ReLU"
  private static let weightLines = "the lines that compute gradW2 and gradW3"

  // MARK: - Penalty

  private static let penaltyMistakes: [Misconception] = [
    batch.mistake(
      "DN1", "there is a ½ before λ in your loss, and gradW1 and gradW2 have λ·w for 2·λ·w",
      why: "Keras has no ½: λ·Σ w² with the gradient 2·λ·w", where: penaltyLines
    ) {
      $0.loss([0.5, 0.5, 0]).merging($0.gradients(factors: [1, 1, 0])) { $1 }
    },
    batch.mistake(
      "DN2", "your gradW1 and gradW2 have λ·w where 2·λ·w belongs",
      why: "there is no ½ in λ·Σ w², so that the 2 stays in its gradient", where: penaltyLines
    ) { $0.gradients(factors: [1, 1, 0]) },
    batch.mistake(
      "DN3", "there is a ½ before λ in your loss",
      why: "Keras has none: λ·Σ w², whose gradient is the 2·λ·w that you have",
      where: penaltyLines
    ) { $0.loss([0.5, 0.5, 0]) },
    batch.mistake(
      "DN4", "w3 has a penalty in your loss and in your gradW3",
      why: "only the hidden layers have one: w1 and w2", where: penaltyLines
    ) { $0.loss([1, 1, 1]).merging($0.gradients(factors: [2, 2, 2])) { $1 } },
    batch.mistake(
      "DN5", "the penalty is missing in your gradW1 and gradW2",
      why: "λ·Σ w² is in the loss, and its gradient is 2·λ·w", where: penaltyLines
    ) { $0.gradients(factors: [0, 0, 0]) },
    batch.mistake(
      "DN6", "the penalty is missing in your loss",
      why: "it is what your gradW1 and gradW2 belong to: λ·(Σ w1² + Σ w2²)", where: penaltyLines
    ) { $0.loss([0, 0, 0]) },
    batch.mistake(
      "DN7", "the penalty is missing in your loss and in your gradW1 and gradW2",
      why: "λ·(Σ w1² + Σ w2²), with the gradients 2·λ·w", where: penaltyLines
    ) { $0.loss([0, 0, 0]).merging($0.gradients(factors: [0, 0, 0])) { $1 } },
    batch.mistake(
      "DN8", "the penalty of w2 is missing in your loss and in your gradW2",
      why: "both hidden layers have one: w1 and w2", where: penaltyLines
    ) { $0.loss([1, 0, 0]).merging($0.gradients(factors: [2, 0, 0])) { $1 } },
  ]

  // MARK: - Loss

  private static let lossMistakes: [Misconception] = [
    batch.mistake(
      "DN9", "the cross-entropy in your loss is a sum over the samples, and so are your gradients",
      why: "it is their mean: divide by N", where: "the line that computes the loss"
    ) { call in
      let loss = call.samples * call.crossEntropy(call.pass.scores) + call.penalty()
      return call.gradients(call.samples * call.gradScores).merging(["loss": Tensor(loss)]) { $1 }
    },
    batch.mistake(
      "DN10", "your gradients are not divided by N", why: "the loss is a mean over N samples",
      where: topLine
    ) { $0.gradients($0.samples * $0.gradScores) },
    batch.mistake(
      "DN11", "your gradients start from p: the −1 at the right class is missing",
      why: "the gradient of the scores is (p − Y)/N", where: topLine
    ) { $0.gradients($0.gradScores + $0.targets / $0.samples) },
    batch.mistake(
      "DN12", "your gradients start from (Y − p)/N, the opposite sign",
      why: "more score for a wrong class means more loss: (p − Y)/N", where: topLine
    ) { $0.gradients(-$0.gradScores) },
    batch.mistake(
      "DN13", "your gradients start from (p − Y)/N times p·(1 − p)",
      why: "p − Y is the derivative through softmax and logarithm together", where: topLine
    ) { call in
      let p = ClassifierNet.softmax(call.pass.scores)
      return call.gradients(call.gradScores * p * (1 - p))
    },
    batch.mistake(
      "DN14", "nothing is dropped: your masks are never used",
      why: "what comes out of a hidden layer is multiplied by its mask",
      where: "the lines of the hidden layers"
    ) { call in
      let pass = call.net.forward(call.x)
      let gradients = call.gradients(
        call.gradient(of: pass.scores), back1: pass.hidden1 .> 0, back2: pass.hidden2 .> 0,
        inputs: (pass.hidden1, pass.hidden2))
      let loss = call.crossEntropy(pass.scores) + call.penalty()
      return gradients.merging(["loss": Tensor(loss)]) { $1 }
    },
  ]

  // MARK: - Backward pass

  private static let backwardMistakes: [Misconception] = [
    batch.mistake(
      "DN15", "your masks are not used on the way back",
      why: "what was dropped passes nothing on, and what was kept 1/(1 − rate) times as much",
      where: backLines
    ) { $0.gradients(back1: $0.slope1, back2: $0.slope2) },
    batch.mistake(
      "DN16", "on the way back your masks are 1 where they should be 1/(1 − rate)",
      why: "multiply by the mask itself, as in the forward pass", where: backLines
    ) { $0.gradients(back1: $0.slope1 * ($0.mask1 .> 0), back2: $0.slope2 * ($0.mask2 .> 0)) },
    batch.mistake(
      "DN17", "the ReLUs are missing on the way back",
      why: "where a ReLU gave 0 nothing passes: multiply by 1 where z > 0", where: backLines
    ) { $0.gradients(back1: $0.mask1, back2: $0.mask2) },
    batch.mistake(
      "DN18", "your gradW2 and gradW3 use hidden layers before dropout",
      why: "the layer was given what dropout left: d1 and d2", where: weightLines
    ) { $0.gradients(inputs: ($0.pass.hidden1, $0.pass.hidden2)) },
    batch.mistake(
      "DN19", "your gradB1, gradB2 and gradB3 are divided by N once more",
      why: "the gradient of the scores contains the 1/N already: add up",
      where: "the lines that compute the bias gradients"
    ) { call in
      call.gradients().filter { $0.key.hasPrefix("gradB") }.mapValues { $0 / call.samples }
    },
    batch.mistake(
      "DN20", "your gradW1, gradW2 and gradW3 are divided by N once more",
      why: "the gradient of the scores contains the 1/N already",
      where: "the lines that compute the weight gradients"
    ) { call in
      let (data, all) = (call.gradients(factors: [0, 0, 0]), call.gradients())
      let less = data.filter { $0.key.hasPrefix("gradW") }
        .mapValues { $0 / call.samples - $0 }
      return all.filter { less[$0.key] != nil }.merging(less) { $0 + $1 }
    },
  ]
}
