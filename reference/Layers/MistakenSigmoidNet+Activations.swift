import Tensors

extension MistakenSigmoidNet {
  /// tanh in both layers.
  static let tanh: MistakenSigmoidNet = {
    var net = MistakenSigmoidNet()
    (net.hiddenActivation, net.outputActivation) = ({ $0.tanh() }, { $0.tanh() })
    (net.hiddenSlope, net.outputSlope) = (.ofTanh, .ofTanh)
    return net
  }()

  /// A ReLU in the hidden layer, a sigmoid in the output.
  static let relu: MistakenSigmoidNet = {
    var net = MistakenSigmoidNet()
    net.hiddenActivation = { $0.maximum(0) }
    net.hiddenSlope = .ofReLU
    return net
  }()
}
