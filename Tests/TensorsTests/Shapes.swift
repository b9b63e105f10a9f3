import Tensors

/// Small shapes of rank 0 to 4 over which laws are tried, with ones and zeros among the lengths.
let smallShapes: [[Int]] = [
  [], [0], [1], [4], [1, 1], [3, 1], [1, 5], [2, 3], [3, 2], [4, 4], [0, 3], [3, 0], [7, 5],
  [2, 3, 4], [3, 1, 2], [1, 4, 1], [2, 0, 2], [2, 1, 3, 2],
]

/// The shapes of `smallShapes` that hold at least one number and have at least one axis.
let filledShapes = smallShapes.filter { !$0.isEmpty && !$0.contains(0) }

/// Numbers n/8 with |n| <= 40, whose sums and products in small tensors are exact.
///
/// They come from a multiplicative congruential generator, so that every failure can be repeated.
func eighths(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
  var word = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  let count = shape.reduce(1, *)
  let values = (0..<count).map { _ in
    word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int(word >> 33) % 81 - 40) / 8
  }
  return Tensor(shape: shape, scalars: values)
}

/// All indices into a shape, in row-major order.
func allIndices(_ shape: [Int]) -> [[Int]] {
  shape.reduce([[]]) { indices, length in
    indices.flatMap { head in (0..<length).map { head + [$0] } }
  }
}

/// The element at an index, found by Horner's rule and not by the code under test.
func element(_ tensor: Tensor, _ index: [Int]) -> Double {
  tensor.scalars[zip(tensor.shape, index).reduce(0) { $0 * $1.0 + $1.1 }]
}
