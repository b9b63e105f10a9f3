import Coursework
import Grading

extension WordTrigramsReference {
  /// Mistakes in `forward`.
  static let forwardMisconceptions: [Misconception] = [
    forward.mistake(
      "WF1", "there is a sigmoid where the softmax belongs",
      why: "the course's code overwrites its softmax with a sigmoid, in the else of the next if",
      where: outputLine
    ) { $0.p(output: WordPass.sigmoid) },
    forward.mistake(
      "WF2", "your biases are missing", why: "every layer adds its biases, the embedding too",
      where: "the lines that compute the sums"
    ) { $0.p(bias: 0) },
    forward.mistake(
      "WF3", "there is a sigmoid behind your embedding too",
      why: "the embedding is linear: e = x·W₁ + b₁ goes into the hidden layer as it is",
      where: "the line that computes e"
    ) { $0.p(embedding: WordPass.sigmoid) },
    forward.mistake(
      "WF4", "the sigmoid is missing in your hidden layer",
      why: "layers without a bend between them are one layer: h = σ(e·W₂ + b₂)", where: hiddenLine
    ) { $0.p(hidden: WordPass.identity) },
    forward.mistake(
      "WF5", "there is a tanh in your hidden layer", why: "here its activation is the sigmoid",
      where: hiddenLine
    ) { $0.p(hidden: { $0.tanh() }) },
    forward.mistake(
      "WF6", "your softmax goes down the columns, over the samples",
      why: "each sample has its own probabilities of all words: sum along the row",
      where: outputLine
    ) { $0.p(output: { WordNet.softmax($0.transposed()).transposed() }) },
    forward.mistake(
      "WF7", "your p are no numbers where sums are large: exp(s) is infinite or all of a row is 0",
      why: "subtract the largest sum of each row first, which leaves p as it is", where: outputLine
    ) {
      let (s, p) = ($0.layers().s, $0.p()["p"])
      // 0 of every number, and NaN of all that is none.
      let lacks = 0 * (s.exp() / s.exp().sum(axis: 1, keepingDimension: true))
      return ["p": (p ?? s) + lacks]
    },
    forward.mistake(
      "WF8", "you return the logarithms of the probabilities",
      why: "p itself is asked for; the loss takes the logarithm", where: outputLine
    ) { $0.p(output: { WordNet.softmax($0).log() }) },
    forward.mistake(
      "WF9", "you return the sums s; the softmax is missing",
      why: "sums are no probabilities: p is the softmax of each row", where: outputLine
    ) { $0.p(output: WordPass.identity) },
    forward.mistake(
      "WF10", "there is a sigmoid before your softmax",
      why: "the softmax takes the sums of the last layer as they are", where: outputLine
    ) { $0.p(output: { WordNet.softmax(Sigmoid.forward($0)) }) },
  ]

  /// Mistakes in `loss`; V is how many words there are.
  static let lossMisconceptions: [Misconception] = [
    loss.mistake(
      "WL1", "your loss is the binary cross-entropy of every word, as a mean of all N·V entries",
      why: "a softmax chooses one of V words: only the right word counts, −1/N · Σ y · log p",
      where: lossLine
    ) { ["loss": Tensor(-($0.hits + $0.misses).mean())] },
    loss.mistake(
      "WL2", "your loss also has (1 − y)·log(1 − p), the binary cross-entropy of every word",
      why: "a softmax chooses one of V words: only the right word counts, −1/N · Σ y · log p",
      where: lossLine
    ) { ["loss": Tensor(-($0.hits + $0.misses).sum() / $0.samples)] },
    loss.mistake(
      "WL3", "your loss has (1 − y)·(1 − log p), as the text of the course writes it",
      why: "that is not even the binary cross-entropy; here it is −1/N · Σ y · log p",
      where: lossLine
    ) { ["loss": Tensor(-($0.hits + (1 - $0.y) * (1 - $0.p.log())).mean())] },
    loss.mistake(
      "WL4", "your loss is a sum over the samples, not divided by N",
      why: "a mean does not grow with the number of samples: −1/N · Σ y · log p", where: lossLine
    ) { ["loss": Tensor(-$0.hits.sum())] },
    loss.mistake(
      "WL5", "your loss is divided by N·V",
      why: "every sample counts once, however many words there are", where: lossLine
    ) { ["loss": Tensor(-$0.hits.mean())] },
    loss.mistake(
      "WL6", "your loss has the opposite sign: 1/N · Σ y · log p",
      why: "the logarithm of a probability is negative, and the loss is not", where: lossLine
    ) { ["loss": Tensor($0.hits.sum() / $0.samples)] },
    loss.mistake(
      "WL7", "the logarithm is missing: your loss is −1/N · Σ y · p",
      why: "the cross-entropy is −1/N · Σ y · log p", where: lossLine
    ) { ["loss": Tensor(-($0.y * $0.p).sum() / $0.samples)] },
    loss.mistake(
      "WL8", "your logarithm is log10", why: "it is the natural logarithm, whose derivative is 1/p",
      where: lossLine
    ) { ["loss": Tensor(-$0.hits.sum() / $0.samples / Tensor(10).log().scalar)] },
    loss.mistake(
      "WL9", "your logarithm is log2", why: "it is the natural logarithm, whose derivative is 1/p",
      where: lossLine
    ) { ["loss": Tensor(-$0.hits.sum() / $0.samples / Tensor(2).log().scalar)] },
    loss.mistake(
      "WL10", "your loss adds up the logarithms of all words, right or not",
      why: "y picks the right word of each sample: −1/N · Σ y · log p", where: lossLine
    ) { ["loss": Tensor(-$0.p.log().sum() / $0.samples)] },
  ]

  private static let forward = WrongVariants(question: "forward", reference: answer) {
    try WordPass($0)
  }
  private static let loss = WrongVariants(question: "loss", reference: answer) {
    try WordPrediction($0)
  }
  private static let outputLine = "the line that computes p"
  private static let hiddenLine = "the line that computes h"
  private static let lossLine = "the line that computes the loss"
  /// The right answers.
  static let answer: Solution = { try WordTrigramsReference().answer($0) }
}

/// Right words beside probabilities.
struct WordPrediction: Sendable {
  let y, p: Tensor

  init(_ question: Question) throws {
    p = try question.tensor("p")
    y = question.inputs["y"]?.tensor ?? p
  }

  var samples: Double { Double(p.shape[0]) }
  /// y·log p.
  var hits: Tensor { y * p.log() }
  /// (1 − y)·log(1 − p).
  var misses: Tensor { (1 - y) * (1 - p).log() }
}
