import Coursework
import Grading

extension AffineReLUReference {
  /// What goes wrong in `affineReLU`.
  static let affineReLUMisconceptions: [Misconception] = [
    affineReLU(
      "ARF1", "your h is max(0, x·w); the bias b is missing",
      why: "h = max(0, x·w + b): b is added to every row of x·w before the ReLU"
    ) { x, w, _ in x.matmul(w).maximum(0) },
    affineReLU(
      "ARF2", "your h is x·w + b; the ReLU is missing",
      why: "h = max(0, x·w + b): after the affine layer negative entries become 0"
    ) { x, w, b in x.matmul(w) + b },
    affineReLU(
      "ARF3", "your h is max(0, x)·w + b: the ReLU comes before the affine layer",
      why: "first x·w + b, then the ReLU of that"
    ) { x, w, b in x.maximum(0).matmul(w) + b },
    affineReLU(
      "ARF4", "your h is max(0, x·w) + b: the bias comes after the ReLU",
      why: "the bias belongs to the affine layer: it decides which entries the ReLU lets pass"
    ) { x, w, b in x.matmul(w).maximum(0) + b },
    affineReLU(
      "ARF5", "your h is 1 where x·w + b > 0 and 0 elsewhere: the mask, not the values",
      why: "positive entries pass the ReLU unchanged"
    ) { x, w, b in (x.matmul(w) + b) .> 0 },
    affineReLU(
      "ARF6", "your h is max(0, x·w − b); the bias must be added",
      why: "h = max(0, x·w + b), with a plus"
    ) { x, w, b in (x.matmul(w) - b).maximum(0) },
    affineReLU(
      "ARF7", "your negative entries are multiplied by 0.01, as in a leaky ReLU",
      why: "in this assignment negative entries become exactly 0"
    ) { x, w, b in (x.matmul(w) + b).maximum(0.01 * (x.matmul(w) + b)) },
    affineReLU(
      "ARF8", "your h is the absolute value |x·w + b|",
      why: "a ReLU makes negative entries 0, it does not turn their sign"
    ) { x, w, b in (x.matmul(w) + b).abs() },
    affineReLU(
      "ARF9", "your h has a ReLU before the affine layer too: max(0, max(0, x)·w + b)",
      why: "the inputs x enter the affine layer as they are, negative ones included"
    ) { x, w, b in (x.maximum(0).matmul(w) + b).maximum(0) },
  ]

  private static func affineReLU(
    _ id: String, _ looksLike: String, why: String,
    h: @escaping @Sendable (_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor
  ) -> Misconception {
    Misconception(
      id, of: "affineReLU", looksLike: looksLike, why: why,
      where: "affineReLU, the line that computes h"
    ) { ["h": .tensor(h(try $0.tensor("x"), try $0.tensor("w"), try $0.tensor("b")))] }
  }
}
