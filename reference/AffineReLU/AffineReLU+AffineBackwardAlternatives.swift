import Coursework
import Grading

extension AffineReLUReference {
  /// gradH, gradW and gradB.
  typealias AffineGradients = (Tensor, Tensor, Tensor)

  /// A way back through the affine layer, which serves the sandwich too.
  struct WayBack: Sendable {
    let id: String
    let summary: String
    let gradients: @Sendable (_ gradY: Tensor, _ h: Tensor, _ w: Tensor) -> AffineGradients

    init(
      _ id: String, _ summary: String,
      gradients: @escaping @Sendable (_ gradY: Tensor, _ h: Tensor, _ w: Tensor) -> AffineGradients
    ) {
      self.id = id
      self.summary = summary
      self.gradients = gradients
    }
  }

  static let waysBack: [WayBack] =
    [
      loops,
      WayBack("outer-products", "an outer product for each sample") { g, h, w in
        var (gradW, gradB) = (Tensor.zeros(shape: w.shape), Tensor.zeros(w.shape[1]))
        var rows: [Double] = []
        for i in 0..<h.shape[0] {
          gradW += h.row(i).reshaped(-1, 1) * g.row(i)
          gradB += g.row(i)
          rows += w.matmul(g.row(i)).scalars
        }
        return (Tensor(shape: h.shape, scalars: rows), gradW, gradB)
      },
      WayBack("transposed", "(w·gradYᵀ)ᵀ, (gradYᵀ·h)ᵀ and ones·gradY") { g, h, w in
        (
          w.matmul(g.transposed()).transposed(), g.transposed().matmul(h).transposed(),
          Tensor.ones(1, g.shape[0]).matmul(g).reshaped(-1)
        )
      },
      WayBack("mean-times-count", "gradB as N times the mean") { g, h, w in
        (
          g.matmul(w.transposed()), h.transposed().matmul(g), g.mean(axis: 0) * Double(g.shape[0])
        )
      },
    ]
    + Summation.allCases.map { sum in
      WayBack(sum.rawValue, sum.summary) { g, h, w in
        (sum.product(g, w.transposed()), sum.product(h.transposed(), g), sum.columns(g))
      }
    }

  /// In place: one loop over samples, outputs and inputs.
  private static let loops = WayBack("loops", "one loop that adds to all three") { g, h, w in
    var (gradH, gradW) = (Tensor.zeros(shape: h.shape), Tensor.zeros(shape: w.shape))
    var gradB = Tensor.zeros(w.shape[1])
    for i in 0..<h.shape[0] {
      for j in 0..<w.shape[1] {
        gradB[j] += g[i, j]
        for d in 0..<w.shape[0] {
          gradH[i, d] += g[i, j] * w[d, j]
          gradW[d, j] += h[i, d] * g[i, j]
        }
      }
    }
    return (gradH, gradW, gradB)
  }

  static let affineBackwardAlternatives: [Alternative] = waysBack.map { way in
    Alternative("affine-backward-\(way.id)", of: "affineBackward", way.summary) {
      let (gradH, gradW, gradB) = way.gradients(
        try $0.tensor("gradY"), try $0.tensor("h"), try $0.tensor("w"))
      return ["gradH": .tensor(gradH), "gradW": .tensor(gradW), "gradB": .tensor(gradB)]
    }
  }
}
