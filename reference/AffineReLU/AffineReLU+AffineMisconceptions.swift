import Coursework
import Grading

extension AffineReLUReference {
  /// What goes wrong in `affine`.
  ///
  /// The order in which inputs are flattened (AF5) is none of it: x has two axes.
  static let affineMisconceptions: [Misconception] = [
    affine(
      "AF1", "your y is x·w; the bias b is missing",
      why: "y = x·w + b: b is added to every row of x·w"
    ) { x, w, _ in x.matmul(w) },
    affine(
      "AF2", "your y is x·w − b; the bias must be added",
      why: "y = x·w + b, with a plus"
    ) { x, w, b in x.matmul(w) - b },
    affine(
      "AF3", "your y is x·wᵀ + b; w must not be transposed",
      why: "w has the shape (D, M), so x, (N, D), times w already fits; with a square w the shapes "
        + "fit either way, the numbers do not"
    ) { x, w, b in
      // With any other w this cannot be computed at all.
      w.shape[0] == w.shape[1] ? x.matmul(w.transposed()) + b : x.matmul(w) + b
    },
    affine(
      "AF4", "you add b[i] to row i; b[j] belongs to column j",
      why: "b has one entry for each of the M outputs, and every sample (row) gets the same b"
    ) { x, w, b in
      let samples = x.shape[0]
      // A loop reads past the end of b when there are more samples than outputs.
      guard samples <= b.count else { return x.matmul(w) + b }
      return x.matmul(w) + b.rows(0..<samples).reshaped(samples, 1)
    },
    affine(
      "AF6", "you add the bias several times; it must be added once",
      why: "b[j] is added after the sum over the D inputs is finished, not inside that loop"
    ) { x, w, b in x.matmul(w) + Double(x.shape[1]) * b },
    affine(
      "AF7", "your x·w is divided by the batch size N",
      why: "a layer treats each sample by itself; averaging over the batch is the loss's work"
    ) { x, w, b in x.matmul(w) / Double(x.shape[0]) + b },
    affine(
      "AF8", "the negative entries of your y are 0, as after a ReLU",
      why: "affine is x·w + b alone; ReLU is the next layer and has a function of its own"
    ) { x, w, b in (x.matmul(w) + b).maximum(0) },
    affine(
      "AF9", "you add the sum of all entries of b everywhere; column j must get b[j] only",
      why: "b has one entry for each of the M outputs"
    ) { x, w, b in x.matmul(w) + b.sum() },
    affine(
      "AF10", "the last input, x[i, D − 1], is left out of your sums",
      why: "the sum runs over all D inputs; check where your loop ends"
    ) { x, w, b in
      let rest = 0..<x.shape[1] - 1
      return x.transposed().rows(rest).transposed().matmul(w.rows(rest)) + b
    },
    affine(
      "AF11", "your y is x·(w + b): b is added to the weights",
      why: "b is added after the multiplication; before it, b is multiplied by the inputs too"
    ) { x, w, b in x.matmul(w + b) },
    affine(
      "AF12", "your y has gone through a sigmoid",
      why: "affine is x·w + b alone, without an activation"
    ) { x, w, b in 1 / (1 + (-(x.matmul(w) + b)).exp()) },
  ]

  private static func affine(
    _ id: String, _ looksLike: String, why: String,
    y: @escaping @Sendable (_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor
  ) -> Misconception {
    Misconception(
      id, of: "affine", looksLike: looksLike, why: why, where: "affine, the line that computes y"
    ) {
      ["y": .tensor(try y($0.tensor("x"), $0.tensor("w"), $0.tensor("b")))]
    }
  }
}
