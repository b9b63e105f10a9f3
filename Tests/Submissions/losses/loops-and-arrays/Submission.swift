import Coursework
import Foundation

struct Submission: Losses {
  func softmaxLoss(scores: Tensor, labels: [Int]) throws -> (loss: Double, gradScores: Tensor) {
    var loss = 0.0
    var grad = scores.scalars
    let classes = scores.shape[1]
    for i in labels.indices {
      let row = Array(grad[i * classes..<(i + 1) * classes])
      var largest = row[0]
      for s in row where s > largest { largest = s }
      var sum = 0.0
      for s in row { sum += exp(s - largest) }
      loss += log(sum) + largest - row[labels[i]]
      for j in 0..<classes {
        grad[i * classes + j] = exp(row[j] - largest) / sum / Double(labels.count)
      }
      grad[i * classes + labels[i]] -= 1 / Double(labels.count)
    }
    return (loss / Double(labels.count), Tensor(shape: scores.shape, scalars: grad))
  }

  func svmLoss(scores: Tensor, labels: [Int]) throws -> (loss: Double, gradScores: Tensor) {
    var loss = 0.0
    var grad = Tensor.zeros(shape: scores.shape)
    let share = 1 / Double(labels.count)
    for (i, y) in labels.enumerated() {
      for j in 0..<scores.shape[1] where j != y {
        let margin = scores[i, j] - scores[i, y] + 1
        if margin > 0 {
          loss += margin * share
          grad[i, j] += share
          grad[i, y] -= share
        }
      }
    }
    return (loss, grad)
  }

  func mseLoss(
    scores: Tensor, labels: [Int], w: Tensor, regularization: Double
  ) throws -> (loss: Double, gradScores: Tensor, gradW: Tensor) {
    var loss = 0.0
    var grad = scores
    for (i, y) in labels.enumerated() {
      for j in 0..<scores.shape[1] {
        grad[i, j] -= j == y ? 1 : 0
        loss += grad[i, j] * grad[i, j]
      }
    }
    loss /= Double(2 * labels.count)
    for x in w.scalars { loss += regularization * x * x / 2 }
    return (loss, grad / Double(labels.count), w.map { $0 * regularization })
  }
}
