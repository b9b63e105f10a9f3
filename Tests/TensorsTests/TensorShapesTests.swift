import Tensors
import Testing

@Suite("Shapes")
struct TensorShapesTests {
  @Test("Reshaping keeps the numbers in their order", arguments: smallShapes)
  func reshape(shape: [Int]) {
    let tensor = eighths(shape)
    #expect(tensor.flattened().shape == [tensor.count])
    #expect(tensor.flattened().scalars == tensor.scalars)
    #expect(tensor.flattened().reshaped(to: shape) == tensor)
    #expect(tensor.reshaped(to: [1] + shape + [1]).scalars == tensor.scalars)
    #expect(tensor.reshaped(-1) == tensor.flattened())
  }

  @Test("An open length is worked out")
  func openLength() {
    #expect(Tensor.zeros(4, 3).reshaped(2, -1).shape == [2, 6])
    #expect(Tensor.zeros(4, 3).reshaped(-1, 3, 2).shape == [2, 3, 2])
    #expect(Tensor.zeros(0, 3).reshaped(-1, 3).shape == [0, 3])
  }

  @Test("Transposing twice changes nothing", arguments: smallShapes)
  func transposeTwice(shape: [Int]) {
    let tensor = eighths(shape)
    #expect(tensor.transposed().shape == shape.reversed())
    #expect(tensor.transposed().transposed() == tensor)
  }

  @Test("The transpose holds each element at the reversed index", arguments: smallShapes)
  func transposeMovesElements(shape: [Int]) {
    let tensor = eighths(shape)
    let transposed = tensor.transposed()
    for index in allIndices(shape) {
      #expect(element(transposed, index.reversed()) == element(tensor, index))
    }
  }
}
