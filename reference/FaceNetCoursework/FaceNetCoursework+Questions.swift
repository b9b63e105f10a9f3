import Assignments
import Coursework
import Grading

// How the questions are drawn whose numbers must have something to show.

extension Draw {
  /// The parameters of a network with these numbers of units, `scale` times those of eighths.
  ///
  /// With x in eighths and a scale that is a power of two no z1 is 0 and no z2.
  mutating func faceNet(_ units: ArraySlice<Int>, scale: Double = 1) -> [String: Value] {
    let factors = ["w1": 1, "b1": 1, "w2": 1, "b2": scale, "w3": 1, "b3": 1]
    return Dictionary(
      uniqueKeysWithValues: faceNetParameters(Array(units)).map { name, value in
        (name, .tensor(scale * (factors[name] ?? 1) * (value.tensor ?? Tensor(.nan))))
      })
  }

  /// One-hot targets of so many samples.
  mutating func targets(_ samples: Int, classes: Int) -> Tensor {
    let labels = (0..<samples).map { _ in one(of: Array(0..<classes)) }
    return Tensor.identity(classes).rows(at: labels)
  }

  /// The numbers below n in an order of their own.
  private mutating func order(_ n: Int) -> [Int] {
    var (rest, order) = (Array(0..<n), [Int]())
    while !rest.isEmpty {
      let next = one(of: rest)
      order.append(next)
      rest.removeAll { $0 == next }
    }
    return order
  }

  // MARK: - Gradient check

  /// A question about one parameter: n are N, D, H₁, H₂ and C.
  ///
  /// No ReLU switches while an element is moved, by twice the step, or a right gradient would not be
  /// the numerical one.
  mutating func gradientCheck(_ n: [Int], of name: String) -> Question {
    var inputs: [String: Value] = [:]
    let step = one(of: [0x1p-6, 0x1p-7])
    for _ in 0..<200 {
      inputs = faceNet(n[1...4], scale: 0.5).merging([
        "x": .tensor(eighths(n[0], n[1])), "name": .text(name), "step": .number(step),
        "random": .randomState(generator()),
      ]) { $1 }
      if Self.isSmooth(Question("checkGradient", inputs)) { break }
    }
    return Question("checkGradient", inputs)
  }

  private static func isSmooth(_ question: Question) -> Bool {
    guard let call = try? GradientCheckCall(question) else { return false }
    func masks(_ net: FaceNetParameters) -> [Tensor] {
      let out = FaceNet(net).forward(call.x)
      return [out.z1 .> 0, out.z2 .> 0]
    }
    let still = masks(call.net)
    return call.elements.allSatisfy { element in
      [2 * call.step, -2 * call.step].allSatisfy {
        masks(call.net.moving(element, of: call.name, by: $0)) == still
      }
    }
  }

  // MARK: - Evaluation

  /// N, D, H₁, H₂, C, batchSize.
  mutating func evaluation(_ n: [Int]) -> Question {
    var inputs = faceNet(n[1...4], scale: 0.5)
    // Where all units of the last hidden layer are off y is b3, and no two of it may be the same.
    let apart = Tensor((0..<n[4]).map { Double($0) / 256 })
    inputs["b3"] = inputs["b3"]?.tensor.map { .tensor($0 + apart) }
    inputs["x"] = .tensor(eighths(n[0], n[1]))
    inputs["targets"] = .tensor(targets(n[0], classes: n[4]))
    inputs["batchSize"] = .number(Double(n[5]))
    return Question("evaluate", inputs)
  }

  // MARK: - Training

  /// A run of training: n are N, D, H₁, H₂, C, M, epochs, batchSize, and 8 times the momentum.
  mutating func training(_ n: [Int], learningRate: Double) -> Question {
    Question(
      "train",
      faceNet(n[1...4], scale: 0.5).merging([
        "x": .tensor(eighths(n[0], n[1])), "targets": .tensor(targets(n[0], classes: n[4])),
        "validX": .tensor(eighths(n[5], n[1])),
        "validTargets": .tensor(targets(n[5], classes: n[4])),
        "learningRate": .number(learningRate), "momentum": .number(Double(n[8]) / 8),
        "epochs": .number(Double(n[6])), "batchSize": .number(Double(n[7])),
        "random": .randomState(generator()),
      ]) { $1 })
  }

  /// A long run on three classes, of which each has large inputs of its own.
  mutating func easyTraining() -> Question {
    let (samples, inputs, classes) = (24, 6, 3)
    func easy(_ draw: inout Draw, _ samples: Int) -> (x: Tensor, targets: Tensor) {
      var x = 0.25 * draw.eighths(samples, inputs)
      for i in 0..<samples {
        for j in 0..<inputs { x[i, j] += j % classes == i % classes ? 1.5 : -0.5 }
      }
      return (x, Tensor.identity(classes).rows(at: (0..<samples).map { $0 % classes }))
    }
    let (train, valid) = (easy(&self, samples), easy(&self, 6))
    return Question(
      "train",
      faceNet([inputs, 12, 16, classes], scale: 0.25).merging([
        "x": .tensor(train.x), "targets": .tensor(train.targets), "validX": .tensor(valid.x),
        "validTargets": .tensor(valid.targets), "learningRate": .number(0.25),
        "momentum": .number(0.5), "epochs": .number(40), "batchSize": .number(8),
        "random": .randomState(generator()),
      ]) { $1 })
  }

  // MARK: - Choices

  /// K values, trained for E epochs each; every wrong rule chooses a value of its own.
  mutating func choice(_ n: [Int]) -> Question {
    let (values, epochs) = (n[0], n[1])
    let order = order(values)
    // No two losses of a column are equal.
    func losses(_ draw: inout Draw) -> Tensor {
      var losses = 4 + 0.25 * draw.eighths(values, epochs)
      for k in 0..<values {
        for epoch in 0..<epochs { losses[k, epoch] += Double(k) / 64 }
      }
      return losses
    }
    var (train, valid) = (losses(&self), losses(&self))
    let last = epochs - 1
    valid[order[0], last] -= 2  // the best
    valid[order[1], last] += 2  // the worst
    train[order[2], last] -= 2  // the best of the training losses
    valid[order[3], last - 1] -= 3  // the best of all, but not in the end
    for epoch in 1..<last { valid[order[4], epoch] -= 2 }  // the best on average
    valid[order[4], 0] -= 1
    valid[order[5], 0] -= 2  // the best in the beginning
    let candidates = order.map { 0.5 + Double($0 + 1) / 16 + Double(one(of: [0, 1, 2])) / 64 }
    return Question(
      "bestHyperParameter",
      [
        "candidates": .tensor(Tensor(candidates)), "trainLosses": .tensor(train),
        "validLosses": .tensor(valid),
      ])
  }

  /// N samples in C classes: some sure, some not, and none so near to the threshold that rounding
  /// decides.
  mutating func confidence(_ n: [Int]) -> Question {
    var (y, threshold) = (Tensor.zeros(n[0], n[1]), 0.5)
    for _ in 0..<200 {
      y = eighths(n[0], n[1])
      threshold = one(of: [0.375, 0.4375, 0.5])
      for j in 0..<n[1] { y[1, j] *= 0.125 }
      y[2, one(of: Array(0..<n[1]))] += 4
      // What is added to a row changes no p.
      for i in 0..<n[0] {
        let offset = Double(i == 0 ? -4 : one(of: [-3, -1, 1, 3]))
        for j in 0..<n[1] { y[i, j] += offset }
      }
      let sure = CrossEntropy.logs(y).exp().max(axis: 1).scalars
      let isClear = sure.allSatisfy { abs($0 - threshold) > 0.01 && abs($0 - 0.3) > 0.01 }
      if isClear, sure.contains(where: { $0 > 0.3 && $0 < threshold }), sure[0] < threshold {
        break
      }
    }
    return Question("lowConfidence", ["y": .tensor(y), "threshold": .number(threshold)])
  }
}
