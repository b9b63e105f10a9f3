import NumPyRandom
import NumericChecks
import Reference
import Tensors

/// The inputs of a cell about the affine layer, with or without a ReLU after it, from seed 231.
struct AffineCell: Sendable {
  /// What the gradients are taken by.
  struct Point: Sendable {
    var x: Tensor
    var w: Tensor
    var b: Tensor
  }

  static let affine = AffineCell(samples: 10, inputs: 6, outputs: 5, endsInReLU: false)
  static let sandwich = AffineCell(samples: 2, inputs: 12, outputs: 10, endsInReLU: true)

  private let point: Point
  private let gradOut: Tensor
  private let endsInReLU: Bool
  private let reference = AffineReLUReference()

  private init(samples: Int, inputs: Int, outputs: Int, endsInReLU: Bool) {
    var random = RandomState(seed: 231)
    point = Point(
      x: random.randn(samples, inputs), w: random.randn(inputs, outputs),
      b: random.randn(outputs))
    gradOut = random.randn(samples, outputs)
    self.endsInReLU = endsInReLU
  }

  var output: Tensor { output(at: point) }

  var gradients: Point {
    if endsInReLU {
      let back = reference.affineReLUBackward(gradH: gradOut, x: point.x, w: point.w, b: point.b)
      return Point(x: back.gradX, w: back.gradW, b: back.gradB)
    }
    let back = reference.affineBackward(gradY: gradOut, h: point.x, w: point.w)
    return Point(x: back.gradH, w: back.gradW, b: back.gradB)
  }

  /// The error that the course prints for the gradient by one of the inputs.
  func error(by input: WritableKeyPath<Point, Tensor>) -> Tensor {
    let numerical = CourseGradientCheck.numericalGradient(
      of: { moved in
        var point = point
        point[keyPath: input] = moved
        return output(at: point)
      }, at: point[keyPath: input], gradOut: gradOut)
    return Tensor(CourseGradientCheck.relativeError(numerical, gradients[keyPath: input]))
  }

  private func output(at point: Point) -> Tensor {
    endsInReLU
      ? reference.affineReLU(x: point.x, w: point.w, b: point.b)
      : reference.affine(x: point.x, w: point.w, b: point.b)
  }
}
