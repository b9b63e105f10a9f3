import Foundation
import Tensors
import Testing

@Suite("Functions of each element")
struct TensorFunctionsTests {
  @Test("Each function is the C library's, element by element", arguments: smallShapes)
  func functions(shape: [Int]) {
    let x = eighths(shape)
    #expect(x.exp() == x.map { Foundation.exp($0) })
    #expect(x.tanh() == x.map { Foundation.tanh($0) })
    #expect(x.squared() == x.map { $0 * $0 })
    #expect(x.abs() == x.map { $0 < 0 ? -$0 : $0 })
    #expect(x.squared().sqrt() == x.abs())
    #expect((x.abs() + 1).log() == x.map { Foundation.log(Swift.abs($0) + 1) })
    #expect(x.exp().shape == shape)
  }

  @Test("Edges are those of the formulas")
  func edges() {
    #expect(Tensor([0]).log()[0] == -.infinity)
    #expect(Tensor([-1]).log()[0].isNaN)
    #expect(Tensor([-1]).sqrt()[0].isNaN)
    #expect(Tensor([-.infinity]).exp() == [0])
  }

  @Test("Clipping keeps what lies within and NaN")
  func clipping() {
    let clipped = Tensor([-2, -1, 0.5, 1, 7, .nan, .infinity]).clipped(to: -1...1)
    #expect(clipped.scalars[..<5] == [-1, -1, 0.5, 1, 1])
    #expect(clipped[5].isNaN)
    #expect(clipped[6] == 1)
  }

  @Test("A closure's error passes through map")
  func mapThrows() {
    struct Refused: Error {}
    #expect(throws: Refused.self) { try Tensor([1, 2]).map { _ in throw Refused() } }
  }
}

@Suite("What tensors share with dual numbers")
struct TensorAlgebraTests {
  /// Two affine layers around a rectifier, written once for every algebra.
  private func forward<T: TensorAlgebra>(_ x: T, _ w: T, _ b: T) -> T {
    ((x.matmul(w) + b).rectified() * 2 / 4).total()
  }

  @Test("A generic forward pass computes with tensors")
  func genericForwardPass() {
    let x: Tensor = [[1, 2], [3, -4]]
    let loss = forward(x, .identity(2), [1, -1])
    // ReLU of [[2, 1], [4, -5]], halved and added.
    #expect(loss.shape == [])
    #expect(loss.scalar == 3.5)
    #expect(Tensor(constant: x) == x)
    #expect(Tensor([-1, 0, .nan]).rectified()[2].isNaN)
  }
}
