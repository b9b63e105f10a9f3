import Tensors

/// SplitMix64: the same tensors on every machine and toolchain.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A tensor of numbers between -2 and 2, none of them within 1/16 of 0.
  mutating func tensor(_ shape: [Int]) -> Tensor {
    let scalars = (0..<shape.reduce(1, *)).map { _ in
      let unit = Double(next() >> 11) * 0x1p-53
      return (next() & 1 == 0 ? 1 : -1) * (0.0625 + 1.9375 * unit)
    }
    return Tensor(shape: shape, scalars: scalars)
  }
}
