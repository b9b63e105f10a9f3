import NumPyRandom
import Reference
import Tensors

/// Training of a small `toronto-faces` net, 6-4-5-3 on ten samples, from seed 0.
///
/// The homework trains on faces; its rules are settled on this net as well, with learning rate 0.1
/// and momentum 0.9 on the full batch.
struct MomentumRun: Sendable {
  private(set) var net: ThreeLayerNet
  private var velocities: [String: Tensor]
  private let x: Tensor
  private let targets: Tensor

  init() {
    var random = RandomState(seed: 0)
    net = ThreeLayerNet(sizes: [6, 4, 5, 3], random: &random)
    velocities = net.parameters.mapValues { .zeros(shape: $0.shape) }
    x = 0.1 * random.rand(10, 6)
    targets = Tensor.identity(3).rows(at: random.randint(from: 0, to: 3, count: 10))
  }

  /// The run after three steps, with the cross-entropy before each.
  static let threeSteps: (run: MomentumRun, crossEntropies: [Double]) = {
    var run = MomentumRun()
    let crossEntropies = (0..<3).map { _ in run.step() }
    return (run, crossEntropies)
  }()

  /// The gradients of the mean cross-entropy by the parameters.
  func gradients() -> [String: Tensor] {
    net.backward(x, gradY: (probabilities - targets) / 10)
  }

  /// One step by the moving-average rule; returns the cross-entropy before it.
  private mutating func step() -> Double {
    let crossEntropy = -(targets * probabilities.log()).sum() / 10
    let gradients = gradients()
    for layer in 1...3 {
      let (w, b) = ("W\(layer)", "b\(layer)")
      (net.parameters[w], net.parameters[b], velocities[w]) =
        MomentumUpdateReference().movingAverageUpdate(
          w: net[w], b: net[b], v: velocities[w] ?? Tensor(.nan),
          gradW: gradients[w] ?? Tensor(.nan), gradB: gradients[b] ?? Tensor(.nan),
          learningRate: 0.1, momentum: 0.9)
    }
    return crossEntropy
  }

  private var probabilities: Tensor {
    let odds = net.forward(x).y.exp()
    return odds / odds.sum(axis: 1, keepingDimension: true)
  }
}
