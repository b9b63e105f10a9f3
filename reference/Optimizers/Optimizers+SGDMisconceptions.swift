import Coursework
import Grading

extension OptimizersReference {
  /// Mistakes in `sgdUpdate`; in the formulas η is the learning rate.
  static let sgdMisconceptions: [Misconception] = [
    sgd.mistake(
      "SG1", "your step goes uphill: w' = w + η·gradW",
      why: "the loss falls against the gradient: w' = w − η·gradW", where: line
    ) { ["w": $0.w + $0.rate * $0.gradW] },
    sgd.mistake(
      "SG2", "the learning rate is missing: your w' is w − gradW",
      why: "the learning rate says how far to go: w' = w − η·gradW", where: line
    ) { ["w": $0.w - $0.gradW] },
    sgd.mistake(
      "SG3", "your w does not change",
      why: "the new weights are the result: return w − η·gradW", where: "the line that returns w"
    ) { ["w": $0.w] },
    sgd.mistake(
      "SG4", "you return the step −η·gradW alone, without the old w",
      why: "the step is added to the old weights: w' = w − η·gradW",
      where: "the line that returns w"
    ) { ["w": -$0.rate * $0.gradW] },
    sgd.mistake(
      "SG5", "the learning rate multiplies w too: your w' is η·(w − gradW)",
      why: "w' = w − η·gradW; check the brackets", where: line
    ) { ["w": $0.rate * ($0.w - $0.gradW)] },
    sgd.mistake(
      "SG6", "the learning rate acts twice: your w' is w − η²·gradW",
      why: "multiply the gradient by η once: w' = w − η·gradW", where: line
    ) { ["w": $0.w - $0.rate * $0.rate * $0.gradW] },
    sgd.mistake(
      "SG7", "only the sign of gradW counts in your step: w' = w − η·sign(gradW)",
      why: "a steeper slope makes a longer step: w' = w − η·gradW", where: line
    ) { ["w": $0.w - $0.rate * $0.gradW / $0.gradW.abs()] },
    sgd.mistake(
      "SG8", "your gradient is divided by its length: w' = w − η·gradW / |gradW|",
      why: "the gradient is taken as it is: w' = w − η·gradW", where: line
    ) { ["w": $0.w - $0.rate * $0.gradW / $0.gradW.squared().sum().squareRoot()] },
    sgd.mistake(
      "SG9", "your gradient is divided by the number of rows of w",
      why: "gradW is averaged over the samples already, and its rows are none: w' = w − η·gradW",
      where: line
    ) { ["w": $0.w - $0.rate * $0.gradW / Double($0.w.shape[0])] },
  ]

  private static let sgd = WrongVariants(
    question: "sgdUpdate", reference: { try OptimizersReference().answer($0) }
  ) { try SGDStep($0) }
  private static let line = "the line that computes w'"
}
