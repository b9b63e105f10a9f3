import Tensors
import Testing

extension PublishedTable {
  /// What the layers of `affine-relu` give within the `toronto-faces` net.
  static let facesNet = firstStep + checkGrad

  private static let firstStep = ["W1", "b1", "W2", "b2", "W3", "b3"].map { name in
    PublishedCell(
      "0.3", "0.5", in: .faces, "AffineBackward, ReLUBackward · d\(name) of the first step",
      .kept(file: "toronto-faces", "first_step", "d\(name)")
    ) {
      try #require(MomentumRun().gradients()[name])
    }
  }

  private static let checkGrad: [PublishedCell] =
    [
      PublishedCell(
        "0.2", "0.4", "0.12", in: .faces, "CheckGrad · y of the first sample",
        .kept(file: "toronto-faces", "check_grad", "y_row0")
      ) { CheckGradRun.homework.firstLogits },
      PublishedCell(
        "0.2", "0.4", "0.12", in: .faces, "CheckGrad · loss",
        .kept(file: "toronto-faces", "check_grad", "loss")
      ) { Tensor(CheckGradRun.homework.loss) },
      // The bound is so wide that no gradient at all would pass it for all but b3: what binds the
      // references is the gradient itself, not that the check is passed.
      PublishedCell(
        "0.12", in: .faces, "CheckGrad · where a gradient of 0 would pass",
        .kept(file: "toronto-faces", "check_grad", "zero_gradient_passes")
      ) {
        Tensor(
          try CheckGradRun.order.map { name in
            let gradient = try #require(CheckGradRun.homework.analytic[name])
            return gradient.abs().max() < 1.5e-3 ? 1 : 0
          })
      },
    ] + CheckGradRun.order.flatMap(checkGrad)

  private static func checkGrad(of name: String) -> [PublishedCell] {
    [
      PublishedCell(
        "0.12", in: .faces, "CheckGrad · elements of \(name)",
        .kept(file: "toronto-faces", "check_grad_\(name)", "elements")
      ) { Tensor(try #require(CheckGradRun.homework.elements[name]).map(Double.init)) },
      PublishedCell(
        "0.3", "0.5", "0.12", in: .faces, "CheckGrad · gradient by \(name)",
        .kept(file: "toronto-faces", "check_grad_\(name)", "analytic")
      ) { try #require(CheckGradRun.homework.analytic[name]) },
      // assert_almost_equal(…, decimal=3) lets pass what is below 1.5e-3.
      PublishedCell(
        "0.12", in: .faces, "CheckGrad · Gradient check passed for \(name)",
        .gradientError(nil, .below(1.5e-3))
      ) {
        let run = CheckGradRun.homework
        let (analytic, numerical) = (run.analytic[name], run.numerical[name])
        return Tensor((try #require(analytic) - #require(numerical)).abs().max())
      },
    ]
  }
}
