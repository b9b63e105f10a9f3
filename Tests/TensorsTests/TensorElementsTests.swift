import Tensors
import Testing

@Suite("Elements and rows")
struct TensorElementsTests {
  @Test("A subscript reads and writes one element")
  func subscripts() {
    var vector: Tensor = [1, 2, 3]
    vector[2] += 4
    #expect(vector == [1, 2, 7])
    var matrix: Tensor = [[1, 2], [3, 4]]
    matrix[1, 0] = 9
    #expect(matrix == [[1, 2], [9, 4]])
    var cube = Tensor.zeros(2, 3, 4)
    cube[1, 2, 3] = 5
    #expect(cube.scalars.last == 5)
    #expect(cube.sum() == 5)
  }

  @Test("Every element is where row-major order puts it")
  func rowMajor() {
    let (matrix, cube) = (eighths([3, 5]), eighths([2, 3, 4]))
    for index in allIndices([3, 5]) {
      #expect(matrix[index[0], index[1]] == element(matrix, index))
    }
    for index in allIndices([2, 3, 4]) {
      #expect(cube[index[0], index[1], index[2]] == element(cube, index))
    }
  }

  @Test("A copy keeps its numbers when the original changes")
  func valueSemantics() {
    var tensor: Tensor = [1, 2]
    let copy = tensor
    tensor[0] = 5
    tensor *= 2
    #expect(copy == [1, 2])
    #expect(tensor == [10, 4])
  }

  @Test("Rows joined again are the tensor", arguments: filledShapes)
  func rows(shape: [Int]) {
    let tensor = eighths(shape)
    let rows = (0..<shape[0]).map { tensor.row($0) }
    #expect(rows.allSatisfy { $0.shape == Array(shape.dropFirst()) })
    #expect(rows.flatMap(\.scalars) == tensor.scalars)
    #expect(tensor.rows(0..<shape[0]) == tensor)
    #expect(tensor.rows(at: Array(0..<shape[0])) == tensor)
    #expect(tensor.rows(0..<0).shape == [0] + shape.dropFirst())
    for i in 0..<shape[0] {
      #expect(tensor.rows(i..<i + 1) == tensor.row(i).reshaped(to: [1] + shape.dropFirst()))
    }
  }

  @Test("Columns are the rows of the transpose")
  func columns() {
    let matrix = eighths([4, 3])
    for j in 0..<3 { #expect(matrix.column(j) == matrix.transposed().row(j)) }
  }

  @Test("Picked rows come in the order asked for, repeats included")
  func pickedRows() {
    let matrix: Tensor = [[1, 2], [3, 4], [5, 6]]
    #expect(matrix.rows(at: [2, 0, 2]) == [[5, 6], [1, 2], [5, 6]])
    #expect(matrix.rows(1..<3) == [[3, 4], [5, 6]])
    #expect(Tensor.zeros(0, 3).rows(0..<0).shape == [0, 3])
  }
}
