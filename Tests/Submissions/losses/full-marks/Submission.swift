import Coursework

struct Submission: Losses {
  func softmaxLoss(scores: Tensor, labels: [Int]) throws -> (loss: Double, gradScores: Tensor) {
    let n = Double(labels.count)
    let shifted = scores - scores.max(axis: 1, keepingDimension: true)
    let z = shifted.exp().sum(axis: 1, keepingDimension: true)
    let logProbs = shifted - z.log()
    var loss = 0.0
    var dx = logProbs.exp()
    for (i, y) in labels.enumerated() {
      loss -= logProbs[i, y] / n
      dx[i, y] -= 1
    }
    return (loss, dx / n)
  }

  func svmLoss(scores: Tensor, labels: [Int]) throws -> (loss: Double, gradScores: Tensor) {
    let n = Double(labels.count)
    var margins = Tensor.zeros(shape: scores.shape)
    for (i, y) in labels.enumerated() {
      for j in 0..<scores.shape[1] where j != y {
        margins[i, j] = max(0, scores[i, j] - scores[i, y] + 1)
      }
    }
    var dx = margins .> 0
    for (i, y) in labels.enumerated() { dx[i, y] -= dx.row(i).sum() }
    return (margins.sum() / n, dx / n)
  }

  func mseLoss(
    scores: Tensor, labels: [Int], w: Tensor, regularization: Double
  ) throws -> (loss: Double, gradScores: Tensor, gradW: Tensor) {
    let n = Double(labels.count)
    let diff = scores - oneHot(labels, scores.shape[1])
    let data = diff.squared().sum() / (2 * n)
    let penalty = 0.5 * regularization * w.squared().sum()
    return (data + penalty, diff / n, regularization * w)
  }

  func oneHot(_ labels: [Int], _ classes: Int) -> Tensor {
    Tensor.identity(classes).rows(at: labels)
  }
}
