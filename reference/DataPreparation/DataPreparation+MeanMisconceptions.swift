import Coursework
import Grading

extension DataPreparationReference {
  private static let scaleLine = "the line that scales"
  private static let meanLine = "the line that computes the mean"

  // MARK: - Mean and deviation

  private static let standard = scalingVariants(of: "standardized")

  /// Mistakes in `standardized`.
  static let standardizeMisconceptions: [Misconception] = [
    standard.form(
      "SS1", "your deviation is that of a sample: Σ (x − mean)² is divided by N − 1",
      why: "here the squares are divided by N, as NumPy's std does",
      where: "the line that computes the deviation"
    ) { call in call.both { $0.standard(by: call.train, less: 1) } },
    standard.mistake(
      "SS2", "your mean and deviation are those of train and test together",
      why: "nobody knows the test set while the net is trained: fit on train alone",
      where: meanLine
    ) { call in call.both { $0.standard(by: call.all) } },
    standard.mistake(
      "SS3", "your test is standardized by its own mean and deviation",
      why: "a number must mean the same in both sets: use those of train", where: meanLine
    ) { ["test": $0.test.standard(by: $0.test)] },
    standard.mistake(
      "SS4", "your mean and deviation are those of test, for both sets",
      why: "nobody knows the test set while the net is trained: fit on train", where: meanLine
    ) { call in call.both { $0.standard(by: call.test) } },
    standard.mistake(
      "SS5", "your mean and deviation are those of all columns together",
      why: "every column has its own: take them along axis 0", where: meanLine
    ) { call in
      let all = call.train.reshaped(-1, 1)
      return call.both { $0.standard(by: all) }
    },
    standard.mistake(
      "SS6", "you standardize every row by its own mean and deviation",
      why: "a column is one quantity, a row one sample: take them along axis 0", where: meanLine
    ) { $0.both { $0.standard(by: $0, axis: 1) } },
    standard.mistake(
      "SS7", "you divide by the variance: the root is missing",
      why: "the deviation is the root of the mean square", where: scaleLine
    ) { call in
      let variance = ScalingCall.orOne(call.train.variance())
      return call.both { ($0 - call.train.centre()) / variance }
    },
    standard.mistake(
      "SS8", "your numbers are divided by the deviation, but the mean is not subtracted",
      why: "subtract the mean first: (x − mean) / deviation", where: scaleLine
    ) { call in
      let deviation = ScalingCall.orOne(call.train.variance().sqrt())
      return call.both { $0 / deviation }
    },
    standard.mistake(
      "SS9", "your numbers are x − mean, not divided",
      why: "divide by the deviation, so that every column varies as much", where: scaleLine
    ) { call in call.both { $0 - call.train.centre() } },
    standard.mistake(
      "SS10", "your test is as it was",
      why: "the net has learned from standardized numbers: use mean and deviation of train",
      where: scaleLine
    ) { ["test": $0.test] },
    standard.mistake(
      "SS11", "your constant columns are divided by 0 and give no numbers",
      why: "where the deviation is 0 in train the column is only shifted: x − mean",
      where: scaleLine
    ) { call in
      call.both { ($0 - call.train.centre()) / call.train.variance().sqrt() }
    },
  ]

  // MARK: - Mean image

  private static let meanImage = scalingVariants(of: "meanSubtracted")

  /// Mistakes in `meanSubtracted`.
  static let meanImageMisconceptions: [Misconception] = [
    meanImage.mistake(
      "MI1", "you subtract the mean of train and test together",
      why: "nobody knows the test set while the net is trained: the mean is that of train",
      where: meanLine
    ) { call in call.both { $0 - call.all.centre() } },
    meanImage.mistake(
      "MI2", "your test has lost its own mean",
      why: "a number must mean the same in both sets: subtract the mean of train", where: meanLine
    ) { ["test": $0.test - $0.test.centre()] },
    meanImage.mistake(
      "MI3", "you subtract the mean of test from both sets",
      why: "nobody knows the test set while the net is trained: the mean is that of train",
      where: meanLine
    ) { call in call.both { $0 - call.test.centre() } },
    meanImage.mistake(
      "MI4", "you subtract one number, the mean of all of train",
      why: "the mean image has a number for each column: take the mean along axis 0",
      where: meanLine
    ) { call in call.both { $0 - call.train.mean() } },
    meanImage.mistake(
      "MI5", "you subtract from every row its own mean",
      why: "the mean image is a mean over samples: take it along axis 0", where: meanLine
    ) { $0.both { $0 - $0.centre(axis: 1) } },
    meanImage.mistake(
      "MI6", "your test is as it was",
      why: "the net has learned from numbers without the mean: subtract it from test too",
      where: scaleLine
    ) { ["test": $0.test] },
    meanImage.mistake(
      "MI7", "you add the mean image instead of subtracting it",
      why: "the mean of train must be 0 afterwards", where: scaleLine
    ) { call in call.both { $0 + call.train.centre() } },
    meanImage.mistake(
      "MI8", "your sets are divided by the deviation, too",
      why: "only the mean image is subtracted here", where: scaleLine
    ) { call in call.both { $0.standard(by: call.train) } },
  ]
}
