import Coursework

struct Submission: InvertedDropout {
  // done
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    switch mode {
    case .train:
      let mask = (random.rand(shape: x.shape) .<= keepProbability) / keepProbability
      return (out: x * mask, mask: mask)
    case .test:
      return (out: x, mask: .ones(shape: x.shape))
    }
  }

  // next week
  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    throw NotImplemented()
  }
}
