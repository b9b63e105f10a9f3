import Assignments
import Coursework

// The loops around the passes, for whoever's passes they are: the reference's or a submission's.
extension FaceNetCourseworkReference {
  typealias Run = (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double])

  /// Mini-batches of samples that are shuffled further in every epoch.
  static func train(
    _ parameters: FaceNetParameters, _ x: Tensor, _ targets: Tensor, learningRate: Double,
    momentum: Double, epochs: Int, batchSize: Int, random: RandomState,
    forward: (FaceNetParameters, _ x: Tensor) throws -> Tensor,
    softmax: (_ y: Tensor) throws -> Tensor,
    backward: (FaceNetParameters, _ x: Tensor, _ err: Tensor) throws -> FaceNetParameters,
    validate: (FaceNetParameters) throws -> Double
  ) rethrows -> Run {
    var (parameters, x, targets, random) = (parameters, x, targets, random)
    var velocities = FaceNetParameters.zeros(like: parameters)
    var (trainLosses, validLosses): ([Double], [Double]) = ([], [])
    let samples = x.shape[0]
    let size = batchSize > 0 ? batchSize : samples
    var order = Array(0..<samples)
    for _ in 0..<epochs {
      random.shuffle(&order)
      (x, targets) = (x.rows(at: order), targets.rows(at: order))
      var trainLoss = 0.0
      for start in stride(from: 0, to: samples, by: size) {
        let batch = start..<min(start + size, samples)
        let (rows, t, n) = (x.rows(batch), targets.rows(batch), Double(batch.count))
        let p = try softmax(forward(parameters, rows))
        trainLoss = -(t * p.log()).sum() / n
        let gradients = try backward(parameters, rows, (p - t) / n)
        parameters.step(gradients, &velocities, learningRate: learningRate, momentum: momentum)
      }
      trainLosses.append(trainLoss)
      validLosses.append(try validate(parameters))
    }
    return (parameters, trainLosses, validLosses)
  }

  /// The gradient of `½ Σ y²` by one parameter at some elements, by both ways.
  static func check(
    _ parameters: FaceNetParameters, _ x: Tensor, of name: String, at elements: [Int],
    step: Double, forward: (FaceNetParameters, _ x: Tensor) throws -> Tensor,
    backward: (FaceNetParameters, _ x: Tensor, _ err: Tensor) throws -> FaceNetParameters
  ) rethrows -> (analytic: Tensor, numerical: Tensor) {
    let gradient = try backward(parameters, x, forward(parameters, x))[name]
    let numerical = try elements.map { element in
      let losses = try [step, -step].map { step in
        try 0.5 * forward(parameters.moving(element, of: name, by: step), x).squared().sum()
      }
      return (losses[0] - losses[1]) / (2 * step)
    }
    return (Tensor(elements.map { gradient.scalars[$0] }), Tensor(numerical))
  }

  /// The first elements of so many in shuffled order.
  static func elements(of count: Int, random: RandomState) -> [Int] {
    var (random, elements) = (random, Array(0..<count))
    random.shuffle(&elements)
    return Array(elements.prefix(checkedElements))
  }
}

extension FaceNetParameters {
  static let weights = ["w1", "w2", "w3"]
  static let biases = ["b1", "b2", "b3"]

  /// A zero for each number of the parameters.
  static func zeros(like parameters: FaceNetParameters) -> FaceNetParameters {
    var zeros = parameters
    for name in names { zeros[name] = .zeros(shape: parameters[name].shape) }
    return zeros
  }

  /// The same with one element of a parameter moved; it counts through the rows.
  func moving(_ element: Int, of name: String, by step: Double) -> FaceNetParameters {
    var scalars = self[name].scalars
    scalars[element] += step
    var moved = self
    moved[name] = Tensor(shape: self[name].shape, scalars: scalars)
    return moved
  }

  /// A step with momentum as a moving average for the weights, and a plain one for the biases.
  fileprivate mutating func step(
    _ gradients: FaceNetParameters, _ velocities: inout FaceNetParameters, learningRate: Double,
    momentum: Double
  ) {
    let (rate, momentum) = (Tensor(learningRate), Tensor(momentum))
    for name in Self.weights {
      (self[name], velocities[name]) = Momentum.movingAverage(
        w: self[name], v: velocities[name], gradient: gradients[name], learningRate: rate,
        momentum: momentum)
    }
    for name in Self.biases {
      self[name] = GradientDescent.step(
        w: self[name], gradient: gradients[name], learningRate: rate)
    }
  }
}
