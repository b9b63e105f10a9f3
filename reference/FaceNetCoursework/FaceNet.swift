import Assignments
import Coursework

/// Affine, ReLU, affine, ReLU, affine, for any numbers; or a number for each parameter of it.
struct FaceNet<A: TensorAlgebra>: Sendable {
  var w1, b1, w2, b2, w3, b3: A

  /// What the layers hand on.
  typealias Activations = (z1: A, h1: A, z2: A, h2: A, y: A)

  /// The forward pass; y is (N, C).
  func forward(_ x: A) -> Activations {
    let z1 = Affine.forward(x: x, w: w1, b: b1)
    let h1 = ReLU.forward(z1)
    let z2 = Affine.forward(x: h1, w: w2, b: b2)
    let h2 = ReLU.forward(z2)
    return (z1, h1, z2, h2, Affine.forward(x: h2, w: w3, b: b3))
  }

  /// The gradients by all parameters, given that by y and what the forward pass handed on.
  func backward(_ x: A, through passed: Activations, err: A) -> FaceNet {
    let third = Affine.backward(gradY: err, x: passed.h2, w: w3)
    let gradZ2 = ReLU.backward(gradH: third.gradX, z: passed.z2)
    let second = Affine.backward(gradY: gradZ2, x: passed.h1, w: w2)
    let gradZ1 = ReLU.backward(gradH: second.gradX, z: passed.z1)
    let first = Affine.backward(gradY: gradZ1, x: x, w: w1)
    return FaceNet(
      w1: first.gradW, b1: first.gradB, w2: second.gradW, b2: second.gradB, w3: third.gradW,
      b3: third.gradB)
  }

  /// The same after a forward pass of its own.
  func backward(_ x: A, err: A) -> FaceNet { backward(x, through: forward(x), err: err) }

  /// The mean cross-entropy of some samples, and the share of them whose largest p is the target's.
  ///
  /// x is (N, D), targets are one-hot, (N, C).
  func evaluate(_ x: A, targets: A) -> (loss: A, accuracy: A) {
    let y = forward(x).y
    let hits = zip(y.value.argmax(axis: 1), targets.value.argmax(axis: 1)).count { $0 == $1 }
    let samples = Double(x.shape[0])
    return (
      loss: CrossEntropy.mean(y: y, targets: targets),
      accuracy: A(constant: Tensor(Double(hits) / samples))
    )
  }
}

extension FaceNet<Tensor> {
  init(_ parameters: FaceNetParameters) {
    (w1, b1) = (parameters.w1, parameters.b1)
    (w2, b2) = (parameters.w2, parameters.b2)
    (w3, b3) = (parameters.w3, parameters.b3)
  }

  var parameters: FaceNetParameters {
    FaceNetParameters(w1: w1, b1: b1, w2: w2, b2: b2, w3: w3, b3: b3)
  }
}

/// Softmax and cross-entropy with one-hot targets.
enum CrossEntropy {
  /// log softmax of each row; the largest y of a row is subtracted first.
  static func logs<A: TensorAlgebra>(_ y: A) -> A {
    let shifted = y - y.max(axis: 1, keepingDimension: true)
    return shifted - shifted.exp().sum(axis: 1, keepingDimension: true).log()
  }

  /// `−1/N · Σ t·log p`.
  static func mean<A: TensorAlgebra>(y: A, targets: A) -> A {
    -(targets * logs(y)).total() / Double(y.shape[0])
  }
}
