import Coursework

/// What the forward pass and the evaluation of a dense net are computed from.
struct DensePassCall: Sendable {
  let x: Tensor
  let net: ClassifierNet<Tensor>

  init(_ question: Question) throws {
    x = try question.tensor("x")
    net = try ClassifierNet { try question.tensor($0) }
  }

  /// The forward pass with other functions of the layers.
  func forward(
    first: (Tensor) -> Tensor = { $0.maximum(0) }, second: (Tensor) -> Tensor = { $0.maximum(0) },
    top: (Tensor) -> Tensor = { ClassifierNet.softmax($0) }, biases: Double = 1
  ) -> [String: Tensor] {
    let hidden1 = first(x.matmul(net.w1) + biases * net.b1)
    let hidden2 = second(hidden1.matmul(net.w2) + biases * net.b2)
    return [
      "hidden1": hidden1, "hidden2": hidden2,
      "probabilities": top(hidden2.matmul(net.w3) + biases * net.b3),
    ]
  }
}

/// What the evaluation of a dense net is computed from.
struct DenseEvaluationCall: Sendable {
  let net: ClassifierNet<Tensor>
  let labels: [Int]
  let regularization: Double
  let probabilities: Tensor

  init(_ question: Question) throws {
    let call = try DensePassCall(question)
    net = call.net
    labels = try question.wholeNumbers("labels")
    regularization = try question.number("regularization")
    probabilities = ClassifierNet.softmax(net.forward(call.x).scores)
  }

  var samples: Double { Double(labels.count) }
  var right: Tensor { Tensor(labels.enumerated().map { probabilities[$0, $1] }) }
  /// The right parts of the loss.
  var crossEntropy: Double { -right.log().sum() / samples }
  var penalty: Double { regularization * (net.w1.squared().sum() + net.w2.squared().sum()) }
  /// The right accuracy.
  var accuracy: Double {
    Double(zip(probabilities.argmax(axis: 1), labels).count { $0 == $1 }) / samples
  }

  /// The loss from parts of which some may be wrong.
  func loss(_ crossEntropy: Double? = nil, penalty: Double? = nil) -> [String: Tensor] {
    ["loss": Tensor((crossEntropy ?? self.crossEntropy) + (penalty ?? self.penalty))]
  }
}

/// What loss and gradients of a batch are computed from.
struct DenseBatchCall: Sendable {
  let x, labels, targets, mask1, mask2: Tensor
  let regularization: Double
  let net: ClassifierNet<Tensor>
  let pass: ClassifierNet<Tensor>.Pass

  init(_ question: Question) throws {
    x = try question.tensor("x")
    mask1 = try question.tensor("mask1")
    mask2 = try question.tensor("mask2")
    regularization = try question.number("regularization")
    net = try ClassifierNet { try question.tensor($0) }
    pass = net.forward(x, mask1: mask1, mask2: mask2)
    labels = try question.tensor("labels")
    targets = OneHot.rows(labels, classes: net.w3.shape[1])
  }

  var samples: Double { Double(x.shape[0]) }
  /// The right gradient by the scores.
  var gradScores: Tensor { gradient(of: pass.scores) }
  /// The gradient of the mean cross-entropy by its scores.
  func gradient(of scores: Tensor) -> Tensor {
    SoftmaxLoss.lossAndGradient(scores: scores, labels: labels).gradScores
  }
  /// The right slopes of both ReLUs.
  var slope1: Tensor { pass.hidden1 .> 0 }
  var slope2: Tensor { pass.hidden2 .> 0 }
  /// The mean cross-entropy of scores.
  func crossEntropy(_ scores: Tensor) -> Double {
    SoftmaxLoss.lossAndGradient(scores: scores, labels: labels).loss.scalar
  }

  /// The penalty, with another factor of λ for each array of weights.
  func penalty(_ factors: [Double] = [1, 1, 0]) -> Double {
    let squares = [net.w1, net.w2, net.w3].map { $0.squared().sum() }
    return regularization * zip(factors, squares).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The gradients that follow from other pieces, with other factors of λ·w for each array of
  /// weights.
  func gradients(
    _ gradScores: Tensor? = nil, back1: Tensor? = nil, back2: Tensor? = nil,
    inputs: (Tensor, Tensor)? = nil, factors: [Double] = [2, 2, 0]
  ) -> [String: Tensor] {
    let gradScores = gradScores ?? self.gradScores
    let (d1, d2) = inputs ?? (pass.dropped1, pass.dropped2)
    let gradZ2 = gradScores.matmul(net.w3.transposed()) * (back2 ?? mask2 * slope2)
    let gradZ1 = gradZ2.matmul(net.w2.transposed()) * (back1 ?? mask1 * slope1)
    let weights = [net.w1, net.w2, net.w3]
    let penalties = zip(factors, weights).map { $0 * regularization * $1 }
    return [
      "gradW1": x.transposed().matmul(gradZ1) + penalties[0], "gradB1": gradZ1.sum(axis: 0),
      "gradW2": d1.transposed().matmul(gradZ2) + penalties[1], "gradB2": gradZ2.sum(axis: 0),
      "gradW3": d2.transposed().matmul(gradScores) + penalties[2],
      "gradB3": gradScores.sum(axis: 0),
    ]
  }

  /// The right loss but for the penalty, with these factors.
  func loss(_ factors: [Double]) -> [String: Tensor] {
    ["loss": Tensor(crossEntropy(pass.scores) + penalty(factors))]
  }
}
