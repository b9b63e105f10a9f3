import Coursework

// Goes through the columns first, because my notes write the batch as columns.
struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    let n = x.shape[0]
    let d = x.shape[1]
    var out = x
    var mask = Tensor.ones(n, d)
    if mode == .test { return (out, mask) }
    for j in 0..<d {
      for i in 0..<n {
        // the chance to be above 1 - p is p
        if random.randomSample() > 1 - keepProbability {
          mask[i, j] = 1 / keepProbability
          out[i, j] = x[i, j] / keepProbability
        } else {
          mask[i, j] = 0
          out[i, j] = 0
        }
      }
    }
    return (out, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    if mode == .test { return gradOut }
    var gradX = gradOut
    for i in 0..<gradOut.shape[0] {
      for j in 0..<gradOut.shape[1] { gradX[i, j] *= mask[i, j] }
    }
    return gradX
  }
}
