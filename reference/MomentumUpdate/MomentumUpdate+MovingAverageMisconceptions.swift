import Coursework
import Grading

extension MomentumUpdateReference {
  /// Other forms and mistakes in `movingAverageUpdate`.
  ///
  /// In the formulas m is the momentum, η the learning rate, v the old and v' the new velocity.
  static let movingAverageMisconceptions = movingAverageForms + movingAverageMistakes

  private static let movingAverage = WrongVariants(ofStep: "movingAverageUpdate")

  /// Right elsewhere: what other books and libraries call momentum.
  private static let movingAverageForms: [Misconception] = [
    movingAverage.form(
      "E1", "this is PyTorch's form of momentum: v' = m·v + gradW, w' = w − η·v'",
      why: "here the new gradient is weighted by 1 − m, so that v is an average of gradients"
    ) {
      let v = $0.momentum * $0.v + $0.gradW
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    movingAverage.form(
      "E3", "this is the classic form of momentum: v' = m·v − η·gradW, w' = w + v'",
      why: "the classic form is the other part of this assignment; here v is an average of "
        + "gradients, without the learning rate"
    ) {
      let v = $0.momentum * $0.v - $0.rate * $0.gradW
      return ["w": $0.w + v, "v": v]
    },
    movingAverage.form(
      "E8", "your first step takes v' = gradW, as PyTorch does with dampening",
      why: "here the first step is like every other: with v = 0, v' is (1 − m)·gradW"
    ) {
      guard $0.v.abs().sum() == 0 else { return [:] }
      return ["w": $0.w - $0.rate * $0.gradW, "v": $0.gradW]
    },
    movingAverage.form(
      "E9", "this is Nesterov's momentum: w' = w − η·(m·v' + (1 − m)·gradW)",
      why: "Nesterov looks one step ahead; here w' = w − η·v'"
    ) {
      let ahead = $0.momentum * $0.newV + (1 - $0.momentum) * $0.gradW
      return ["w": $0.w - $0.rate * ahead]
    },
    movingAverage.form(
      "E11", "your learning rate is inside the velocity: v' = m·v + (1 − m)·η·gradW, w' = w − v'",
      why: "here v is an average of gradients alone; η multiplies v' in the step of w"
    ) {
      let v = $0.momentum * $0.v + (1 - $0.momentum) * $0.rate * $0.gradW
      return ["w": $0.w - v, "v": v]
    },
  ]

  private static let movingAverageMistakes: [Misconception] = [
    movingAverage.mistake(
      "E2", "m and 1 − m are swapped: your v' is (1 − m)·v + m·gradW",
      why: "m is how much of the old velocity stays: v' = m·v + (1 − m)·gradW",
      where: "the line that computes v'"
    ) {
      let v = (1 - $0.momentum) * $0.v + $0.momentum * $0.gradW
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    movingAverage.mistake(
      "E4", "the learning rate acts twice: in v' and again in w'",
      why: "v' = m·v + (1 − m)·gradW has no η; only w' = w − η·v' has",
      where: "the line that computes v'"
    ) {
      let v = $0.momentum * $0.v + (1 - $0.momentum) * $0.rate * $0.gradW
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    movingAverage.mistake(
      "E5", "your step goes uphill: w' = w + η·v'",
      why: "the loss falls against the gradient: w' = w − η·v'", where: "the line that computes w'"
    ) { ["w": $0.w + $0.rate * $0.newV] },
    movingAverage.mistake(
      "E6", "your step of w uses the old velocity v",
      why: "compute v' first, then w' = w − η·v' with the new one",
      where: "the line that computes w'"
    ) { ["w": $0.w - $0.rate * $0.v] },
    movingAverage.mistake(
      "E7", "you divide v' by 1 − m in the step of w",
      why: "corrections of this kind belong to Adam; here w' = w − η·v'",
      where: "the line that computes w'"
    ) { ["w": $0.w - $0.rate * $0.newV / (1 - $0.momentum)] },
    movingAverage.mistake(
      "E10", "you return the old velocity; the new one is lost",
      why: "the next step needs v': return it as v", where: "the line that returns v"
    ) { ["v": $0.v] },
    movingAverage.mistake(
      "E12", "m multiplies the gradient too: your v' is m·(v + (1 − m)·gradW)",
      why: "v' = m·v + (1 − m)·gradW; check the brackets", where: "the line that computes v'"
    ) {
      let v = $0.momentum * ($0.v + (1 - $0.momentum) * $0.gradW)
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    movingAverage.mistake(
      "E13", "your step of w uses gradW alone: plain gradient descent",
      why: "momentum means that w moves by the velocity: w' = w − η·v'",
      where: "the line that computes w'"
    ) { ["w": $0.w - $0.rate * $0.gradW] },
    movingAverage.mistake(
      "E14", "your velocity averages the squares of gradW",
      why: "squares belong to RMSProp and Adam; here v' = m·v + (1 − m)·gradW",
      where: "the line that computes v'"
    ) {
      let v = $0.momentum * $0.v + (1 - $0.momentum) * $0.gradW.squared()
      return ["w": $0.w - $0.rate * v, "v": v]
    },
    movingAverage.mistake(
      "E15", "the learning rate is missing in the step of w: w' = w − v'",
      why: "w' = w − η·v'", where: "the line that computes w'"
    ) { ["w": $0.w - $0.newV] },
    movingAverage.mistake(
      "E16", "your b does not change",
      why: "biases take a plain step: b' = b − η·gradB", where: "the line that computes b'"
    ) { ["b": try $0.b] },
    movingAverage.mistake(
      "E17", "your step of b is weighted by 1 − m, as if it had momentum",
      why: "biases take a plain step without momentum: b' = b − η·gradB",
      where: "the line that computes b'"
    ) { ["b": try $0.b - $0.rate * (1 - $0.momentum) * $0.gradB] },
    movingAverage.mistake(
      "E18", "your step of b goes uphill: b' = b + η·gradB",
      why: "the loss falls against the gradient: b' = b − η·gradB",
      where: "the line that computes b'"
    ) { ["b": try $0.b + $0.rate * $0.gradB] },
    movingAverage.mistake(
      "E19", "the learning rate is missing in the step of b: b' = b − gradB",
      why: "b' = b − η·gradB", where: "the line that computes b'"
    ) { ["b": try $0.b - $0.gradB] },
  ]
}
