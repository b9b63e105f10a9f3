import Coursework
import Foundation

typealias Matrix = [[Double]]

func matrix(_ t: Tensor) -> Matrix {
  (0..<t.shape[0]).map { i in (0..<t.shape[1]).map { t[i, $0] } }
}

func relu(_ z: Matrix) -> Matrix {
  z.map { row in row.map { $0 > 0 ? $0 : 0 } }
}

/// x·w + b, number by number.
func layer(_ x: Matrix, _ w: Tensor, _ b: Tensor) -> Matrix {
  var result: Matrix = []
  for row in x {
    var out: [Double] = []
    for j in 0..<w.shape[1] {
      var sum = b[j]
      for i in 0..<w.shape[0] { sum += row[i] * w[i, j] }
      out.append(sum)
    }
    result.append(out)
  }
  return result
}

/// The gradients by the input, w and b of a layer.
func back(_ g: Matrix, _ h: Matrix, _ w: Tensor) -> (Matrix, Tensor, Tensor) {
  var gradH: Matrix = []
  var gradW = Tensor.zeros(shape: w.shape)
  var gradB = Tensor.zeros(w.shape[1])
  for n in 0..<g.count {
    var row = [Double](repeating: 0, count: w.shape[0])
    for j in 0..<w.shape[1] {
      gradB[j] += g[n][j]
      for i in 0..<w.shape[0] {
        row[i] += g[n][j] * w[i, j]
        gradW[i, j] += h[n][i] * g[n][j]
      }
    }
    gradH.append(row)
  }
  return (gradH, gradW, gradB)
}

struct Submission: FaceNetCoursework {
  func initialize(
    inputs: Int, hidden: [Int], outputs: Int, random: inout RandomState
  ) throws -> FaceNetParameters {
    var layers: [Tensor] = []
    for (rows, columns, scale) in [
      (inputs, hidden[0], 0.1), (hidden[0], hidden[1], 0.1), (hidden[1], outputs, 0.01),
    ] {
      var w = Tensor.zeros(rows, columns)
      for i in 0..<rows {
        for j in 0..<columns { w[i, j] = random.randn(1)[0] * scale }
      }
      layers.append(w)
    }
    return FaceNetParameters(
      w1: layers[0], b1: .zeros(hidden[0]), w2: layers[1], b2: .zeros(hidden[1]), w3: layers[2],
      b3: .zeros(outputs))
  }

  func forward(
    parameters p: FaceNetParameters, x: Tensor
  ) throws -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor) {
    let z1 = layer(matrix(x), p.w1, p.b1)
    let z2 = layer(relu(z1), p.w2, p.b2)
    let y = layer(relu(z2), p.w3, p.b3)
    return (Tensor(z1), Tensor(relu(z1)), Tensor(z2), Tensor(relu(z2)), Tensor(y))
  }

  func backward(
    parameters p: FaceNetParameters, x: Tensor, err: Tensor
  ) throws -> FaceNetParameters {
    let z1 = layer(matrix(x), p.w1, p.b1)
    let z2 = layer(relu(z1), p.w2, p.b2)
    var (g2, gradW3, gradB3) = back(matrix(err), relu(z2), p.w3)
    for n in g2.indices {
      for i in g2[n].indices where z2[n][i] <= 0 { g2[n][i] = 0 }
    }
    var (g1, gradW2, gradB2) = back(g2, relu(z1), p.w2)
    for n in g1.indices {
      for i in g1[n].indices where z1[n][i] <= 0 { g1[n][i] = 0 }
    }
    let (_, gradW1, gradB1) = back(g1, matrix(x), p.w1)
    return FaceNetParameters(
      w1: gradW1, b1: gradB1, w2: gradW2, b2: gradB2, w3: gradW3, b3: gradB3)
  }

  func softmax(y: Tensor) throws -> Tensor {
    Tensor(
      matrix(y).map { row in
        let largest = row.max()!
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
      })
  }

  func evaluate(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, batchSize: Int
  ) throws -> (loss: Double, accuracy: Double) {
    // Each sample by itself: batches change nothing.
    let n = x.shape[0]
    var loss = 0.0
    var hits = 0
    for i in 0..<n {
      let p = try softmax(y: forward(parameters: parameters, x: x.rows(i..<i + 1)).y).scalars
      let label = targets.row(i).scalars.firstIndex(of: 1)!
      loss += -log(p[label])
      if p.firstIndex(of: p.max()!) == label { hits += 1 }
    }
    return (loss / Double(n), Double(hits) / Double(n))
  }

  func checkGradient(
    parameters: FaceNetParameters, x: Tensor, name: String, step: Double,
    random: inout RandomState
  ) throws -> (elements: [Int], analytic: Tensor, numerical: Tensor) {
    let y = try forward(parameters: parameters, x: x).y
    let gradients = try backward(parameters: parameters, x: x, err: y)
    let elements = Array(random.permutation(parameters[name].count).prefix(20))
    var net = parameters
    var analytic: [Double] = []
    var numerical: [Double] = []
    for element in elements {
      analytic.append(gradients[name].scalars[element])
      var losses: [Double] = []
      // As the homework does it: up, down by two steps, and up again.
      for by in [step, -2 * step, step] {
        var scalars = net[name].scalars
        scalars[element] += by
        net[name] = Tensor(shape: net[name].shape, scalars: scalars)
        losses.append(try forward(parameters: net, x: x).y.scalars.reduce(0) { $0 + $1 * $1 / 2 })
      }
      numerical.append((losses[0] - losses[1]) / 2 / step)
    }
    return (elements, Tensor(analytic), Tensor(numerical))
  }

  func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double]) {
    var net = parameters
    var v1 = Tensor.zeros(shape: net.w1.shape)
    var v2 = Tensor.zeros(shape: net.w2.shape)
    var v3 = Tensor.zeros(shape: net.w3.shape)
    var trainLosses: [Double] = []
    var validLosses: [Double] = []
    let n = x.shape[0]
    let size = batchSize < 0 ? n : batchSize
    var order = Array(0..<n)
    // Which of the given rows now stands where.
    var rows = Array(0..<n)
    for _ in 0..<epochs {
      random.shuffle(&order)
      rows = order.map { rows[$0] }
      var start = 0
      while start < n {
        let batch = Array(rows[start..<min(start + size, n)])
        let bx = x.rows(at: batch)
        let t = targets.rows(at: batch)
        let p = try softmax(y: forward(parameters: net, x: bx).y)
        var loss = 0.0
        var err = p
        for i in 0..<batch.count {
          for j in 0..<t.shape[1] {
            if t[i, j] == 1 { loss -= log(p[i, j]) / Double(batch.count) }
            err[i, j] = (p[i, j] - t[i, j]) / Double(batch.count)
          }
        }
        if start + size >= n { trainLosses.append(loss) }
        let g = try backward(parameters: net, x: bx, err: err)
        v1 = momentum * v1 + (1 - momentum) * g.w1
        v2 = momentum * v2 + (1 - momentum) * g.w2
        v3 = momentum * v3 + (1 - momentum) * g.w3
        net.w1 = net.w1 - learningRate * v1
        net.w2 = net.w2 - learningRate * v2
        net.w3 = net.w3 - learningRate * v3
        net.b1 = net.b1 - learningRate * g.b1
        net.b2 = net.b2 - learningRate * g.b2
        net.b3 = net.b3 - learningRate * g.b3
        start += size
      }
      validLosses.append(
        try evaluate(parameters: net, x: validX, targets: validTargets, batchSize: -1).loss)
    }
    return (net, trainLosses, validLosses)
  }

  func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) throws -> Double {
    var best = 0
    let last = validLosses.shape[1] - 1
    for k in candidates.indices where validLosses[k, last] < validLosses[best, last] { best = k }
    return candidates[best]
  }

  func lowConfidence(y: Tensor, threshold: Double) throws -> [Int] {
    var unsure: [Int] = []
    for (i, row) in matrix(try softmax(y: y)).enumerated() where row.max()! < threshold {
      unsure.append(i)
    }
    return unsure
  }
}
