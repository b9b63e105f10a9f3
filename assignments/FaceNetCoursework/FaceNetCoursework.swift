import Coursework

/// The six parameters of the network, or one number for each of them, such as a gradient.
///
/// Shapes: w1 (D, H₁), b1 (H₁), w2 (H₁, H₂), b2 (H₂), w3 (H₂, C), b3 (C).
public struct FaceNetParameters: Sendable, Hashable {
  /// The weights of the first layer, (D, H₁).
  public var w1: Tensor
  /// The biases of the first layer, (H₁).
  public var b1: Tensor
  /// The weights of the second layer, (H₁, H₂).
  public var w2: Tensor
  /// The biases of the second layer, (H₂).
  public var b2: Tensor
  /// The weights of the third layer, (H₂, C).
  public var w3: Tensor
  /// The biases of the third layer, (C).
  public var b3: Tensor

  /// The parameters of the three layers.
  public init(w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, w3: Tensor, b3: Tensor) {
    self.w1 = w1
    self.b1 = b1
    self.w2 = w2
    self.b2 = b2
    self.w3 = w3
    self.b3 = b3
  }

  /// The names of all six: "w1", "b1", "w2", "b2", "w3" and "b3".
  public static let names = ["w1", "b1", "w2", "b2", "w3", "b3"]

  /// The parameter of that name, such as "w1"; stops for any other name.
  public subscript(name: String) -> Tensor {
    get { self[keyPath: Self.path(name)] }
    set { self[keyPath: Self.path(name)] = newValue }
  }

  private static func path(_ name: String) -> WritableKeyPath<FaceNetParameters, Tensor> {
    switch name {
    case "w1": \.w1
    case "b1": \.b1
    case "w2": \.w2
    case "b2": \.b2
    case "w3": \.w3
    case "b3": \.b3
    default: preconditionFailure("FaceNetParameters: there is no parameter '\(name)'")
    }
  }
}

/// The network that tells faces apart, from its first weights to the choice of its
/// hyper-parameters: the contract of the assignment `face-net`.
///
/// ```
/// z1 = x·w1 + b1    h1 = max(0, z1)
/// z2 = h1·w2 + b2   h2 = max(0, z2)
/// y  = h2·w3 + b3
/// ```
///
/// Rows are samples: N of them with D inputs each, and C classes. x is (N, D), y (N, C). Targets are
/// one-hot rows, (N, C). The loss of some samples is the mean of their cross-entropies,
/// `−1/N · Σ t·log p`, where p is the softmax of y.
///
/// The methods remember nothing between calls.
public protocol FaceNetCoursework: Contract {
  /// The parameters before the first step.
  ///
  /// The weights are normal numbers times 0.1 in the first and second layer, and times 0.01 in the
  /// third. Draw them layer by layer, w1, w2, w3, with `random.randn`; all biases are 0.
  ///
  /// - Parameters:
  ///   - inputs: D.
  ///   - hidden: H₁ and H₂.
  ///   - outputs: C.
  ///   - random: Where the chance comes from.
  /// - Returns: The parameters.
  /// - Throws: `NotImplemented` until it is written.
  func initialize(
    inputs: Int, hidden: [Int], outputs: Int, random: inout RandomState
  ) throws -> FaceNetParameters

  /// The forward pass.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the network.
  ///   - x: Inputs, (N, D).
  /// - Returns: z1 and h1, (N, H₁); z2 and h2, (N, H₂); y, (N, C), before any softmax.
  /// - Throws: `NotImplemented` until it is written.
  func forward(
    parameters: FaceNetParameters, x: Tensor
  ) throws -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor)

  /// The backward pass: the gradients of a loss by all parameters, from its gradient by y.
  ///
  /// Nothing is divided by N: `err` already contains the 1/N of the loss.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the network.
  ///   - x: Inputs, (N, D).
  ///   - err: The gradient of the loss by y, (N, C).
  /// - Returns: The gradients, each in the shape of its parameter.
  /// - Throws: `NotImplemented` until it is written.
  func backward(
    parameters: FaceNetParameters, x: Tensor, err: Tensor
  ) throws -> FaceNetParameters

  /// The probabilities of the classes: `p_ij = exp(y_ij) / Σₖ exp(y_ik)`.
  ///
  /// - Parameter y: What comes out of the network, (N, C).
  /// - Returns: p, (N, C), of which each row adds up to 1.
  /// - Throws: `NotImplemented` until it is written.
  func softmax(y: Tensor) throws -> Tensor

  /// How good the network is on some samples, computed in batches.
  ///
  /// Batches follow each other in the order of the rows, and the last may be short. The loss is the
  /// sum of all cross-entropies over N; the accuracy is the share of the N samples whose largest p is
  /// at the target's 1.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the network.
  ///   - x: Inputs, (N, D).
  ///   - targets: One-hot targets, (N, C).
  ///   - batchSize: Samples in a batch; −1 for all N in one.
  /// - Returns: The loss and the accuracy, both of all N samples.
  /// - Throws: `NotImplemented` until it is written.
  func evaluate(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, batchSize: Int
  ) throws -> (loss: Double, accuracy: Double)

  /// Compares gradients of one parameter with numerical ones, at 20 of its elements.
  ///
  /// The loss is `½ Σ y²`, so that `err` is y itself. The elements are the first 20 (or all, if there
  /// are fewer) of 0, 1, 2, … below the parameter's count after `random.shuffle`; they count through
  /// the rows, as in `scalars`. A numerical gradient moves one element alone, by `step` up and down:
  /// `(loss(+step) − loss(−step)) / (2·step)`.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the network.
  ///   - x: Inputs, (N, D).
  ///   - name: Which parameter, such as "w1".
  ///   - step: How far an element is moved.
  ///   - random: What shuffles the elements.
  /// - Returns: The elements, and for each of them, in this order, the gradient of the backward pass
  ///   and the numerical one.
  /// - Throws: `NotImplemented` until it is written.
  func checkGradient(
    parameters: FaceNetParameters, x: Tensor, name: String, step: Double,
    random: inout RandomState
  ) throws -> (elements: [Int], analytic: Tensor, numerical: Tensor)

  /// Trains the network with mini-batches and momentum.
  ///
  /// Before the first epoch let `order` be 0, 1, …, N − 1, and all velocities 0. In each epoch:
  ///
  /// 1. `random.shuffle(&order)`: the order as the epoch before left it, not a new one.
  /// 2. Put the rows of x and of the targets into this order: those of the epoch before, which are
  ///    already shuffled, not those that were given.
  /// 3. Take ⌈N/batchSize⌉ batches of rows that follow each other; the last may be short. For each of
  ///    n rows compute the loss, then `err = (p − t)/n`, the gradients, and take a step:
  ///    `v = m·v + (1 − m)·gradW`, `w = w − η·v` for the three weights, and `b = b − η·gradB` for the
  ///    biases, which have no velocity.
  /// 4. Record the loss of the last batch, from before its step, and the loss of all validation
  ///    samples, from after it.
  ///
  /// - Parameters:
  ///   - parameters: The parameters to start from.
  ///   - x: Inputs, (N, D).
  ///   - targets: One-hot targets, (N, C).
  ///   - validX: Inputs of the validation samples, (M, D).
  ///   - validTargets: Their one-hot targets, (M, C).
  ///   - learningRate: η.
  ///   - momentum: m.
  ///   - epochs: How often all samples are gone through.
  ///   - batchSize: Samples in a batch; −1 for all N in one.
  ///   - random: What shuffles the samples.
  /// - Returns: The parameters after the last step, and the losses that were recorded, one of each
  ///   kind an epoch.
  /// - Throws: `NotImplemented` until it is written.
  func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double])

  /// The best of several values of a hyper-parameter, each of which trained a network of its own.
  ///
  /// It is the one whose validation loss after the last epoch is the smallest.
  ///
  /// - Parameters:
  ///   - candidates: The values, K of them.
  ///   - trainLosses: A row for each value and a column for each epoch, (K, E).
  ///   - validLosses: The same of the validation samples, (K, E).
  /// - Returns: The best value.
  /// - Throws: `NotImplemented` until it is written.
  func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) throws -> Double

  /// The samples of which the network is not sure: those whose largest p is below a threshold.
  ///
  /// - Parameters:
  ///   - y: What comes out of the network, (N, C), before any softmax.
  ///   - threshold: Below which a largest p is low.
  /// - Returns: The numbers of these samples, counted from 0, in ascending order.
  /// - Throws: `NotImplemented` until it is written.
  func lowConfidence(y: Tensor, threshold: Double) throws -> [Int]
}

extension FaceNetCoursework {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "initialize":
      var random = try question.randomState("random")
      let parameters = try initialize(
        inputs: question.whole("inputs"),
        hidden: [question.whole("hidden1"), question.whole("hidden2")],
        outputs: question.whole("outputs"), random: &random)
      return parameters.answer { $0 }
    case "forward":
      let out = try forward(parameters: question.faceNetParameters(), x: question.tensor("x"))
      return [
        "z1": .tensor(out.z1), "h1": .tensor(out.h1), "z2": .tensor(out.z2),
        "h2": .tensor(out.h2), "y": .tensor(out.y),
      ]
    case "backward":
      let gradients = try backward(
        parameters: question.faceNetParameters(), x: question.tensor("x"),
        err: question.tensor("err"))
      return gradients.answer { "grad" + $0.uppercased() }
    case "softmax":
      return ["p": .tensor(try softmax(y: question.tensor("y")))]
    case "evaluate":
      let out = try evaluate(
        parameters: question.faceNetParameters(), x: question.tensor("x"),
        targets: question.tensor("targets"), batchSize: question.whole("batchSize"))
      return ["loss": .number(out.loss), "accuracy": .number(out.accuracy)]
    case "checkGradient": return try checkGradientAnswer(to: question)
    case "train": return try trainAnswer(to: question)
    case "bestHyperParameter":
      let best = try bestHyperParameter(
        candidates: question.tensor("candidates").scalars,
        trainLosses: question.tensor("trainLosses"), validLosses: question.tensor("validLosses"))
      return ["best": .number(best)]
    case "lowConfidence":
      let unsure = try lowConfidence(
        y: question.tensor("y"), threshold: question.number("threshold"))
      return ["indices": .tensor(Tensor(unsure.map(Double.init)))]
    default:
      throw BadQuestion(name: question.name)
    }
  }

  private func checkGradientAnswer(to question: Question) throws -> Answer {
    var random = try question.randomState("random")
    let out = try checkGradient(
      parameters: question.faceNetParameters(), x: question.tensor("x"),
      name: question.text("name"), step: question.number("step"), random: &random)
    return [
      "elements": .tensor(Tensor(out.elements.map(Double.init))),
      "analytic": .tensor(out.analytic), "numerical": .tensor(out.numerical),
    ]
  }

  private func trainAnswer(to question: Question) throws -> Answer {
    var random = try question.randomState("random")
    let out = try train(
      parameters: question.faceNetParameters(), x: question.tensor("x"),
      targets: question.tensor("targets"), validX: question.tensor("validX"),
      validTargets: question.tensor("validTargets"),
      learningRate: question.number("learningRate"), momentum: question.number("momentum"),
      epochs: question.whole("epochs"), batchSize: question.whole("batchSize"), random: &random)
    var answer = out.parameters.answer { $0 }
    answer["trainLosses"] = .tensor(Tensor(out.trainLosses))
    answer["validLosses"] = .tensor(Tensor(out.validLosses))
    return answer
  }
}

extension FaceNetParameters {
  /// All six as the outputs of an answer, under names that are made from theirs.
  fileprivate func answer(named rename: (String) -> String) -> Answer {
    var answer: Answer = [:]
    for name in Self.names { answer[rename(name)] = .tensor(self[name]) }
    return answer
  }
}

extension Question {
  /// The six parameters of the network.
  ///
  /// - Throws: `BadQuestion` when one of them is missing.
  fileprivate func faceNetParameters() throws -> FaceNetParameters {
    FaceNetParameters(
      w1: try tensor("w1"), b1: try tensor("b1"), w2: try tensor("w2"), b2: try tensor("b2"),
      w3: try tensor("w3"), b3: try tensor("b3"))
  }

  /// A whole number, which travels as any other.
  ///
  /// - Throws: `BadQuestion` when there is none.
  fileprivate func whole(_ input: String) throws -> Int { Int(try number(input).rounded()) }
}
