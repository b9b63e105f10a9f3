import Tensors
import Testing

@Suite("Matrix product")
struct TensorMatmulTests {
  static let sizes = [(1, 1, 1), (2, 3, 4), (3, 1, 2), (1, 5, 3), (4, 8, 1), (3, 9, 7), (2, 0, 3)]

  @Test("(AB)ᵀ = BᵀAᵀ", arguments: sizes)
  func transpose(n: Int, k: Int, m: Int) {
    let (a, b) = (eighths([n, k], seed: 4), eighths([k, m], seed: 5))
    #expect(a.matmul(b).transposed() == b.transposed().matmul(a.transposed()))
  }

  @Test("A(B + C) = AB + AC and (AB)D = A(BD), exactly in dyadic numbers", arguments: sizes)
  func linearity(n: Int, k: Int, m: Int) {
    let (a, b) = (eighths([n, k], seed: 4), eighths([k, m], seed: 5))
    let (c, d) = (eighths([k, m], seed: 6), eighths([m, 2], seed: 7))
    #expect(a.matmul(b + c) == a.matmul(b) + a.matmul(c))
    #expect(a.matmul(b).matmul(d) == a.matmul(b.matmul(d)))
    #expect(a.matmul(.identity(k)) == a)
    #expect(Tensor.identity(n).matmul(a) == a)
  }

  @Test("Each element is its sum in the order of k, rounded after every step", arguments: sizes)
  func order(n: Int, k: Int, m: Int) {
    // Thirds, so that every product and every sum rounds.
    let (a, b) = (eighths([n, k], seed: 8) / 3, eighths([k, m], seed: 9) / 7)
    let product = a.matmul(b)
    #expect(product.shape == [n, m])
    for index in allIndices([n, m]) {
      var sum = 0.0
      for l in 0..<k {
        let term = element(a, [index[0], l]) * element(b, [l, index[1]])
        sum += term
      }
      #expect(element(product, index) == sum)
    }
  }

  @Test("Vectors are rows on the left and columns on the right", arguments: sizes)
  func vectors(n: Int, k: Int, m: Int) {
    let (a, b) = (eighths([n, k], seed: 4), eighths([k, m], seed: 5))
    let vector = eighths([k], seed: 6)
    #expect(a.matmul(vector) == a.matmul(vector.reshaped(k, 1)).reshaped(n))
    #expect(vector.matmul(b) == vector.reshaped(1, k).matmul(b).reshaped(m))
    let inner = vector.matmul(vector)
    #expect(inner.shape == [])
    #expect(inner.scalar == vector.squared().sum())
  }

  @Test("Zero times infinity is not skipped")
  func notSkipped() {
    let product = Tensor([[0, 1]]).matmul([[1, 2], [3, 4]] + Tensor([[.infinity, 0], [0, 0]]))
    #expect(product[0, 0].isNaN)
    #expect(product[0, 1] == 4)
  }
}
