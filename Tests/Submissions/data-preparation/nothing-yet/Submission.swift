import Coursework

struct Submission: DataPreparation {
  /// images is (N, height, width, channels); the result (N, height·width·channels).
  func flattened(images: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// x' = (x − min) / (max − min), with min and max of the columns of train, for both sets.
  ///
  /// train is (N, D), test (M, D); a column that is constant in train is not divided.
  func minMaxScaled(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    throw NotImplemented()
  }

  /// x' = (x − mean) / deviation, with those of the columns of train, for both sets.
  ///
  /// train is (N, D), test (M, D); a column that is constant in train is not divided.
  func standardized(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    throw NotImplemented()
  }

  /// The mean of every column of train is subtracted from both sets.
  ///
  /// train is (N, D), test (M, D).
  func meanSubtracted(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    throw NotImplemented()
  }

  /// labels are N numbers from 0 to classes − 1; the result is (N, classes).
  func oneHot(labels: [Int], classes: Int) throws -> Tensor {
    throw NotImplemented()
  }

  /// The first ⌈fraction·count⌉ of random.permutation(count), and the others, in that order.
  func split(
    count: Int, fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    throw NotImplemented()
  }

  /// fraction·n of the n samples of each class, picked by chance, and the others.
  ///
  /// labels are N numbers from 0 on; the results are sample numbers from 0 to N − 1.
  func stratifiedSplit(
    labels: [Int], fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    throw NotImplemented()
  }
}
