import Assignments
import Coursework

/// The reference solution of `data-preparation`.
package struct DataPreparationReference: DataPreparation {
  /// A solution; it keeps no state.
  package init() {}

  // MARK: - The contract

  /// `images.reshape(N, -1)`.
  package func flattened(images: Tensor) -> Tensor { Self.flattened(images) }

  /// `(x − min) / (max − min)` with the columns of `train`.
  package func minMaxScaled(train: Tensor, test: Tensor) -> (train: Tensor, test: Tensor) {
    Self.minMaxScaled(train: train, test: test)
  }

  /// `(x − mean) / deviation` with the columns of `train`.
  package func standardized(train: Tensor, test: Tensor) -> (train: Tensor, test: Tensor) {
    Self.standardized(train: train, test: test)
  }

  /// `x − mean` with the columns of `train`.
  package func meanSubtracted(train: Tensor, test: Tensor) -> (train: Tensor, test: Tensor) {
    Self.meanSubtracted(train: train, test: test)
  }

  /// A row for each label, with a 1 in its column.
  package func oneHot(labels: [Int], classes: Int) -> Tensor {
    OneHot.rows(Tensor(labels.map(Double.init)), classes: classes)
  }

  /// A permutation, of which the first ⌈fraction·count⌉ validate.
  package func split(
    count: Int, fraction: Double, random: inout RandomState
  ) -> (validation: [Int], train: [Int]) {
    let order = random.permutation(count)
    let first = Int((fraction * Double(count)).rounded(.up))
    return (Array(order.prefix(first)), Array(order.dropFirst(first)))
  }

  /// A permutation of each class, of which the first fraction·n validate.
  package func stratifiedSplit(
    labels: [Int], fraction: Double, random: inout RandomState
  ) -> (validation: [Int], train: [Int]) {
    var sets: (validation: [Int], train: [Int]) = ([], [])
    for label in 0...(labels.max() ?? 0) {
      let samples = labels.indices.filter { labels[$0] == label }
      let order = random.permutation(samples.count)
      let first = Int((fraction * Double(samples.count)).rounded())
      sets.validation += order.prefix(first).map { samples[$0] }
      sets.train += order.dropFirst(first).map { samples[$0] }
    }
    return sets
  }
}

// MARK: - For any numbers

extension DataPreparationReference {
  /// `flattened`.
  static func flattened<A: TensorAlgebra>(_ images: A) -> A {
    images.reshaped(to: [images.shape[0], -1])
  }

  /// `minMaxScaled`.
  static func minMaxScaled<A: TensorAlgebra>(train: A, test: A) -> (train: A, test: A) {
    let low = -(-train).max(axis: 0, keepingDimension: false)
    let range = train.max(axis: 0, keepingDimension: false) - low
    return ((train - low) / orOne(range), (test - low) / orOne(range))
  }

  /// `standardized`.
  static func standardized<A: TensorAlgebra>(train: A, test: A) -> (train: A, test: A) {
    let centred = meanSubtracted(train: train, test: test)
    let squares = (centred.train * centred.train).sum(axis: 0, keepingDimension: false)
    let deviation = orOne((squares / Double(train.shape[0])).sqrt())
    return (centred.train / deviation, centred.test / deviation)
  }

  /// `meanSubtracted`.
  static func meanSubtracted<A: TensorAlgebra>(train: A, test: A) -> (train: A, test: A) {
    let mean = train.sum(axis: 0, keepingDimension: false) / Double(train.shape[0])
    return (train - mean, test - mean)
  }

  /// The divisors, of which a 0 counts as 1.
  private static func orOne<A: TensorAlgebra>(_ divisors: A) -> A {
    divisors + A(constant: divisors.value .== 0)
  }
}
