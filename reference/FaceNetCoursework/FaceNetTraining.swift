import Assignments
import Coursework

/// A run of `train`, of which single steps can be replaced.
///
/// It computes the known-wrong variants and the other right answers. As it stands it is right.
struct FaceNetTraining: Sendable {
  /// What a run is made from.
  struct Given: Sendable {
    let start: FaceNetParameters
    let x, targets, validX, validTargets: Tensor
    let rate, momentum: Double
    let epochs, batchSize: Int
    let random: RandomState

    init(_ question: Question) throws {
      start = try question.faceNet()
      x = try question.tensor("x")
      targets = try question.tensor("targets")
      validX = try question.tensor("validX")
      validTargets = try question.tensor("validTargets")
      rate = try question.number("learningRate")
      momentum = try question.number("momentum")
      epochs = Int(try question.number("epochs").rounded())
      let size = Int(try question.number("batchSize").rounded())
      batchSize = size > 0 ? size : x.shape[0]
      random = try question.randomState("random")
    }

    var samples: Int { x.shape[0] }
  }

  /// What is recorded in an epoch: the losses of its batches, each before its step, and how to
  /// compute the loss of the last one, of all samples and of the validation samples with any
  /// parameters.
  struct Epoch {
    let batchLosses: [Double]
    let before, after: FaceNetParameters
    let last, train, valid: (FaceNetParameters) -> Double
  }

  /// The samples of each epoch in their order, by their rows in x.
  typealias Orders = @Sendable (_ given: Given) -> [[Int]]
  typealias Step =
    @Sendable (
      _ net: inout FaceNetParameters, _ velocities: inout FaceNetParameters,
      _ gradients: FaceNetParameters, _ given: Given
    ) -> Void

  var way = FaceNetWay()
  var orders: Orders = FaceNetTraining.cumulative
  /// The rows whose targets are taken for those of the given ones.
  var targetRows: @Sendable (_ rows: [Int], _ batch: Range<Int>) -> [Int] = { rows, _ in rows }
  var batches: @Sendable (_ samples: Int, _ size: Int) -> [Range<Int>] = { samples, size in
    stride(from: 0, to: samples, by: size).map { $0..<min($0 + size, samples) }
  }
  var error: @Sendable (_ p: Tensor, _ t: Tensor, _ size: Int) -> Tensor = { p, t, _ in
    (p - t) / Double(p.shape[0])
  }
  var step: Step = { net, velocities, gradients, given in
    net.move(FaceNetParameters.weights, &velocities, gradients, given) { v, g, m in
      m * v + (1 - m) * g
    }
    net.descend(FaceNetParameters.biases, gradients, given)
  }
  /// Whether the velocities are 0 again at the beginning of each epoch.
  var forgetsVelocities = false
  var trainLoss: @Sendable (Epoch) -> Double = { $0.batchLosses.last ?? .nan }
  var validLoss: @Sendable (Epoch) -> Double = { $0.valid($0.after) }

  func callAsFunction(_ given: Given) -> [String: Tensor] {
    var net = given.start
    var velocities = FaceNetParameters.zeros(like: net)
    var (trainLosses, validLosses): ([Double], [Double]) = ([], [])
    for order in orders(given) {
      let before = net
      if forgetsVelocities { velocities = .zeros(like: net) }
      var (losses, lastRows): ([Double], [Int]) = ([], [])
      for batch in batches(given.samples, given.batchSize) {
        let rows = Array(order[batch])
        let x = given.x.rows(at: rows)
        let t = given.targets.rows(at: targetRows(rows, batch))
        losses.append(way.crossEntropy(net, x, t) / Double(rows.count))
        let p = way.softmax(way.forward(net, x).y)
        let gradients = way.backward(net, x, err: error(p, t, given.batchSize))
        step(&net, &velocities, gradients, given)
        lastRows = rows
      }
      func loss(_ x: Tensor, _ t: Tensor) -> (FaceNetParameters) -> Double {
        { way.crossEntropy($0, x, t) / Double(x.shape[0]) }
      }
      let epoch = Epoch(
        batchLosses: losses, before: before, after: net,
        last: loss(given.x.rows(at: lastRows), given.targets.rows(at: lastRows)),
        train: loss(given.x, given.targets), valid: loss(given.validX, given.validTargets))
      trainLosses.append(trainLoss(epoch))
      validLosses.append(validLoss(epoch))
    }
    return net.outputs.merging([
      "trainLosses": Tensor(trainLosses), "validLosses": Tensor(validLosses),
    ]) { $1 }
  }
}

// MARK: - Orders

extension FaceNetTraining {
  /// The shuffled order is shuffled again, and the shuffled samples are put into it.
  static let cumulative: Orders = orders(keepingOrder: true, keepingSamples: true)

  /// Whether the order of an epoch and the samples as it left them go on into the next.
  static func orders(keepingOrder: Bool, keepingSamples: Bool) -> Orders {
    { given in
      let rows = Array(0..<given.samples)
      var (random, order, samples) = (given.random, rows, rows)
      return (0..<given.epochs).map { _ in
        if !keepingOrder { order = rows }
        random.shuffle(&order)
        let shuffled = order.map { (keepingSamples ? samples : rows)[$0] }
        samples = shuffled
        return shuffled
      }
    }
  }
}

// MARK: - Steps

extension FaceNetParameters {
  /// A step of those parameters along velocities that change first.
  mutating func move(
    _ names: [String], _ velocities: inout FaceNetParameters, _ gradients: FaceNetParameters,
    _ given: FaceNetTraining.Given, velocity: (_ v: Tensor, _ g: Tensor, _ m: Double) -> Tensor
  ) {
    for name in names {
      velocities[name] = velocity(velocities[name], gradients[name], given.momentum)
      self[name] -= given.rate * velocities[name]
    }
  }

  /// A plain step of those parameters.
  mutating func descend(
    _ names: [String], _ gradients: FaceNetParameters, _ given: FaceNetTraining.Given
  ) {
    for name in names { self[name] -= given.rate * gradients[name] }
  }
}
