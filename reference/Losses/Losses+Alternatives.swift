import Coursework
import Foundation
import Grading

extension LossesReference {
  /// Right answers written differently, question by question.
  static let alternatives = softmaxAlternatives + svmAlternatives + mseAlternatives

  private typealias Result = (loss: Double, gradScores: Tensor)

  // MARK: - Softmax

  private static let softmaxAlternatives: [Alternative] = [
    softmax("loops", "sample by sample, class by class") { call in
      var (loss, grad) = (0.0, Tensor.zeros(shape: call.scores.shape))
      for (i, y) in call.labels.enumerated() {
        let row = call.scores.row(i)
        let largest = row.max()
        let sum = row.scalars.reduce(0) { $0 + exp($1 - largest) }
        loss += log(sum) - (row[y] - largest)
        for j in 0..<row.count { grad[i, j] = exp(row[j] - largest) / sum }
        grad[i, y] -= 1
      }
      return (loss / call.samples, grad / call.samples)
    },
    softmax("probabilities", "p by division, then its logarithm") { call in
      let powers = (call.scores - call.scores.max(axis: 1, keepingDimension: true)).exp()
      let p = powers / powers.sum(axis: 1, keepingDimension: true)
      let right = (p * call.targets).sum(axis: 1)
      return (-right.log().mean(), (p - call.targets) / call.samples)
    },
    softmax("one-plus-others", "the largest exponential is a 1 of its own") { call in
      let largest = call.scores.max(axis: 1, keepingDimension: true)
      let sums = (call.scores - largest).exp().sum(axis: 1, keepingDimension: true)
      let logSum = largest + sums.log()
      let losses = logSum.reshaped(-1) - (call.scores * call.targets).sum(axis: 1)
      let grad = (call.scores - largest).exp() / (sums * call.samples)
      return (losses.sum() / call.samples, grad - call.targets / call.samples)
    },
    softmax("label-as-origin", "exponentials beside that of the label, where none overflows") {
      call in
      let beside = call.scores - call.rightScores
      let largest = beside.max(axis: 1, keepingDimension: true)
      let sums = (beside - largest).exp().sum(axis: 1, keepingDimension: true)
      let losses = largest + sums.log()
      return (losses.mean(), ((beside - losses).exp() - call.targets) / call.samples)
    },
  ]

  private static func softmax(
    _ id: String, _ summary: String, new: @escaping @Sendable (ScoresCall) -> Result
  ) -> Alternative {
    scores("softmax-\(id)", of: "softmaxLoss", summary, new)
  }

  // MARK: - SVM

  private static let svmAlternatives: [Alternative] = [
    svm("loops", "sample by sample, class by class") { call in
      var (loss, grad) = (0.0, Tensor.zeros(shape: call.scores.shape))
      for (i, y) in call.labels.enumerated() {
        for j in 0..<call.scores.shape[1] where j != y {
          let margin = call.scores[i, j] - call.scores[i, y] + 1
          guard margin > 0 else { continue }
          loss += margin
          grad[i, j] += 1 / call.samples
          grad[i, y] -= 1 / call.samples
        }
      }
      return (loss / call.samples, grad)
    },
    svm("label-included", "the label's margin of 1 is taken off in the end") { call in
      let margins = call.margins().maximum(0)
      let counts = (margins .> 0).sum(axis: 1, keepingDimension: true)
      let grad = (margins .> 0) - call.targets * counts
      return (margins.sum() / call.samples - 1, grad / call.samples)
    },
    svm("masked-sum", "margins added up where a mask is 1") { call in
      let mask = call.violated
      let loss = (mask * call.scores).sum() - (mask * (call.rightScores - 1)).sum()
      let counts = mask.sum(axis: 1, keepingDimension: true)
      return (loss / call.samples, mask / call.samples - call.targets * (counts / call.samples))
    },
    svm("absolute", "max(0, m) as (m + |m|)/2") { call in
      let margins = call.margins() * call.others
      return ((margins + margins.abs()).sum() / 2 / call.samples, call.balanced(call.violated))
    },
  ]

  private static func svm(
    _ id: String, _ summary: String, new: @escaping @Sendable (ScoresCall) -> Result
  ) -> Alternative {
    scores("svm-\(id)", of: "svmLoss", summary, new)
  }

  private static func scores(
    _ id: String, of question: String, _ summary: String,
    _ new: @escaping @Sendable (ScoresCall) -> Result
  ) -> Alternative {
    Alternative(id, of: question, summary) {
      let (loss, gradScores) = new(try ScoresCall($0))
      return ["loss": .number(loss), "gradScores": .tensor(gradScores)]
    }
  }

  // MARK: - Squared error

  private static let mseAlternatives: [Alternative] = [
    mse("loops", "number by number") { call in
      var loss = 0.0
      for r in call.residuals.scalars { loss += r * r / 2 / call.samples }
      for w in call.w.scalars { loss += call.regularization * w * w / 2 }
      return (loss, call.residuals.map { $0 / call.samples })
    },
    mse("mean-of-rows", "the mean over samples of half their squared distances") { call in
      let distances = call.residuals.squared().sum(axis: 1) * 0.5
      return (
        distances.mean() + 0.5 * (call.w * call.w).sum() * call.regularization,
        1 / call.samples * call.residuals
      )
    },
    mse("expanded", "r² as s² − 2·s·Y + Y²") { call in
      let squares = call.scores.squared().sum() - 2 * (call.scores * call.targets).sum()
      let error = (squares + call.samples) / (2 * call.samples)
      return (error + call.penalty, call.scores / call.samples - call.targets / call.samples)
    },
    mse("one-quotient", "error and penalty over one denominator") { call in
      let penalty = call.samples * call.regularization * call.w.squared().sum()
      let loss = (call.residuals.squared().sum() + penalty) / (2 * call.samples)
      return (loss, -(call.targets - call.scores) / call.samples)
    },
  ]

  private static func mse(
    _ id: String, _ summary: String, new: @escaping @Sendable (SquaredErrorCall) -> Result
  ) -> Alternative {
    Alternative("mse-\(id)", of: "mseLoss", summary) {
      let call = try SquaredErrorCall($0)
      let (loss, gradScores) = new(call)
      return [
        "loss": .number(loss), "gradScores": .tensor(gradScores),
        "gradW": .tensor(call.w * call.regularization),
      ]
    }
  }
}
