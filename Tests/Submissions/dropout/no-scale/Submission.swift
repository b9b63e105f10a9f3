import Coursework

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    guard mode == .train else { return (x, Tensor.ones(shape: x.shape)) }
    let mask = random.rand(shape: x.shape) .< keepProbability
    let out = x * mask
    return (out, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask : gradOut
  }
}
