import Coursework
import Grading

extension OptimizersReference {
  /// Other forms and mistakes in `adamUpdate`.
  ///
  /// In the formulas η is the learning rate; m, v and t are the old values and m', v' and t' the
  /// new ones, m̂ and v̂ the new averages with bias correction.
  static let adamMisconceptions = adamForms + adamAverages + adamCorrections + adamSteps

  private static let adam = WrongVariants(
    question: "adamUpdate", reference: { try OptimizersReference().answer($0) }
  ) { try AdamStep($0) }
  private static let averageLines = "the lines that compute m' and v'"
  private static let correctionLines = "the lines that compute m̂ and v̂"
  private static let stepLine = "the line that computes w'"

  /// Right elsewhere: what other libraries do.
  private static let adamForms: [Misconception] = [
    adam.form(
      "A3", "your ε is inside the root: you divide by √(v̂ + ε)",
      why: "some libraries do that; here ε is added to the root: √v̂ + ε", where: stepLine
    ) { ["w": $0.w - $0.rate * $0.unbiasedM / ($0.unbiasedV + $0.epsilon).sqrt()] },
    adam.form(
      "A10", "your ε is added to √v' before the correction, as TensorFlow does",
      why: "with a corrected learning rate ε counts otherwise; here you divide by √v̂ + ε",
      where: stepLine
    ) {
      let rate = $0.rate * $0.correctionOfV().squareRoot() / $0.correctionOfM()
      return ["w": $0.w - rate * $0.newM / ($0.newV.sqrt() + $0.epsilon)]
    },
  ]

  private static let adamAverages: [Misconception] = [
    adam.mistake(
      "A5", "β₁ and β₂ are swapped",
      why: "β₁ belongs to m, the average of gradients, and β₂ to v, that of their squares",
      where: averageLines
    ) {
      let m = $0.beta2 * $0.m + (1 - $0.beta2) * $0.gradW
      let v = $0.beta1 * $0.v + (1 - $0.beta1) * $0.gradW.squared()
      return ["w": $0.newW(m / $0.correctionOfV(), v / $0.correctionOfM()), "m": m, "v": v]
    },
    adam.mistake(
      "A6", "your v' averages the square of m', not that of gradW",
      why: "v' = β₂·v + (1 − β₂)·gradW²", where: "the line that computes v'"
    ) { $0.following(m: $0.newM, v: $0.beta2 * $0.v + (1 - $0.beta2) * $0.newM.squared()) },
    adam.mistake(
      "A14", "β and 1 − β are swapped: your m' is (1 − β₁)·m + β₁·gradW, and likewise v'",
      why: "β is how much of the old average stays: m' = β₁·m + (1 − β₁)·gradW",
      where: averageLines
    ) {
      $0.following(
        m: (1 - $0.beta1) * $0.m + $0.beta1 * $0.gradW,
        v: (1 - $0.beta2) * $0.v + $0.beta2 * $0.gradW.squared())
    },
    adam.mistake(
      "A19", "the square is missing: your v' is β₂·v + (1 − β₂)·gradW",
      why: "v averages the squares of gradients: v' = β₂·v + (1 − β₂)·gradW²",
      where: "the line that computes v'"
    ) { $0.following(m: $0.newM, v: $0.beta2 * $0.v + (1 - $0.beta2) * $0.gradW) },
    adam.mistake(
      "A24", "the weight 1 − β is missing: your m' is β₁·m + gradW, your v' is β₂·v + gradW²",
      why: "both are averages, in which the weights β and 1 − β add up to 1", where: averageLines
    ) {
      $0.following(m: $0.beta1 * $0.m + $0.gradW, v: $0.beta2 * $0.v + $0.gradW.squared())
    },
    adam.mistake(
      "A9", "you return m̂ and v̂ as m and v",
      why: "the correction is for this step alone; the next one needs m' and v' without it",
      where: "the line that returns m and v"
    ) { ["m": $0.unbiasedM, "v": $0.unbiasedV] },
    adam.mistake(
      "A23", "you return the old m and v; the new ones are lost",
      why: "the next step needs m' and v': return them as m and v",
      where: "the line that returns m and v"
    ) { ["m": $0.m, "v": $0.v] },
    adam.mistake(
      "A13", "you return the old t",
      why: "the next step needs to know how many there were: return t + 1",
      where: "the line that returns t"
    ) { ["t": Tensor(Double($0.t))] },
  ]

  private static let adamCorrections: [Misconception] = [
    adam.mistake(
      "A1", "the bias correction is missing: your step uses m' and v' as they are",
      why: "both start at 0 and are too small at first: divide m' by 1 − β₁ᵗ', v' by 1 − β₂ᵗ'",
      where: correctionLines
    ) { ["w": $0.newW($0.newM, $0.newV)] },
    adam.mistake(
      "A2", "your bias correction uses the old t",
      why: "t counts the steps with this one: t' = t + 1 comes first, else the first divides by 0",
      where: correctionLines
    ) {
      let (forM, forV) = ($0.correctionOfM(after: $0.t), $0.correctionOfV(after: $0.t))
      return ["w": $0.newW($0.newM / forM, $0.newV / forV)]
    },
    adam.mistake(
      "A16", "your t grows by 2",
      why: "one step is one: t' = t + 1", where: "the lines that compute t'"
    ) {
      let t = $0.t + 2
      let (forM, forV) = ($0.correctionOfM(after: t), $0.correctionOfV(after: t))
      return ["w": $0.newW($0.newM / forM, $0.newV / forV), "t": Tensor(Double(t))]
    },
    adam.mistake(
      "A4a", "only m' is corrected in your step of w",
      why: "v' starts at 0 too: divide it by 1 − β₂ᵗ'", where: correctionLines
    ) { ["w": $0.newW($0.unbiasedM, $0.newV)] },
    adam.mistake(
      "A4b", "only v' is corrected in your step of w",
      why: "m' starts at 0 too: divide it by 1 − β₁ᵗ'", where: correctionLines
    ) { ["w": $0.newW($0.newM, $0.unbiasedV)] },
    adam.mistake(
      "A7", "the power is missing in your bias correction: you divide by 1 − β",
      why: "the bias fades with every step: divide m' by 1 − β₁ᵗ', v' by 1 − β₂ᵗ'",
      where: correctionLines
    ) { ["w": $0.newW($0.newM / (1 - $0.beta1), $0.newV / (1 - $0.beta2))] },
    adam.mistake(
      "A8", "your bias correction multiplies by 1 − βᵗ'",
      why: "the averages are too small at first: divide m' by 1 − β₁ᵗ', v' by 1 − β₂ᵗ'",
      where: correctionLines
    ) { ["w": $0.newW($0.newM * $0.correctionOfM(), $0.newV * $0.correctionOfV())] },
  ]

  private static let adamSteps: [Misconception] = [
    adam.mistake(
      "A11", "the root is missing: you divide by v̂ + ε",
      why: "v̂ averages squares: divide by √v̂ + ε", where: stepLine
    ) { ["w": $0.w - $0.rate * $0.unbiasedM / ($0.unbiasedV + $0.epsilon)] },
    adam.mistake(
      "A12", "your step of w uses gradW in place of m̂",
      why: "w moves along the average of gradients: w' = w − η·m̂ / (√v̂ + ε)", where: stepLine
    ) { ["w": $0.newW($0.gradW, $0.unbiasedV)] },
    adam.mistake(
      "A17", "your step of w uses the old m and v",
      why: "compute m' and v' first, then correct those", where: correctionLines
    ) { ["w": $0.newW($0.m / $0.correctionOfM(), $0.v / $0.correctionOfV())] },
    adam.mistake(
      "A18", "your step goes uphill: w' = w + η·m̂ / (√v̂ + ε)",
      why: "the loss falls against the gradient: w' = w − η·m̂ / (√v̂ + ε)", where: stepLine
    ) { ["w": $0.w + $0.rate * $0.unbiasedM / ($0.unbiasedV.sqrt() + $0.epsilon)] },
    adam.mistake(
      "A20", "ε is missing: you divide by √v̂ alone",
      why: "where gradients were 0 so far you would divide by 0: divide by √v̂ + ε",
      where: stepLine
    ) { ["w": $0.w - $0.rate * $0.unbiasedM / $0.unbiasedV.sqrt()] },
    adam.mistake(
      "A21", "ε is added to the quotient: your step is η·m̂ / √v̂ + ε",
      why: "ε belongs to the divisor: put √v̂ + ε in brackets", where: stepLine
    ) { ["w": $0.w - $0.rate * $0.unbiasedM / $0.unbiasedV.sqrt() - $0.epsilon] },
    adam.mistake(
      "A22", "the learning rate is missing in the step of w",
      why: "w' = w − η·m̂ / (√v̂ + ε)", where: stepLine
    ) { ["w": $0.w - $0.unbiasedM / ($0.unbiasedV.sqrt() + $0.epsilon)] },
    adam.mistake(
      "A25", "the learning rate acts twice in the step of w",
      why: "multiply by η once: w' = w − η·m̂ / (√v̂ + ε)", where: stepLine
    ) { ["w": $0.w - $0.rate * $0.rate * $0.unbiasedM / ($0.unbiasedV.sqrt() + $0.epsilon)] },
  ]
}
