import Tensors
import Testing

@Suite("Making tensors")
struct TensorTests {
  @Test("A literal's depth is its rank and its brackets are its shape")
  func literals() {
    let vector: Tensor = [1, 2.5, -3]
    #expect(vector.shape == [3])
    #expect(vector.scalars == [1, 2.5, -3])
    let matrix: Tensor = [[1, 2, 3], [4, 5, 6]]
    #expect(matrix.shape == [2, 3])
    #expect(matrix.scalars == [1, 2, 3, 4, 5, 6])
    let cube: Tensor = [[[1], [2]], [[3], [4]]]
    #expect(cube.shape == [2, 2, 1])
    let empty: Tensor = []
    #expect(empty.shape == [0])
  }

  @Test("Initialisers agree with the literals")
  func initialisers() {
    let (a, b) = (0.5, 1.5)
    #expect(Tensor([a, b]) == [0.5, 1.5])
    #expect(Tensor([[a], [b]]) == [[0.5], [1.5]])
    #expect(Tensor(shape: [1, 2], scalars: [a, b]) == [[0.5, 1.5]])
    #expect(Tensor(7).shape == [])
    #expect(Tensor(7).scalar == 7)
    #expect(Tensor(7) != [7])
    #expect(Tensor([[Double]]()).shape == [0, 0])
  }

  @Test("Rank and count follow from the shape", arguments: smallShapes)
  func rankAndCount(shape: [Int]) {
    let zeros = Tensor.zeros(shape: shape)
    #expect(zeros.shape == shape)
    #expect(zeros.rank == shape.count)
    #expect(zeros.count == shape.reduce(1, *))
    #expect(zeros.scalars.allSatisfy { $0 == 0 })
    #expect(Tensor.ones(shape: shape).scalars == [Double](repeating: 1, count: zeros.count))
    #expect(Tensor.full(shape: shape, value: 2) == Tensor.ones(shape: shape) + 1)
  }

  @Test("The forms with and without brackets are the same")
  func spelledShapes() {
    #expect(Tensor.zeros(2, 3) == .zeros(shape: [2, 3]))
    #expect(Tensor.ones(4) == .ones(shape: [4]))
    #expect(Tensor.identity(2) == [[1, 0], [0, 1]])
    #expect(Tensor.identity(0).shape == [0, 0])
  }

  // Printed by NumPy 2.4.6's linspace, each number to its last bit.
  @Test(
    "linspace is NumPy's, bit for bit",
    arguments: [
      (-0.2, 1, [-0.2, 0.09999999999999998, 0.39999999999999997, 0.7, 1]),
      (-0.1, 0.5, [-0.1, 0.09999999999999998, 0.29999999999999993, 0.5]),
      (-0.3, 0.1, [-0.3, -0.09999999999999998, 0.1]),
      (2, 2, [2.0, 2.0, 2.0]),
      (1, 0, [1.0, 0.8, 0.6, 0.3999999999999999, 0.19999999999999996, 0.0]),
      (0, 0x1p-1074, [0.0, 0.0, 0x1p-1074]),
      (
        0.1, 0.7,
        [0.1, 0.18571428571428572, 0.27142857142857146, 0.3571428571428571]
          + [0.44285714285714284, 0.5285714285714286, 0.6142857142857142, 0.7]
      ),
      (3, 9, [3.0]),
      (3, 9, []),
    ] as [(Double, Double, [Double])]
  )
  func linspace(start: Double, end: Double, expected: [Double]) {
    #expect(Tensor.linspace(from: start, to: end, count: expected.count).scalars == expected)
  }

  @Test(
    "Data that nobody checked is refused and never stops the program",
    arguments: [
      ([-1], 1), ([2, -3], 6), ([-2, -3], 6), ([2], 3), ([], 0), ([], 2), ([0], 1),
      ([Int.max, 2], 2), ([1 << 32, 1 << 32], 0), ([Int.min], 0), ([0, Int.max, Int.max], 0),
      ([Int](repeating: 1, count: 65), 1),
    ] as [([Int], Int)]
  )
  func refuses(shape: [Int], count: Int) {
    let scalars = [Double](repeating: 0, count: count)
    #expect(Tensor(validatingShape: shape, scalars: scalars) == nil)
  }

  @Test("Data that fits its shape is taken", arguments: smallShapes)
  func takes(shape: [Int]) {
    let tensor = eighths(shape)
    #expect(Tensor(validatingShape: shape, scalars: tensor.scalars) == tensor)
  }

  @Test("Equality compares shapes and numbers; NaN equals nothing")
  func equality() {
    #expect(Tensor([1, 2]) != [[1, 2]])
    #expect(Tensor([-0.0]) == [0])
    #expect(Tensor([-0.0]).hashValue == Tensor([0.0]).hashValue)
    let nan = Tensor([.nan])
    #expect(nan != nan)
    #expect(nan != Tensor([.nan]))
  }
}
