import Tensors

extension MistakenSigmoidNet {
  /// Well-known wrong derivatives of the sigmoid, from its input z and its output a.
  enum WrongSlope {
    /// `z·exp(−z)/(1 + exp(−z))²`: the inner derivative of `−z` taken for `−z` itself.
    static let factorZ: Slope = { z, a in z * Sigmoid.slope(a) }
    /// `z·exp(−z)/(1 + exp(−z))`: the same with one denominator lost.
    static let factorZOneDenominator: Slope = { z, a in z * (1 - a) }
    /// `σ(a)·(1 − σ(a))`: the derivative at the activation.
    static let atActivation: Slope = { _, a in Sigmoid.slope(Sigmoid.forward(a)) }
    /// `z·(1 − z)`: the right formula fed with z.
    static let ofSum: Slope = { z, _ in z * (1 - z) }
    /// `1 − a`, which is `exp(−z)/(1 + exp(−z))`: the square of the denominator lost.
    static let oneDenominator: Slope = { _, a in 1 - a }
    /// `−a·(1 − a)`: the inner derivative of `−z` forgotten.
    static let negative: Slope = { _, a in -Sigmoid.slope(a) }
    /// `1 − a²`: the derivative of tanh.
    static let ofTanh: Slope = { _, a in 1 - a.squared() }
    /// The activation itself.
    static let activation: Slope = { _, a in a }
    /// 1 everywhere: the derivative left out.
    static let leftOut: Slope = { _, a in Tensor.ones(shape: a.shape) }
  }
}
