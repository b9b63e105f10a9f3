import Coursework

/// The momentum update in two forms: the contract of the assignment `momentum-update`.
///
/// Both keep a velocity v beside the weights, and differ in what v is: in the moving-average form
/// an average of gradients, in the classic form the step itself.
///
/// ```
///                  moving average              classic
/// velocity    v' = m·v + (1 − m)·gradW    v' = m·v − η·gradW
/// weights     w' = w − η·v'               w' = w + v'
/// ```
///
/// η is the learning rate and m the momentum, between 0 and 1. The methods return the new values;
/// they change nothing in place and remember nothing between calls.
public protocol MomentumUpdate: Contract {
  /// One step in the moving-average form; biases take a plain step, without momentum.
  ///
  /// ```
  /// v' = m·v + (1 − m)·gradW        w' = w − η·v'        b' = b − η·gradB
  /// ```
  ///
  /// - Parameters:
  ///   - w: Weights, (D, M).
  ///   - b: Biases, (M).
  ///   - v: The velocity of w, (D, M); all zeros before the first step.
  ///   - gradW: The gradient of w, (D, M).
  ///   - gradB: The gradient of b, (M).
  ///   - learningRate: η, above 0.
  ///   - momentum: m, at least 0 and below 1.
  /// - Returns: The new w, (D, M); the new b, (M); the new v, (D, M).
  /// - Throws: `NotImplemented` until it is written.
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor)

  /// One step in the classic form.
  ///
  /// ```
  /// v' = m·v − η·gradW        w' = w + v'
  /// ```
  ///
  /// - Parameters:
  ///   - w: Weights, (D, M).
  ///   - v: The velocity, (D, M); all zeros before the first step.
  ///   - gradW: The gradient of w, (D, M).
  ///   - learningRate: η, above 0.
  ///   - momentum: m, at least 0 and below 1.
  /// - Returns: The new w, (D, M); the new v, (D, M).
  /// - Throws: `NotImplemented` until it is written.
  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor)
}

extension MomentumUpdate {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "movingAverageUpdate":
      let new = try movingAverageUpdate(
        w: question.tensor("w"), b: question.tensor("b"), v: question.tensor("v"),
        gradW: question.tensor("gradW"), gradB: question.tensor("gradB"),
        learningRate: question.number("learningRate"), momentum: question.number("momentum"))
      return ["w": .tensor(new.w), "b": .tensor(new.b), "v": .tensor(new.v)]
    case "classicUpdate":
      let new = try classicUpdate(
        w: question.tensor("w"), v: question.tensor("v"), gradW: question.tensor("gradW"),
        learningRate: question.number("learningRate"), momentum: question.number("momentum"))
      return ["w": .tensor(new.w), "v": .tensor(new.v)]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
