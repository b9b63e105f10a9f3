import Coursework
import Grading

/// The way that somebody trains a net by batches; by default the right one.
struct BatchTrainingWay: Sendable {
  /// How long a velocity is kept.
  enum Memory: Sendable { case always, epoch, step }

  var orders: @Sendable (Epochs, inout RandomState) -> [[Int]] = { $0.orders(&$1) }
  var ranges: @Sendable (Epochs) -> [Range<Int>] = { $0.ranges }
  var batchSize: @Sendable (Epochs, Range<Int>) -> Double = { plan, _ in plan.batchSize }
  var memory = Memory.always
  /// Whether targets stay where they are while the inputs are shuffled.
  var leavesTargets = false
  /// Whether biases move without momentum, or do not move at all.
  var biasesHaveMomentum = true
  var biasesMove = true
  /// Whether biases come out with an axis of length 1 before them.
  var biasesAreRows = false
  /// Whether losses and accuracies are noted before an epoch's steps.
  var notesComeFirst = false

  /// Everything that `train` answers, found in this way.
  func answer(_ question: Question, by net: BatchNet) throws -> [String: Tensor] {
    let call = try BatchCall(question)
    var (random, noted) = (call.random, [String: [Double]]())
    let atRest = call.arrays.map { Tensor.zeros(shape: $0.shape) }
    var (arrays, velocities) = (call.arrays, atRest)
    for order in orders(call.plan, &random) {
      if memory == .epoch { velocities = atRest }
      let (x, y) = (call.x.rows(at: order), leavesTargets ? call.y : call.y.rows(at: order))
      if notesComeFirst { try note(&noted, call, net, x, y, arrays) }
      for rows in ranges(call.plan) {
        if memory == .step { velocities = atRest }
        let gradients = net.gradients(x.rows(rows), y.rows(rows), arrays)
        for (place, gradient) in gradients.enumerated() {
          let isBias = !place.isMultiple(of: 2)
          if isBias, !biasesMove { continue }
          let momentum = isBias && !biasesHaveMomentum ? 0 : call.momentum
          velocities[place] = gradient + momentum * velocities[place]
          arrays[place] -= call.rate * velocities[place] / batchSize(call.plan, rows)
        }
      }
      if !notesComeFirst { try note(&noted, call, net, x, y, arrays) }
    }
    if biasesAreRows {
      for place in arrays.indices where !place.isMultiple(of: 2) {
        arrays[place] = arrays[place].reshaped(1, -1)
      }
    }
    return call.answer(arrays, noted)
  }

  private func note(
    _ noted: inout [String: [Double]], _ call: BatchCall, _ net: BatchNet, _ x: Tensor, _ y: Tensor,
    _ arrays: [Tensor]
  ) throws {
    for note in net.notes {
      let (x, y) = try call.samples(of: note, x: x, y: y)
      let predicted = net.predict(x, by: arrays)
      noted[note.losses, default: []].append(net.loss(y, predicted))
      noted[note.accuracies, default: []].append(net.accuracy(y, predicted))
    }
  }
}

// MARK: - Right ways

extension BatchNet {
  /// `train` in other right ways.
  var trainAlternatives: [Alternative] {
    [
      alternative("indices", "the samples stay, and batches are picked by their indices") {
        call, batch, arrays in gradients(call.x.rows(at: batch), call.y.rows(at: batch), arrays)
      },
      alternative("samples", "the gradients of a batch added up sample by sample") {
        call, batch, arrays in
        var sums = arrays.map { Tensor.zeros(shape: $0.shape) }
        for row in batch {
          let one = gradients(call.x.rows(at: [row]), call.y.rows(at: [row]), arrays)
          for place in sums.indices { sums[place] += one[place] }
        }
        return sums
      },
      alternative("backwards", "the samples of a batch in reverse") { call, batch, arrays in
        let rows = Array(batch.reversed())
        return gradients(call.x.rows(at: rows), call.y.rows(at: rows), arrays)
      },
      alternative("scaled", "velocities that are steps, with the rate and the minus in them", true)
      {
        call, batch, arrays in gradients(call.x.rows(at: batch), call.y.rows(at: batch), arrays)
      },
    ]
  }

  private func alternative(
    _ id: String, _ summary: String, _ velocitiesAreSteps: Bool = false,
    _ gradients: @escaping @Sendable (BatchCall, _ batch: [Int], _ arrays: [Tensor]) -> [Tensor]
  ) -> Alternative {
    Alternative("train-\(id)", of: "train", summary) {
      let call = try BatchCall($0)
      var (random, noted) = (call.random, [String: [Double]]())
      var arrays = call.arrays
      var velocities = arrays.map { Tensor.zeros(shape: $0.shape) }
      var order = Array(0..<call.plan.samples)
      for _ in 0..<call.plan.epochs {
        order = random.permutation(order.count).map { order[$0] }
        for rows in call.plan.ranges {
          let scale = call.rate / call.plan.batchSize
          for (place, gradient) in gradients(call, Array(order[rows]), arrays).enumerated() {
            if velocitiesAreSteps {
              velocities[place] = call.momentum * velocities[place] - scale * gradient
              arrays[place] += velocities[place]
            } else {
              velocities[place] = velocities[place] * call.momentum + gradient
              arrays[place] -= velocities[place] * scale
            }
          }
        }
        for note in notes {
          let (x, y) = try call.samples(of: note, x: call.x, y: call.y)
          let predicted = predict(x, by: arrays)
          noted[note.losses, default: []].append(loss(y, predicted))
          noted[note.accuracies, default: []].append(accuracy(y, predicted))
        }
      }
      return call.answer(arrays, noted).mapValues { .tensor($0) }
    }
  }
}
