import Coursework

/// What the network is doing: dropout drops only while it learns.
public enum DropoutMode: String, Sendable {
  /// The network learns: entries are dropped by chance.
  case train
  /// The network is used: nothing is dropped.
  case test
}

/// Inverted dropout, forward and backward: the contract of the assignment `dropout`.
///
/// p is the probability to *keep* an entry. Inverted means that what is kept is divided by p at
/// once, so that an entry of `out` is on average the entry of `x`, and in test mode nothing is left
/// to do.
///
/// ```
///            train                                                 test
/// mask       1/p with probability p, else 0, each entry by itself  1 everywhere
/// out        x · mask                                              x
/// gradX      gradOut · mask                                        gradOut
/// ```
///
/// All products are element by element. Rows are samples: N of them in a batch, with D entries
/// each.
public protocol InvertedDropout: Contract {
  /// The dropout layer.
  ///
  /// In train mode every entry is kept or dropped by a chance of its own, anew in every call. Draw
  /// from `random`, which then moves on, so that a run can be repeated; in which order and with which
  /// comparison is up to you. In test mode nobody looks at the mask.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - keepProbability: p, the probability to keep an entry, above 0 and at most 1.
  ///   - mode: Whether the network learns or is used.
  ///   - random: Where the chance comes from.
  /// - Returns: out, (N, D); mask, (N, D).
  /// - Throws: `NotImplemented` until it is written.
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor)

  /// The dropout layer backwards.
  ///
  /// In test mode the mask plays no part, whatever it holds.
  ///
  /// - Parameters:
  ///   - gradOut: The gradient that comes from above, (N, D).
  ///   - mask: The mask that the forward pass returned, (N, D).
  ///   - keepProbability: p, as in the forward pass.
  ///   - mode: As in the forward pass.
  /// - Returns: gradX, (N, D).
  /// - Throws: `NotImplemented` until it is written.
  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor
}

extension InvertedDropout {
  /// Answers a question by calling the method of its name.
  ///
  /// The answer to `dropoutForward` also holds the generator as the method left it.
  ///
  /// - Throws: `BadQuestion` for any other name or mode, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "dropoutForward":
      var random = try question.randomState("random")
      let result = try dropoutForward(
        x: question.tensor("x"), keepProbability: question.number("keepProbability"),
        mode: question.dropoutMode(), random: &random)
      return [
        "out": .tensor(result.out), "mask": .tensor(result.mask), "random": .randomState(random),
      ]
    case "dropoutBackward":
      let gradX = try dropoutBackward(
        gradOut: question.tensor("gradOut"), mask: question.tensor("mask"),
        keepProbability: question.number("keepProbability"), mode: question.dropoutMode())
      return ["gradX": .tensor(gradX)]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}

extension Question {
  /// The mode of a dropout layer, from the input `mode`.
  ///
  /// - Throws: `BadQuestion` when there is none or it is neither `train` nor `test`.
  fileprivate func dropoutMode() throws -> DropoutMode {
    guard let mode = DropoutMode(rawValue: try text("mode")) else {
      throw BadQuestion(name: name, reason: "has a mode that is neither 'train' nor 'test'")
    }
    return mode
  }
}
