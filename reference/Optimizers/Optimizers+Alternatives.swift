import Coursework
import Grading

extension OptimizersReference {
  /// Right answers written differently, question by question.
  static let alternatives = sgdAlternatives + rmsPropAlternatives + adamAlternatives

  // MARK: - SGD

  private static let sgdAlternatives: [Alternative] = [
    sgd("loops", "entry by entry") { step in
      each(step.w, step.gradW) { w, g in w - step.rate * g }
    },
    sgd("in-place", "in place, the step first") { step in
      var w = step.w
      w -= step.gradW * step.rate
      return w
    },
    sgd("added", "w' = w + (−η)·g") { step in step.w + (-step.rate) * step.gradW },
    sgd("brackets", "w' = −(η·g − w)") { step in -(step.rate * step.gradW - step.w) },
    sgd("in-units-of-rate", "w' = η·(w/η − g)") { step in
      step.rate * (step.w / step.rate - step.gradW)
    },
  ]

  private static func sgd(
    _ id: String, _ summary: String, new: @escaping @Sendable (SGDStep) -> Tensor
  ) -> Alternative {
    Alternative("sgd-\(id)", of: "sgdUpdate", summary) { ["w": .tensor(new(try SGDStep($0)))] }
  }

  // MARK: - RMSProp

  private static let rmsPropAlternatives: [Alternative] = [
    rmsProp("loops", "entry by entry") { step in
      let cache = each(step.cache, step.gradW) { c, g in
        step.decay * c + (1 - step.decay) * g * g
      }
      let root = cache.map { $0.squareRoot() + step.epsilon }
      return (each(step.w, step.gradW / root) { w, g in w - step.rate * g }, cache)
    },
    rmsProp("in-place", "in place: decayed, then added to") { step in
      var (w, cache) = (step.w, step.cache)
      cache *= step.decay
      cache += step.gradW * step.gradW * (1 - step.decay)
      w -= step.gradW * step.rate / (cache.sqrt() + step.epsilon)
      return (w, cache)
    },
    rmsProp("toward", "c' = c + (1 − ρ)·(g² − c)") { step in
      let cache = step.cache + (1 - step.decay) * (step.gradW.squared() - step.cache)
      return (step.w - step.rate * (step.gradW / (cache.sqrt() + step.epsilon)), cache)
    },
    rmsProp("own-rates", "a learning rate for every weight") { step in
      let cache = step.gradW.squared() - step.decay * (step.gradW.squared() - step.cache)
      let rates = step.rate / (step.epsilon + cache.sqrt())
      return (step.w - rates * step.gradW, cache)
    },
    rmsProp("hypotenuse", "the root as the length of a right triangle's side") { step in
      let (old, new) = (step.decay.squareRoot(), (1 - step.decay).squareRoot())
      let root = each(step.cache, step.gradW) { c, g in
        let (a, b) = (old * c.squareRoot(), new * g)
        return (a * a + b * b).squareRoot()
      }
      return (step.w - step.rate * step.gradW / (root + step.epsilon), root * root)
    },
  ]

  private static func rmsProp(
    _ id: String, _ summary: String,
    new: @escaping @Sendable (RMSPropStep) -> (w: Tensor, cache: Tensor)
  ) -> Alternative {
    Alternative("rmsprop-\(id)", of: "rmsPropUpdate", summary) {
      let (w, cache) = new(try RMSPropStep($0))
      return ["w": .tensor(w), "cache": .tensor(cache)]
    }
  }

  // MARK: - Support

  /// A new array from a rule for two single entries.
  static func each(
    _ a: Tensor, _ b: Tensor, _ rule: (_ a: Double, _ b: Double) -> Double
  ) -> Tensor {
    Tensor(shape: a.shape, scalars: zip(a.scalars, b.scalars).map(rule))
  }
}
