import Coursework

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    guard mode == .train else {
      // expected value
      return (x * keepProbability, .ones(shape: x.shape))
    }
    let mask = (random.rand(shape: x.shape) .< keepProbability) / keepProbability
    return (x * mask, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask : gradOut
  }
}
