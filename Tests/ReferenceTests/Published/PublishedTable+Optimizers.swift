import NumericChecks
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let optimizers = PublishedTable(
    assignment: "optimizers", exact: ["1.41", "1.42"], settled: [], cells: rmsProp + adam)

  // MARK: - RMSProp

  private static let rmsProp: [PublishedCell] = [
    PublishedCell(
      "1.41", in: .cs231n, "rmsprop · next_w",
      .kept(file: "optimizers", "rmsprop", "w"), .rounded(rmsPropW, decimals: 8)
    ) { rmsPropStep.w },
    PublishedCell(
      "1.41", in: .cs231n, "rmsprop · cache",
      .kept(file: "optimizers", "rmsprop", "cache"), .rounded(rmsPropCache, decimals: 8)
    ) { rmsPropStep.cache },
    PublishedCell(
      "1.41", in: .cs231n, "rmsprop · next_w error",
      .printingError(9.524687511038133e-08, .around(exponent: -7))
    ) { Tensor(CourseGradientCheck.relativeError(rmsPropStep.w, rmsPropW)) },
    PublishedCell(
      "1.41", in: .cs231n, "rmsprop · cache error",
      .printingError(2.6477955807156126e-09, .around(exponent: -7))
    ) { Tensor(CourseGradientCheck.relativeError(rmsPropStep.cache, rmsPropCache)) },
  ]

  /// Learning rate 1e-2 as given, the rest as the course has it by default.
  private static let rmsPropStep = OptimizersReference().rmsPropUpdate(
    w: Tensor.linspace(from: -0.4, to: 0.6, count: 20).reshaped(4, 5),
    gradW: Tensor.linspace(from: -0.6, to: 0.4, count: 20).reshaped(4, 5),
    cache: Tensor.linspace(from: 0.6, to: 0.9, count: 20).reshaped(4, 5),
    learningRate: 1e-2, decayRate: 0.99, epsilon: 1e-8)

  private static let rmsPropW: Tensor = [
    [-0.39223849, -0.34037513, -0.28849239, -0.23659121, -0.18467247],
    [-0.132737, -0.08078555, -0.02881884, 0.02316247, 0.07515774],
    [0.12716641, 0.17918792, 0.23122175, 0.28326742, 0.33532447],
    [0.38739248, 0.43947102, 0.49155973, 0.54365823, 0.59576619],
  ]

  private static let rmsPropCache: Tensor = [
    [0.5976, 0.6126277, 0.6277108, 0.64284931, 0.65804321],
    [0.67329252, 0.68859723, 0.70395734, 0.71937285, 0.73484377],
    [0.75037008, 0.7659518, 0.78158892, 0.79728144, 0.81302936],
    [0.82883269, 0.84469141, 0.86060554, 0.87657507, 0.8926],
  ]

  // MARK: - Adam

  private static let adam: [PublishedCell] = [
    PublishedCell(
      "1.42", in: .cs231n, "adam · next_w",
      .kept(file: "optimizers", "adam", "w"), .rounded(adamW, decimals: 8)
    ) { adamStep.w },
    PublishedCell(
      "1.42", in: .cs231n, "adam · m",
      .kept(file: "optimizers", "adam", "m"), .rounded(adamM, decimals: 8)
    ) { adamStep.m },
    PublishedCell(
      "1.42", in: .cs231n, "adam · v",
      .kept(file: "optimizers", "adam", "v"), .rounded(adamV, decimals: 8)
    ) { adamStep.v },
    PublishedCell(
      "1.42", in: .cs231n, "adam · next_w error",
      .printingError(1.1395691798535431e-07, .around(exponent: -7))
    ) { Tensor(CourseGradientCheck.relativeError(adamStep.w, adamW)) },
    PublishedCell(
      "1.42", in: .cs231n, "adam · v error",
      .printingError(4.208314038113071e-09, .around(exponent: -7))
    ) { Tensor(CourseGradientCheck.relativeError(adamStep.v, adamV)) },
    PublishedCell(
      "1.42", in: .cs231n, "adam · m error",
      .printingError(4.214963193114416e-09, .around(exponent: -7))
    ) { Tensor(CourseGradientCheck.relativeError(adamStep.m, adamM)) },
  ]

  /// Learning rate 1e-2 and five steps before this one as given, the rest by default.
  private static let adamStep = OptimizersReference().adamUpdate(
    w: Tensor.linspace(from: -0.4, to: 0.6, count: 20).reshaped(4, 5),
    gradW: Tensor.linspace(from: -0.6, to: 0.4, count: 20).reshaped(4, 5),
    m: Tensor.linspace(from: 0.6, to: 0.9, count: 20).reshaped(4, 5),
    v: Tensor.linspace(from: 0.7, to: 0.5, count: 20).reshaped(4, 5), t: 5,
    learningRate: 1e-2, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)

  private static let adamW: Tensor = [
    [-0.40094747, -0.34836187, -0.29577703, -0.24319299, -0.19060977],
    [-0.1380274, -0.08544591, -0.03286534, 0.01971428, 0.0722929],
    [0.1248705, 0.17744702, 0.23002243, 0.28259667, 0.33516969],
    [0.38774145, 0.44031188, 0.49288093, 0.54544852, 0.59801459],
  ]

  private static let adamM: Tensor = [
    [0.48, 0.49947368, 0.51894737, 0.53842105, 0.55789474],
    [0.57736842, 0.59684211, 0.61631579, 0.63578947, 0.65526316],
    [0.67473684, 0.69421053, 0.71368421, 0.73315789, 0.75263158],
    [0.77210526, 0.79157895, 0.81105263, 0.83052632, 0.85],
  ]

  private static let adamV: Tensor = [
    [0.69966, 0.68908382, 0.67851319, 0.66794809, 0.65738853],
    [0.64683452, 0.63628604, 0.6257431, 0.61520571, 0.60467385],
    [0.59414753, 0.58362676, 0.57311152, 0.56260183, 0.55209767],
    [0.54159906, 0.53110598, 0.52061845, 0.51013645, 0.49966],
  ]
}
