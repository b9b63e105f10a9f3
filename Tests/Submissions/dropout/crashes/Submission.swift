import Coursework

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    // nothing happens at test time
    guard mode == .train else { return (x, Tensor.ones(shape: x.shape)) }

    let u = random.rand(shape: x.shape)
    let keep = u .< keepProbability
    let mask = keep * (1 / keepProbability)
    return (x * mask, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    let last = [gradOut.sum()][gradOut.count]  // one too far
    print(last)
    return mode == .train ? gradOut * mask : gradOut
  }
}
