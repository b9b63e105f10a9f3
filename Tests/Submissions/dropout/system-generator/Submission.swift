import Coursework

// Swift has random numbers of its own, so I did not need the parameter.
struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    let mask = x.map { _ in
      mode == .test || Double.random(in: 0..<1) < keepProbability ? 1.0 : 0.0
    }
    let scale = mode == .train ? 1 / keepProbability : 1
    return (x * mask * scale, mask * scale)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask : gradOut
  }
}
