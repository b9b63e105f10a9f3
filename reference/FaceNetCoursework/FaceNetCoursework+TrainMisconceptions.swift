import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  /// Other ways and mistakes in `train`.
  static let trainMisconceptions = trainOrders + trainErrors + trainSteps + trainRecords

  /// Every sample comes once an epoch, in an order that chance decides: worth all points.
  static let otherOrders: [String: Ratio] = ["FT1": 1, "FT2": 1]

  private static let train = WrongVariants(
    question: "train", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try FaceNetTraining.Given($0) }

  private typealias Change = @Sendable (inout FaceNetTraining) -> Void

  private static func form(
    _ id: String, _ looksLike: String, why: String, where place: String,
    _ change: @escaping Change
  ) -> Misconception {
    train.form(id, looksLike, why: why, where: place) { run(change, $0) }
  }

  private static func mistake(
    _ id: String, _ looksLike: String, why: String, where place: String,
    _ change: @escaping Change
  ) -> Misconception {
    train.mistake(id, looksLike, why: why, where: place) { run(change, $0) }
  }

  /// A mistake in what is recorded, which leaves the training itself right.
  private static func record(
    _ id: String, _ looksLike: String, why: String, where place: String,
    _ change: @escaping Change
  ) -> Misconception {
    train.mistake(id, looksLike, why: why, where: place) { given in
      let output = place == trainRecord ? "trainLosses" : "validLosses"
      return run(change, given).filter { $0.key == output }
    }
  }

  private static func run(
    _ change: Change, _ given: FaceNetTraining.Given
  ) -> [String: Tensor] {
    var training = FaceNetTraining()
    change(&training)
    return training(given)
  }

  // MARK: - Orders

  private static let shuffleLines = "the lines that shuffle"
  private static let again =
    "the order of the epoch before is shuffled again, and the shuffled samples are put into it"

  private static let trainOrders: [Misconception] = [
    form(
      "FT1", "in each epoch you shuffle the samples or the list of their numbers, but not both",
      why: again, where: shuffleLines
    ) { $0.orders = FaceNetTraining.orders(keepingOrder: false, keepingSamples: true) },
    form(
      "FT2", "you shuffle a new list 0, 1, 2, … in each epoch, and reorder the samples as given",
      why: again, where: shuffleLines
    ) { $0.orders = FaceNetTraining.orders(keepingOrder: false, keepingSamples: false) },
    mistake(
      "FT3", "the samples come in the same order in every epoch: they are never shuffled",
      why: "shuffle them in each epoch, so that the batches are never the same twice",
      where: shuffleLines
    ) { $0.orders = { given in (0..<given.epochs).map { _ in Array(0..<given.samples) } } },
    mistake(
      "FT4", "you shuffle once, before the first epoch",
      why: "shuffle in each epoch, so that the batches are never the same twice",
      where: shuffleLines
    ) {
      $0.orders = { given in
        let first = FaceNetTraining.cumulative(given).prefix(1)
        return (0..<given.epochs).flatMap { _ in first }
      }
    },
    mistake(
      "FT5", "you shuffle x and not the targets: samples get the targets of others",
      why: "put the rows of both into the same order", where: shuffleLines
    ) { $0.targetRows = { _, batch in Array(batch) } },
    mistake(
      "FT6", "the short last batch of each epoch is missing",
      why: "there are ⌈N/batchSize⌉ batches: round up", where: "the number of batches"
    ) {
      $0.batches = { samples, size in
        (0..<samples / size).map { $0 * size..<($0 + 1) * size }
      }
    },
  ]

  // MARK: - Errors

  private static let errLine = "the line that computes err"

  private static let trainErrors: [Misconception] = [
    mistake(
      "FT7", "your err is not divided by the number of samples in the batch",
      why: "the loss of a batch is a mean over its n samples: err = (p − t)/n", where: errLine
    ) { $0.error = { p, t, _ in p - t } },
    mistake(
      "FT8", "your err is divided by batchSize in the short last batch too",
      why: "the loss of a batch is a mean over the samples that are in it", where: errLine
    ) { $0.error = { p, t, size in (p - t) / Double(size) } },
    mistake(
      "FT9", "your steps go uphill: err is t − p, or the step adds where it must subtract",
      why: "err is the gradient of the loss by y, (p − t)/n; the step goes against it",
      where: "the line that computes err, and those that take the step"
    ) { $0.error = { p, t, _ in (t - p) / Double(p.shape[0]) } },
    mistake(
      "FT10", "your err is p/n: the targets are missing",
      why: "err = (p − t)/n, which is 0 where p is right", where: errLine
    ) { $0.error = { p, _, _ in p / Double(p.shape[0]) } },
    mistake(
      "FT11", "the ReLUs are missing on the way back",
      why: "a gradient passes a ReLU where its z was above 0, and is 0 elsewhere",
      where: "the backward pass"
    ) { $0.way.activationBackward = { gradH, _, _ in gradH } },
  ]

  // MARK: - Steps

  private static let stepLines = "the lines that take the step"
  private static let average = "the velocity is an average of gradients: v = m·v + (1 − m)·gradW"

  private static let trainSteps: [Misconception] = [
    mistake(
      "FT12", "your velocity is v = m·v + gradW: the 1 − m is missing", why: average,
      where: stepLines
    ) { $0.step = step { v, g, m in m * v + g } },
    mistake(
      "FT13", "your velocity is v = (1 − m)·v + m·gradW: m and 1 − m have changed places",
      why: average, where: stepLines
    ) { $0.step = step { v, g, m in (1 - m) * v + m * g } },
    mistake(
      "FT14", "your weights take plain steps: the momentum plays no part", why: average,
      where: stepLines
    ) { $0.step = step { _, g, _ in g } },
    mistake(
      "FT15", "your velocities are not kept from step to step",
      why: "without the old velocity a step is (1 − m)·gradW alone; keep v outside of the loop",
      where: stepLines
    ) { $0.step = step { _, g, m in (1 - m) * g } },
    mistake(
      "FT16", "your velocities begin at 0 again in each epoch",
      why: "they are made once, before the first epoch", where: "where the velocities are made"
    ) { $0.forgetsVelocities = true },
    mistake(
      "FT17", "your biases have velocities too",
      why: "only the weights have one; a bias takes a plain step: b = b − η·gradB",
      where: stepLines
    ) {
      $0.step = { net, velocities, gradients, given in
        net.move(FaceNetParameters.names, &velocities, gradients, given) { v, g, m in
          m * v + (1 - m) * g
        }
      }
    },
    mistake(
      "FT18", "your biases are never changed",
      why: "they take a plain step: b = b − η·gradB", where: stepLines
    ) {
      $0.step = { net, velocities, gradients, given in
        net.move(FaceNetParameters.weights, &velocities, gradients, given) { v, g, m in
          m * v + (1 - m) * g
        }
      }
    },
  ]

  /// A step along a velocity for the weights, and a plain one for the biases.
  private static func step(
    _ velocity: @escaping @Sendable (_ v: Tensor, _ g: Tensor, _ m: Double) -> Tensor
  ) -> FaceNetTraining.Step {
    { net, velocities, gradients, given in
      net.move(
        FaceNetParameters.weights, &velocities, gradients, given, velocity: velocity)
      net.descend(FaceNetParameters.biases, gradients, given)
    }
  }

  // MARK: - Records

  private static let trainRecord = "the line that records trainLosses"
  private static let validRecord = "the line that records validLosses"
  private static let recorded =
    "recorded is the loss of the last batch alone, from before its step"

  private static let trainRecords: [Misconception] = [
    record(
      "FT19", "your trainLosses are means over all batches of an epoch", why: recorded,
      where: trainRecord
    ) { $0.trainLoss = { $0.batchLosses.reduce(0, +) / Double($0.batchLosses.count) } },
    record(
      "FT20", "your trainLosses are from after the step of the last batch", why: recorded,
      where: trainRecord
    ) { $0.trainLoss = { $0.last($0.after) } },
    record(
      "FT21", "your trainLosses are those of all samples after the epoch", why: recorded,
      where: trainRecord
    ) { $0.trainLoss = { $0.train($0.after) } },
    record(
      "FT22", "your trainLosses are those of the first batch of each epoch", why: recorded,
      where: trainRecord
    ) { $0.trainLoss = { $0.batchLosses.first ?? .nan } },
    record(
      "FT23", "your validLosses are those of the training samples",
      why: "how well it does on samples that it never trained on shows with validX alone",
      where: validRecord
    ) { $0.validLoss = { $0.train($0.after) } },
    record(
      "FT24", "your validLosses are from before the epoch",
      why: "evaluate after the last step of each epoch", where: validRecord
    ) { $0.validLoss = { $0.valid($0.before) } },
  ]
}
