import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  // MARK: - Softmax

  /// What goes wrong in `softmax`.
  static let softmaxMisconceptions: [Misconception] = [
    softmax.mistake(
      "FS1", "your softmax runs down the columns, over the batch",
      why: "the probabilities of one sample's classes add up to 1: sum along axis 1",
      where: softmaxLine
    ) { ["p": $0.exp() / $0.exp().sum(axis: 0)] },
    softmax.mistake(
      "FS2", "your softmax divides by the sum over the whole batch",
      why: "the probabilities of one sample's classes add up to 1: sum each row by itself",
      where: softmaxLine
    ) { ["p": $0.exp() / $0.exp().sum()] },
    softmax.mistake(
      "FS3", "the division is missing: your p is exp(y)",
      why: "the probabilities of one sample's classes add up to 1", where: softmaxLine
    ) { ["p": $0.exp()] },
    softmax.mistake(
      "FS4", "the exponentials are missing: your p is y over the sum of its row",
      why: "y can be below 0; exp makes it positive before the division", where: softmaxLine
    ) { ["p": $0 / $0.sum(axis: 1, keepingDimension: true)] },
    softmax.mistake(
      "FS5", "your p is its own logarithm", why: "p itself is asked for: exp of log p",
      where: softmaxLine
    ) { ["p": CrossEntropy.logs($0)] },
    softmax.mistake(
      "FS6", "your p is the sigmoid of y",
      why: "the sigmoid looks at one class alone; here the classes of a row share the 1",
      where: softmaxLine
    ) { ["p": Sigmoid.forward($0)] },
    softmax.mistake(
      "FS7", "your p is 1 at the largest y of a row and 0 elsewhere",
      why: "that is the prediction; p says how sure it is", where: softmaxLine
    ) { y in ["p": Tensor.identity(y.shape[1]).rows(at: y.argmax(axis: 1))] },
    softmax.mistake(
      "FS8", "the division is missing: your p is exp(y − max)",
      why: "after the largest y is subtracted, each row is still divided by its sum",
      where: softmaxLine
    ) { ["p": ($0 - $0.max(axis: 1, keepingDimension: true)).exp()] },
  ]

  private static let softmax = WrongVariants(
    question: "softmax", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try $0.tensor("y") }
  private static let softmaxLine = "the line that computes p"

  // MARK: - Evaluate

  /// What goes wrong in `evaluate`.
  static let evaluateMisconceptions = evaluateBatches + evaluateLosses + evaluateAccuracies

  private static let evaluate = WrongVariants(
    question: "evaluate", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try EvaluateCall($0) }
  private static let totals = "the lines after the loop over the batches"
  private static let lossLine = "the line that adds to the loss"
  private static let accuracyLine = "the line that adds to the accuracy"

  private static let evaluateBatches: [Misconception] = [
    evaluate.mistake(
      "FE1", "your loss and accuracy are means of the batches' means",
      why: "a short last batch would count as much as a full one: add up, then divide by N",
      where: totals
    ) { ["loss": Tensor($0.mean($0.meanLoss)), "accuracy": Tensor($0.mean($0.meanHits))] },
    evaluate.mistake(
      "FE2", "your loss and accuracy are those of the last batch alone",
      why: "every batch adds its part: in the loop that is +=, not =", where: totals
    ) {
      guard let last = $0.batches.last else { return [:] }
      return ["loss": Tensor($0.meanLoss(last)), "accuracy": Tensor($0.meanHits(last))]
    },
    evaluate.mistake(
      "FE3", "the short last batch is missing in your loss and accuracy",
      why: "there are ⌈N/batchSize⌉ batches: round up", where: "the number of batches"
    ) { call in
      let full = call.batches.filter { $0.count == call.size }
      let rows = full.flatMap { Array($0) }
      return [
        "loss": Tensor(call.losses.rows(at: rows).sum() / call.samples),
        "accuracy": Tensor(call.hits.rows(at: rows).sum() / call.samples),
      ]
    },
    evaluate.mistake(
      "FE4", "your loss and accuracy are sums over the samples",
      why: "divide both by N in the end", where: totals
    ) { ["loss": Tensor($0.losses.sum()), "accuracy": Tensor($0.hits.sum())] },
    evaluate.mistake(
      "FE5", "your loss and accuracy are divided by the number of batches, not of samples",
      why: "both are sums over samples: divide them by N", where: totals
    ) {
      let count = Double($0.batches.count)
      return [
        "loss": Tensor($0.losses.sum() / count), "accuracy": Tensor($0.hits.sum() / count),
      ]
    },
  ]

  private static let evaluateLosses: [Misconception] = [
    evaluate.mistake(
      "FE6", "your loss is a sum over the samples", why: "divide it by N, as your accuracy is",
      where: totals
    ) { ["loss": Tensor($0.losses.sum())] },
    evaluate.mistake(
      "FE7", "your loss has the opposite sign",
      why: "logarithms of probabilities are below 0: the loss is minus their mean",
      where: lossLine
    ) { ["loss": Tensor(-$0.losses.mean())] },
    evaluate.mistake(
      "FE8", "your loss is a mean over all N·C numbers",
      why: "every sample counts once, however many classes there are: divide by N",
      where: lossLine
    ) { ["loss": Tensor($0.losses.mean() / Double($0.targets.shape[1]))] },
    evaluate.mistake(
      "FE9", "the logarithm is missing in your loss: it is minus the mean of the targets' p",
      why: "the cross-entropy is −Σ t·log p", where: lossLine
    ) { ["loss": Tensor(-($0.p * $0.targets).sum() / $0.samples)] },
    evaluate.mistake(
      "FE10", "your loss counts all classes, as a binary cross-entropy does",
      why: "only the target's p counts: −Σ t·log p, without log(1 − p) of the others",
      where: lossLine
    ) { call in
      let others = ((1 - call.p).log() * (1 - call.targets)).sum()
      return ["loss": Tensor(call.losses.mean() - others / call.samples)]
    },
  ]

  private static let evaluateAccuracies: [Misconception] = [
    evaluate.mistake(
      "FE11", "your accuracy is the number of right predictions",
      why: "it is their share: divide by N", where: totals
    ) { ["accuracy": Tensor($0.hits.sum())] },
    evaluate.mistake(
      "FE12", "your accuracy is the share of wrong predictions",
      why: "count where the largest p is at the target's 1", where: accuracyLine
    ) { ["accuracy": Tensor(1 - $0.hits.mean())] },
    evaluate.mistake(
      "FE13", "your accuracy is in percent", why: "it is a share, from 0 to 1",
      where: accuracyLine
    ) { ["accuracy": Tensor(100 * $0.hits.mean())] },
    evaluate.mistake(
      "FE14", "your accuracy counts all N·C numbers that are on the right side of ½",
      why: "a sample is right or wrong once: compare argmax of p and of its targets",
      where: accuracyLine
    ) { ["accuracy": Tensor((($0.p .> 0.5) .== $0.targets).mean())] },
  ]
}

/// What `evaluate` is asked, with every sample's loss and whether it is a hit.
struct EvaluateCall: Sendable {
  let targets, p, losses, hits: Tensor
  /// As asked, or all samples.
  let size: Int

  init(_ question: Question) throws {
    let y = FaceNet(try question.faceNet()).forward(try question.tensor("x")).y
    let targets = try question.tensor("targets")
    let logs = CrossEntropy.logs(y)
    let asked = Int(try question.number("batchSize").rounded())
    size = asked > 0 ? asked : y.shape[0]
    self.targets = targets
    p = logs.exp()
    losses = -(logs * targets).sum(axis: 1)
    hits = Tensor(
      zip(y.argmax(axis: 1), targets.argmax(axis: 1)).map { $0 == $1 ? 1.0 : 0 })
  }

  var samples: Double { Double(losses.count) }
  var batches: [Range<Int>] { FaceNetTraining().batches(losses.count, size) }
  func meanLoss(_ batch: Range<Int>) -> Double { losses.rows(batch).mean() }
  func meanHits(_ batch: Range<Int>) -> Double { hits.rows(batch).mean() }
  func mean(_ value: (Range<Int>) -> Double) -> Double {
    Tensor(batches.map(value)).mean()
  }
}
