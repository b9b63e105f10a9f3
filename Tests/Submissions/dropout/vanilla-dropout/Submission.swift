import Coursework

// As in the first paper on dropout: the weights are scaled when the network is used.
struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    if mode == .test {
      return (x * keepProbability, .ones(shape: x.shape))
    }
    let mask = random.rand(shape: x.shape) .< keepProbability
    return (x * mask, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    if mode == .test { return gradOut * keepProbability }
    return gradOut * mask
  }
}
