import Tensors

/// A way to write the sigmoid and its slope; all are the same functions.
struct SigmoidForm: Sendable {
  let id: String
  /// One line for the description of an alternative.
  let summary: String
  /// σ(z).
  let value: @Sendable (Tensor) -> Tensor
  /// σ'(z), from the input z.
  let slope: @Sendable (_ z: Tensor) -> Tensor

  static let all: [SigmoidForm] = [
    SigmoidForm(
      id: "falling", summary: "(1 + e^-z)^-1 and e^-z/(1 + e^-z)²",
      value: { (1 + (-$0).exp()).map { 1 / $0 } },
      slope: { (-$0).exp() / (1 + (-$0).exp()).squared() }),
    SigmoidForm(
      id: "rising", summary: "e^z/(1 + e^z) and e^z/(1 + e^z)²",
      value: { $0.exp() / (1 + $0.exp()) }, slope: { $0.exp() / (1 + $0.exp()).squared() }),
    SigmoidForm(
      id: "tanh", summary: "(1 + tanh(z/2))/2 and (1 − tanh²(z/2))/4",
      value: { 0.5 * (1 + (0.5 * $0).tanh()) },
      slope: { 0.25 * (1 - (0.5 * $0).tanh().squared()) }),
    SigmoidForm(
      id: "symmetric", summary: "1 − σ(−z) and 1/(2 + e^z + e^-z)",
      value: { 1 - 1 / (1 + $0.exp()) }, slope: { 1 / (2 + $0.exp() + (-$0).exp()) }),
    SigmoidForm(
      id: "logarithm", summary: "e^-log(1 + e^-z), and its square times e^-z",
      value: { (-(1 + (-$0).exp()).log()).exp() },
      slope: { (-2 * (1 + (-$0).exp()).log() - $0).exp() }),
    SigmoidForm(
      id: "by-sign", summary: "whichever of e^z and e^-z is at most 1, and a − a²",
      value: { $0.map(SigmoidForm.bySign) },
      slope: { z in
        let a = z.map(SigmoidForm.bySign)
        return a - a * a
      }),
  ]

  private static func bySign(_ z: Double) -> Double {
    let small = Tensor(-z.magnitude).exp().scalar
    return (z >= 0 ? 1 : small) / (1 + small)
  }
}
