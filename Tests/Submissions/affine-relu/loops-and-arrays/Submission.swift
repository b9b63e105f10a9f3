import Coursework

// I did everything with loops, because I don't trust broadcasting.

typealias Matrix = [[Double]]

func matrix(_ t: Tensor) -> Matrix {
  var rows: Matrix = []
  for i in 0..<t.shape[0] {
    var row: [Double] = []
    for j in 0..<t.shape[1] { row.append(t[i, j]) }
    rows.append(row)
  }
  return rows
}

func zeros(_ n: Int, _ m: Int) -> Matrix {
  [[Double]](repeating: [Double](repeating: 0.0, count: m), count: n)
}

struct Submission: AffineReLU {
  func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    let X = matrix(x), W = matrix(w)
    var Y = zeros(X.count, W[0].count)
    for i in 0..<X.count {
      for j in 0..<W[0].count {
        var s = b[j]
        for k in 0..<W.count { s += X[i][k] * W[k][j] }
        Y[i][j] = s
      }
    }
    return Tensor(Y)
  }

  func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
    gradH: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    let G = matrix(gradY), H = matrix(h), W = matrix(w)
    let n = G.count, m = G[0].count, d = W.count
    var gH = zeros(n, d), gW = zeros(d, m)
    var gB = [Double](repeating: 0.0, count: m)
    // every g[i][j] goes back to three places
    for i in 0..<n {
      for j in 0..<m {
        let g = G[i][j]
        gB[j] += g
        for k in 0..<d {
          gH[i][k] += g * W[k][j]
          gW[k][j] += g * H[i][k]
        }
      }
    }
    return (Tensor(gH), Tensor(gW), Tensor(gB))
  }

  func relu(z: Tensor) throws -> Tensor {
    var out = z
    for i in 0..<z.shape[0] {
      for j in 0..<z.shape[1] where z[i, j] < 0 { out[i, j] = 0 }
    }
    return out
  }

  func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
    var out = gradH
    for i in 0..<z.shape[0] {
      for j in 0..<z.shape[1] {
        if z[i, j] <= 0 { out[i, j] = 0 }
      }
    }
    return out
  }

  func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    try relu(z: affine(x: x, w: w, b: b))
  }

  func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
    gradX: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    let z = try affine(x: x, w: w, b: b)
    let result = try affineBackward(gradY: reluBackward(gradH: gradH, z: z), h: x, w: w)
    return (result.gradH, result.gradW, result.gradB)
  }
}
