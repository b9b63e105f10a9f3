import Coursework
import Grading

extension AffineReLUReference {
  /// What goes wrong in `affineReLUBackward`: at the ReLU first, then at the affine layer.
  static let affineReLUBackwardMisconceptions: [Misconception] = [
    sandwich(
      "ARB1", "the ReLU is missing on the way back: you use gradH where gradZ belongs",
      why: "gradZ is gradH where z = x·w + b is positive, and 0 elsewhere",
      where: "before gradX, gradW and gradB"
    ) { $0.gradients(throughReLU: $0.gradH) },
    sandwich(
      "ARB2", "your mask looks at gradH; it must look at z = x·w + b",
      why: "what blocks the gradient is whether z was positive in the forward pass",
      where: "the line that computes gradZ"
    ) { $0.gradients(throughReLU: $0.gradH * ($0.gradH .> 0)) },
    sandwich(
      "ARB3", "your mask is x·w > 0; the bias is missing in it",
      why: "the mask looks at what went into the ReLU, and that is x·w + b",
      where: "the line that computes z or the mask"
    ) { $0.gradients(throughReLU: $0.gradH * ($0.x.matmul($0.w) .> 0)) },
    sandwich(
      "ARB4", "your gradients are those of the mask alone: gradH is missing",
      why: "by the chain rule the gradient from above, gradH, is multiplied by the mask",
      where: "the line that computes gradZ"
    ) { $0.gradients(throughReLU: $0.z .> 0) },
    sandwich(
      "ARB5", "your gradZ is gradH·h; it must be gradH where z > 0",
      why: "the slope of the ReLU is 1 where z > 0: multiply by the mask, not by the output",
      where: "the line that computes gradZ"
    ) { $0.gradients(throughReLU: $0.gradH * $0.z.maximum(0)) },
    sandwich(
      "ARB6", "your mask keeps gradH where z < 0; it must keep it where z > 0",
      why: "the gradient passes where z passed in the forward pass",
      where: "the line that computes gradZ"
    ) { $0.gradients(throughReLU: $0.gradH * ($0.z .< 0)) },
    sandwich(
      "ARB7", "you mask gradX with x > 0 and leave gradH unmasked, as if the ReLU came first",
      why: "go backwards through the ReLU first, with the mask z > 0, then through the affine one",
      where: "before gradX, gradW and gradB"
    ) {
      var gradients = $0.gradients(throughReLU: $0.gradH)
      gradients["gradX"] = $0.gradH.matmul($0.w.transposed()) * ($0.x .> 0)
      return gradients
    },
    sandwich(
      "ARB8", "your gradX uses gradH without the mask",
      why: "all three gradients use gradZ, which is gradH where z > 0 and 0 elsewhere",
      where: "the line that computes gradX"
    ) { ["gradX": $0.gradH.matmul($0.w.transposed())] },
    sandwich(
      "ARB9", "your gradW uses gradH without the mask",
      why: "all three gradients use gradZ, which is gradH where z > 0 and 0 elsewhere",
      where: "the line that computes gradW"
    ) { ["gradW": $0.x.transposed().matmul($0.gradH)] },
    sandwich(
      "ARB10", "your gradB uses gradH without the mask",
      why: "all three gradients use gradZ, which is gradH where z > 0 and 0 elsewhere",
      where: "the line that computes gradB"
    ) { ["gradB": $0.gradH.sum(axis: 0)] },
    sandwich(
      "ARB11", "your gradW and gradB are divided by the batch size N",
      why: "gradH already contains the 1/N of the loss; dividing again averages twice",
      where: "the lines that compute gradW and gradB"
    ) {
      ["gradW": $0.x.transposed().matmul($0.gradZ) / $0.samples, "gradB": $0.gradZ.mean(axis: 0)]
    },
    sandwich(
      "ARB12", "your gradB is the mean over the batch; it must be the sum",
      why: "gradH already contains the 1/N of the loss; every sample adds its full part to gradB",
      where: "the line that computes gradB"
    ) { ["gradB": $0.gradZ.mean(axis: 0)] },
    sandwich(
      "ARB17", "your gradW is divided by the batch size N",
      why: "gradH already contains the 1/N of the loss; dividing again averages twice",
      where: "the line that computes gradW"
    ) { ["gradW": $0.x.transposed().matmul($0.gradZ) / $0.samples] },
    sandwich(
      "ARB13", "your gradB sums every row, which gives one number a sample",
      why: "b has one entry for each of the M outputs, so gradB sums every column: over axis 0",
      where: "the line that computes gradB"
    ) { ["gradB": $0.gradZ.sum(axis: 1)] },
    sandwich(
      "ARB14", "your gradW is gradZᵀ·x, the transpose of the right one",
      why: "gradW has the shape of w, (D, M), and that is xᵀ·gradZ",
      where: "the line that computes gradW"
    ) { ["gradW": $0.gradZ.transposed().matmul($0.x)] },
    sandwich(
      "ARB15", "all three gradients have the opposite sign",
      why: "a gradient points uphill; the minus belongs to the update step, not here",
      where: "the lines that compute gradX, gradW and gradB"
    ) { $0.gradients(throughReLU: -$0.gradZ) },
    sandwich(
      "ARB16", "your gradW and gradB come from the last sample alone",
      why: "every sample adds its part: in a loop over samples that is +=, not =",
      where: "the lines that compute gradW and gradB"
    ) {
      let last = $0.gradZ.shape[0] - 1..<$0.gradZ.shape[0]
      return [
        "gradW": $0.x.rows(last).transposed().matmul($0.gradZ.rows(last)),
        "gradB": $0.gradZ.row(last.lowerBound),
      ]
    },
  ]

  private struct Inputs {
    let gradH: Tensor
    let x: Tensor
    let w: Tensor
    let z: Tensor

    init(_ question: Question) throws {
      gradH = try question.tensor("gradH")
      x = try question.tensor("x")
      w = try question.tensor("w")
      z = Affine.forward(x: x, w: w, b: try question.tensor("b"))
    }

    var gradZ: Tensor { ReLU.backward(gradH: gradH, z: z) }
    var samples: Double { Double(x.shape[0]) }

    /// The right affine layer behind whatever came back through the ReLU.
    func gradients(throughReLU gradZ: Tensor) -> [String: Tensor] {
      let (gradX, gradW, gradB) = Affine.backward(gradY: gradZ, x: x, w: w)
      return ["gradX": gradX, "gradW": gradW, "gradB": gradB]
    }
  }

  private static func sandwich(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Inputs) -> [String: Tensor]
  ) -> Misconception {
    Misconception(
      id, of: "affineReLUBackward", looksLike: looksLike, why: why,
      where: "affineReLUBackward, \(place)", reference: { try AffineReLUReference().answer($0) }
    ) { changes(try Inputs($0)) }
  }
}
