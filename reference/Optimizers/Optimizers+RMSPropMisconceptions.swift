import Coursework
import Grading

extension OptimizersReference {
  /// Other forms and mistakes in `rmsPropUpdate`.
  ///
  /// In the formulas η is the learning rate, ρ the decay rate, c the old and c' the new cache.
  static let rmsPropMisconceptions = rmsPropForms + rmsPropCaches + rmsPropSteps

  private static let rmsProp = WrongVariants(
    question: "rmsPropUpdate", reference: { try OptimizersReference().answer($0) }
  ) { try RMSPropStep($0) }
  private static let cacheLine = "the line that computes c'"
  private static let stepLine = "the line that computes w'"

  /// Right elsewhere: what other libraries and optimizers do.
  private static let rmsPropForms: [Misconception] = [
    rmsProp.form(
      "R2", "this is AdaGrad: your cache is the sum of all squares, c' = c + gradW²",
      why: "RMSProp forgets old gradients: c' = ρ·c + (1 − ρ)·gradW²", where: cacheLine
    ) { $0.following($0.cache + $0.gradW.squared()) },
    rmsProp.form(
      "R4", "your ε is inside the root: you divide by √(c' + ε)",
      why: "some libraries do that; here ε is added to the root: √c' + ε", where: stepLine
    ) { ["w": $0.newW(over: ($0.newCache + $0.epsilon).sqrt())] },
  ]

  private static let rmsPropCaches: [Misconception] = [
    rmsProp.mistake(
      "R1", "ρ and 1 − ρ are swapped: your c' is (1 − ρ)·c + ρ·gradW²",
      why: "ρ is how much of the old cache stays: c' = ρ·c + (1 − ρ)·gradW²", where: cacheLine
    ) { $0.following((1 - $0.decay) * $0.cache + $0.decay * $0.gradW.squared()) },
    rmsProp.mistake(
      "R6", "the square is missing: your c' is ρ·c + (1 − ρ)·gradW",
      why: "the cache averages the squares of gradients: c' = ρ·c + (1 − ρ)·gradW²",
      where: cacheLine
    ) { $0.following($0.decay * $0.cache + (1 - $0.decay) * $0.gradW) },
    rmsProp.mistake(
      "R7", "the weight 1 − ρ is missing: your c' is ρ·c + gradW²",
      why: "c' is an average, whose weights ρ and 1 − ρ add up to 1", where: cacheLine
    ) { $0.following($0.decay * $0.cache + $0.gradW.squared()) },
    rmsProp.mistake(
      "R8", "you return the old cache; the new one is lost",
      why: "the next step needs c': return it as cache", where: "the line that returns the cache"
    ) { ["cache": $0.cache] },
    rmsProp.mistake(
      "R9", "you square the whole average: your c' is (ρ·c + (1 − ρ)·gradW)²",
      why: "only the gradient is squared: c' = ρ·c + (1 − ρ)·gradW²", where: cacheLine
    ) { $0.following(($0.decay * $0.cache + (1 - $0.decay) * $0.gradW).squared()) },
    rmsProp.mistake(
      "R12", "your c' takes one number for all weights, the mean of gradW²",
      why: "every weight has an average of its own: c' = ρ·c + (1 − ρ)·gradW², entry by entry",
      where: cacheLine
    ) { $0.following($0.decay * $0.cache + (1 - $0.decay) * $0.gradW.squared().mean()) },
    rmsProp.mistake(
      "R15", "1 − ρ is squared with the gradient: your c' is ρ·c + ((1 − ρ)·gradW)²",
      why: "c' = ρ·c + (1 − ρ)·gradW²; check the brackets", where: cacheLine
    ) { $0.following($0.decay * $0.cache + ((1 - $0.decay) * $0.gradW).squared()) },
  ]

  private static let rmsPropSteps: [Misconception] = [
    rmsProp.mistake(
      "R3", "the root is missing: you divide by c' + ε",
      why: "the cache holds squares: divide by √c' + ε", where: stepLine
    ) { ["w": $0.newW(over: $0.newCache + $0.epsilon)] },
    rmsProp.mistake(
      "R5", "you divide by the root of the old cache c",
      why: "compute c' first, then divide by √c' + ε", where: stepLine
    ) { ["w": $0.newW(over: $0.cache.sqrt() + $0.epsilon)] },
    rmsProp.mistake(
      "R10", "your step goes uphill: w' = w + η·gradW / (√c' + ε)",
      why: "the loss falls against the gradient: w' = w − η·gradW / (√c' + ε)", where: stepLine
    ) { ["w": $0.w + $0.rate * $0.gradW / ($0.newCache.sqrt() + $0.epsilon)] },
    rmsProp.mistake(
      "R11", "you divide c' by 1 − ρ in the step of w",
      why: "corrections of this kind belong to Adam; here you divide by √c' + ε", where: stepLine
    ) { ["w": $0.newW(over: ($0.newCache / (1 - $0.decay)).sqrt() + $0.epsilon)] },
    rmsProp.mistake(
      "R13", "ε is missing: you divide by √c' alone",
      why: "where gradients were 0 so far you would divide by 0: divide by √c' + ε",
      where: stepLine
    ) { ["w": $0.newW(over: $0.newCache.sqrt())] },
    rmsProp.mistake(
      "R14", "the learning rate acts twice in the step of w",
      why: "multiply by η once: w' = w − η·gradW / (√c' + ε)", where: stepLine
    ) { ["w": $0.w - $0.rate * $0.rate * $0.gradW / ($0.newCache.sqrt() + $0.epsilon)] },
    rmsProp.mistake(
      "R16", "your step is −η·sign(gradW), as if the cache held the last square alone",
      why: "divide by the root of the average: w' = w − η·gradW / (√c' + ε)", where: stepLine
    ) { ["w": $0.newW(over: $0.gradW.abs())] },
    rmsProp.mistake(
      "R17", "ε is added to the quotient: your step is η·gradW / √c' + ε",
      why: "ε belongs to the divisor: put √c' + ε in brackets", where: stepLine
    ) { ["w": $0.newW(over: $0.newCache.sqrt()) - $0.epsilon] },
    rmsProp.mistake(
      "R18", "the learning rate is missing in the step of w",
      why: "w' = w − η·gradW / (√c' + ε)", where: stepLine
    ) { ["w": $0.w - $0.gradW / ($0.newCache.sqrt() + $0.epsilon)] },
    rmsProp.mistake(
      "R19", "your step of w uses gradW alone: plain gradient descent",
      why: "RMSProp divides the gradient: w' = w − η·gradW / (√c' + ε)", where: stepLine
    ) { ["w": $0.w - $0.rate * $0.gradW] },
  ]
}
