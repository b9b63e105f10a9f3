import Coursework
import Grading

/// What scaling is computed from, with the usual ways to do it.
struct ScalingCall: Sendable {
  let train, test: Tensor

  init(_ question: Question) throws {
    train = try question.tensor("train")
    test = try question.tensor("test")
  }

  /// Both sets under each other.
  var all: Tensor {
    Tensor(
      shape: [train.shape[0] + test.shape[0], train.shape[1]],
      scalars: train.scalars + test.scalars)
  }

  /// Both sets, changed in one way.
  func both(_ change: (Tensor) -> Tensor) -> [String: Tensor] {
    ["train": change(train), "test": change(test)]
  }

  /// What a 0 is divided by instead.
  static func orOne(_ divisors: Tensor) -> Tensor { divisors + (divisors .== 0) }
}

extension DataPreparationReference {
  /// The known-wrong variants of a question about both sets.
  static func scalingVariants(of question: String) -> WrongVariants<ScalingCall> {
    WrongVariants(
      question: question, reference: { try DataPreparationReference().answer($0) }
    ) { try ScalingCall($0) }
  }
}

// MARK: - Numbers of an array

extension Tensor {
  /// The smallest and the largest number of each column, or of each row.
  func low(axis: Int = 0) -> Tensor { -(-self).max(axis: axis, keepingDimension: true) }
  func high(axis: Int = 0) -> Tensor { max(axis: axis, keepingDimension: true) }
  func centre(axis: Int = 0) -> Tensor { mean(axis: axis, keepingDimension: true) }

  /// The variance of each column, or of each row, divided by so many less than the count.
  func variance(axis: Int = 0, less: Double = 0) -> Tensor {
    (self - centre(axis: axis)).squared().sum(axis: axis, keepingDimension: true)
      / (Double(shape[axis]) - less)
  }

  /// `(x − min) / (max − min)` by the columns, or the rows, of another array.
  func minMax(by other: Tensor, axis: Int = 0) -> Tensor {
    let low = other.low(axis: axis)
    return (self - low) / ScalingCall.orOne(other.high(axis: axis) - low)
  }

  /// `(x − mean) / deviation` by the columns, or the rows, of another array.
  func standard(by other: Tensor, axis: Int = 0, less: Double = 0) -> Tensor {
    let deviation = other.variance(axis: axis, less: less).sqrt()
    return (self - other.centre(axis: axis)) / ScalingCall.orOne(deviation)
  }
}
