import Coursework
import Foundation
import Grading

extension OptimizersReference {
  /// Right steps of Adam written differently.
  static let adamAlternatives: [Alternative] = [
    adam("loops", "entry by entry") { step in
      let m = each(step.m, step.gradW) { m, g in step.beta1 * m + (1 - step.beta1) * g }
      let v = each(step.v, step.gradW) { v, g in step.beta2 * v + (1 - step.beta2) * g * g }
      let move = each(m, v) { m, v in
        let (unbiasedM, unbiasedV) = (m / step.correctionOfM(), v / step.correctionOfV())
        return step.rate * unbiasedM / (unbiasedV.squareRoot() + step.epsilon)
      }
      return (step.w - move, m, v)
    },
    adam("in-place", "in place, with pow") { step in
      var (w, m, v) = (step.w, step.m, step.v)
      m *= step.beta1
      m += step.gradW * (1 - step.beta1)
      v *= step.beta2
      v += step.gradW * step.gradW * (1 - step.beta2)
      let t = Double(step.t + 1)
      let root = (v / (1 - pow(step.beta2, t))).sqrt()
      w -= step.rate * (m / (1 - pow(step.beta1, t))) / (root + step.epsilon)
      return (w, m, v)
    },
    adam("toward", "averages as m + (1 − β)·(g − m)") { step in
      let m = step.m + (1 - step.beta1) * (step.gradW - step.m)
      let v = step.v + (1 - step.beta2) * (step.gradW.squared() - step.v)
      return (step.newW(m / step.correctionOfM(), v / step.correctionOfV()), m, v)
    },
    adam("corrected-rate", "a corrected learning rate, and ε with it") { step in
      let (forM, forV) = (step.correctionOfM(), step.correctionOfV().squareRoot())
      let move = step.rate * forV / forM * step.newM / (step.newV.sqrt() + step.epsilon * forV)
      return (step.w - move, step.newM, step.newV)
    },
    adam("root-corrected", "√v' / √(1 − β₂ᵗ') for √v̂, powers by exp and log") { step in
      let t = Double(step.t + 1)
      let (forM, forV) = (1 - exp(t * log(step.beta1)), 1 - exp(t * log(step.beta2)))
      let root = step.newV.sqrt() / forV.squareRoot()
      return (step.w - step.newM * step.rate / forM / (root + step.epsilon), step.newM, step.newV)
    },
  ]

  private static func adam(
    _ id: String, _ summary: String,
    new: @escaping @Sendable (AdamStep) -> (w: Tensor, m: Tensor, v: Tensor)
  ) -> Alternative {
    Alternative("adam-\(id)", of: "adamUpdate", summary) {
      let step = try AdamStep($0)
      let (w, m, v) = new(step)
      return [
        "w": .tensor(w), "m": .tensor(m), "v": .tensor(v), "t": .number(Double(step.t + 1)),
      ]
    }
  }
}
