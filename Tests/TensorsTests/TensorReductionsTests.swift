import Tensors
import Testing

@Suite("Sums, means and maxima")
struct TensorReductionsTests {
  @Test("Summing every axis in turn gives the total", arguments: smallShapes)
  func allAxes(shape: [Int]) {
    var tensor = eighths(shape)
    let total = tensor.sum()
    while tensor.rank > 0 { tensor = tensor.sum(axis: tensor.rank / 2) }
    #expect(tensor.scalar == total)
  }

  @Test("Along an axis, every line is reduced by itself", arguments: filledShapes)
  func lines(shape: [Int]) {
    let tensor = eighths(shape)
    for axis in shape.indices {
      var rest = shape
      rest.remove(at: axis)
      let lines = allIndices(rest).map { index in
        (0..<shape[axis]).map { entry in
          var whole = index
          whole.insert(entry, at: axis)
          return element(tensor, whole)
        }
      }
      #expect(tensor.sum(axis: axis).shape == rest)
      #expect(tensor.sum(axis: axis).scalars == lines.map { $0.reduce(0, +) })
      let means = lines.map { $0.reduce(0, +) / Double($0.count) }
      #expect(tensor.mean(axis: axis).scalars == means)
      #expect(tensor.max(axis: axis).scalars == lines.map { $0.max() })
      #expect(tensor.argmax(axis: axis) == lines.map { $0.firstIndex(of: $0.max() ?? 0) })
    }
  }

  @Test("Keeping the dimension leaves a one in its place", arguments: filledShapes)
  func keepingDimension(shape: [Int]) {
    let tensor = eighths(shape)
    for axis in shape.indices {
      var kept = shape
      kept[axis] = 1
      let negative = axis - shape.count
      #expect(tensor.sum(axis: axis, keepingDimension: true).shape == kept)
      #expect(
        tensor.sum(axis: axis, keepingDimension: true)
          == tensor.sum(axis: negative).reshaped(to: kept)
      )
      #expect(
        tensor.max(axis: axis, keepingDimension: true)
          == tensor.max(axis: negative).reshaped(to: kept)
      )
      #expect(
        tensor.mean(axis: axis, keepingDimension: true)
          == tensor.mean(axis: negative).reshaped(to: kept)
      )
      #expect(tensor.argmax(axis: axis) == tensor.argmax(axis: negative))
    }
  }

  @Test("Sums run from left to right")
  func order() {
    // 1 is lost beside 2⁵³ unless it comes after the large numbers have cancelled.
    #expect(Tensor([0x1p53, 1, -0x1p53]).sum() == 0)
    #expect(Tensor([0x1p53, -0x1p53, 1]).sum() == 1)
    #expect(Tensor([[0x1p53], [1], [-0x1p53]]).sum(axis: 0) == [0])
    #expect(Tensor([[0x1p53, 1, -0x1p53]]).sum(axis: 1) == [0])
  }

  @Test("Totals of one example")
  func totals() {
    let tensor: Tensor = [[1, -2, 3], [4, 3, -9]]
    #expect(tensor.sum() == 0)
    #expect(tensor.mean() == 0)
    #expect(tensor.max() == 4)
    #expect(tensor.min() == -9)
    #expect(tensor.argmax() == 3)
    #expect(Tensor([1, 5, 5]).argmax() == 1)
  }

  @Test("One NaN makes maximum and minimum NaN, and is what argmax finds", arguments: 0..<3)
  func nan(position: Int) {
    var tensor: Tensor = [1, 2, 3]
    tensor[position] = .nan
    #expect(tensor.max().isNaN)
    #expect(tensor.min().isNaN)
    #expect(tensor.argmax() == position)
    #expect(tensor.reshaped(3, 1).max(axis: 0)[0].isNaN)
    #expect(tensor.reshaped(1, 3).argmax(axis: 1) == [position])
  }

  @Test("Nothing sums to zero and has no mean")
  func empty() {
    #expect(Tensor([Double]()).sum() == 0)
    #expect(Tensor([Double]()).mean().isNaN)
    #expect(Tensor.zeros(0, 2).sum(axis: 0) == [0, 0])
    #expect(Tensor.zeros(0, 2).sum(axis: 1).shape == [0])
    #expect(Tensor.zeros(3, 0).sum(axis: 0).shape == [0])
    #expect(Tensor.zeros(3, 0).sum(axis: 1) == [0, 0, 0])
    #expect(Tensor.zeros(2, 3, 0).sum(axis: 1).shape == [2, 0])
    #expect(Tensor.zeros(0, 2).max(axis: 1).shape == [0])
    #expect(Tensor.zeros(0, 2).mean(axis: 0).scalars.allSatisfy { $0.isNaN })
  }
}
