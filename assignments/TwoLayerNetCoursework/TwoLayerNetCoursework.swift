import Coursework

/// A net of two layers with a ReLU between them: the contract of the assignment `two-layer-net`.
///
/// Two courses build it in two ways. The net with the softmax loss keeps its weights as inputs ×
/// units, the net with the squared error as units × inputs:
///
/// ```
///              softmax net              MSE net
/// W1, W2       (D, H), (H, C)           (H, D), (C, H)
/// z            x·W1 + b1                x·W1ᵀ + b1
/// h            max(0, z)                max(0, z)
/// s            h·W2 + b2                h·W2ᵀ + b2
/// ```
///
/// x has a row for each of N samples, D inputs in each; H is the number of hidden units, C that of
/// the classes. b1 is (H), b2 (C), and the scores s are (N, C). A label is the number of the right
/// class, from 0 to C − 1.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol TwoLayerNetCoursework: Contract {
  /// The weights and biases with which the softmax net begins.
  ///
  /// W1 is `scale` times D × H normal numbers, row by row, and then W2 `scale` times H × C more:
  /// `random.randn(…)` draws them in that order. The biases are 0.
  ///
  /// - Parameters:
  ///   - inputs: D.
  ///   - hidden: H.
  ///   - classes: C.
  ///   - scale: The standard deviation of the weights.
  ///   - random: Where the chance comes from; nothing but the weights is drawn from it.
  /// - Returns: w1, (D, H), b1, (H), w2, (H, C), and b2, (C).
  /// - Throws: `NotImplemented` until it is written.
  func initialWeights(
    inputs: Int, hidden: Int, classes: Int, scale: Double, random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor)

  /// The scores of the softmax net: `s = max(0, x·W1 + b1)·W2 + b2`.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - w1: The weights of the hidden layer, (D, H).
  ///   - b1: Its biases, (H).
  ///   - w2: The weights of the output layer, (H, C).
  ///   - b2: Its biases, (C).
  /// - Returns: s, (N, C): not yet probabilities.
  /// - Throws: `NotImplemented` until it is written.
  func softmaxNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) throws -> Tensor

  /// The loss of the softmax net, and its gradients.
  ///
  /// ```
  /// loss = −1/N · Σᵢ log p_iy + λ/2 · (Σ W1² + Σ W2²)
  /// ```
  ///
  /// p is the softmax of each row of the scores, and y the label of sample i. Biases cost nothing.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - labels: The right classes, N whole numbers.
  ///   - w1: The weights of the hidden layer, (D, H).
  ///   - b1: Its biases, (H).
  ///   - w2: The weights of the output layer, (H, C).
  ///   - b2: Its biases, (C).
  ///   - regularization: λ, at least 0.
  /// - Returns: The loss, and its gradients in the shapes of w1, b1, w2 and b2.
  /// - Throws: `NotImplemented` until it is written.
  func softmaxNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor)

  /// The scores of the MSE net: `s = max(0, x·W1ᵀ + b1)·W2ᵀ + b2`.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - w1: The weights of the hidden layer, (H, D).
  ///   - b1: Its biases, (H).
  ///   - w2: The weights of the output layer, (C, H).
  ///   - b2: Its biases, (C).
  /// - Returns: s, (N, C).
  /// - Throws: `NotImplemented` until it is written.
  func mseNetScores(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> Tensor

  /// The loss of the MSE net, and its gradients.
  ///
  /// ```
  /// loss = 1/(2N) · Σᵢ Σⱼ (s_ij − Y_ij)² + λ/2 · (Σ W1² + Σ W2²)
  /// ```
  ///
  /// Y has a 1 in the column of each sample's label and zeros elsewhere. Biases cost nothing.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - labels: The right classes, N whole numbers.
  ///   - w1: The weights of the hidden layer, (H, D).
  ///   - b1: Its biases, (H).
  ///   - w2: The weights of the output layer, (C, H).
  ///   - b2: Its biases, (C).
  ///   - regularization: λ, at least 0.
  /// - Returns: The loss, and its gradients in the shapes of w1, b1, w2 and b2.
  /// - Throws: `NotImplemented` until it is written.
  func mseNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor)

  /// Trains the MSE net by gradient descent on batches that are drawn by chance.
  ///
  /// The iterations are numbered t = 0, 1, 2, … Each does this, in this order:
  ///
  /// 1. Draw the B samples of the batch: `random.choice(N, count: B)`. A sample may be drawn twice.
  /// 2. Compute `mseNetLoss` of the batch, whose N is B, and note the loss.
  /// 3. Take one step with all four gradients: w1 − η·gradW1, and so on.
  /// 4. If t is divisible by N/B, or B ≥ N: multiply η by `decay`, for the steps that follow.
  ///
  /// N/B is a whole number here unless B > N. By the fourth rule the first decay comes after the
  /// very first step, and then one after every N/B steps more.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - labels: The right classes, N whole numbers.
  ///   - w1: The weights of the hidden layer to begin with, (H, D).
  ///   - b1: Its biases, (H).
  ///   - w2: The weights of the output layer, (C, H).
  ///   - b2: Its biases, (C).
  ///   - learningRate: η of the first step.
  ///   - decay: What η is multiplied by.
  ///   - regularization: λ, at least 0.
  ///   - iterations: How many steps are taken.
  ///   - batchSize: B.
  ///   - random: Where the chance comes from; nothing but the batches is drawn from it.
  /// - Returns: The weights and biases after the last step, and the loss of every batch, in order.
  /// - Throws: `NotImplemented` until it is written.
  func trainMSENet(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    learningRate: Double, decay: Double, regularization: Double, iterations: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double])

  /// The class that the MSE net gives to each sample: the one with the highest score.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - w1: The weights of the hidden layer, (H, D).
  ///   - b1: Its biases, (H).
  ///   - w2: The weights of the output layer, (C, H).
  ///   - b2: Its biases, (C).
  /// - Returns: N labels, from 0 to C − 1.
  /// - Throws: `NotImplemented` until it is written.
  func predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> [Int]
}

extension TwoLayerNetCoursework {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "initialWeights": return try initialWeights(question)
    case "softmaxNetScores":
      let net = try question.net()
      return [
        "scores": .tensor(
          try softmaxNetScores(x: net.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2))
      ]
    case "mseNetScores":
      let net = try question.net()
      return [
        "scores": .tensor(
          try mseNetScores(x: net.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2))
      ]
    case "softmaxNetLoss":
      let net = try question.net()
      return Self.answer(
        try softmaxNetLoss(
          x: net.x, labels: question.wholeNumbers("labels"), w1: net.w1, b1: net.b1, w2: net.w2,
          b2: net.b2, regularization: question.number("regularization")))
    case "mseNetLoss":
      let net = try question.net()
      return Self.answer(
        try mseNetLoss(
          x: net.x, labels: question.wholeNumbers("labels"), w1: net.w1, b1: net.b1, w2: net.w2,
          b2: net.b2, regularization: question.number("regularization")))
    case "trainMSENet": return try trainMSENet(question)
    case "predict":
      let net = try question.net()
      let labels = try predict(x: net.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
      return ["labels": .tensor(Tensor(labels.map(Double.init)))]
    default: throw BadQuestion(name: question.name)
    }
  }

  private func initialWeights(_ question: Question) throws -> Answer {
    var random = try question.randomState("random")
    let out = try initialWeights(
      inputs: question.wholeNumber("inputs"), hidden: question.wholeNumber("hidden"),
      classes: question.wholeNumber("classes"), scale: question.number("scale"), random: &random)
    return [
      "w1": .tensor(out.w1), "b1": .tensor(out.b1), "w2": .tensor(out.w2), "b2": .tensor(out.b2),
    ]
  }

  private func trainMSENet(_ question: Question) throws -> Answer {
    let net = try question.net()
    var random = try question.randomState("random")
    let out = try trainMSENet(
      x: net.x, labels: question.wholeNumbers("labels"), w1: net.w1, b1: net.b1, w2: net.w2,
      b2: net.b2, learningRate: question.number("learningRate"), decay: question.number("decay"),
      regularization: question.number("regularization"),
      iterations: question.wholeNumber("iterations"),
      batchSize: question.wholeNumber("batchSize"), random: &random)
    return [
      "w1": .tensor(out.w1), "b1": .tensor(out.b1), "w2": .tensor(out.w2), "b2": .tensor(out.b2),
      "losses": .tensor(Tensor(out.losses)),
    ]
  }

  private static func answer(
    _ out: (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor)
  ) -> Answer {
    [
      "loss": .number(out.loss), "gradW1": .tensor(out.gradW1), "gradB1": .tensor(out.gradB1),
      "gradW2": .tensor(out.gradW2), "gradB2": .tensor(out.gradB2),
    ]
  }
}

extension Question {
  /// The inputs, weights and biases of a net.
  fileprivate func net() throws -> (x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    (try tensor("x"), try tensor("w1"), try tensor("b1"), try tensor("w2"), try tensor("b2"))
  }
}
