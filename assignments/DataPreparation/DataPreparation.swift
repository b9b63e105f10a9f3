import Coursework

/// What is done to data before a net sees them: the contract of `data-preparation`.
///
/// Rows are samples. `train` is the training set, (N, D), and `test` a test set with the same
/// columns, (M, D); what is found out about the data is found out from `train` alone, since nobody
/// knows the test set when the net is trained.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol DataPreparation: Contract {
  /// Images as one row of numbers each: `images.reshape(N, -1)`.
  ///
  /// - Parameter images: (N, height, width, channels).
  /// - Returns: (N, height·width·channels), where the last axis of an image runs fastest.
  /// - Throws: `NotImplemented` until it is written.
  func flattened(images: Tensor) throws -> Tensor

  /// Columns brought into the range from 0 to 1.
  ///
  /// ```
  /// x' = (x − min) / (max − min)
  /// ```
  ///
  /// min and max are those of the column in `train`, for both sets. Numbers of `test` may come to lie
  /// outside of the range and stay there. A column that is constant in `train` is not divided:
  /// x' = x − min.
  ///
  /// - Parameters:
  ///   - train: (N, D).
  ///   - test: (M, D).
  /// - Returns: Both sets, scaled, in the shapes that they had.
  /// - Throws: `NotImplemented` until it is written.
  func minMaxScaled(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor)

  /// Columns brought to mean 0 and standard deviation 1.
  ///
  /// ```
  /// x' = (x − mean) / deviation          deviation = √(Σ (x − mean)² / N)
  /// ```
  ///
  /// Mean and deviation are those of the column in `train`, for both sets. A column that is constant
  /// in `train` is not divided: x' = x − mean.
  ///
  /// - Parameters:
  ///   - train: (N, D).
  ///   - test: (M, D).
  /// - Returns: Both sets, standardized, in the shapes that they had.
  /// - Throws: `NotImplemented` until it is written.
  func standardized(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor)

  /// Images without the mean image: the mean of every column of `train` is subtracted.
  ///
  /// - Parameters:
  ///   - train: (N, D).
  ///   - test: (M, D).
  /// - Returns: Both sets without the mean of `train`, in the shapes that they had.
  /// - Throws: `NotImplemented` until it is written.
  func meanSubtracted(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor)

  /// Labels as rows of zeros with a single 1, in the column of the label.
  ///
  /// - Parameters:
  ///   - labels: N whole numbers from 0 to C − 1.
  ///   - classes: C, also where the last classes have no samples.
  /// - Returns: (N, C).
  /// - Throws: `NotImplemented` until it is written.
  func oneHot(labels: [Int], classes: Int) throws -> Tensor

  /// Samples divided by chance into a validation and a training set.
  ///
  /// ```
  /// order = random.permutation(N)
  /// validation = the first ⌈fraction·N⌉ of order          train = the others, in that order
  /// ```
  ///
  /// So the same generator always gives the same split. Nothing else is drawn from it.
  ///
  /// - Parameters:
  ///   - count: N.
  ///   - fraction: The share of the validation set, above 0 and below 1.
  ///   - random: Where the chance comes from.
  /// - Returns: The numbers of the samples in each set, from 0 to N − 1.
  /// - Throws: `NotImplemented` until it is written.
  func split(
    count: Int, fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int])

  /// Samples divided by chance so that every class has the same share in both sets.
  ///
  /// Of each class, with n samples, fraction·n go into the validation set, which is a whole number in
  /// every question; the others go into the training set. For one class after the other, from 0 on:
  ///
  /// ```
  /// samples = the numbers of the samples of the class, ascending
  /// order = random.permutation(n)
  /// to validation: samples[order[0]], samples[order[1]], … fraction·n of them
  /// ```
  ///
  /// Another use of the generator is right too: only what goes where counts, and that chance has
  /// decided it.
  ///
  /// - Parameters:
  ///   - labels: The class of each sample, N whole numbers from 0 on.
  ///   - fraction: The share of the validation set, above 0 and below 1.
  ///   - random: Where the chance comes from.
  /// - Returns: The numbers of the samples in each set, from 0 to N − 1, in any order.
  /// - Throws: `NotImplemented` until it is written.
  func stratifiedSplit(
    labels: [Int], fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int])
}

extension DataPreparation {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "flattened":
      return ["rows": .tensor(try flattened(images: question.tensor("images")))]
    case "minMaxScaled":
      return try question.bothSets(minMaxScaled)
    case "standardized":
      return try question.bothSets(standardized)
    case "meanSubtracted":
      return try question.bothSets(meanSubtracted)
    case "oneHot":
      let rows = try oneHot(
        labels: question.wholeNumbers("labels"), classes: question.wholeNumber("classes"))
      return ["rows": .tensor(rows)]
    case "split":
      var random = try question.randomState("random")
      let sets = try split(
        count: question.wholeNumber("count"), fraction: question.number("fraction"), random: &random
      )
      return Self.answer(sets)
    case "stratifiedSplit":
      var random = try question.randomState("random")
      let sets = try stratifiedSplit(
        labels: question.wholeNumbers("labels"), fraction: question.number("fraction"),
        random: &random)
      return Self.answer(sets)
    default:
      throw BadQuestion(name: question.name)
    }
  }

  private static func answer(_ sets: (validation: [Int], train: [Int])) -> Answer {
    [
      "validation": .tensor(Tensor(sets.validation.map(Double.init))),
      "train": .tensor(Tensor(sets.train.map(Double.init))),
    ]
  }
}

extension Question {
  /// What a method makes of the training and the test set.
  fileprivate func bothSets(
    _ method: (_ train: Tensor, _ test: Tensor) throws -> (train: Tensor, test: Tensor)
  ) throws -> Answer {
    let sets = try method(tensor("train"), tensor("test"))
    return ["train": .tensor(sets.train), "test": .tensor(sets.test)]
  }
}
