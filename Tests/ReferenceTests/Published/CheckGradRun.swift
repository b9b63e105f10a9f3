import NumPyRandom
import Tensors

/// A run of `CheckGrad`, the homework's own gradient check, right after seed 0.
struct CheckGradRun: Sendable {
  /// The parameters, in the order in which they are checked.
  static let order = ["W3", "b3", "W2", "b2", "W1", "b1"]

  /// The checked elements of each parameter.
  let elements: [String: [Int]]
  /// The gradient at these elements, by the layers' backward passes.
  let analytic: [String: Tensor]
  /// The gradient at these elements, by central differences of 1e-7.
  let numerical: [String: Tensor]
  /// Half the sum of the squared logits.
  let loss: Double
  /// The logits of the first sample.
  let firstLogits: Tensor

  /// The run of the homework's net.
  static let homework = CheckGradRun()

  private init() {
    var random = RandomState(seed: 0)
    var net = ThreeLayerNet(sizes: [2304, 16, 32, 7], random: &random)
    let x = random.rand(10, 2304) * 0.1
    func loss(_ net: ThreeLayerNet) -> Double { 0.5 * net.forward(x).y.squared().sum() }

    let y = net.forward(x).y
    // The loss is 0.5·Σ y², hence its gradient by the logits y itself.
    let gradients = net.backward(x, gradY: y)
    var elements: [String: [Int]] = [:]
    var (analytic, numerical): ([String: Tensor], [String: Tensor]) = ([:], [:])
    self.loss = loss(net)
    firstLogits = y.row(0)
    for name in Self.order {
      let checked = Self.checked(of: net[name].count)
      let slopes = checked.map { element in
        // The course moves the parameter in place, and back by the same steps.
        net.move(name, element, by: 1e-7)
        let above = loss(net)
        net.move(name, element, by: -2 * 1e-7)
        let below = loss(net)
        net.move(name, element, by: 1e-7)
        return (above - below) / 2 / 1e-7
      }
      elements[name] = checked
      analytic[name] = gradients[name].map { gradient in
        Tensor(checked.map { gradient.scalars[$0] })
      }
      numerical[name] = Tensor(slopes)
    }
    (self.elements, self.analytic, self.numerical) = (elements, analytic, numerical)
  }

  /// Twenty elements, drawn anew from seed 0 for every parameter.
  private static func checked(of count: Int) -> [Int] {
    var random = RandomState(seed: 0)
    var elements = Array(0..<count)
    random.shuffle(&elements)
    return Array(elements.prefix(20))
  }
}

extension ThreeLayerNet {
  /// Adds a step to one element of a parameter.
  fileprivate mutating func move(_ name: String, _ element: Int, by step: Double) {
    var scalars = self[name].scalars
    scalars[element] += step
    parameters[name] = Tensor(shape: self[name].shape, scalars: scalars)
  }
}
