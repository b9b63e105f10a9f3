import Coursework
import Grading

extension BackpropTwoThreeOneReference {
  /// A factor N that some of the gradients have too many or too few, while the loss is right.
  static let factorMistakes: [SigmoidNetMistake] = [
    divided(
      "AB2", [.b1, .b2], "your gradB1 and gradB2 are means over the batch; they must be sums"),
    divided("AB2a", [.b1], "your gradB1 is the mean over the batch; it must be the sum"),
    divided("AB2b", [.b2], "your gradB2 is the mean over the batch; it must be the sum"),
    divided("AB1", [.w1, .w2], "your gradW1 and gradW2 are divided by N once more"),
    multiplied("K10", [.b1, .b2], "gradB1 and gradB2"),
    multiplied("K10a", [.b1], "gradB1"),
    multiplied("K10b", [.b2], "gradB2"),
    multiplied("K2c", [.w1, .b1], "gradW1 and gradB1"),
    multiplied("K2d", [.w2, .b2], "gradW2 and gradB2"),
  ]

  private enum Gradient { case w1, b1, w2, b2 }

  private static func divided(
    _ id: String, _ gradients: Set<Gradient>, _ looksLike: String
  ) -> SigmoidNetMistake {
    scaled(
      id, gradients, looksLike: looksLike,
      why: "δ2 already contains the 1/N of the loss; every sample adds its full part"
    ) { 1 / $0 }
  }

  private static func multiplied(
    _ id: String, _ gradients: Set<Gradient>, _ names: String
  ) -> SigmoidNetMistake {
    scaled(
      id, gradients,
      looksLike: gradients.count == 1
        ? "your \(names) is N times the right one: its 1/N is missing"
        : "your \(names) are N times the right ones: their 1/N is missing",
      why: "all four gradients start from the same δ2 = (y − target)/N·y·(1 − y)"
    ) { $0 }
  }

  private static func scaled(
    _ id: String, _ gradients: Set<Gradient>, looksLike: String, why: String,
    by factor: @escaping @Sendable (_ n: Double) -> Double
  ) -> SigmoidNetMistake {
    SigmoidNetMistake(
      id, in: ["backPropagation"], looksLike: looksLike, why: why, at: "the gradients"
    ) {
      $0.results = { out, inputs in
        let factor = factor(Double(inputs.x.shape[0]))
        if gradients.contains(.w1) { out.gradW1 *= factor }
        if gradients.contains(.b1) { out.gradB1 *= factor }
        if gradients.contains(.w2) { out.gradW2 *= factor }
        if gradients.contains(.b2) { out.gradB2 *= factor }
      }
    }
  }
}
