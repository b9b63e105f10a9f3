import Coursework
import Grading
import NumericChecks

/// What one step of momentum is computed from, where the gradient is a sum over a batch.
struct BatchMomentumStep: Sendable {
  let w, v, gradient: Tensor
  let rate, momentum, batchSize: Double

  init(_ question: Question) throws {
    w = try question.tensor("w")
    v = try question.tensor("v")
    gradient = try question.tensor("gradient")
    rate = try question.number("learningRate")
    momentum = try question.number("momentum")
    batchSize = try question.number("batchSize")
  }

  /// The right new velocity.
  var newV: Tensor { gradient + momentum * v }

  /// The weights after a step along some velocity.
  func newW(_ velocity: Tensor) -> Tensor { w - rate * velocity / batchSize }

  /// A new velocity and the step that follows from it rightly.
  func following(_ velocity: Tensor) -> [String: Tensor] {
    ["w": newW(velocity), "v": velocity]
  }
}

/// Everything about the question `update` of the nets that learn by batches: its checks' questions,
/// its mistakes and the same right answers written differently.
enum BatchMomentum {
  /// The sizes of w, then β and η in eighths, B in halves, and 0 where v is zero.
  static let steps = [
    [5, 3, 6, 3, 9, 9], [4, 6, 7, 2, 5, 9], [4, 4, 5, 1, 7, 9], [3, 5, 6, 1, 11, 0],
    [6, 2, 5, 2, 3, 9],
  ]

  /// A step of the given numbers.
  @Sendable static func question(_ draw: inout Draw, _ n: [Int]) -> Question {
    Question(
      "update",
      [
        "w": .tensor(draw.eighths(n[0], n[1])),
        "v": .tensor(n[5] == 0 ? .zeros(n[0], n[1]) : draw.eighths(n[0], n[1])),
        "gradient": .tensor(draw.eighths(n[0], n[1])), "momentum": .number(Double(n[2]) / 8),
        "learningRate": .number(Double(n[3]) / 8), "batchSize": .number(Double(n[4]) / 2),
      ])
  }

  // MARK: - Terms

  /// `v' = gradient + β·v` and `w' = w − η/B·gradient − η·β/B·v`.
  static let terms: [TermSum] = [
    TermSum(
      "v", of: "update", written: "v'", quantities: [.momentum, .rate, .reciprocal],
      [term("gradient"), term("v", right: .init(1, "β"))]),
    TermSum(
      "w", of: "update", written: "w'", quantities: [.rate, .reciprocal, .momentum],
      [
        term("w"), term("gradient", right: .init(-1, "η", "1/B")),
        term("v", right: .init(-1, "η", "1/B", "β")),
      ]),
  ]

  private static func term(
    _ name: String, right: TermFit.Coefficient = TermFit.Coefficient(1)
  ) -> TermSum.Term {
    TermSum.Term(name, right: right) { try $0.tensor(name) }
  }

  // MARK: - Written differently

  /// Right answers by other ways to calculate.
  static let alternatives: [Alternative] = [
    alternative("loops", "number by number") { step in
      var (w, v) = (step.w.scalars, step.v.scalars)
      for i in w.indices {
        v[i] = step.gradient.scalars[i] + step.momentum * v[i]
        w[i] -= step.rate * v[i] / step.batchSize
      }
      return (Tensor(shape: step.w.shape, scalars: w), Tensor(shape: step.v.shape, scalars: v))
    },
    alternative("rate-by-batch", "the learning rate divided by the batch size first") { step in
      let v = step.momentum * step.v + step.gradient
      return (step.w - (step.rate / step.batchSize) * v, v)
    },
    alternative("two-steps", "a step along the gradient and one along the old velocity") { step in
      let along = step.w - step.rate * step.gradient / step.batchSize
      return (along - step.rate * step.momentum / step.batchSize * step.v, step.newV)
    },
    alternative("in-place", "v and w changed in place") { step in
      var (w, v) = (step.w, step.v)
      v *= step.momentum
      v += step.gradient
      w -= step.rate / step.batchSize * v
      return (w, v)
    },
  ]

  private static func alternative(
    _ id: String, _ summary: String,
    _ new: @escaping @Sendable (BatchMomentumStep) -> (w: Tensor, v: Tensor)
  ) -> Alternative {
    Alternative("update-\(id)", of: "update", summary) {
      let (w, v) = new(try BatchMomentumStep($0))
      return ["w": .tensor(w), "v": .tensor(v)]
    }
  }
}

extension TermSum.Quantity {
  fileprivate static let momentum = TermSum.Quantity("β") { try $0.number("momentum") }
  fileprivate static let rate = TermSum.Quantity("η") { try $0.number("learningRate") }
  fileprivate static let reciprocal = TermSum.Quantity("1/B") { 1 / (try $0.number("batchSize")) }
}
