import Coursework
import Grading

extension TwoLayerNetCourseworkReference {
  /// Mistakes in the loss of either net; N samples, λ the regularization.
  ///
  /// G is the gradient by the scores, gradH = G·W2ᵀ, and gradZ is what the ReLU lets through of it.
  static let lossMisconceptions =
    netMistakes(of: softmaxNet, "") + softmaxMistakes
    + netMistakes(of: mseNet, "-mse") + mseMistakes

  static let softmaxNet = WrongVariants(
    question: "softmaxNetLoss", reference: { try TwoLayerNetCourseworkReference().answer($0) }
  ) { try NetCall($0, as: .softmax) }
  static let mseNet = WrongVariants(
    question: "mseNetLoss", reference: { try TwoLayerNetCourseworkReference().answer($0) }
  ) { try NetCall($0, as: .squaredError) }

  static let lossLine = "the line that computes the loss"
  static let forwardLines = "the lines of the forward pass"
  static let gradientLines = "the lines that compute the gradients"
  static let hiddenLine = "the line that computes gradZ"

  /// The mistakes that either net allows.
  private static func netMistakes(
    of net: WrongVariants<NetCall>, _ suffix: String
  ) -> [Misconception] {
    hiddenMistakes(of: net, suffix) + forwardMistakes(of: net, suffix)
      + penaltyMistakes(of: net, suffix) + scaleMistakes(of: net, suffix)
  }

  // MARK: - Backwards through the ReLU

  private static func hiddenMistakes(
    of net: WrongVariants<NetCall>, _ suffix: String
  ) -> [Misconception] {
    [
      net.mistake(
        "T1" + suffix,
        "the ReLU is missing on the way back: your gradW1 and gradB1 use all of gradH",
        why: "gradZ is gradH where z > 0, and 0 elsewhere", where: hiddenLine
      ) { $0.gradients(gradZ: $0.gradH) },
      net.mistake(
        "T2" + suffix, "your mask looks at gradH; it must look at z",
        why: "what blocks the gradient is whether z was positive in the forward pass",
        where: hiddenLine
      ) { $0.gradients(gradZ: $0.gradH * ($0.gradH .> 0)) },
      net.mistake(
        "T4" + suffix, "your gradZ is gradH·h; it must be gradH where z > 0",
        why: "the slope of the ReLU is 1 where z > 0: multiply by the mask, not by the output",
        where: hiddenLine
      ) { $0.gradients(gradZ: $0.gradH * $0.h) },
      net.mistake(
        "T14" + suffix, "your mask keeps gradH where z < 0; it must keep it where z > 0",
        why: "the gradient passes where z passed in the forward pass", where: hiddenLine
      ) { $0.gradients(gradZ: $0.gradH * ($0.z .< 0)) },
      net.mistake(
        "T23" + suffix, "your gradZ is gradH·h·(1 − h), the slope of a sigmoid",
        why: "the hidden units are ReLUs: their slope is 1 where z > 0, and 0 elsewhere",
        where: hiddenLine
      ) { $0.gradients(gradZ: $0.gradH * $0.h * (1 - $0.h)) },
      net.mistake(
        "T3" + suffix, "your gradW2 uses z, what goes into the ReLU",
        why: "the second layer sees h = max(0, z): its gradient is made of h and G",
        where: "the line that computes gradW2"
      ) { $0.gradients(h: $0.z) },
    ]
  }

  // MARK: - Forward

  private static func forwardMistakes(
    of net: WrongVariants<NetCall>, _ suffix: String
  ) -> [Misconception] {
    [
      net.mistake(
        "T11" + suffix, "there is no ReLU: your hidden layer is z itself, forwards and backwards",
        why: "h = max(0, z), and gradH passes where z > 0", where: forwardLines
      ) { $0.following(hidden: $0.z, slope: .ones(shape: $0.z.shape)) },
      net.mistake(
        "T12" + suffix, "there is a ReLU on the scores as well, forwards and backwards",
        why: "only the hidden layer has a ReLU; scores may be negative", where: forwardLines
      ) { call in
        let open = call.scores .> 0
        let out = call.loss(ofScores: call.scores.maximum(0))
        return call.loss(error: out.loss)
          .merging(call.gradients(gradScores: out.gradScores * open)) { $1 }
      },
      net.mistake(
        "T20" + suffix, "the bias b1 is missing in your forward pass",
        why: "b1 is added to every row before the ReLU", where: forwardLines
      ) {
        let z = $0.x.matmul($0.w1)
        return $0.following(hidden: z.maximum(0), slope: z .> 0)
      },
      net.mistake(
        "T21" + suffix, "the bias b2 is missing in your forward pass",
        why: "b2 is added to every row of the scores", where: forwardLines
      ) { $0.following(hidden: $0.h, slope: $0.z .> 0, scores: $0.h.matmul($0.w2)) },
    ]
  }

  // MARK: - Penalty

  private static func penaltyMistakes(
    of net: WrongVariants<NetCall>, _ suffix: String
  ) -> [Misconception] {
    [
      net.mistake(
        "T5" + suffix, "the penalty is missing in your gradW1 and gradW2",
        why: "λ/2 · Σ W² has the gradient λ·W: add it to both", where: gradientLines
      ) { $0.gradients(decays: (0, 0)) },
      net.mistake(
        "T5a" + suffix, "the penalty is missing in your gradW1",
        why: "λ/2 · Σ W1² has the gradient λ·W1: add it", where: "the line that computes gradW1"
      ) { $0.gradients(decays: (0, 1)) },
      net.mistake(
        "T5b" + suffix, "the penalty is missing in your gradW2",
        why: "λ/2 · Σ W2² has the gradient λ·W2: add it", where: "the line that computes gradW2"
      ) { $0.gradients(decays: (1, 0)) },
      net.mistake(
        "T6" + suffix, "the ½ of the penalty is missing: your loss has λ·Σ W², your gradients 2λ·W",
        why: "here the penalty is λ/2 · Σ W², so that its gradient is λ·W",
        where: "the lines with λ in them"
      ) {
        $0.loss(penalty1: 2 * $0.penalty1, penalty2: 2 * $0.penalty2)
          .merging($0.gradients(decays: (2, 2))) { $1 }
      },
      net.mistake(
        "T6a" + suffix, "the ½ of the penalty is missing in your loss: λ·Σ W²",
        why: "the gradient λ·W belongs to λ/2 · Σ W²", where: lossLine
      ) { $0.loss(penalty1: 2 * $0.penalty1, penalty2: 2 * $0.penalty2) },
      net.mistake(
        "T6b" + suffix, "your gradW1 and gradW2 have 2λ·W in them",
        why: "the ½ of the penalty cancels the 2 of the square: λ·W", where: gradientLines
      ) { $0.gradients(decays: (2, 2)) },
      net.mistake(
        "T8a" + suffix, "the penalty in your loss leaves out W1",
        why: "both weights cost: λ/2 · (Σ W1² + Σ W2²)", where: lossLine
      ) { $0.loss(penalty1: 0) },
      net.mistake(
        "T8b" + suffix, "the penalty in your loss leaves out W2",
        why: "both weights cost: λ/2 · (Σ W1² + Σ W2²)", where: lossLine
      ) { $0.loss(penalty2: 0) },
      net.mistake(
        "T9" + suffix, "the biases are in your penalty, and λ·b in gradB1 and gradB2",
        why: "only weights cost here: λ/2 · (Σ W1² + Σ W2²)", where: "the lines with λ in them"
      ) { call in
        let right = call.gradients()
        let half = call.regularization / 2
        return call.loss(
          penalty1: call.penalty1 + half * call.b1.squared().sum(),
          penalty2: call.penalty2 + half * call.b2.squared().sum()
        ).merging([
          "gradB1": (right["gradB1"] ?? call.b1) + call.regularization * call.b1,
          "gradB2": (right["gradB2"] ?? call.b2) + call.regularization * call.b2,
        ]) { $1 }
      },
      net.mistake(
        "T16" + suffix, "the penalty is missing in your loss",
        why: "your gradients belong to a loss with λ/2 · (Σ W1² + Σ W2²) in it: add it",
        where: lossLine
      ) { $0.loss(penalty1: 0, penalty2: 0) },
      net.mistake(
        "T17" + suffix, "the penalty is missing: λ changes neither your loss nor your gradients",
        why: "add λ/2 · (Σ W1² + Σ W2²) to the loss, λ·W1 and λ·W2 to the gradients",
        where: "the lines that compute the loss and the gradients"
      ) {
        $0.loss(penalty1: 0, penalty2: 0).merging($0.gradients(decays: (0, 0))) { $1 }
      },
      net.mistake(
        "T18" + suffix, "the penalty is divided by N, in your loss and in your gradients",
        why: "the weights belong to no sample: λ/2 · (Σ W1² + Σ W2²)",
        where: "the lines with λ in them"
      ) {
        let share = 1 / $0.samples
        return $0.loss(penalty1: share * $0.penalty1, penalty2: share * $0.penalty2)
          .merging($0.gradients(decays: (share, share))) { $1 }
      },
    ]
  }

  // MARK: - Scale

  private static func scaleMistakes(
    of net: WrongVariants<NetCall>, _ suffix: String
  ) -> [Misconception] {
    [
      net.mistake(
        "T7" + suffix, "your G is not divided by N, and so are no gradients",
        why: "the loss is a mean over N samples, so its gradient has the 1/N too",
        where: "the line that computes the gradient by the scores"
      ) { $0.gradients(gradScores: $0.gradScores * $0.samples) },
      net.mistake(
        "T7a" + suffix, "the mean over the batch is missing, in your loss and in your gradients",
        why: "divide the loss and its gradient by the scores by the number of samples N",
        where: "the lines that compute the loss and the gradient by the scores"
      ) {
        $0.loss(error: $0.error * $0.samples)
          .merging($0.gradients(gradScores: $0.gradScores * $0.samples)) { $1 }
      },
      net.mistake(
        "T7b" + suffix, "the mean over the batch is missing in your loss",
        why: "your gradients belong to a mean: divide the sum by the number of samples N",
        where: lossLine
      ) { $0.loss(error: $0.error * $0.samples) },
      net.mistake(
        "T10" + suffix, "your gradB1 and gradB2 are means over the batch; they must be sums",
        why: "G already contains the 1/N of the loss; every sample adds its full part",
        where: "the lines that compute gradB1 and gradB2"
      ) {
        ["gradB1": $0.gradZ.mean(axis: 0), "gradB2": $0.gradScores.mean(axis: 0)]
      },
      net.mistake(
        "T24" + suffix, "your G has the opposite sign",
        why: "a score above its target must fall: the target is subtracted from what the net gives",
        where: "the line that computes the gradient by the scores"
      ) { $0.gradients(gradScores: -$0.gradScores) },
    ]
  }
}
