import Coursework
import Grading

extension DataPreparationReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    shapeAlternatives + scalingAlternatives + splitAlternatives + stratifiedAlternatives

  // MARK: - Shapes

  private static let shapeAlternatives: [Alternative] = [
    Alternative("flatten-loops", of: "flattened", "image by image") {
      let images = try $0.tensor("images")
      let rows = (0..<images.shape[0]).map { images.row($0).flattened().scalars }
      return ["rows": .tensor(Tensor(rows))]
    },
    Alternative("one-hot-compared", of: "oneHot", "each label compared with all columns") {
      let columns = Tensor((0..<(try $0.wholeNumber("classes"))).map(Double.init))
      return ["rows": .tensor(try $0.tensor("labels").reshaped(-1, 1) .== columns)]
    },
    Alternative("one-hot-loops", of: "oneHot", "zeros, then a 1 in each row") {
      let labels = try $0.wholeNumbers("labels")
      var rows = Tensor.zeros(labels.count, try $0.wholeNumber("classes"))
      for (i, label) in labels.enumerated() { rows[i, label] = 1 }
      return ["rows": .tensor(rows)]
    },
  ]

  // MARK: - Scaling

  private static let scalingAlternatives: [Alternative] = [
    scaling("min-max-offset", of: "minMaxScaled", "a scale and an offset for each column") {
      let scale = 1 / ScalingCall.orOne($0.train.high() - $0.train.low())
      let offset = -$0.train.low() * scale
      return $0.both { $0 * scale + offset }
    },
    scaling("min-max-columns", of: "minMaxScaled", "column by column") { call in
      call.both { set in
        var scaled = set
        for j in 0..<set.shape[1] {
          let column = call.train.column(j)
          let range = column.max() - column.min()
          for i in 0..<set.shape[0] {
            scaled[i, j] = (set[i, j] - column.min()) / (range > 0 ? range : 1)
          }
        }
        return scaled
      }
    },
    scaling("standard-squares", of: "standardized", "mean square minus square of the mean") {
      call in
      let mean = call.train.centre()
      let variance = call.train.squared().centre() - mean.squared()
      return call.both { ($0 - mean) / ScalingCall.orOne(variance.maximum(0).sqrt()) }
    },
    scaling("standard-reciprocal", of: "standardized", "times 1/deviation") { call in
      let deviation = call.train.variance().sqrt()
      let factor = deviation.map { $0 > 0 ? 1 / $0 : 1 }
      return call.both { factor * ($0 - call.train.centre()) }
    },
    scaling("mean-image-loops", of: "meanSubtracted", "row by row") { call in
      var mean = [Double](repeating: 0, count: call.train.shape[1])
      for i in 0..<call.train.shape[0] {
        for j in mean.indices { mean[j] += call.train[i, j] / Double(call.train.shape[0]) }
      }
      return call.both { $0 - Tensor(mean) }
    },
    scaling("mean-image-ones", of: "meanSubtracted", "the mean as a product with ones") { call in
      let weights = Tensor.full(
        shape: [1, call.train.shape[0]], value: 1 / Double(call.train.shape[0]))
      return call.both { $0 - weights.matmul(call.train) }
    },
  ]

  private static func scaling(
    _ id: String, of question: String, _ summary: String,
    new: @escaping @Sendable (ScalingCall) -> [String: Tensor]
  ) -> Alternative {
    Alternative(id, of: question, summary) {
      new(try ScalingCall($0)).mapValues { .tensor($0) }
    }
  }
}
