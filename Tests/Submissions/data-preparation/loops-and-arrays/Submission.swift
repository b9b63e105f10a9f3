import Coursework

struct Submission: DataPreparation {
  func flattened(images: Tensor) throws -> Tensor {
    var rows: [[Double]] = []
    let size = images.scalars.count / images.shape[0]
    for i in 0..<images.shape[0] { rows.append(Array(images.scalars[i * size..<(i + 1) * size])) }
    return Tensor(rows)
  }

  func minMaxScaled(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    var (a, b) = (train, test)
    for j in 0..<train.shape[1] {
      var (low, high) = (train[0, j], train[0, j])
      for i in 0..<train.shape[0] {
        low = min(low, train[i, j])
        high = max(high, train[i, j])
      }
      if high == low { high = low + 1 }
      for i in 0..<train.shape[0] { a[i, j] = (train[i, j] - low) / (high - low) }
      for i in 0..<test.shape[0] { b[i, j] = (test[i, j] - low) / (high - low) }
    }
    return (a, b)
  }

  func standardized(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    var (a, b) = try meanSubtracted(train: train, test: test)
    for j in 0..<train.shape[1] {
      var sum = 0.0
      for i in 0..<train.shape[0] { sum += a[i, j] * a[i, j] }
      let deviation = (sum / Double(train.shape[0])).squareRoot()
      if deviation == 0 { continue }
      for i in 0..<train.shape[0] { a[i, j] /= deviation }
      for i in 0..<test.shape[0] { b[i, j] /= deviation }
    }
    return (a, b)
  }

  func meanSubtracted(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    var (a, b) = (train, test)
    for j in 0..<train.shape[1] {
      var sum = 0.0
      for i in 0..<train.shape[0] { sum += train[i, j] }
      let mean = sum / Double(train.shape[0])
      for i in 0..<train.shape[0] { a[i, j] -= mean }
      for i in 0..<test.shape[0] { b[i, j] -= mean }
    }
    return (a, b)
  }

  func oneHot(labels: [Int], classes: Int) throws -> Tensor {
    var rows = [[Double]](repeating: [Double](repeating: 0, count: classes), count: labels.count)
    for i in labels.indices { rows[i][labels[i]] = 1 }
    return Tensor(rows)
  }

  func split(
    count: Int, fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    var (validation, train) = ([Int](), [Int]())
    for sample in random.permutation(count) {
      if Double(validation.count) < fraction * Double(count) {
        validation.append(sample)
      } else {
        train.append(sample)
      }
    }
    return (validation, train)
  }

  func stratifiedSplit(
    labels: [Int], fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    var open: [Int: Double] = [:]
    for label in labels { open[label, default: 0] += fraction }
    var (validation, train) = ([Int](), [Int]())
    for sample in random.permutation(labels.count) {
      if open[labels[sample]]! > 0.5 {
        open[labels[sample]]! -= 1
        validation.append(sample)
      } else {
        train.append(sample)
      }
    }
    return (validation.sorted(), train.sorted())
  }
}
