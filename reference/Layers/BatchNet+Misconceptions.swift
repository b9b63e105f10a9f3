import Coursework
import Grading

extension BatchNet {
  /// Other ways and mistakes in `train`, of a contract with that reference; B is N / batches.
  func trainMisconceptions(_ reference: @escaping Solution) -> [Misconception] {
    Self.ways.map { known in
      Misconception(
        known.id, of: "train", kind: known.kind, looksLike: known.looksLike, why: known.why,
        where: "train, \(known.place)", reference: reference
      ) { try known.way.answer($0, by: self) }
    }
  }

  /// These shuffle and divide as well as the course does, or have NumPy's shapes, or are right but
  /// for the methods that they are made of: worth all points.
  static let trainCredit: [String: Ratio] = [
    "TT2": 1, "TT11": 1, "TT15": 1, Composition.creditKey: 1,
  ]

  /// One way to train that is not the contract's.
  private struct KnownWay: Sendable {
    let id, looksLike, why, place: String
    let kind: Misconception.Kind
    let way: BatchTrainingWay
  }

  private static let ways: [KnownWay] = [
    train(
      "TT1", "your samples stay in the order in which they came",
      why: "each epoch draws a new order, so that batches differ", where: shuffleLines
    ) { $0.orders = { plan, _ in plan.sameOrder } },
    train(
      "TT2", "each of your epochs shuffles the samples from their first order anew",
      as: .convention,
      why: "as good a shuffle; the course shuffles what the epoch before left", where: shuffleLines
    ) {
      $0.orders = { plan, random in
        (0..<plan.epochs).map { _ in random.permutation(plan.samples) }
      }
    },
    train(
      "TT3", "your inputs are shuffled, your targets are not",
      why: "a sample must keep its target: put both into the same order", where: shuffleLines
    ) { $0.leavesTargets = true },
    train(
      "TT4", "your samples are shuffled once, before the first epoch",
      why: "each epoch draws a new order with random.permutation", where: shuffleLines
    ) {
      $0.orders = { plan, random in
        let order = random.permutation(plan.samples)
        return (0..<plan.epochs).map { _ in order }
      }
    },
    train(
      "TT5", "your velocities are set back to 0 in every epoch",
      why: "momentum carries over from epoch to epoch: v is 0 only before the first step",
      where: "the lines that set the velocities"
    ) { $0.memory = .epoch },
    train(
      "TT6", "your velocities are set back to 0 in every step, so that there is no momentum",
      why: "keep v' of each step for the next one", where: "the lines that set the velocities"
    ) { $0.memory = .step },
    train(
      "TT7", "your biases move without momentum",
      why: "weights and biases have the same update, each with a velocity of its own",
      where: "the lines that update the biases"
    ) { $0.biasesHaveMomentum = false },
    train(
      "TT8", "your biases never move",
      why: "biases learn like weights: update them as well", where: "the lines that update"
    ) { $0.biasesMove = false },
    train(
      "TT9", "your steps are divided by N, all samples, not by those of a batch",
      why: "gradients are sums over one batch, of B = N / batches samples",
      where: "the line that computes B"
    ) { $0.batchSize = { plan, _ in Double(plan.samples) } },
    train(
      "TT10", "your steps are not divided by the batch size",
      why: "gradients are sums over the batch: divide by B = N / batches",
      where: "the line that computes B"
    ) { $0.batchSize = { _, _ in 1 } },
    train(
      "TT11", "your steps are divided by the rows that each batch has, not by B", as: .convention,
      why: "as good a mean; where batches differ in size the course divides all by N / batches",
      where: "the line that computes B"
    ) { $0.batchSize = { _, rows in Double(rows.count) } },
    train(
      "TT12", "your epochs learn from the first batch alone",
      why: "an epoch goes through all batches, so that every sample is seen once",
      where: "the loop over batches"
    ) { $0.ranges = { Array($0.ranges.prefix(1)) } },
    train(
      "TT13", "your epochs leave out the last batch",
      why: "an epoch goes through all batches, so that every sample is seen once",
      where: "the loop over batches"
    ) { $0.ranges = { $0.ranges.dropLast() } },
    train(
      "TT14", "your losses and accuracies are noted before the steps of an epoch, not after them",
      why: "they tell what the epoch has brought", where: "the lines that compute them"
    ) { $0.notesComeFirst = true },
    train(
      "TT15", "your biases come out as rows of shape (1, outputs)", as: .convention,
      why: "NumPy's keepdims leaves them so; the biases of this contract have the shape (outputs)",
      where: "the lines that update the biases"
    ) { $0.biasesAreRows = true },
  ]

  private static func train(
    _ id: String, _ looksLike: String, as kind: Misconception.Kind = .mistake, why: String,
    where place: String, change: (inout BatchTrainingWay) -> Void
  ) -> KnownWay {
    var way = BatchTrainingWay()
    change(&way)
    return KnownWay(id: id, looksLike: looksLike, why: why, place: place, kind: kind, way: way)
  }

  private static let shuffleLines = "the lines that shuffle"
}

extension Epochs {
  /// The samples as they came, in every epoch.
  fileprivate var sameOrder: [[Int]] { (0..<epochs).map { _ in Array(0..<samples) } }
}
