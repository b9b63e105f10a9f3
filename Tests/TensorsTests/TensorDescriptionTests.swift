import Tensors
import Testing

@Suite("Tensors as text")
struct TensorDescriptionTests {
  @Test("A single number is itself")
  func number() {
    #expect("\(Tensor(2.5))" == "2.5")
    #expect("\(Tensor(3))" == "3")
    #expect("\(Tensor(1.0 / 3))" == "0.333333")
  }

  @Test("Columns are aligned at their points")
  func aligned() {
    let matrix: Tensor = [[1, -2.25, 3], [10.5, 0, 100]]
    #expect(
      "\(matrix)" == """
        [[  1   ,  -2.25,   3   ],
         [ 10.5 ,   0   , 100   ]]
        """
    )
    #expect("\([1, 2, 3] as Tensor)" == "[1, 2, 3]")
  }

  @Test("Each further axis adds a bracket and a line break")
  func cube() {
    #expect(
      "\(Tensor.linspace(from: 0, to: 7, count: 8).reshaped(2, 2, 2))" == """
        [[[0, 1],
          [2, 3]],

         [[4, 5],
          [6, 7]]]
        """
    )
  }

  @Test("Six digits are shown, and numbers far from one in powers of ten")
  func digits() {
    #expect("\(Tensor([1.23456789, 1e-9, 2e20]))" == "[1.23457,   1e-09,   2e+20]")
    #expect("\(Tensor([.nan, -.infinity]))" == "[ nan, -inf]")
  }

  @Test("Nothing shows its shape")
  func empty() {
    #expect("\(Tensor([Double]()))" == "[]")
    #expect("\(Tensor.zeros(2, 0))" == "[] of shape (2, 0)")
    #expect("\(Tensor.zeros(1 << 40, 0))" == "[] of shape (1099511627776, 0)")
  }

  @Test("A large tensor shows its corners")
  func large() {
    let text = "\(Tensor.zeros(100, 100))"
    #expect(text.split(separator: "\n").count == 7)
    #expect(text.hasPrefix("[[0, 0, 0, ..., 0, 0, 0],\n [0"))
    #expect(text.contains("\n ...,\n"))
    #expect("\(Tensor.zeros(1_000_000))" == "[0, 0, 0, ..., 0, 0, 0]")
  }
}
