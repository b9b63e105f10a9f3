import Coursework
import Grading

extension BatchMomentum {
  /// Other forms and mistakes in `update`, of a contract with that reference.
  ///
  /// In the formulas β is the momentum, η the learning rate, B the batch size, v the old and v' the
  /// new velocity.
  static func misconceptions(_ reference: @escaping Solution) -> [Misconception] {
    let update = WrongVariants(question: "update", reference: reference) {
      try BatchMomentumStep($0)
    }
    return forms(update) + velocities(update) + steps(update)
  }

  private static let lines = "the lines that compute v' and w'"
  private static let stepLine = "the line that computes w'"
  private static let velocityLine = "the line that computes v'"

  /// Right elsewhere: what other books and libraries call momentum.
  private static func forms(_ update: WrongVariants<BatchMomentumStep>) -> [Misconception] {
    [
      update.form(
        "BM2", "your gradient is divided by B before it joins the velocity: v' = gradient/B + β·v",
        why: "from v = 0 both lead to the same weights; here v' holds sums, and the step divides",
        where: lines
      ) {
        let v = $0.gradient / $0.batchSize + $0.momentum * $0.v
        return ["w": $0.w - $0.rate * v, "v": v]
      },
      update.form(
        "BM3", "this is the moving-average form: v' = β·v + (1 − β)·gradient",
        why: "here the velocity takes the full gradient: v' = gradient + β·v", where: velocityLine
      ) { $0.following($0.momentum * $0.v + (1 - $0.momentum) * $0.gradient) },
      update.form(
        "BM4", "your velocity is the step itself: v' = β·v − η·gradient, w' = w + v'/B",
        why: "here the learning rate and the minus belong to the step: w' = w − η·v'/B",
        where: lines
      ) {
        let v = $0.momentum * $0.v - $0.rate * $0.gradient
        return ["w": $0.w + v / $0.batchSize, "v": v]
      },
      update.form(
        "BM11", "the learning rate is in your velocity: v' = η·gradient + β·v, w' = w − v'/B",
        why: "here it belongs to the step: v' = gradient + β·v, w' = w − η·v'/B", where: lines
      ) {
        let v = $0.rate * $0.gradient + $0.momentum * $0.v
        return ["w": $0.w - v / $0.batchSize, "v": v]
      },
      update.form(
        "BM12", "this is Nesterov's momentum: w' = w − η·(gradient + β·v')/B",
        why: "Nesterov looks one step ahead; here w' = w − η·v'/B", where: stepLine
      ) { ["w": $0.newW($0.gradient + $0.momentum * $0.newV)] },
    ]
  }

  private static func velocities(_ update: WrongVariants<BatchMomentumStep>) -> [Misconception] {
    [
      update.mistake(
        "BM9", "you return the old velocity; the new one is lost",
        why: "the next step needs v': return it as v", where: "the line that returns v"
      ) { ["v": $0.v] },
      update.mistake(
        "BM10", "β multiplies the gradient too: your v' is β·(gradient + v)",
        why: "v' = gradient + β·v; check the brackets", where: velocityLine
      ) { $0.following($0.momentum * ($0.gradient + $0.v)) },
      update.mistake(
        "BM13", "the momentum is missing: your v' is gradient + v",
        why: "the old velocity is slowed down first: v' = gradient + β·v", where: velocityLine
      ) { $0.following($0.gradient + $0.v) },
      update.mistake(
        "BM15", "the old velocity is weighted by 1 − β: v' = gradient + (1 − β)·v",
        why: "β is how much of the old velocity stays: v' = gradient + β·v", where: velocityLine
      ) { $0.following($0.gradient + (1 - $0.momentum) * $0.v) },
      update.mistake(
        "BM16", "your velocity subtracts the old one: v' = gradient − β·v",
        why: "the old velocity keeps its direction: v' = gradient + β·v", where: velocityLine
      ) { $0.following($0.gradient - $0.momentum * $0.v) },
    ]
  }

  private static func steps(_ update: WrongVariants<BatchMomentumStep>) -> [Misconception] {
    [
      update.mistake(
        "BM1", "your step is not divided by the batch size: w' = w − η·v'",
        why: "the gradient is a sum over the samples of the batch: w' = w − η·v'/B", where: stepLine
      ) { ["w": $0.w - $0.rate * $0.newV] },
      update.mistake(
        "BM5", "your step is w' = w − η·gradient/B − β·v, as the text of the course writes it",
        why: "that gives the old velocity no learning rate and no 1/B: w' = w − η·v'/B",
        where: stepLine
      ) { ["w": $0.newW($0.gradient) - $0.momentum * $0.v] },
      update.mistake(
        "BM6", "your step of w uses the old velocity v",
        why: "compute v' first, then w' = w − η·v'/B with the new one", where: stepLine
      ) { ["w": $0.newW($0.v)] },
      update.mistake(
        "BM7", "your step of w uses the gradient alone: plain gradient descent",
        why: "momentum means that w moves by the velocity: w' = w − η·v'/B", where: stepLine
      ) { ["w": $0.newW($0.gradient)] },
      update.mistake(
        "BM8", "your step goes uphill: w' = w + η·v'/B",
        why: "the loss falls against the gradient: w' = w − η·v'/B", where: stepLine
      ) { ["w": $0.newW(-$0.newV)] },
      update.mistake(
        "BM14", "your step is multiplied by the batch size: w' = w − η·v'·B",
        why: "the gradient is a sum over the batch, and a mean divides it: w' = w − η·v'/B",
        where: stepLine
      ) { ["w": $0.w - $0.rate * $0.newV * $0.batchSize] },
    ]
  }
}
