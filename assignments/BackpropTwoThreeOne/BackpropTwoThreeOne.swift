import Coursework

/// A 2-3-1 network of sigmoids with a mean squared error: the contract of `backprop-2-3-1`.
///
/// Rows are samples: N of them with two inputs each, three hidden units, one output a sample:
///
/// ```
/// x (N, 2) ──► z1 = x·W1ᵀ + b1 ──► h = σ(z1) ──► z2 = h·W2 + b2 ──► y = σ(z2)
///                W1 (3, 2), b1 (3)    (N, 3)        W2 (3), b2          (N)
/// ```
///
/// The sigmoid is `σ(z) = 1 / (1 + exp(−z))`. Each row of `w1` holds the weights into one hidden
/// unit, so that `w1` is (3, 2) and its gradient is too. N is the number of rows of x, whatever it
/// is.
public protocol BackpropTwoThreeOne: Contract {
  /// The forward pass: `z1 = x·W1ᵀ + b1`, `h = σ(z1)`, `z2 = h·W2 + b2`, `y = σ(z2)`.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, 2).
  ///   - w1: Weights of the hidden layer, (3, 2).
  ///   - b1: Biases of the hidden layer, (3).
  ///   - w2: Weights of the output layer, (3).
  ///   - b2: Bias of the output layer, a number.
  /// - Returns: z1, (N, 3); h, (N, 3); z2, (N); y, (N).
  /// - Throws: `NotImplemented` until it is written.
  func forwardPropagation(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (z1: Tensor, h: Tensor, z2: Tensor, y: Tensor)

  /// The loss `L = 1/(2N)·Σₙ (y[n] − target[n])²` and its gradients by all weights and biases.
  ///
  /// Starts with the forward pass, then goes back through it; δ2 and δ1 are the gradients by z2
  /// and by z1:
  ///
  /// ```
  /// δ2 = (y − target)/N · y·(1 − y)  (N)          gradW2 = hᵀ·δ2  (3)      gradB2 = Σₙ δ2[n]
  /// δ1[n, j] = δ2[n]·W2[j]·h[n, j]·(1 − h[n, j])  gradW1 = δ1ᵀ·x  (3, 2)   gradB1[j] = Σₙ δ1[n, j]
  /// ```
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, 2).
  ///   - target: What the outputs should be, (N).
  ///   - w1: Weights of the hidden layer, (3, 2).
  ///   - b1: Biases of the hidden layer, (3).
  ///   - w2: Weights of the output layer, (3).
  ///   - b2: Bias of the output layer, a number.
  /// - Returns: loss, a number; gradW1, (3, 2); gradB1, (3); gradW2, (3); gradB2, a number.
  /// - Throws: `NotImplemented` until it is written.
  func backPropagation(
    x: Tensor, target: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double)
}

extension BackpropTwoThreeOne {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "forwardPropagation":
      let out = try forwardPropagation(
        x: question.tensor("x"), w1: question.tensor("w1"), b1: question.tensor("b1"),
        w2: question.tensor("w2"), b2: question.number("b2"))
      return [
        "z1": .tensor(out.z1), "h": .tensor(out.h), "z2": .tensor(out.z2), "y": .tensor(out.y),
      ]
    case "backPropagation":
      let out = try backPropagation(
        x: question.tensor("x"), target: question.tensor("target"), w1: question.tensor("w1"),
        b1: question.tensor("b1"), w2: question.tensor("w2"), b2: question.number("b2"))
      return [
        "loss": .number(out.loss), "gradW1": .tensor(out.gradW1), "gradB1": .tensor(out.gradB1),
        "gradW2": .tensor(out.gradW2), "gradB2": .number(out.gradB2),
      ]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
