import Coursework

struct Submission: InvertedDropout {
  // p = dropout probability, e.g. 0.5 in the paper
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    let p = keepProbability
    if mode == .train {
      let mask = (random.rand(shape: x.shape) .> p) / (1 - p)
      return (x * mask, mask)
    }
    return (x, .ones(shape: x.shape))
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask : gradOut
  }
}
