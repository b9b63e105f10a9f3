import NumericChecks
import Reference
import Tensors

extension PublishedTable {
  static let affineReLU = PublishedTable(
    assignment: "affine-relu", exact: ["1.25", "1.26", "1.27", "1.28", "1.30"],
    settled: ["0.2", "0.3", "0.4", "0.5", "0.12"],
    cells: facesNet + forward + affineBackward + reluBackward + sandwich)

  private static let reference = AffineReLUReference()

  // MARK: - Forward

  private static let forward: [PublishedCell] = [
    PublishedCell(
      "1.25", in: .cs231n, "affine_forward · out",
      .kept(file: "affine-relu", "affine_forward", "y"), .rounded(printedAffine, decimals: 8)
    ) { affineOut },
    PublishedCell(
      "1.25", in: .cs231n, "affine_forward · difference",
      .printingError(9.769849468192957e-10, .around(exponent: -9))
    ) { Tensor(CourseGradientCheck.relativeError(affineOut, printedAffine)) },
    PublishedCell(
      "1.27", in: .cs231n, "relu_forward · out",
      .kept(file: "affine-relu", "relu_forward", "h"), .rounded(printedReLU, decimals: 8)
    ) { reluOut },
    PublishedCell(
      "1.27", in: .cs231n, "relu_forward · difference",
      .printingError(4.999999798022158e-08, .around(exponent: -8))
    ) { Tensor(CourseGradientCheck.relativeError(reluOut, printedReLU)) },
  ]

  private static let printedAffine: Tensor = [
    [1.49834967, 1.70660132, 1.91485297], [3.25553199, 3.5141327, 3.77273342],
  ]

  private static let printedReLU: Tensor = [
    [0, 0, 0, 0], [0, 0, 0.04545455, 0.13636364], [0.22727273, 0.31818182, 0.40909091, 0.5],
  ]

  /// The course's x has the shape (2, 4, 5, 6); its samples are the same rows.
  private static let affineOut = reference.affine(
    x: Tensor.linspace(from: -0.1, to: 0.5, count: 240).reshaped(2, 120),
    w: Tensor.linspace(from: -0.2, to: 0.3, count: 360).reshaped(120, 3),
    b: .linspace(from: -0.3, to: 0.1, count: 3))

  private static let reluOut = reference.relu(
    z: Tensor.linspace(from: -0.5, to: 0.5, count: 12).reshaped(3, 4))

  // MARK: - Backward

  private static let affineBackward: [PublishedCell] = [
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · the first of dx",
      .kept(file: "affine-relu", "affine_backward", "dx_head")
    ) { AffineCell.affine.gradients.x.head(10) },
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · sum of dx",
      .kept(file: "affine-relu", "affine_backward", "dx_sum")
    ) { Tensor(AffineCell.affine.gradients.x.sum()) },
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · dw",
      .kept(file: "affine-relu", "affine_backward", "dw")
    ) { AffineCell.affine.gradients.w },
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · db",
      .kept(file: "affine-relu", "affine_backward", "db")
    ) { AffineCell.affine.gradients.b },
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · dx error",
      .gradientError(5.399100368651805e-11, .around(exponent: -10))
    ) { AffineCell.affine.error(by: \.x) },
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · dw error",
      .gradientError(9.904211865398145e-11, .around(exponent: -10))
    ) { AffineCell.affine.error(by: \.w) },
    PublishedCell(
      "1.26", in: .cs231n, "affine_backward · db error",
      .gradientError(2.4122867568119087e-11, .around(exponent: -10))
    ) { AffineCell.affine.error(by: \.b) },
  ]

  private static let reluBackward: [PublishedCell] = [
    PublishedCell(
      "1.28", in: .cs231n, "relu_backward · the first of dx",
      .kept(file: "affine-relu", "relu_backward", "dx_head")
    ) { ReLUCell().gradient.head(10) },
    PublishedCell(
      "1.28", in: .cs231n, "relu_backward · sum of dx",
      .kept(file: "affine-relu", "relu_backward", "dx_sum")
    ) { Tensor(ReLUCell().gradient.sum()) },
    PublishedCell(
      "1.28", in: .cs231n, "relu_backward · how many of dx are not 0",
      .kept(file: "affine-relu", "relu_backward", "nonzero")
    ) { Tensor((ReLUCell().gradient .!= 0).sum()) },
    PublishedCell(
      "1.28", in: .cs231n, "relu_backward · dx error",
      .gradientError(3.2756349136310288e-12, .around(exponent: -12))
    ) { ReLUCell().error },
  ]

  private static let sandwich: [PublishedCell] = [
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · out",
      .kept(file: "affine-relu", "affine_relu", "h")
    ) { AffineCell.sandwich.output },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · dx",
      .kept(file: "affine-relu", "affine_relu", "dx")
    ) { AffineCell.sandwich.gradients.x },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · the first of dw",
      .kept(file: "affine-relu", "affine_relu", "dw_head")
    ) { AffineCell.sandwich.gradients.w.head(10) },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · sum of dw",
      .kept(file: "affine-relu", "affine_relu", "dw_sum")
    ) { Tensor(AffineCell.sandwich.gradients.w.sum()) },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · db",
      .kept(file: "affine-relu", "affine_relu", "db")
    ) { AffineCell.sandwich.gradients.b },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · dx error",
      .gradientError(2.299579177309368e-11, .around(exponent: -10))
    ) { AffineCell.sandwich.error(by: \.x) },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · dw error",
      .gradientError(8.162011105764925e-11, .around(exponent: -10))
    ) { AffineCell.sandwich.error(by: \.w) },
    PublishedCell(
      "1.30", in: .cs231n, "affine_relu · db error",
      .gradientError(7.826724021458994e-12, .around(exponent: -10))
    ) { AffineCell.sandwich.error(by: \.b) },
  ]
}
