import Coursework
import Grading

extension ClassifierMetricsReference {
  /// Mistakes in `confusionMatrix`.
  static let confusionMisconceptions: [Misconception] = [
    confusion.mistake(
      "CF1", "rows and columns of your counts are swapped: your rows are predicted classes",
      why: "rows are true classes, columns predicted ones; shares follow the counts",
      where: "the line that counts a sample"
    ) { call in
      let counts = call.counts.transposed()
      return ["counts": counts, "shares": ClassifierMetricsReference.shares(of: counts)]
    },
    confusion.mistake(
      "CF2", "the columns of your shares add up to 1, not the rows",
      why: "divide each row by its sum: shares are of the samples of a true class",
      where: sharesLine
    ) { ["shares": ClassesCall.ratio($0.counts, $0.predicted)] },
    confusion.mistake(
      "CF3", "your shares are divided by the number of all samples",
      why: "divide each row by its own sum: shares are of the samples of a true class",
      where: sharesLine
    ) { ["shares": $0.counts / $0.samples] },
    confusion.mistake(
      "CF4", "your shares are in percent",
      why: "each row adds up to 1: do not multiply by 100", where: sharesLine
    ) { ["shares": 100 * ClassifierMetricsReference.shares(of: $0.counts)] },
    confusion.mistake(
      "CF5", "column j of your shares is divided by the sum of row j",
      why: "the sums must stand as a column, (C, 1), so that each divides its own row",
      where: sharesLine
    ) { ["shares": ClassesCall.ratio($0.counts, $0.support)] },
    confusion.mistake(
      "CF6", "your counts are 1 wherever there is a sample at all",
      why: "every sample adds 1 to its entry: add, do not assign",
      where: "the line that counts a sample"
    ) { call in
      let counts = call.counts .> 0
      return ["counts": counts, "shares": ClassifierMetricsReference.shares(of: counts)]
    },
    confusion.mistake(
      "CF7", "the diagonal of your counts is 0: only errors are counted",
      why: "what is rightly predicted belongs on the diagonal",
      where: "the line that counts a sample"
    ) { call in
      let counts = call.counts * (1 - .identity(call.classes))
      return ["counts": counts, "shares": ClassifierMetricsReference.shares(of: counts)]
    },
    confusion.mistake(
      "CF8", "the rows of your shares that have no samples are 0/0, no numbers",
      why: "the row of a class without samples is all 0: leave it as it is", where: sharesLine
    ) { ["shares": $0.counts / $0.support.reshaped(-1, 1)] },
    confusion.mistake(
      "CF9", "each row of your shares is divided by its largest count",
      why: "each row adds up to 1: divide by its sum", where: sharesLine
    ) { ["shares": ClassesCall.ratio($0.counts, $0.counts.max(axis: 1, keepingDimension: true))] },
    confusion.mistake(
      "CF10", "a row of your shares without samples is spread evenly: 1/C each",
      why: "the row of a class without samples is all 0", where: sharesLine
    ) { call in
      let empty = (call.support .== 0).reshaped(-1, 1) / Double(call.classes)
      return ["shares": ClassifierMetricsReference.shares(of: call.counts) + empty]
    },
  ]

  private static let confusion = WrongVariants(
    question: "confusionMatrix", reference: { try ClassifierMetricsReference().answer($0) }
  ) { try ClassesCall($0) }
  private static let sharesLine = "the line that computes the shares"
}
