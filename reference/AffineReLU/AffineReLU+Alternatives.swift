import Coursework
import Grading

extension AffineReLUReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    affineAlternatives + affineBackwardAlternatives + reluAlternatives + reluBackwardAlternatives
    + affineReLUAlternatives + affineReLUBackwardAlternatives

  // MARK: - Affine

  private static let affineAlternatives: [Alternative] =
    [
      affine("affine-loops", "three loops; b comes last") { x, w, b in
        filled(x.shape[0], w.shape[1]) { i, j in
          var sum = 0.0
          for d in 0..<w.shape[0] { sum += x[i, d] * w[d, j] }
          return sum + b[j]
        }
      },
      affine("affine-bias-first", "three loops; every sum starts from b") { x, w, b in
        filled(x.shape[0], w.shape[1]) { i, j in
          (0..<w.shape[0]).reduce(b[j]) { $0 + x[i, $1] * w[$1, j] }
        }
      },
      affine("affine-outer-products", "in place, an outer product for each input") { x, w, b in
        var y = Tensor.zeros(x.shape[0], w.shape[1]) + b
        for d in 0..<w.shape[0] { y += x.column(d).reshaped(-1, 1) * w.row(d) }
        return y
      },
      affine("affine-samples", "a vector times w for each sample") { x, w, b in
        let rows = (0..<x.shape[0]).map { w.transposed().matmul(x.row($0)) + b }
        return Tensor(shape: [x.shape[0], w.shape[1]], scalars: rows.flatMap(\.scalars))
      },
      affine("affine-column-vectors", "(wᵀ·xᵀ + b)ᵀ, samples as columns") { x, w, b in
        (w.transposed().matmul(x.transposed()) + b.reshaped(-1, 1)).transposed()
      },
      affine("affine-augmented", "b as a further row of w, a column of ones beside x") { x, w, b in
        let (n, d) = (x.shape[0], x.shape[1])
        let wide = filled(n, d + 1) { i, j in j < d ? x[i, j] : 1 }
        let tall = Tensor(shape: [d + 1, w.shape[1]], scalars: w.scalars + b.scalars)
        return wide.matmul(tall)
      },
    ]
    + Summation.allCases.map { sum in
      affine("affine-\(sum.rawValue)", sum.summary) { x, w, b in sum.product(x, w) + b }
    }

  private static func affine(
    _ id: String, _ summary: String,
    y: @escaping @Sendable (_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor
  ) -> Alternative {
    Alternative(id, of: "affine", summary) {
      ["y": .tensor(y(try $0.tensor("x"), try $0.tensor("w"), try $0.tensor("b")))]
    }
  }

  /// A matrix from a number for each entry.
  static func filled(_ rows: Int, _ columns: Int, _ number: (Int, Int) -> Double) -> Tensor {
    var result = Tensor.zeros(rows, columns)
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = number(i, j) }
    }
    return result
  }
}
