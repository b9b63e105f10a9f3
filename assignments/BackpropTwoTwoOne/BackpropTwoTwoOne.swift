import Coursework

/// A 2-2-1 network of sigmoids, forward and backward: the contract of `backprop-2-2-1`.
///
/// One sample with two inputs, a hidden layer of two units, one output:
///
/// ```
/// x0 (2) ──► z1 = W1·x0 + b1 ──► x1 = σ(z1) ──► z2 = W2·x1 + b2 ──► x2 = σ(z2)
///               W1 (2, 2), b1 (2)                  W2 (1, 2), b2
/// ```
///
/// The sigmoid is `σ(z) = 1 / (1 + exp(−z))`. Each row of a weight matrix holds the weights into
/// one unit: `w1[j, i]` leads from input i to hidden unit j. A gradient is named for what it is the
/// gradient of, and has its shape.
public protocol BackpropTwoTwoOne: Contract {
  /// The forward pass: `z1 = W1·x0 + b1`, `x1 = σ(z1)`, `z2 = W2·x1 + b2`, `x2 = σ(z2)`.
  ///
  /// - Parameters:
  ///   - x0: The two inputs of one sample, (2).
  ///   - w1: Weights of the hidden layer, (2, 2).
  ///   - b1: Biases of the hidden layer, (2).
  ///   - w2: Weights of the output layer, (1, 2).
  ///   - b2: Bias of the output layer, a number.
  /// - Returns: z1, (2); x1, (2); z2 and x2, numbers.
  /// - Throws: `NotImplemented` until it is written.
  func forward(x0: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws -> (
    z1: Tensor, x1: Tensor, z2: Double, x2: Double
  )

  /// The loss of one prediction: `½·(ŷ − y)²`.
  ///
  /// - Parameters:
  ///   - yHat: The prediction ŷ, which is the network's output x2.
  ///   - y: The target.
  /// - Returns: The loss, a number.
  /// - Throws: `NotImplemented` until it is written.
  func loss(yHat: Double, y: Double) throws -> Double

  /// The gradients of the loss `½·(x2 − y)²` by all weights and biases.
  ///
  /// Starts with the forward pass, then goes back through it; δ2 and δ1 are the gradients by z2
  /// and by z1:
  ///
  /// ```
  /// δ2 = (x2 − y)·x2·(1 − x2)                gradW2 = δ2·x1ᵀ      gradB2 = δ2
  /// δ1[j] = W2[0, j]·δ2·x1[j]·(1 − x1[j])    gradW1 = δ1·x0ᵀ      gradB1 = δ1
  /// ```
  ///
  /// - Parameters:
  ///   - x0: The two inputs of one sample, (2).
  ///   - y: The target, a number.
  ///   - w1: Weights of the hidden layer, (2, 2).
  ///   - b1: Biases of the hidden layer, (2).
  ///   - w2: Weights of the output layer, (1, 2).
  ///   - b2: Bias of the output layer, a number.
  /// - Returns: gradW1, (2, 2); gradB1, (2); gradW2, (1, 2); gradB2, a number.
  /// - Throws: `NotImplemented` until it is written.
  func backward(
    x0: Tensor, y: Double, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double)
}

extension BackpropTwoTwoOne {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "forward":
      let out = try forward(
        x0: question.tensor("x0"), w1: question.tensor("w1"), b1: question.tensor("b1"),
        w2: question.tensor("w2"), b2: question.number("b2"))
      return [
        "z1": .tensor(out.z1), "x1": .tensor(out.x1), "z2": .number(out.z2),
        "x2": .number(out.x2),
      ]
    case "loss":
      let loss = try loss(yHat: question.number("yHat"), y: question.number("y"))
      return ["loss": .number(loss)]
    case "backward":
      let out = try backward(
        x0: question.tensor("x0"), y: question.number("y"), w1: question.tensor("w1"),
        b1: question.tensor("b1"), w2: question.tensor("w2"), b2: question.number("b2"))
      return [
        "gradW1": .tensor(out.gradW1), "gradB1": .tensor(out.gradB1),
        "gradW2": .tensor(out.gradW2), "gradB2": .number(out.gradB2),
      ]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
