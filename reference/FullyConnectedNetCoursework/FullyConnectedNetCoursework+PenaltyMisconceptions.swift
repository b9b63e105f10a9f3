import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  static let lossVariants = WrongVariants(
    question: "loss", reference: { try FullyConnectedNetCourseworkReference().answer($0) }
  ) { try DeepNetCall($0) }

  /// Other ways and mistakes with the penalty in `loss`; λ is the regularization.
  static let penaltyMisconceptions = penaltyLayers + penaltyFactors

  private static let penaltyLines = "the lines that add the penalty to the loss and to gradW"
  private static let lossLine = "the line that adds the penalty to the loss"
  private static let gradientLine = "the line that adds λ·w to gradW"

  // MARK: - Which layers

  private static let penaltyLayers: [Misconception] = [
    lossVariants.mistake(
      "FN1", "the penalty of the last layer is missing, in your loss and in its gradW",
      why: "the weights of every layer are kept small, those before the scores too",
      where: penaltyLines
    ) { call in
      call.answer { $0.restrictPenalty { $0 < call.depth - 1 } }
    },
    lossVariants.mistake(
      "FN2", "only the first layer has a penalty, in your loss and in gradW",
      why: "the weights of every layer are kept small: add all λ/2 · Σ w²", where: penaltyLines
    ) { $0.answer { $0.restrictPenalty { $0 == 0 } } },
    lossVariants.mistake(
      "FN3", "the penalty is missing, in your loss and in gradW",
      why: "add λ/2 · Σ w² of every layer to the loss, and λ·w to each gradW", where: penaltyLines
    ) { $0.answer { $0.restrictPenalty { _ in false } } },
    lossVariants.mistake(
      "FN4", "the penalty is missing in your loss; your gradients have it",
      why: "add λ/2 · Σ w² of every layer to the loss", where: lossLine
    ) { $0.answer { $0.penalty = { _ in 0 } } },
    lossVariants.mistake(
      "FN5", "the penalty is missing in your gradW",
      why: "λ/2 · Σ w² has the gradient λ·w: add it to gradW of every layer", where: gradientLine
    ) { $0.answer { $0.penaltySlope = { _ in 0 } } },
    lossVariants.mistake(
      "FN9", "your biases have a penalty too, in your loss and in gradB",
      why: "the penalty is on weights alone: a bias only shifts, it cannot overfit much",
      where: penaltyLines
    ) { call in call.answer { $0.biasRegularization = call.regularization } },
    lossVariants.mistake(
      "FN31", "the penalty of the last layer is missing in its gradW",
      why: "λ/2 · Σ w² has the gradient λ·w in the last layer as well", where: gradientLine
    ) { call in
      call.answer { $0.penaltySlope = { $0 < call.depth - 1 ? call.regularization : 0 } }
    },
  ]

  // MARK: - How much

  private static let penaltyFactors: [Misconception] = [
    lossVariants.form(
      "FN7", "the ½ of the penalty is missing: λ · Σ w² in your loss, 2λ·w in gradW",
      why: "here the penalty is λ/2 · Σ w², so that its gradient is λ·w", where: penaltyLines
    ) { $0.answer { $0.scalePenalty(2, 2) } },
    lossVariants.form(
      "FN10", "your penalty is divided by N, in your loss and in gradW",
      why: "here λ is used as it is: λ/2 · Σ w² and λ·w", where: penaltyLines
    ) { call in call.answer { $0.scalePenalty(1 / call.samples, 1 / call.samples) } },
    lossVariants.mistake(
      "FN6", "the ½ of the penalty is missing in your loss: λ · Σ w²",
      why: "the gradient λ·w belongs to λ/2 · Σ w²", where: lossLine
    ) { $0.answer { $0.scalePenalty(2, 1) } },
    lossVariants.mistake(
      "FN8", "your gradW has 2λ·w of the penalty",
      why: "the ½ of the loss cancels the 2 of the square: λ·w", where: gradientLine
    ) { $0.answer { $0.scalePenalty(1, 2) } },
    lossVariants.mistake(
      "FN11", "your gradW has λ/2 · w of the penalty",
      why: "the 2 of the square cancels the ½ of the loss: λ·w", where: gradientLine
    ) { $0.answer { $0.scalePenalty(1, 0.5) } },
  ]
}

extension DeepNetVariant {
  /// Leaves the penalty on some layers alone.
  fileprivate mutating func restrictPenalty(to holds: @escaping (_ layer: Int) -> Bool) {
    let (penalty, slope) = (penalty, penaltySlope)
    self.penalty = { holds($0) ? penalty($0) : 0 }
    penaltySlope = { holds($0) ? slope($0) : 0 }
  }

  /// Multiplies the penalty in the loss and in the gradients.
  fileprivate mutating func scalePenalty(_ inLoss: Double, _ inGradients: Double) {
    let (penalty, slope) = (penalty, penaltySlope)
    self.penalty = { inLoss * penalty($0) }
    penaltySlope = { inGradients * slope($0) }
  }
}
