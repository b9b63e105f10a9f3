import Coursework
import Tensors

extension SigmoidNetMistakes {
  /// What goes wrong in the step downhill, `w − lr·dW`.
  var updateMistakes: [SigmoidNetMistake] {
    let rule = "a step downhill is w − lr·dW, for weights and biases alike"
    return [
      update("GD1", "you add lr times the gradient; it must be subtracted", why: rule) {
        _, old, gradient, rate in old + rate * gradient
      },
      update("GD2", "the learning rate is left out of your step", why: rule) {
        _, old, gradient, _ in old - gradient
      },
      update("GD3", "the learning rate stands in your step twice", why: rule) {
        _, old, gradient, rate in old - rate * rate * gradient
      },
      update("GD4", "your new values are the steps alone, without the old values", why: rule) {
        _, _, gradient, rate in -rate * gradient
      },
      update("GD5", "your hidden layer has its old weights and biases", why: rule) {
        parameter, old, gradient, rate in
        parameter == .w1 || parameter == .b1 ? old : old - rate * gradient
      },
      update("GD6", "your biases have their old values", why: rule) {
        parameter, old, gradient, rate in
        parameter == .b1 || parameter == .b2 ? old : old - rate * gradient
      },
      backwardMistake(
        "P4",
        looksLike: "on the way back to the hidden layer you multiply by the new W2, not the old",
        why: "all gradients belong to the weights of the forward pass; the step comes last",
        at: "δ1"
      ) {
        $0.results = { out, inputs in
          let newW2 = inputs.w2 - (inputs.rate ?? 0) * out.gradW2
          let ratio = newW2 / inputs.w2
          out.gradB1 *= ratio
          if inputs.own.delta1 == nil { out.gradW1 *= ratio.reshaped(-1, 1) }
        }
      },
    ]
  }

  private func update(
    _ id: String, _ looksLike: String, why: String,
    _ update:
      @escaping @Sendable (
        MistakenSigmoidNet.Parameter, Tensor, Tensor, Double
      ) -> Tensor
  ) -> SigmoidNetMistake {
    backwardMistake(
      id, looksLike: looksLike, why: why, at: "the new weights and biases"
    ) { $0.update = update }
  }
}
