import Coursework
import Grading

extension MomentumUpdateReference {
  /// Other forms and mistakes in `classicUpdate`.
  ///
  /// In the formulas m is the momentum, η the learning rate, v the old and v' the new velocity.
  static let classicMisconceptions = classicForms + classicMistakes

  private static let classic = WrongVariants(ofStep: "classicUpdate")

  /// Right elsewhere: what other books and libraries call momentum.
  private static let classicForms: [Misconception] = [
    classic.form(
      "M3", "this is the moving-average form: v' = m·v + (1 − m)·gradW, w' = w − η·v'",
      why: "that form is the other part of this assignment; here v' is the step itself"
    ) {
      let v = $0.momentum * $0.v + (1 - $0.momentum) * $0.gradW
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    classic.form(
      "M4", "this is PyTorch's form of momentum: v' = m·v + gradW, w' = w − η·v'",
      why: "here v' is the step itself, with the learning rate and the minus in it"
    ) {
      let v = $0.momentum * $0.v + $0.gradW
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    classic.form(
      "M9", "this is Nesterov's momentum: w' = w − m·v + (1 + m)·v'",
      why: "Nesterov looks one step ahead; here w' = w + v'"
    ) { ["w": $0.w - $0.momentum * $0.v + (1 + $0.momentum) * $0.newV] },
    classic.form(
      "M14", "your gradient is weighted by 1 − m: v' = m·v − (1 − m)·η·gradW",
      why: "this is a moving average of steps; the classic form takes the full −η·gradW"
    ) {
      let v = $0.momentum * $0.v - (1 - $0.momentum) * $0.rate * $0.gradW
      return ["w": $0.w + v, "v": v]
    },
    classic.form(
      "M16", "your velocity has the opposite sign: v' = m·v + η·gradW, w' = w − v'",
      why: "some textbooks subtract the velocity; here v' = m·v − η·gradW is added"
    ) {
      let v = $0.momentum * $0.v + $0.rate * $0.gradW
      return ["w": $0.w - v, "v": v]
    },
  ]

  private static let classicMistakes: [Misconception] = [
    classic.mistake(
      "M1", "you subtract the velocity: w' = w − v'",
      why: "v' already points downhill: w' = w + v'", where: "the line that computes w'"
    ) { ["w": $0.w - $0.newV] },
    classic.mistake(
      "M2", "your step goes uphill: v' = m·v + η·gradW",
      why: "the loss falls against the gradient: v' = m·v − η·gradW",
      where: "the line that computes v'"
    ) {
      let v = $0.momentum * $0.v + $0.rate * $0.gradW
      return ["w": $0.w + v, "v": v]
    },
    classic.mistake(
      "M5", "the learning rate acts twice: in v' and again in w' = w + η·v'",
      why: "v' is the whole step already: w' = w + v'", where: "the line that computes w'"
    ) { ["w": $0.w + $0.rate * $0.newV] },
    classic.mistake(
      "M6", "your step of w uses the old velocity v",
      why: "compute v' first, then w' = w + v' with the new one", where: "the line that computes w'"
    ) { ["w": $0.w + $0.v] },
    classic.mistake(
      "M7", "you return the old velocity; the new one is lost",
      why: "the next step needs v': return it as v", where: "the line that returns v"
    ) { ["v": $0.v] },
    classic.mistake(
      "M8", "the momentum multiplies w: w' = m·w + v'",
      why: "momentum slows the velocity down, not the weights: w' = w + v'",
      where: "the line that computes w'"
    ) { ["w": $0.momentum * $0.w + $0.newV] },
    classic.mistake(
      "M10", "your step of w uses gradW alone: plain gradient descent",
      why: "momentum means that w moves by the velocity: w' = w + v'",
      where: "the line that computes w'"
    ) { ["w": $0.w - $0.rate * $0.gradW] },
    classic.mistake(
      "M11", "m multiplies the gradient too: your v' is m·(v − η·gradW)",
      why: "v' = m·v − η·gradW; check the brackets", where: "the line that computes v'"
    ) {
      let v = $0.momentum * ($0.v - $0.rate * $0.gradW)
      return ["w": $0.w + v, "v": v]
    },
    classic.mistake(
      "M12", "the old velocity is weighted by 1 − m: v' = (1 − m)·v − η·gradW",
      why: "m is how much of the old velocity stays: v' = m·v − η·gradW",
      where: "the line that computes v'"
    ) {
      let v = (1 - $0.momentum) * $0.v - $0.rate * $0.gradW
      return ["w": $0.w + v, "v": v]
    },
    classic.mistake(
      "M13", "the momentum is missing: your v' is v − η·gradW",
      why: "the old velocity is slowed down first: v' = m·v − η·gradW",
      where: "the line that computes v'"
    ) {
      let v = $0.v - $0.rate * $0.gradW
      return ["w": $0.w + v, "v": v]
    },
    classic.mistake(
      "M15", "the gradient acts twice: w' = w + v' − η·gradW",
      why: "−η·gradW is already in v'; w' = w + v'", where: "the line that computes w'"
    ) { ["w": $0.w + $0.newV - $0.rate * $0.gradW] },
  ]
}
