import NumericChecks
import Tensors

/// Wrong answers that are like nothing in particular, as many kinds of them as come to mind.
enum RandomMistake {
  /// Pairs of one kind, which the seed chooses along with all numbers.
  static func pairs(seed: UInt64) -> [TensorPair] {
    var generator = SeededGenerator(seed: seed &* 7919 &+ 11)
    let shapes = seed % 3 == 0 ? ResemblanceTests.mixed : [[3], [4], [3], [5]]
    let isDyadic = seed % 2 == 0
    return shapes.map { shape in
      let right = rounded(generator.tensor(shape), isDyadic)
      let other = rounded(generator.tensor(shape), isDyadic)
      let scale = 1 + Double(generator.next() % 1000) / 100
      return TensorPair(got: wrong(right, other, scale, kind: seed / 6 % 12), right: right)
    }
  }

  private static func rounded(_ tensor: Tensor, _ isDyadic: Bool) -> Tensor {
    // Away from 0 by at least 1/16 before, so at least 1/8 after.
    isDyadic ? tensor.map { ($0 * 8).rounded(.awayFromZero) / 8 } : tensor
  }

  private static func wrong(
    _ right: Tensor, _ other: Tensor, _ scale: Double, kind: UInt64
  ) -> Tensor {
    switch kind {
    case 0: other
    case 1: right + other
    case 2: right - other * 1e-4
    case 3: right * other
    case 4: right * (1 + scale / 7)
    case 5: right + scale
    case 6: right * right * right + 0.5
    case 7: right.map { abs($0) + 0.125 }
    case 8: right.maximum(0) + other.maximum(0) * 1e-3
    case 9: right.exp()
    case 10: right * (1 + 1e-7 * scale)
    default: right + right.sum() + scale
    }
  }
}
