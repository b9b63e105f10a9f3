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
    let (z1, h1, z2, h2, _) = try forward(parameters: p, x: x)
    let dz2 = err.matmul(p.w3.transposed()) * (z2 .> 0)
    let dz1 = dz2.matmul(p.w2.transposed()) * (z1 .> 0)
    return FaceNetParameters(
      w1: x.transposed().matmul(dz1), b1: dz1.sum(axis: 0),
      w2: h1.transposed().matmul(dz2), b2: dz2.sum(axis: 0),
      w3: h2.transposed().matmul(err), b3: err.sum(axis: 0))
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
    let y = try forward(parameters: parameters, x: x).y
    let gradient = try backward(parameters: parameters, x: x, err: y)[name]
    var elements = Array(0..<gradient.count)
    random.shuffle(&elements)
    elements = Array(elements.prefix(20))

    func loss(_ element: Int, _ step: Double) throws -> Double {
      var scalars = parameters[name].scalars
      scalars[element] += step
      var moved = parameters
      moved[name] = Tensor(shape: parameters[name].shape, scalars: scalars)
      return try 0.5 * forward(parameters: moved, x: x).y.squared().sum()
    }

    let numerical = try elements.map { (try loss($0, step) - loss($0, -step)) / (2 * step) }
    return (elements, Tensor(elements.map { gradient.scalars[$0] }), Tensor(numerical))
  }

  func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double]) {
    var parameters = parameters
    var x = x
    var targets = targets
    var velocities: [String: Tensor] = [:]
    var trainLosses: [Double] = []
    var validLosses: [Double] = []
    let n = x.shape[0]
    let size = batchSize == -1 ? n : batchSize
    var order = Array(0..<n)
    for _ in 0..<epochs {
      for name in ["w1", "w2", "w3"] { velocities[name] = .zeros(shape: parameters[name].shape) }
      random.shuffle(&order)
      x = x.rows(at: order)
      targets = targets.rows(at: order)
      var trainLoss = 0.0
      for start in stride(from: 0, to: n, by: size) {
        let batch = start..<min(n, start + size)
        let t = targets.rows(batch)
        let p = try softmax(y: forward(parameters: parameters, x: x.rows(batch)).y)
        trainLoss = -(t * p.log()).sum() / Double(batch.count)
        let err = (p - t) / Double(batch.count)
        let gradients = try backward(parameters: parameters, x: x.rows(batch), err: err)
        for name in ["w1", "w2", "w3"] {
          let v = momentum * velocities[name]! + (1 - momentum) * gradients[name]
          velocities[name] = v
          parameters[name] -= learningRate * v
        }
        for name in ["b1", "b2", "b3"] { parameters[name] -= learningRate * gradients[name] }
      }
      trainLosses.append(trainLoss)
      validLosses.append(
        try evaluate(
          parameters: parameters, x: validX, targets: validTargets, batchSize: size
        ).loss)
    }
    return (parameters, trainLosses, validLosses)
  }

  func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) throws -> Double {
    let last = validLosses.column(validLosses.shape[1] - 1).scalars
    let best = last.indices.min { last[$0] < last[$1] }!
    return candidates[best]
  }

  func lowConfidence(y: Tensor, threshold: Double) throws -> [Int] {
    let scores = try softmax(y: y).max(axis: 1).scalars
    return scores.indices.filter { scores[$0] < threshold }
  }
}
