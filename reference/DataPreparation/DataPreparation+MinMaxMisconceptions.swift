import Coursework
import Grading

extension DataPreparationReference {
  private static let fitLine = "the line that finds out min and max"
  private static let scaleLine = "the line that scales"

  private static let minMax = scalingVariants(of: "minMaxScaled")

  /// Mistakes in `minMaxScaled`.
  static let minMaxMisconceptions: [Misconception] = [
    minMax.mistake(
      "MM1", "your min and max are those of train and test together",
      why: "nobody knows the test set while the net is trained: fit on train alone",
      where: fitLine
    ) { call in call.both { $0.minMax(by: call.all) } },
    minMax.mistake(
      "MM2", "your test is scaled by its own min and max",
      why: "a number must mean the same in both sets: use min and max of train", where: fitLine
    ) { ["test": $0.test.minMax(by: $0.test)] },
    minMax.mistake(
      "MM3", "your min and max are those of test, for both sets",
      why: "nobody knows the test set while the net is trained: fit on train", where: fitLine
    ) { call in call.both { $0.minMax(by: call.test) } },
    minMax.mistake(
      "MM4", "your min and max are those of all columns together",
      why: "every column has a range of its own: take min and max along axis 0", where: fitLine
    ) { call in
      let all = call.train.reshaped(-1, 1)
      return call.both { $0.minMax(by: all) }
    },
    minMax.mistake(
      "MM5", "you scale every row by its own min and max",
      why: "a column is one quantity, a row one sample: take min and max along axis 0",
      where: fitLine
    ) { $0.both { $0.minMax(by: $0, axis: 1) } },
    minMax.mistake(
      "MM6", "numbers of your test that lie outside of the range are cut off at 0 and 1",
      why: "they may lie outside: how far they do is information", where: scaleLine
    ) { ["test": $0.test.minMax(by: $0.train).clipped(to: 0...1)] },
    minMax.mistake(
      "MM7", "your numbers are divided by max, and min is not subtracted",
      why: "only x − min starts at 0: (x − min) / (max − min)", where: scaleLine
    ) { call in
      let high = ScalingCall.orOne(call.train.high())
      return call.both { $0 / high }
    },
    minMax.mistake(
      "MM8", "your numbers are divided by max − min, and min is not subtracted",
      why: "only x − min starts at 0: (x − min) / (max − min)", where: scaleLine
    ) { call in
      let range = ScalingCall.orOne(call.train.high() - call.train.low())
      return call.both { $0 / range }
    },
    minMax.mistake(
      "MM9", "your numbers are x − min, not divided",
      why: "divide by max − min, so that the largest number of train becomes 1", where: scaleLine
    ) { call in call.both { $0 - call.train.low() } },
    minMax.mistake(
      "MM10", "your test is as it was",
      why: "the net has learned from scaled numbers: scale test by min and max of train",
      where: scaleLine
    ) { ["test": $0.test] },
    minMax.mistake(
      "MM11", "your numbers run from −1 to 1", why: "the range that is asked for is from 0 to 1",
      where: scaleLine
    ) { call in call.both { 2 * $0.minMax(by: call.train) - 1 } },
    minMax.mistake(
      "MM12", "your constant columns are divided by 0 and give no numbers",
      why: "where max is min in train the column is only shifted: x − min", where: scaleLine
    ) { call in
      let low = call.train.low()
      return call.both { ($0 - low) / (call.train.high() - low) }
    },
  ]
}
