import Coursework

struct Submission: FaceNetCoursework {
  func initialize(
    inputs: Int, hidden: [Int], outputs: Int, random: inout RandomState
  ) throws -> FaceNetParameters {
    let w1 = 0.1 * random.randn(inputs, hidden[0])
    let w2 = 0.1 * random.randn(hidden[0], hidden[1])
    let w3 = 0.01 * random.randn(hidden[1], outputs)
    return FaceNetParameters(
      w1: w1, b1: .zeros(hidden[0]), w2: w2, b2: .zeros(hidden[1]), w3: w3, b3: .zeros(outputs))
  }

  func forward(
    parameters p: FaceNetParameters, x: Tensor
  ) throws -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor) {
    let z1 = x.matmul(p.w1) + p.b1
    let h1 = z1.maximum(0)
    let z2 = h1.matmul(p.w2) + p.b2
    let h2 = z2.maximum(0)
    let y = h2.matmul(p.w3) + p.b3
    return (z1, h1, z2, h2, y)
  }

  func backward(
    parameters p: FaceNetParameters, x: Tensor, err: Tensor
  ) throws -> FaceNetParameters {
    throw NotImplemented()
  }

  func softmax(y: Tensor) throws -> Tensor {
    let e = y.exp()
    return e / e.sum(axis: 1, keepingDimension: true)
  }

  func evaluate(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, batchSize: Int
  ) throws -> (loss: Double, accuracy: Double) {
    let n = x.shape[0]
    let size = batchSize == -1 ? n : batchSize
    var loss = 0.0
    var hits = 0.0
    for start in stride(from: 0, to: n, by: size) {
      let batch = start..<min(n, start + size)
      let t = targets.rows(batch)
      let p = try softmax(y: forward(parameters: parameters, x: x.rows(batch)).y)
      loss -= (t * p.log()).sum()
      for (a, b) in zip(p.argmax(axis: 1), t.argmax(axis: 1)) where a == b { hits += 1 }
    }
    return (loss / Double(n), hits / Double(n))
  }

  func checkGradient(
    parameters: FaceNetParameters, x: Tensor, name: String, step: Double,
    random: inout RandomState
  ) throws -> (elements: [Int], analytic: Tensor, numerical: Tensor) {
    throw NotImplemented()
  }

  func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double]) {
    throw NotImplemented()
  }

  func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) throws -> Double {
    let last = validLosses.column(validLosses.shape[1] - 1).scalars
    let best = last.indices.min { last[$0] < last[$1] }!
    return candidates[best]
  }

  func lowConfidence(y: Tensor, threshold: Double) throws -> [Int] {
    throw NotImplemented()
  }
}
