import Coursework

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    guard mode == .train else { return (x, .ones(shape: x.shape)) }
    let (n, d) = (x.shape[0], x.shape[1])
    // one number for each unit of the layer
    let units = (random.rand(d) .< keepProbability) / keepProbability
    let mask = Tensor.ones(n, d) * units
    return (x * mask, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask : gradOut
  }
}
