import Assignments
import Coursework
import Testing

/// A submission to `dropout`, put together from its four bodies; what is left out is right.
///
/// Written without the reference's code, mostly in loops.
struct DropoutAttempt: InvertedDropout {
  typealias Training =
    @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> (
      out: Tensor, mask: Tensor
    )
  typealias Testing = @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> Tensor
  typealias Backward = @Sendable (_ gradOut: Tensor, _ mask: Tensor, _ p: Double) -> Tensor

  var train: Training = { x, p, random in
    masked(x) { _, _ in random.randomSample() < p ? 1 / p : 0 }
  }
  var test: Testing = { x, _, _ in x }
  var backwardInTraining: Backward = { gradOut, mask, _ in each(gradOut, mask) { $0 * $1 } }
  var backwardInTesting: Backward = { gradOut, _, _ in gradOut }

  init() {}

  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    switch mode {
    case .train: train(x, keepProbability, &random)
    case .test: (out: test(x, keepProbability, &random), mask: .ones(shape: x.shape))
    }
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    switch mode {
    case .train: backwardInTraining(gradOut, mask, keepProbability)
    case .test: backwardInTesting(gradOut, mask, keepProbability)
    }
  }
}

// MARK: - With other bodies

extension DropoutAttempt {
  /// Right but for train mode.
  static func training(_ train: @escaping Training) -> DropoutAttempt {
    var attempt = DropoutAttempt()
    attempt.train = train
    return attempt
  }

  /// Right but for the mask in train mode, of which out is the product with x.
  static func masking(
    _ factor: @escaping @Sendable (_ p: Double, _ random: inout RandomState) -> Double
  ) -> DropoutAttempt {
    training { x, p, random in
      let mask = x.map { _ in factor(p, &random) }
      return (out: x * mask, mask: mask)
    }
  }

  /// Right but for test mode.
  static func testing(_ test: @escaping Testing) -> DropoutAttempt {
    var attempt = DropoutAttempt()
    attempt.test = test
    return attempt
  }

  /// Right but for the backward pass in train mode.
  static func backward(_ backward: @escaping Backward) -> DropoutAttempt {
    var attempt = DropoutAttempt()
    attempt.backwardInTraining = backward
    return attempt
  }

  /// Right but for the backward pass in test mode.
  static func backwardTesting(_ backward: @escaping Backward) -> DropoutAttempt {
    var attempt = DropoutAttempt()
    attempt.backwardInTesting = backward
    return attempt
  }
}

// MARK: - Loops

/// The mask, made row by row, and its product with x.
func masked(
  _ x: Tensor, _ factor: (_ i: Int, _ j: Int) -> Double
) -> (out: Tensor, mask: Tensor) {
  let mask = matrix(x.shape, factor)
  return (out: each(x, mask) { $0 * $1 }, mask: mask)
}

/// A matrix from a number for each entry, asked for row by row.
func matrix(_ shape: [Int], _ number: (_ i: Int, _ j: Int) -> Double) -> Tensor {
  var numbers: [Double] = []
  for i in 0..<shape[0] {
    for j in 0..<shape[1] { numbers.append(number(i, j)) }
  }
  return Tensor(shape: shape, scalars: numbers)
}

/// A number from each pair of entries.
func each(_ a: Tensor, _ b: Tensor, _ number: (Double, Double) -> Double) -> Tensor {
  Tensor(shape: a.shape, scalars: zip(a.scalars, b.scalars).map(number))
}
