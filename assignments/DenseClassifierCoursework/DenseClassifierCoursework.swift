import Coursework

/// What a monitored value is like when it is good.
public enum MonitorMode: String, Sendable {
  /// Small, as a loss.
  case min
  /// Large, as an accuracy.
  case max
}

/// A dense classifier as Keras trains it: the contract of the assignment `dense-classifier`.
///
/// Rows are samples: N of them in a batch, with D inputs each. The layers have H1, H2 and C units,
/// and a layer computes x·w + b.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol DenseClassifierCoursework: Contract {
  /// A dense net of two hidden layers, with softmax in the end.
  ///
  /// ```
  /// hidden1 = max(0, x·w1 + b1)          hidden2 = max(0, hidden1·w2 + b2)
  /// probabilities = softmax of each row of hidden2·w3 + b3
  /// ```
  ///
  /// - Parameters:
  ///   - x: (N, D).
  ///   - w1: (D, H1).
  ///   - b1: (H1).
  ///   - w2: (H1, H2).
  ///   - b2: (H2).
  ///   - w3: (H2, C).
  ///   - b3: (C).
  /// - Returns: hidden1, (N, H1); hidden2, (N, H2); probabilities, (N, C).
  /// - Throws: `NotImplemented` until it is written.
  func forward(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor
  ) throws -> (hidden1: Tensor, hidden2: Tensor, probabilities: Tensor)

  /// How many numbers a dense net learns, as `model.summary()` prints them.
  ///
  /// - Parameter sizes: The number of inputs, of units in each hidden layer, and of classes, such as
  ///   [784, 512, 256, 10].
  /// - Returns: The number of weights and biases of each layer, one fewer than sizes, and their sum.
  /// - Throws: `NotImplemented` until it is written.
  func parameterCounts(sizes: [Int]) throws -> (layers: [Int], total: Int)

  /// Keras' dropout while the net learns; `rate` is the share of numbers that are *dropped*.
  ///
  /// ```
  /// mask = 1 / (1 − rate) where uniforms ≥ rate, else 0          out = h · mask
  /// ```
  ///
  /// - Parameters:
  ///   - h: (N, H).
  ///   - rate: The probability to drop a number, above 0 and below 1.
  ///   - uniforms: Numbers drawn from 0 up to 1, one for each of h, (N, H); none is the rate itself.
  /// - Returns: out and mask, (N, H) both.
  /// - Throws: `NotImplemented` until it is written.
  func dropout(h: Tensor, rate: Double, uniforms: Tensor) throws -> (out: Tensor, mask: Tensor)

  /// The loss of a batch while the net learns, and its gradients.
  ///
  /// The net is that of `forward` with a dropout layer after each hidden one, whose masks are given:
  ///
  /// ```
  /// d1 = max(0, x·w1 + b1) · mask1          d2 = max(0, d1·w2 + b2) · mask2
  /// loss = −1/N · Σᵢ log p_iy + λ·(Σ w1² + Σ w2²)
  /// ```
  ///
  /// p is the softmax of each row of d2·w3 + b3, y is the label of sample i, and λ is
  /// `regularization`. As Keras has it there is no ½ before λ; w3 and the biases have no penalty.
  ///
  /// - Parameters:
  ///   - x: (N, D).
  ///   - labels: The right classes, N whole numbers from 0 to C − 1.
  ///   - w1: (D, H1).
  ///   - b1: (H1).
  ///   - w2: (H1, H2).
  ///   - b2: (H2).
  ///   - w3: (H2, C).
  ///   - b3: (C).
  ///   - mask1: The mask of the first dropout layer, (N, H1).
  ///   - mask2: The mask of the second, (N, H2).
  ///   - regularization: λ, at least 0.
  /// - Returns: The loss, and its gradient by each of the six, in their shapes.
  /// - Throws: `NotImplemented` until it is written.
  func lossAndGradients(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, mask1: Tensor, mask2: Tensor, regularization: Double
  ) throws -> (
    loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor,
    gradW3: Tensor, gradB3: Tensor
  )

  /// Loss and accuracy of a set, as `model.evaluate` reports them: nothing is dropped, and the
  /// penalty is in the loss.
  ///
  /// ```
  /// loss = −1/N · Σᵢ log p_iy + λ·(Σ w1² + Σ w2²)
  /// ```
  ///
  /// p are the probabilities of `forward`. The accuracy is the share of samples whose largest
  /// probability is that of their label.
  ///
  /// - Parameters:
  ///   - x: (N, D).
  ///   - labels: The right classes, N whole numbers from 0 to C − 1.
  ///   - w1: (D, H1).
  ///   - b1: (H1).
  ///   - w2: (H1, H2).
  ///   - b2: (H2).
  ///   - w3: (H2, C).
  ///   - b3: (C).
  ///   - regularization: λ, at least 0.
  /// - Returns: The loss, and the accuracy from 0 to 1.
  /// - Throws: `NotImplemented` until it is written.
  func evaluate(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, regularization: Double
  ) throws -> (loss: Double, accuracy: Double)

  /// One step of Adam as Keras takes it, whose ε stands beside the root of the uncorrected average.
  ///
  /// ```
  /// t' = t + 1
  /// m' = β₁·m + (1 − β₁)·gradW          v' = β₂·v + (1 − β₂)·gradW²
  /// η' = η · √(1 − β₂ᵗ') / (1 − β₁ᵗ')   w' = w − η'·m' / (√v' + ε)
  /// ```
  ///
  /// - Parameters:
  ///   - w: Weights, (D, M).
  ///   - gradW: Their gradient, (D, M).
  ///   - m: The average of gradients, (D, M); zeros before the first step.
  ///   - v: The average of their squares, (D, M); zeros before the first step.
  ///   - t: How many steps were taken before.
  ///   - learningRate: η.
  ///   - beta1: β₁.
  ///   - beta2: β₂.
  ///   - epsilon: ε.
  /// - Returns: w', m', v' and t'.
  /// - Throws: `NotImplemented` until it is written.
  func adamStep(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int)

  /// When `EarlyStopping` ends the training, and with which weights.
  ///
  /// `values` holds what is monitored, epoch by epoch, as if training never stopped. An epoch is
  /// better if its value is below the best so far (mode `min`) or above it (mode `max`); an equal one
  /// is not. Training stops after the epoch with which `patience` epochs in a row were not better,
  /// or else after the last. The weights of the best epoch are then restored, also where training
  /// did not stop early.
  ///
  /// - Parameters:
  ///   - values: One for each epoch, one at least.
  ///   - mode: Whether small or large values are good.
  ///   - patience: How many epochs in a row may pass without a better one, 1 or more.
  /// - Returns: The last epoch that was trained and the best of those that were, counted from 1, and
  ///   the value of the restored weights.
  /// - Throws: `NotImplemented` until it is written.
  func earlyStopping(
    values: [Double], mode: MonitorMode, patience: Int
  ) throws -> (stopped: Int, best: Int, restored: Double)

  /// How many batches an epoch of `model.fit` has, the last of which may be smaller.
  ///
  /// The first ⌊samples·(1 − validationSplit)⌋ samples train, and the others validate.
  ///
  /// - Parameters:
  ///   - samples: How many samples there are.
  ///   - batchSize: How many samples a batch has.
  ///   - validationSplit: The share that validates, from 0 up to 1.
  /// - Returns: The batches that train in one epoch, and those that validate.
  /// - Throws: `NotImplemented` until it is written.
  func stepCounts(
    samples: Int, batchSize: Int, validationSplit: Double
  ) throws -> (train: Int, validation: Int)
}

extension DenseClassifierCoursework {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name or mode, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "forward": try forwardAnswer(question)
    case "parameterCounts": try countsAnswer(question)
    case "dropout": try dropoutAnswer(question)
    case "lossAndGradients": try gradientsAnswer(question)
    case "evaluate": try evaluationAnswer(question)
    case "adamStep": try adamAnswer(question)
    case "earlyStopping": try stoppingAnswer(question)
    case "stepCounts": try stepsAnswer(question)
    default: throw BadQuestion(name: question.name)
    }
  }

  private func forwardAnswer(_ question: Question) throws -> Answer {
    let out = try forward(
      x: question.tensor("x"), w1: question.tensor("w1"), b1: question.tensor("b1"),
      w2: question.tensor("w2"), b2: question.tensor("b2"), w3: question.tensor("w3"),
      b3: question.tensor("b3"))
    return [
      "hidden1": .tensor(out.hidden1), "hidden2": .tensor(out.hidden2),
      "probabilities": .tensor(out.probabilities),
    ]
  }

  private func countsAnswer(_ question: Question) throws -> Answer {
    let out = try parameterCounts(sizes: question.wholeNumbers("sizes"))
    return [
      "layers": .tensor(Tensor(out.layers.map(Double.init))), "total": .number(Double(out.total)),
    ]
  }

  private func dropoutAnswer(_ question: Question) throws -> Answer {
    let out = try dropout(
      h: question.tensor("h"), rate: question.number("rate"),
      uniforms: question.tensor("uniforms"))
    return ["out": .tensor(out.out), "mask": .tensor(out.mask)]
  }

  private func gradientsAnswer(_ question: Question) throws -> Answer {
    let out = try lossAndGradients(
      x: question.tensor("x"), labels: question.wholeNumbers("labels"), w1: question.tensor("w1"),
      b1: question.tensor("b1"), w2: question.tensor("w2"), b2: question.tensor("b2"),
      w3: question.tensor("w3"), b3: question.tensor("b3"), mask1: question.tensor("mask1"),
      mask2: question.tensor("mask2"), regularization: question.number("regularization"))
    return [
      "loss": .number(out.loss), "gradW1": .tensor(out.gradW1), "gradB1": .tensor(out.gradB1),
      "gradW2": .tensor(out.gradW2), "gradB2": .tensor(out.gradB2),
      "gradW3": .tensor(out.gradW3), "gradB3": .tensor(out.gradB3),
    ]
  }

  private func evaluationAnswer(_ question: Question) throws -> Answer {
    let out = try evaluate(
      x: question.tensor("x"), labels: question.wholeNumbers("labels"), w1: question.tensor("w1"),
      b1: question.tensor("b1"), w2: question.tensor("w2"), b2: question.tensor("b2"),
      w3: question.tensor("w3"), b3: question.tensor("b3"),
      regularization: question.number("regularization"))
    return ["loss": .number(out.loss), "accuracy": .number(out.accuracy)]
  }

  private func adamAnswer(_ question: Question) throws -> Answer {
    let out = try adamStep(
      w: question.tensor("w"), gradW: question.tensor("gradW"), m: question.tensor("m"),
      v: question.tensor("v"), t: question.wholeNumber("t"),
      learningRate: question.number("learningRate"), beta1: question.number("beta1"),
      beta2: question.number("beta2"), epsilon: question.number("epsilon"))
    return [
      "w": .tensor(out.w), "m": .tensor(out.m), "v": .tensor(out.v), "t": .number(Double(out.t)),
    ]
  }

  private func stoppingAnswer(_ question: Question) throws -> Answer {
    let text = try question.text("mode")
    guard let mode = MonitorMode(rawValue: text) else {
      throw BadQuestion(name: question.name, reason: "has a mode that is neither 'min' nor 'max'")
    }
    let out = try earlyStopping(
      values: question.tensor("values").scalars, mode: mode,
      patience: question.wholeNumber("patience"))
    return [
      "stopped": .number(Double(out.stopped)), "best": .number(Double(out.best)),
      "restored": .number(out.restored),
    ]
  }

  private func stepsAnswer(_ question: Question) throws -> Answer {
    let out = try stepCounts(
      samples: question.wholeNumber("samples"), batchSize: question.wholeNumber("batchSize"),
      validationSplit: question.number("validationSplit"))
    return [
      "train": .number(Double(out.train)), "validation": .number(Double(out.validation)),
    ]
  }
}
