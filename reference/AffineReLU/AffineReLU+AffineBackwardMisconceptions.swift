import Coursework
import Grading

extension AffineReLUReference {
  /// What goes wrong in `affineBackward`.
  ///
  /// Not among them: what takes inputs of more than two axes (AB7, AB13) or a learning rate (AB14)
  /// to go wrong, and buffers that keep adding up (AB11), since no single answer shows them.
  static let affineBackwardMisconceptions: [Misconception] = [
    affineBackward(
      "AB1", "your gradW and gradB are divided by the batch size N",
      why: "gradY already contains the 1/N of the loss; dividing again averages twice",
      where: "gradW and gradB"
    ) {
      [
        "gradW": $0.h.transposed().matmul($0.gradY) / $0.samples,
        "gradB": $0.gradY.mean(axis: 0),
      ]
    },
    affineBackward(
      "AB2", "your gradB is the mean over the batch; it must be the sum",
      why: "gradY already contains the 1/N of the loss; every sample adds its full part to gradB",
      where: "gradB"
    ) { ["gradB": $0.gradY.mean(axis: 0)] },
    affineBackward(
      "AB3", "your gradB sums every row of gradY, which gives one number a sample",
      why: "b has one entry for each of the M outputs, so gradB sums every column: over axis 0, "
        + "the samples",
      where: "gradB"
    ) { ["gradB": $0.gradY.sum(axis: 1)] },
    affineBackward(
      "AB4", "your gradW is gradYᵀ·h, the transpose of the right one",
      why: "gradW has the shape of w, (D, M), and that is hᵀ·gradY",
      where: "gradW"
    ) { ["gradW": $0.gradY.transposed().matmul($0.h)] },
    affineBackward(
      "AB5", "your gradH is gradY·w; w must be transposed",
      why: "gradH[i, d] adds up gradY[i, j]·w[d, j] over j; with a square w the shapes fit either "
        + "way, the numbers do not",
      where: "gradH"
    ) {
      // With any other w this cannot be computed at all.
      $0.w.shape[0] == $0.w.shape[1] ? ["gradH": $0.gradY.matmul($0.w)] : [:]
    },
    affineBackward(
      "AB6", "your gradients have ones in place of gradY",
      why: "by the chain rule the gradient from above, gradY, multiplies the layer's own slope",
      where: "gradH, gradW and gradB"
    ) {
      let ones = Tensor.ones(shape: $0.gradY.shape)
      return [
        "gradH": ones.matmul($0.w.transposed()), "gradW": $0.h.transposed().matmul(ones),
        "gradB": ones.sum(axis: 0),
      ]
    },
    affineBackward(
      "AB8", "every entry of your gradB is the sum of all of gradY",
      why: "b[j] acts on column j only, so gradB[j] sums column j: over axis 0, not over all",
      where: "gradB"
    ) {
      ["gradB": Tensor.full(shape: [$0.gradY.shape[1]], value: $0.gradY.sum())]
    },
    affineBackward(
      "AB9", "your gradW is hᵀ·y, with the layer's output y = h·w; it must be hᵀ·gradY",
      why: "what flows back is the gradient from above, gradY, not the output of the forward pass",
      where: "gradW"
    ) { ["gradW": $0.h.transposed().matmul($0.h.matmul($0.w))] },
    affineBackward(
      "AB10", "all three gradients have the opposite sign",
      why: "a gradient points uphill; the minus belongs to the update step, not here",
      where: "gradH, gradW and gradB"
    ) {
      [
        "gradH": -$0.gradY.matmul($0.w.transposed()),
        "gradW": -$0.h.transposed().matmul($0.gradY), "gradB": -$0.gradY.sum(axis: 0),
      ]
    },
    affineBackward(
      "AB12", "your gradW and gradB come from the last sample alone",
      why: "every sample adds its part: in a loop over samples that is +=, not =",
      where: "gradW and gradB"
    ) {
      let last = $0.gradY.shape[0] - 1..<$0.gradY.shape[0]
      return [
        "gradW": $0.h.rows(last).transposed().matmul($0.gradY.rows(last)),
        "gradB": $0.gradY.row(last.lowerBound),
      ]
    },
    affineBackward(
      "AB15", "your gradW is divided by the batch size N",
      why: "gradY already contains the 1/N of the loss; dividing again averages twice",
      where: "gradW"
    ) { ["gradW": $0.h.transposed().matmul($0.gradY) / $0.samples] },
    affineBackward(
      "AB16", "your gradB sums the columns of hᵀ·gradY; it must sum those of gradY",
      why: "hᵀ·gradY has been multiplied by h, and b has nothing to do with h",
      where: "gradB"
    ) { ["gradB": $0.h.transposed().matmul($0.gradY).sum(axis: 0)] },
  ]

  private struct Inputs {
    let gradY: Tensor
    let h: Tensor
    let w: Tensor

    var samples: Double { Double(gradY.shape[0]) }
  }

  private static func affineBackward(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Inputs) -> [String: Tensor]
  ) -> Misconception {
    Misconception(
      id, of: "affineBackward", looksLike: looksLike, why: why,
      where: "affineBackward, where \(place) \(place.contains(" ") ? "are" : "is") computed",
      reference: { try AffineReLUReference().answer($0) }
    ) {
      try changes(Inputs(gradY: $0.tensor("gradY"), h: $0.tensor("h"), w: $0.tensor("w")))
    }
  }
}
