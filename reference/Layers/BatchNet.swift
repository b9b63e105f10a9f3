import Coursework
import Grading

/// What the question `train` needs to know of a net whose arrays w1, b1, w2, b2 and so on learn by
/// batches; arrays stand in that order here.
struct BatchNet: Sendable {
  /// What is noted after each epoch: a loss and an accuracy of some samples.
  struct Note: Sendable {
    /// The inputs of the question that hold the samples; x and y in the order of the epoch.
    let x, y: String
    /// The outputs of the question that hold what is noted.
    let losses, accuracies: String
  }

  /// What the contract calls the result of the forward pass.
  let prediction: String
  let notes: [Note]
  let forward: @Sendable (_ x: Tensor, _ weights: [Tensor], _ biases: [Tensor]) -> Tensor
  let loss: @Sendable (_ y: Tensor, _ prediction: Tensor) -> Double
  let accuracy: @Sendable (_ y: Tensor, _ prediction: Tensor) -> Double
  /// The gradients of all weights and biases, as sums over the samples.
  let backward:
    @Sendable (_ x: Tensor, _ y: Tensor, _ weights: [Tensor], _ biases: [Tensor]) -> (
      gradWeights: [Tensor], gradBiases: [Tensor]
    )

  func predict(_ x: Tensor, by arrays: [Tensor]) -> Tensor {
    forward(x, Self.weights(arrays), Self.biases(arrays))
  }

  /// The gradients of all arrays.
  func gradients(_ x: Tensor, _ y: Tensor, _ arrays: [Tensor]) -> [Tensor] {
    let gradients = backward(x, y, Self.weights(arrays), Self.biases(arrays))
    return zip(gradients.gradWeights, gradients.gradBiases).flatMap { [$0, $1] }
  }

  private static func weights(_ arrays: [Tensor]) -> [Tensor] {
    stride(from: 0, to: arrays.count, by: 2).map { arrays[$0] }
  }

  private static func biases(_ arrays: [Tensor]) -> [Tensor] {
    stride(from: 1, to: arrays.count, by: 2).map { arrays[$0] }
  }
}

/// A question `train`, read.
struct BatchCall: Sendable {
  let question: Question
  let names: [String]
  let arrays: [Tensor]
  let x, y: Tensor
  let plan: Epochs
  let rate, momentum: Double
  let random: RandomState

  init(_ question: Question) throws {
    self.question = question
    names = question.layers("w").indices.flatMap { ["w\($0 + 1)", "b\($0 + 1)"] }
    arrays = try names.map { try question.tensor($0) }
    (x, y) = (try question.tensor("x"), try question.tensor("y"))
    plan = Epochs(
      samples: x.shape[0], batches: Int(try question.number("batches").rounded()),
      epochs: Int(try question.number("epochs").rounded()))
    rate = try question.number("learningRate")
    momentum = try question.number("momentum")
    random = try question.randomState("random")
  }

  /// The samples of a note, of which x and y are given in the order of the epoch.
  func samples(of note: BatchNet.Note, x: Tensor, y: Tensor) throws -> (x: Tensor, y: Tensor) {
    note.x == "x" ? (x, y) : (try question.tensor(note.x), try question.tensor(note.y))
  }

  /// The answer, from the arrays in the end and what was noted on the way.
  func answer(_ arrays: [Tensor], _ noted: [String: [Double]]) -> [String: Tensor] {
    noted.mapValues { Tensor($0) }.merging(zip(names, arrays)) { $1 }
  }
}

// MARK: - Where a run ends

extension BatchNet {
  /// The loss of the samples that a run has learned from, by the arrays that it ended with.
  ///
  /// Biases may be rows. It is NaN where an array is missing or has another size.
  func finalLoss(_ question: Question, _ answer: Answer) throws -> Double {
    let call = try BatchCall(question)
    let arrays = zip(call.names, call.arrays).compactMap { name, start -> Tensor? in
      guard let end = answer[name]?.tensor, end.count == start.count else { return nil }
      return end.reshaped(to: start.shape)
    }
    guard arrays.count == call.arrays.count else { return .nan }
    return loss(call.y, predict(call.x, by: arrays))
  }
}

// MARK: - Made of the other methods

extension BatchNet {
  /// `train`, made of the methods before it.
  var composition: Composition {
    Composition("train", of: ["backward", "update", "forward", "loss", "accuracy"]) {
      question, ask in
      let call = try BatchCall(question)
      var net = Dictionary(uniqueKeysWithValues: zip(call.names, call.arrays))
      var velocities = net.mapValues { Tensor.zeros(shape: $0.shape) }
      var (random, noted) = (call.random, [String: [Double]]())
      for order in call.plan.orders(&random) {
        let (x, y) = (call.x.rows(at: order), call.y.rows(at: order))
        for rows in call.plan.ranges {
          let batch = net.merging(["x": x.rows(rows), "y": y.rows(rows)]) { $1 }
          for name in call.names {
            let gradient = try ask("grad\(name.uppercased())", Question("backward", batch))
            let step = Question(
              "update",
              [
                "w": net[name] ?? gradient, "v": velocities[name] ?? gradient,
                "gradient": gradient, "learningRate": Tensor(call.rate),
                "momentum": Tensor(call.momentum), "batchSize": Tensor(call.plan.batchSize),
              ])
            (net[name], velocities[name]) = (try ask("w", step), try ask("v", step))
          }
        }
        for note in notes {
          let (x, y) = try call.samples(of: note, x: x, y: y)
          let predicted = try ask(
            prediction, Question("forward", net.merging(["x": x]) { $1 }))
          let pair = ["y": y, prediction: predicted]
          noted[note.losses, default: []].append(try ask("loss", Question("loss", pair)).scalar)
          noted[note.accuracies, default: []].append(
            try ask("accuracy", Question("accuracy", pair)).scalar)
        }
      }
      return call.answer(call.names.compactMap { net[$0] }, noted).mapValues { .tensor($0) }
    }
  }
}

extension Question {
  fileprivate init(_ name: String, _ tensors: [String: Tensor]) {
    self.init(name, tensors.mapValues { .tensor($0) })
  }
}
