import Coursework

struct Submission: DataPreparation {
  func flattened(images: Tensor) throws -> Tensor {
    images.reshaped(images.shape[0], -1)
  }

  func minMaxScaled(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    let all = together(train, test)
    let low = -(-all).max(axis: 0)
    let range = all.max(axis: 0) - low
    let scale = range + (range .== 0)
    return ((train - low) / scale, (test - low) / scale)
  }

  func standardized(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    let all = together(train, test)
    let mean = all.mean(axis: 0)
    let deviation = (all - mean).squared().mean(axis: 0).sqrt()
    let scale = deviation + (deviation .== 0)
    return ((train - mean) / scale, (test - mean) / scale)
  }

  func meanSubtracted(train: Tensor, test: Tensor) throws -> (train: Tensor, test: Tensor) {
    let mean = together(train, test).mean(axis: 0)
    return (train - mean, test - mean)
  }

  func oneHot(labels: [Int], classes: Int) throws -> Tensor {
    Tensor.identity(classes).rows(at: labels)
  }

  func split(
    count: Int, fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    let order = random.permutation(count)
    let size = Int((fraction * Double(count)).rounded(.up))
    return (Array(order[..<size]), Array(order[size...]))
  }

  func stratifiedSplit(
    labels: [Int], fraction: Double, random: inout RandomState
  ) throws -> (validation: [Int], train: [Int]) {
    var validation: [Int] = []
    var train: [Int] = []
    for label in 0...labels.max()! {
      let samples = labels.indices.filter { labels[$0] == label }
      let order = random.permutation(samples.count).map { samples[$0] }
      let size = Int(fraction * Double(samples.count))
      validation += order[..<size]
      train += order[size...]
    }
    return (validation, train)
  }

  func together(_ a: Tensor, _ b: Tensor) -> Tensor {
    Tensor(shape: [a.shape[0] + b.shape[0], a.shape[1]], scalars: a.scalars + b.scalars)
  }
}
