import Coursework
import Grading

extension AffineReLUReference {
  // MARK: - Affine and ReLU in one

  static let affineReLUAlternatives: [Alternative] =
    rectifiers.map { way in
      affineReLU("affine-relu-\(way.id)", "\(way.summary), z = x·w + b") { x, w, b in
        way.h(x.matmul(w) + b)
      }
    }
    + Summation.allCases.map { sum in
      affineReLU("affine-relu-\(sum.rawValue)", sum.summary) { x, w, b in
        (sum.product(x, w) + b).maximum(0)
      }
    }
    + [
      affineReLU("affine-relu-loops", "one loop over samples and outputs") { x, w, b in
        filled(x.shape[0], w.shape[1]) { i, j in
          let z = (0..<w.shape[0]).reduce(b[j]) { $0 + x[i, $1] * w[$1, j] }
          return max(0, z)
        }
      }
    ]

  private static func affineReLU(
    _ id: String, _ summary: String,
    h: @escaping @Sendable (_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor
  ) -> Alternative {
    Alternative(id, of: "affineReLU", summary) {
      ["h": .tensor(h(try $0.tensor("x"), try $0.tensor("w"), try $0.tensor("b")))]
    }
  }

  // MARK: - Affine and ReLU in one, backward

  static let affineReLUBackwardAlternatives: [Alternative] =
    maskings.map { mask in
      affineReLUBackward("affine-relu-backward-mask-\(mask.id)", mask.summary) {
        gradH, z, x, w in waysBack[0].gradients(mask.gradZ(gradH, z), x, w)
      }
    }
    + waysBack.map { way in
      affineReLUBackward("affine-relu-backward-\(way.id)", way.summary) { gradH, z, x, w in
        way.gradients(gradH * (z .> 0), x, w)
      }
    }

  private static func affineReLUBackward(
    _ id: String, _ summary: String,
    gradients:
      @escaping @Sendable (
        _ gradH: Tensor, _ z: Tensor, _ x: Tensor, _ w: Tensor
      ) -> AffineGradients
  ) -> Alternative {
    Alternative(id, of: "affineReLUBackward", summary) {
      let (x, w) = (try $0.tensor("x"), try $0.tensor("w"))
      let (gradX, gradW, gradB) = gradients(
        try $0.tensor("gradH"), x.matmul(w) + (try $0.tensor("b")), x, w)
      return ["gradX": .tensor(gradX), "gradW": .tensor(gradW), "gradB": .tensor(gradB)]
    }
  }
}
