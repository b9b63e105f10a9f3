import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

/// The weights of either net, so that one of them can be moved by its name.
struct NetParameters: Sendable {
  var w1, b1, w2, b2: Tensor

  static func place(of name: String) -> WritableKeyPath<NetParameters, Tensor> {
    switch name {
    case "W1": \.w1
    case "b1": \.b1
    case "W2": \.w2
    default: \.b2
    }
  }
}

/// A loss and its gradients by these weights.
struct NetResult: Sendable {
  let loss: Double
  let gradients: NetParameters

  init(_ out: TwoLayerNetCourseworkReference.Gradients) {
    loss = out.loss
    gradients = NetParameters(w1: out.gradW1, b1: out.gradB1, w2: out.gradW2, b2: out.gradB2)
  }

  func gradient(by name: String) -> Tensor {
    gradients[keyPath: NetParameters.place(of: name)]
  }

  /// The error of one gradient as the courses print it.
  static func error(
    of name: String, at net: NetParameters, _ result: (NetParameters) -> NetResult
  ) -> Tensor {
    let place = NetParameters.place(of: name)
    let numerical = CourseGradientCheck.numericalGradient(
      of: { moved in
        var net = net
        net[keyPath: place] = moved
        return result(net).loss
      }, at: net[keyPath: place])
    let analytic = result(net).gradients[keyPath: place]
    return Tensor(CourseGradientCheck.relativeError(numerical, analytic))
  }
}

/// The cell of `cs231n` that tests the net with numbers in even steps.
enum SoftmaxCell {
  static let x = Tensor.linspace(from: -5.5, to: 4.5, count: 15).reshaped(5, 3).transposed()
  static let net = NetParameters(
    w1: Tensor.linspace(from: -0.7, to: 0.3, count: 250).reshaped(5, 50),
    b1: Tensor.linspace(from: -0.1, to: 0.9, count: 50),
    w2: Tensor.linspace(from: -0.3, to: 0.4, count: 350).reshaped(50, 7),
    b2: Tensor.linspace(from: -0.9, to: 0.1, count: 7))

  static func result(regularization: Double, at net: NetParameters = net) -> NetResult {
    NetResult(
      TwoLayerNetCourseworkReference().softmaxNetLoss(
        x: x, labels: [0, 5, 1], w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2,
        regularization: regularization))
  }

  static func gradient(by name: String, regularization: Double) -> Tensor {
    result(regularization: regularization).gradient(by: name)
  }

  static func error(of name: String, regularization: Double) -> Tensor {
    NetResult.error(of: name, at: net) { result(regularization: regularization, at: $0) }
  }
}

/// The toy model of `cs145` on its toy data, 4-10-3.
enum ToyCell {
  private static let reference = TwoLayerNetCourseworkReference()
  private static let labels = [0, 1, 2, 2, 1]

  /// The weights, and the generator that has drawn them.
  private static let model: (net: NetParameters, random: RandomState) = {
    var random = RandomState(seed: 0)
    let (w1, w2) = (0.1 * random.randn(10, 4), 0.1 * random.randn(3, 10))
    return (NetParameters(w1: w1, b1: .zeros(10), w2: w2, b2: .zeros(3)), random)
  }()

  static let net = model.net
  static let x: Tensor = {
    var random = RandomState(seed: 1)
    return 10 * random.randn(5, 4)
  }()

  static let scores = reference.mseNetScores(
    x: x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)

  static func result(at net: NetParameters = net) -> NetResult {
    NetResult(
      reference.mseNetLoss(
        x: x, labels: labels, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2,
        regularization: 0.05))
  }

  static func error(of name: String) -> Tensor {
    NetResult.error(of: name, at: net) { result(at: $0) }
  }

  /// The losses of 100 steps, with batches of 200 out of 5 samples.
  static let trained: [Double] = {
    var random = model.random
    return reference.trainMSENet(
      x: x, labels: labels, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2, learningRate: 1e-1,
      decay: 0.95, regularization: 5e-6, iterations: 100, batchSize: 200, random: &random
    ).losses
  }()
}
