import NumericChecks
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let momentumUpdate = PublishedTable(
    assignment: "momentum-update", exact: ["1.39"], settled: ["0.9"],
    cells: movingAverage + classic)

  // MARK: - Moving average

  private static let movingAverage: [PublishedCell] =
    [
      PublishedCell(
        "0.9", in: .faces, "NNUpdate · cross-entropy before each of three steps",
        .kept(file: "momentum-update", "three_steps", "cross_entropy")
      ) { Tensor(MomentumRun.threeSteps.crossEntropies) }
    ]
    + ["W1", "W2", "W3", "b1", "b2", "b3"].map { name in
      PublishedCell(
        "0.9", in: .faces, "NNUpdate · \(name) after three steps",
        .kept(file: "momentum-update", "three_steps", name)
      ) { MomentumRun.threeSteps.run.net[name] }
    }

  // MARK: - Classic

  private static let classic: [PublishedCell] = [
    PublishedCell(
      "1.39", in: .cs231n, "sgd_momentum · next_w",
      .kept(file: "momentum-update", "classic", "w"), .rounded(printedW, decimals: 8)
    ) { step.w },
    PublishedCell(
      "1.39", in: .cs231n, "sgd_momentum · velocity",
      .kept(file: "momentum-update", "classic", "v"), .rounded(printedV, decimals: 8)
    ) { step.v },
    PublishedCell(
      "1.39", in: .cs231n, "sgd_momentum · next_w error",
      .printingError(8.882347033505819e-09, .below(1e-8))
    ) { Tensor(CourseGradientCheck.relativeError(step.w, printedW)) },
    PublishedCell(
      "1.39", in: .cs231n, "sgd_momentum · velocity error",
      .printingError(4.269287743278663e-09, .below(1e-8))
    ) { Tensor(CourseGradientCheck.relativeError(printedV, step.v)) },
  ]

  /// Learning rate 1e-3 as given, momentum 0.9 as the course has it by default.
  private static let step = MomentumUpdateReference().classicUpdate(
    w: Tensor.linspace(from: -0.4, to: 0.6, count: 20).reshaped(4, 5),
    v: Tensor.linspace(from: 0.6, to: 0.9, count: 20).reshaped(4, 5),
    gradW: Tensor.linspace(from: -0.6, to: 0.4, count: 20).reshaped(4, 5),
    learningRate: 1e-3, momentum: 0.9)

  private static let printedW: Tensor = [
    [0.1406, 0.20738947, 0.27417895, 0.34096842, 0.40775789],
    [0.47454737, 0.54133684, 0.60812632, 0.67491579, 0.74170526],
    [0.80849474, 0.87528421, 0.94207368, 1.00886316, 1.07565263],
    [1.14244211, 1.20923158, 1.27602105, 1.34281053, 1.4096],
  ]

  /// The document has lost the first two rows: they are rebuilt, and with them its error comes out.
  private static let printedV: Tensor = [
    [0.5406, 0.55475789, 0.56891579, 0.58307368, 0.59723158],
    [0.61138947, 0.62554737, 0.63970526, 0.65386316, 0.66802105],
    [0.68217895, 0.69633684, 0.71049474, 0.72465263, 0.73881053],
    [0.75296842, 0.76712632, 0.78128421, 0.79544211, 0.8096],
  ]
}
