import Tensors
import Testing

/// An operation on tensors and the operation on numbers that it should be, element by element.
struct Operation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let tensors: @Sendable (Tensor, Tensor) -> Tensor
  let right: @Sendable (Tensor, Double) -> Tensor
  let numbers: @Sendable (Double, Double) -> Double

  static let all: [Operation] = [
    Operation(testDescription: "+", tensors: { $0 + $1 }, right: { $0 + $1 }, numbers: { $0 + $1 }),
    Operation(testDescription: "-", tensors: { $0 - $1 }, right: { $0 - $1 }, numbers: { $0 - $1 }),
    Operation(testDescription: "*", tensors: { $0 * $1 }, right: { $0 * $1 }, numbers: { $0 * $1 }),
    Operation(testDescription: "/", tensors: { $0 / $1 }, right: { $0 / $1 }, numbers: { $0 / $1 }),
    Operation(
      testDescription: "maximum", tensors: { $0.maximum($1) }, right: { $0.maximum($1) },
      numbers: { Double.maximum($0, $1) }
    ),
    mask(".>", { $0 .> $1 }, { $0 .> $1 }, { $0 > $1 }),
    mask(".>=", { $0 .>= $1 }, { $0 .>= $1 }, { $0 >= $1 }),
    mask(".<", { $0 .< $1 }, { $0 .< $1 }, { $0 < $1 }),
    mask(".<=", { $0 .<= $1 }, { $0 .<= $1 }, { $0 <= $1 }),
    mask(".==", { $0 .== $1 }, { $0 .== $1 }, { $0 == $1 }),
    mask(".!=", { $0 .!= $1 }, { $0 .!= $1 }, { $0 != $1 }),
  ]

  private static func mask(
    _ name: String,
    _ tensors: @escaping @Sendable (Tensor, Tensor) -> Tensor,
    _ right: @escaping @Sendable (Tensor, Double) -> Tensor,
    _ claim: @escaping @Sendable (Double, Double) -> Bool
  ) -> Operation {
    Operation(
      testDescription: name, tensors: tensors, right: right, numbers: { claim($0, $1) ? 1 : 0 }
    )
  }
}

@Suite("Arithmetic and broadcasting")
struct TensorArithmeticTests {
  /// Pairs of shapes with the shape that NumPy's np.broadcast_shapes gives for them.
  static let pairs: [([Int], [Int], [Int])] = [
    ([], [], []), ([3], [3], [3]), ([2, 3], [2, 3], [2, 3]), ([], [2, 3], [2, 3]),
    ([1], [4], [4]), ([3], [2, 3], [2, 3]), ([1, 3], [2, 3], [2, 3]), ([2, 1], [2, 3], [2, 3]),
    ([2, 1], [3], [2, 3]), ([2, 1], [1, 3], [2, 3]), ([1, 1], [3], [1, 3]), ([1], [0], [0]),
    ([0, 3], [3], [0, 3]), ([0, 1], [1, 3], [0, 3]), ([2, 1, 4], [3, 1], [2, 3, 4]),
    ([1, 3, 1], [2, 1, 4], [2, 3, 4]), ([2, 3, 4], [4], [2, 3, 4]),
    ([2, 1, 1, 2], [3, 1], [2, 1, 3, 2]), ([1, 1, 1], [2, 3], [1, 2, 3]), ([5], [1, 1], [1, 5]),
  ]

  @Test("Broadcasting is repeating along the axes of length one", arguments: Operation.all, pairs)
  func broadcasting(operation: Operation, shapes: ([Int], [Int], [Int])) {
    let (a, b) = (eighths(shapes.0, seed: 2), eighths(shapes.1, seed: 3))
    for (left, right) in [(a, b), (b, a)] {
      let result = operation.tensors(left, right)
      #expect(result.shape == shapes.2)
      let expected = allIndices(shapes.2).map { index in
        operation.numbers(element(left, at: index), element(right, at: index))
      }
      // 0 / 0 is the one NaN here, which equals nothing; its sign is the processor's choice.
      #expect(result.scalars.map { $0.isNaN ? 99 : $0 } == expected.map { $0.isNaN ? 99 : $0 })
    }
  }

  @Test("A number on the right acts on every element", arguments: Operation.all, smallShapes)
  func numberOnTheRight(operation: Operation, shape: [Int]) {
    let tensor = eighths(shape)
    let result = operation.right(tensor, 1.5)
    #expect(result.shape == shape)
    #expect(result.scalars == tensor.scalars.map { operation.numbers($0, 1.5) })
    #expect(result == operation.tensors(tensor, Tensor(1.5)))
  }

  @Test("A number on the left acts on every element", arguments: filledShapes)
  func numberOnTheLeft(shape: [Int]) {
    let tensor = eighths(shape)
    #expect((2 - tensor).scalars == tensor.scalars.map { 2 - $0 })
    #expect((2 + tensor).scalars == tensor.scalars.map { 2 + $0 })
    #expect((2 * tensor).scalars == tensor.scalars.map { 2 * $0 })
    #expect((2 / tensor).scalars == tensor.scalars.map { 2 / $0 })
    #expect(-tensor == 0 - tensor)
  }

  @Test("Assignment is the operation, and keeps the shape")
  func assignment() {
    var tensor: Tensor = [[1, 2], [3, 4]]
    tensor += [10, 20]
    #expect(tensor == [[11, 22], [13, 24]])
    tensor -= [[1], [2]]
    #expect(tensor == [[10, 21], [11, 22]])
    tensor *= 2
    #expect(tensor == [[20, 42], [22, 44]])
    tensor /= Tensor(4)
    #expect(tensor == [[5, 10.5], [5.5, 11]])
    tensor += 1
    tensor -= 2
    tensor /= 0.5
    tensor *= [[0, 1], [1, 0]]
    #expect(tensor == [[0, 19], [9, 0]])
  }

  @Test("NaN is handed on by maximum from either side, and no comparison with it holds")
  func nan() {
    let tensor = Tensor([.nan, 1])
    #expect(tensor.maximum(2).scalars[0].isNaN)
    #expect(Tensor([5, 1]).maximum(.nan).scalars.allSatisfy { $0.isNaN })
    #expect((tensor .> 0) == [0, 1])
    #expect((tensor .<= 1) == [0, 1])
    #expect((tensor .!= tensor) == [1, 0])
    #expect((tensor .== tensor) == [0, 1])
  }

  /// The element that broadcasting takes for an index of the result.
  private func element(_ tensor: Tensor, at index: [Int]) -> Double {
    let own = zip(tensor.shape, index.suffix(tensor.rank)).map { $0 == 1 ? 0 : $1 }
    return TensorsTests.element(tensor, own)
  }
}
