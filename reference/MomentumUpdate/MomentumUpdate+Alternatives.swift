import Coursework
import Grading

extension MomentumUpdateReference {
  /// Right answers written differently, question by question.
  static let alternatives = movingAverageAlternatives + classicAlternatives

  /// One step: w, v and g in one shape, the rate η and the momentum m.
  private struct Step {
    let w, v, g: Tensor
    let rate, m: Double

    init(_ question: Question) throws {
      w = try question.tensor("w")
      v = try question.tensor("v")
      g = try question.tensor("gradW")
      rate = try question.number("learningRate")
      m = try question.number("momentum")
    }

    /// The new w and v from a rule for single entries.
    func each(
      _ rule: (_ w: Double, _ v: Double, _ g: Double) -> (w: Double, v: Double)
    ) -> (w: Tensor, v: Tensor) {
      let new = w.scalars.indices.map { rule(w.scalars[$0], v.scalars[$0], g.scalars[$0]) }
      return (
        Tensor(shape: w.shape, scalars: new.map(\.w)), Tensor(shape: w.shape, scalars: new.map(\.v))
      )
    }

    /// The new w and v from a rule for columns, applied to the last column first.
    func byColumns(_ rule: (_ w: inout Double, _ v: inout Double, _ g: Double) -> Void) -> (
      w: Tensor, v: Tensor
    ) {
      var (w, v) = (w, v)
      for j in (0..<w.shape[1]).reversed() {
        for i in 0..<w.shape[0] { rule(&w[i, j], &v[i, j], g[i, j]) }
      }
      return (w, v)
    }
  }

  // MARK: - Moving average

  private static let movingAverageAlternatives: [Alternative] = [
    movingAverage("loops", "entry by entry") { step in
      step.each { w, v, g in
        let new = step.m * v + (1 - step.m) * g
        return (w - step.rate * new, new)
      }
    },
    movingAverage("columns", "in place, a column at a time") { step in
      step.byColumns { w, v, g in
        v = v * step.m
        v += g - step.m * g
        w -= v * step.rate
      }
    },
    movingAverage("toward", "v' = v + (1 − m)·(g − v)") { step in
      let v = step.v + (1 - step.m) * (step.g - step.v)
      return (step.w - step.rate * v, v)
    },
    movingAverage("expanded", "w' = w − η·m·v − η·(1 − m)·g") { step in
      let w = step.w - step.rate * step.m * step.v - step.rate * (1 - step.m) * step.g
      return (w, step.m * step.v + (1 - step.m) * step.g)
    },
    movingAverage("scaled-step", "the step η·v' is kept and divided again") { step in
      let move = step.rate * (step.m * (step.v - step.g) + step.g)
      return (step.w - move, move / step.rate)
    },
  ]

  private static func movingAverage(
    _ id: String, _ summary: String, new: @escaping @Sendable (Step) -> (w: Tensor, v: Tensor)
  ) -> Alternative {
    Alternative("moving-average-\(id)", of: "movingAverageUpdate", summary) {
      let (step, b, gradB) = (try Step($0), try $0.tensor("b"), try $0.tensor("gradB"))
      let (w, v) = new(step)
      let bias = zip(b.scalars, gradB.scalars).map { $0 + -step.rate * $1 }
      return ["w": .tensor(w), "b": .tensor(Tensor(bias)), "v": .tensor(v)]
    }
  }

  // MARK: - Classic

  private static let classicAlternatives: [Alternative] = [
    classic("loops", "entry by entry") { step in
      step.each { w, v, g in
        let new = step.m * v - step.rate * g
        return (w + new, new)
      }
    },
    classic("columns", "in place, a column at a time") { step in
      step.byColumns { w, v, g in
        v *= step.m
        v -= g * step.rate
        w += v
      }
    },
    classic("expanded", "w' = w + m·v − η·g") { step in
      (step.w + step.m * step.v - step.rate * step.g, step.m * step.v - step.rate * step.g)
    },
    classic("gradient-first", "w' = (w − η·g) + m·v") { step in
      let w = step.w - step.rate * step.g + step.m * step.v
      return (w, -(step.rate * step.g - step.m * step.v))
    },
    classic("downhill", "the velocity points uphill, in units of −η, inside") { step in
      let uphill = step.m * (step.v / -step.rate) + step.g
      return (step.w - step.rate * uphill, -step.rate * uphill)
    },
    classic("difference", "v' is how far w moved") { step in
      let w = step.w + (step.m * step.v + -step.rate * step.g)
      return (w, w - step.w)
    },
  ]

  private static func classic(
    _ id: String, _ summary: String, new: @escaping @Sendable (Step) -> (w: Tensor, v: Tensor)
  ) -> Alternative {
    Alternative("classic-\(id)", of: "classicUpdate", summary) {
      let (w, v) = new(try Step($0))
      return ["w": .tensor(w), "v": .tensor(v)]
    }
  }
}
