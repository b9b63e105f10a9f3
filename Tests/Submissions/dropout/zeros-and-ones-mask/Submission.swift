import Coursework

// My mask says what is kept; the scale is applied outside, forward and backward.
struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    guard mode == .train else { return (x, .ones(shape: x.shape)) }
    let mask = random.rand(shape: x.shape) .< keepProbability
    return (x * mask / keepProbability, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask / keepProbability : gradOut
  }
}
