import Coursework

func rows(_ t: Tensor) -> [[Double]] {
  var result = [[Double]]()
  for i in 0..<t.shape[0] {
    result.append((0..<t.shape[1]).map { j in t[i, j] })
  }
  return result
}

/// Multiplies two matrices entry by entry.
func times(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
  var c = a
  for i in 0..<a.count {
    for j in 0..<a[i].count { c[i][j] = a[i][j] * b[i][j] }
  }
  return c
}

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    let X = rows(x)
    var M = [[Double]]()
    for row in X {
      var m = [Double]()
      for _ in row {
        // integers, because I find them easier to think about
        let number = random.randint(below: 1_000_000)
        let isKept = Double(number) < keepProbability * 1_000_000
        m.append(mode == .test ? 1.0 : isKept ? 1.0 / keepProbability : 0.0)
      }
      M.append(m)
    }
    return (Tensor(times(X, M)), Tensor(M))
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    switch mode {
    case .test: return gradOut
    case .train: return Tensor(times(rows(gradOut), rows(mask)))
    }
  }
}
