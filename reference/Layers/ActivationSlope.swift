import Tensors

/// The derivative of an activation, from its input z and its output a: the sigmoid's, and what is
/// taken for it.
struct ActivationSlope: Sendable {
  let formula: @Sendable (_ z: Tensor, _ a: Tensor) -> Tensor

  func callAsFunction(_ z: Tensor, _ a: Tensor) -> Tensor { formula(z, a) }

  /// `a·(1 − a)`: the right one.
  static let ofSigmoid = ActivationSlope { _, a in Sigmoid.slope(a) }
  /// `z·exp(−z)/(1 + exp(−z))²`: the inner derivative of `−z` taken for `−z` itself.
  static let factorZ = ActivationSlope { z, a in z * Sigmoid.slope(a) }
  /// `z·exp(−z)/(1 + exp(−z))`: the same with one denominator lost.
  static let factorZOneDenominator = ActivationSlope { z, a in z * (1 - a) }
  /// `σ(a)·(1 − σ(a))`: the derivative at the activation.
  static let atActivation = ActivationSlope { _, a in Sigmoid.slope(Sigmoid.forward(a)) }
  /// `z·(1 − z)`: the right formula fed with z.
  static let ofSum = ActivationSlope { z, _ in z * (1 - z) }
  /// `1 − a`, which is `exp(−z)/(1 + exp(−z))`: the square of the denominator lost.
  static let oneDenominator = ActivationSlope { _, a in 1 - a }
  /// `−a·(1 − a)`: the inner derivative of `−z` forgotten.
  static let negative = ActivationSlope { _, a in -Sigmoid.slope(a) }
  /// `1 − a²`: the derivative of tanh.
  static let ofTanh = ActivationSlope { _, a in 1 - a.squared() }
  /// `1 − tanh²(z)`: the derivative of tanh, at z.
  static let ofTanhAtSum = ActivationSlope { z, _ in 1 - z.tanh().squared() }
  /// `1 − tanh²(a)`: the derivative of tanh, at the activation.
  static let ofTanhAtActivation = ActivationSlope { _, a in 1 - a.tanh().squared() }
  /// `1 − z²`: the formula of tanh fed with z.
  static let ofTanhOfSum = ActivationSlope { z, _ in 1 - z.squared() }
  /// `1 + a²`: the sign in the formula of tanh lost.
  static let onePlusSquare = ActivationSlope { _, a in 1 + a.squared() }
  /// `a² − 1`: both signs in the formula of tanh lost.
  static let negativeOfTanh = ActivationSlope { _, a in a.squared() - 1 }
  /// 1 where z < 0, else 0: the ReLU's derivative the other way round.
  static let ofReLUReversed = ActivationSlope { z, _ in 1 - (z .> 0) }
  /// 1 where z > 0, else −1: the derivative of `|z|`.
  static let sign = ActivationSlope { z, _ in 2 * (z .> 0) - 1 }
  /// 1 where z > 0, else 0: the derivative of the ReLU.
  static let ofReLU = ActivationSlope { z, _ in z .> 0 }
  /// `a·(1 + a)`: a sign lost.
  static let plus = ActivationSlope { _, a in a * (1 + a) }
  /// `exp(−z)/(1 + exp(−2z))`: the square taken of one term alone.
  static let oneTermSquared = ActivationSlope { z, _ in (-z).exp() / (1 + (-2 * z).exp()) }
  /// `a²`, which is `1/(1 + exp(−z))²`: the numerator lost.
  static let withoutNumerator = ActivationSlope { _, a in a.squared() }
  /// `a²·(1 − a)`: a factor a too many.
  static let factorA = ActivationSlope { _, a in a.squared() * (1 - a) }
  /// `−(1 − a)`, which is `−exp(−z)/(1 + exp(−z))`: sign and square lost.
  static let negativeOneDenominator = ActivationSlope { _, a in a - 1 }
  /// `(a·(1 − a))²`: the slope applied twice.
  static let twice = ActivationSlope { _, a in Sigmoid.slope(a).squared() }
  /// The activation itself.
  static let activation = ActivationSlope { _, a in a }
  /// 1 everywhere: the derivative left out.
  static let leftOut = ActivationSlope { _, a in Tensor.ones(shape: a.shape) }
}
