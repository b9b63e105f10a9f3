import Coursework
import Grading

extension DataPreparationReference {
  /// Mistakes in `flattened` and `oneHot`.
  static let shapeMisconceptions = flattenMisconceptions + oneHotMisconceptions

  // MARK: - Flattening

  private static let flatten = WrongVariants(
    question: "flattened", reference: { try DataPreparationReference().answer($0) }
  ) { try $0.tensor("images") }
  private static let reshapeLine = "the line that reshapes"

  private static let flattenMisconceptions: [Misconception] = [
    flatten.mistake(
      "FL1", "the numbers of each image are in column-major order: height runs fastest",
      why: "the last axis runs fastest, as it does in memory: only reshape", where: reshapeLine
    ) { ["rows": $0.flattened(axes: [3, 2, 1])] },
    flatten.mistake(
      "FL2", "your rows are columns: an image stands in each column",
      why: "rows are samples: (N, height·width·channels)", where: reshapeLine
    ) { ["rows": $0.reshaped($0.shape[0], -1).transposed()] },
    flatten.mistake(
      "FL3", "your rows are reshaped to (height·width·channels, N), which mixes the images",
      why: "the first length is N: (N, height·width·channels)", where: reshapeLine
    ) { ["rows": $0.reshaped(-1, $0.shape[0])] },
    flatten.mistake(
      "FL4", "your rows are one long list of all images",
      why: "keep the first axis: (N, height·width·channels)", where: reshapeLine
    ) { ["rows": $0.flattened()] },
    flatten.mistake(
      "FL5", "in your rows the channels of an image come one after the other",
      why: "the channels are the last axis, which runs fastest: only reshape", where: reshapeLine
    ) { ["rows": $0.flattened(axes: [3, 1, 2])] },
    flatten.mistake(
      "FL6", "in your rows height and width of the images are swapped",
      why: "the axes of an image keep their order: only reshape", where: reshapeLine
    ) { ["rows": $0.flattened(axes: [2, 1, 3])] },
    flatten.mistake(
      "FL7", "in your rows the mean over the channels stands for each pixel",
      why: "every channel of a pixel is a number of its own", where: reshapeLine
    ) { ["rows": $0.mean(axis: 3).reshaped($0.shape[0], -1)] },
    flatten.mistake(
      "FL8", "your rows have an axis too many: the channels are still apart",
      why: "flatten all axes but the first: (N, height·width·channels)", where: reshapeLine
    ) { ["rows": $0.reshaped($0.shape[0], -1, $0.shape[3])] },
  ]

  // MARK: - One-hot

  /// Labels, and how many classes there are.
  private struct LabelsCall: Sendable {
    let labels: [Int]
    let classes: Int

    /// Rows with this number in each column of a label.
    func rows(_ number: (_ label: Int, _ column: Int) -> Double) -> [String: Tensor] {
      ["rows": Tensor(labels.map { label in (0..<classes).map { number(label, $0) } })]
    }
  }

  private static let oneHot = WrongVariants(
    question: "oneHot", reference: { try DataPreparationReference().answer($0) }
  ) { try LabelsCall(labels: $0.wholeNumbers("labels"), classes: $0.wholeNumber("classes")) }
  private static let rowLine = "the line that writes the 1"

  private static let oneHotMisconceptions: [Misconception] = [
    oneHot.mistake(
      "OH1", "your rows have as many columns as the largest label says",
      why: "the last classes may have no samples: take the number of classes that is given",
      where: "the line that makes the array"
    ) { call in
      let columns = (call.labels.max() ?? 0) + 1
      return ["rows": Tensor.identity(columns).rows(at: call.labels)]
    },
    oneHot.mistake(
      "OH2", "your rows are columns: a class has a row, a sample a column",
      why: "rows are samples: (N, C)", where: "the line that makes the array"
    ) { ["rows": Tensor.identity($0.classes).rows(at: $0.labels).transposed()] },
    oneHot.mistake(
      "OH3", "in your rows the 1 stands one column before the label's",
      why: "labels are numbered from 0, as columns are", where: rowLine
    ) { call in call.rows { ($0 + call.classes - 1) % call.classes == $1 ? 1 : 0 } },
    oneHot.mistake(
      "OH4", "in your rows the label itself stands where the 1 belongs",
      why: "which column it is tells the class: write a 1", where: rowLine
    ) { $0.rows { $0 == $1 ? Double($0) : 0 } },
    oneHot.mistake(
      "OH5", "your rows have a 1 in every column up to the label's",
      why: "one 1 in a row, in the column of the label", where: rowLine
    ) { $0.rows { $0 >= $1 ? 1 : 0 } },
    oneHot.mistake(
      "OH6", "your rows have a 0 in the column of the label and 1 elsewhere",
      why: "it is the other way round: a 1 in the column of the label", where: rowLine
    ) { $0.rows { $0 == $1 ? 0 : 1 } },
    oneHot.mistake(
      "OH7", "your rows have −1 where 0 belongs", why: "all columns but the label's hold 0",
      where: rowLine
    ) { $0.rows { $0 == $1 ? 1 : -1 } },
    oneHot.mistake(
      "OH8", "the columns of your rows are in the order in which labels first come",
      why: "column 0 belongs to class 0, whichever class comes first", where: rowLine
    ) { call in
      var order: [Int] = []
      for label in call.labels where !order.contains(label) { order.append(label) }
      return call.rows { order.firstIndex(of: $0) == $1 ? 1 : 0 }
    },
  ]
}

extension Tensor {
  /// Images, (N, height, width, channels), as rows in which the axes of an image have another
  /// order.
  fileprivate func flattened(axes: [Int]) -> Tensor {
    let lengths = Array(shape.dropFirst())
    let strides = [lengths[1] * lengths[2], lengths[2], 1]
    let (a, b, c) = (axes[0] - 1, axes[1] - 1, axes[2] - 1)
    var offsets: [Int] = []
    for i in 0..<lengths[a] {
      for j in 0..<lengths[b] {
        for k in 0..<lengths[c] {
          offsets.append(i * strides[a] + j * strides[b] + k * strides[c])
        }
      }
    }
    let rows = reshaped(shape[0], -1)
    return Tensor(
      shape: rows.shape,
      scalars: (0..<shape[0]).flatMap { row in offsets.map { rows[row, $0] } })
  }
}
