import Coursework

struct Submission: InvertedDropout {
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    var mask = Tensor.zeros(shape: x.shape)
    if mode == .test { return (x, mask + 1) }
    // keep p of the entries: shuffle all places and take the first ones
    let columns = x.shape[1]
    let howMany = Int((keepProbability * Double(x.count)).rounded())
    for place in random.permutation(x.count).prefix(howMany) {
      mask[place / columns, place % columns] = 1 / keepProbability
    }
    return (x * mask, mask)
  }

  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    mode == .train ? gradOut * mask : gradOut
  }
}
