import Coursework
import Grading

extension DenseClassifierCourseworkReference {
  private static let solution: Solution = { try DenseClassifierCourseworkReference().answer($0) }

  // MARK: - Dropout

  /// Activations with their uniform numbers and the rate.
  private struct RateCall: Sendable {
    let h, uniforms: Tensor
    let rate: Double

    /// 1 where a number is kept.
    var kept: Tensor { uniforms .>= rate }

    func masked(_ mask: Tensor) -> [String: Tensor] { ["mask": mask, "out": h * mask] }
  }

  private static let drop = WrongVariants(question: "dropout", reference: solution) {
    RateCall(
      h: try $0.tensor("h"), uniforms: try $0.tensor("uniforms"), rate: try $0.number("rate"))
  }
  private static let maskLine = "the line that computes the mask"

  /// Other ways and mistakes in `dropout`.
  static let dropoutMisconceptions: [Misconception] = [
    drop.form(
      "KD2", "you keep where uniforms < 1 − rate, which keeps other numbers, but as many",
      why: "here a number is dropped where its uniform number is below the rate", where: maskLine
    ) { $0.masked(($0.uniforms .< 1 - $0.rate) / (1 - $0.rate)) },
    drop.mistake(
      "KD1", "your rate is the probability to keep: the mask is 1/rate where uniforms < rate",
      why: "in Keras rate is the share that is dropped: keep where uniforms ≥ rate",
      where: maskLine
    ) { $0.masked(($0.uniforms .< $0.rate) / $0.rate) },
    drop.mistake(
      "KD3", "what is kept is not scaled: your mask holds 1",
      why: "so that the mean stays what it is, what is kept is divided by 1 − rate",
      where: maskLine
    ) { $0.masked($0.kept) },
    drop.mistake(
      "KD4", "what is kept is divided by rate", why: "1 − rate is the share that is kept",
      where: maskLine
    ) { $0.masked($0.kept / $0.rate) },
    drop.mistake(
      "KD5", "your mask keeps what should be dropped, and drops the rest",
      why: "keep where uniforms ≥ rate", where: maskLine
    ) { $0.masked((1 - $0.kept) / (1 - $0.rate)) },
    drop.mistake(
      "KD6", "what is kept is multiplied by 1 − rate", why: "divide by it, so that the mean stays",
      where: maskLine
    ) { $0.masked($0.kept * (1 - $0.rate)) },
    drop.mistake(
      "KD7", "every row of your mask is the first one",
      why: "each number of h has a uniform number of its own", where: maskLine
    ) { call in
      let row = call.kept.row(0) / (1 - call.rate)
      return call.masked(row + .zeros(shape: call.h.shape))
    },
    drop.mistake(
      "KD8", "nothing is dropped: your out is h",
      why: "that is right where the net is used, but here it learns", where: maskLine
    ) { $0.masked(.ones(shape: $0.h.shape)) },
    drop.mistake(
      "KD9", "your out is scaled twice",
      why: "the mask holds 1/(1 − rate) already: out = h · mask",
      where: "the line that computes out"
    ) { ["out": $0.h * $0.kept / ((1 - $0.rate) * (1 - $0.rate))] },
  ]

  // MARK: - Adam

  private static let adam = WrongVariants(question: "adamStep", reference: solution) {
    try AdamStep($0)
  }
  private static let stepLine = "the line that computes w'"
  private static let rateLine = "the line that computes η'"
  private static let averageLines = "the lines that compute m' and v'"

  /// Other ways and mistakes in `adamStep`.
  static let adamMisconceptions: [Misconception] = [
    adam.form(
      "KA1", "your step is that of the paper: ε stands beside the root of the corrected v'",
      why: "Keras adds ε to √v' as it is, and has both corrections in η'", where: stepLine
    ) { ["w": $0.newW($0.unbiasedM, $0.unbiasedV)] },
    adam.mistake(
      "KA2", "the corrections are missing: your η' is η",
      why: "η' = η·√(1 − β₂ᵗ')/(1 − β₁ᵗ')", where: rateLine
    ) { ["w": $0.w - $0.rate * $0.newM / ($0.newV.sqrt() + $0.epsilon)] },
    adam.mistake(
      "KA3", "your corrections use t, the number of steps before this one",
      why: "count this step first: t' = t + 1", where: rateLine
    ) { step in
      let (m, v) = (step.correctionOfM(after: step.t), step.correctionOfV(after: step.t))
      return ["w": step.folded(v.squareRoot() / m)]
    },
    adam.mistake(
      "KA4", "the root is missing in your η': it has 1 − β₂ᵗ'",
      why: "v' is an average of squares, so that its correction stands under the root",
      where: rateLine
    ) { ["w": $0.folded($0.correctionOfV() / $0.correctionOfM())] },
    adam.mistake(
      "KA5", "your η' is multiplied by 1 − β₁ᵗ' and divided by the root",
      why: "it is the other way round: η·√(1 − β₂ᵗ')/(1 − β₁ᵗ')", where: rateLine
    ) { ["w": $0.folded($0.correctionOfM() / $0.correctionOfV().squareRoot())] },
    adam.mistake(
      "KA6", "ε stands under the root in your step", why: "it is added to the root: √v' + ε",
      where: stepLine
    ) { step in
      let rate = step.rate * step.correctionOfV().squareRoot() / step.correctionOfM()
      return ["w": step.w - rate * step.newM / (step.newV + step.epsilon).sqrt()]
    },
    adam.mistake(
      "KA7", "the root of v' is missing in your step",
      why: "v' is an average of squares: divide by √v' + ε", where: stepLine
    ) { step in
      let rate = step.rate * step.correctionOfV().squareRoot() / step.correctionOfM()
      return ["w": step.w - rate * step.newM / (step.newV + step.epsilon)]
    },
    adam.mistake(
      "KA8", "your v' is an average of gradients, not of their squares",
      why: "v' = β₂·v + (1 − β₂)·gradW²", where: averageLines
    ) { step in
      let v = step.beta2 * step.v + (1 - step.beta2) * step.gradW
      return ["v": v, "w": step.folded(v: v)]
    },
    adam.mistake(
      "KA9", "your step goes uphill: it is added to w", why: "w' = w − η'·m'/(√v' + ε)",
      where: stepLine
    ) { step in
      let rate = step.correctionOfV().squareRoot() / step.correctionOfM()
      return ["w": 2 * step.w - step.folded(rate)]
    },
    adam.mistake(
      "KA10", "your step follows gradW, not its average m'", why: "w' = w − η'·m'/(√v' + ε)",
      where: stepLine
    ) { ["w": $0.folded(m: $0.gradW)] },
    adam.mistake(
      "KA11", "your t' is t: the step is not counted", why: "t' = t + 1, or the next step is wrong",
      where: "the line that returns t'"
    ) { ["t": Tensor(Double($0.t))] },
    adam.mistake(
      "KA12", "your m' and v' are returned corrected",
      why: "the corrections belong to this step alone: return the averages as they are",
      where: averageLines
    ) { ["m": $0.unbiasedM, "v": $0.unbiasedV] },
  ]
}

extension AdamStep {
  /// The weights after a step whose rate is multiplied by a factor, by default the right one.
  func folded(_ factor: Double? = nil, m: Tensor? = nil, v: Tensor? = nil) -> Tensor {
    let factor = factor ?? correctionOfV().squareRoot() / correctionOfM()
    return w - rate * factor * (m ?? newM) / ((v ?? newV).sqrt() + epsilon)
  }
}
