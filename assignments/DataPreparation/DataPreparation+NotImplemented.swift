import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension DataPreparation {
  /// Not written yet.
  public func flattened(images: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func minMaxScaled(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func standardized(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func meanSubtracted(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func oneHot(labels: [Int], classes: Int) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func split(
    count: Int, fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func stratifiedSplit(
    labels: [Int], fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    throw NotImplemented()
  }
}
