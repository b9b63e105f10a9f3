import Tensors

/// The gradient check with which CS231n's assignments print their errors, step for step.
///
/// It is shown because students know its numbers. It decides nothing: its step is the same for every
/// function, and its error saturates at 1 and is ruled by the smallest entries.
package enum CourseGradientCheck {
  /// `eval_numerical_gradient`: central differences of one element after another.
  ///
  /// Element i is `(f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h`; in the shape of x.
  package static func numericalGradient(
    of function: (Tensor) throws -> Double, at x: Tensor, step h: Double = 1e-5
  ) rethrows -> Tensor {
    func shifted(_ index: Int, by step: Double) throws -> Double {
      var scalars = x.scalars
      scalars[index] += step
      return try function(Tensor(shape: x.shape, scalars: scalars))
    }
    let slopes = try x.scalars.indices.map { index in
      let (above, below) = (try shifted(index, by: h), try shifted(index, by: -h))
      return (above - below) / (2 * h)
    }
    return Tensor(shape: x.shape, scalars: slopes)
  }

  /// `eval_numerical_gradient_array`: the same for a function with an array as its result.
  ///
  /// Element i is `sum((f(x + h·eᵢ) − f(x − h·eᵢ)) · gradOut) / 2h`; in the shape of x.
  package static func numericalGradient(
    of function: (Tensor) throws -> Tensor, at x: Tensor, gradOut: Tensor, step h: Double = 1e-5
  ) rethrows -> Tensor {
    func shifted(_ index: Int, by step: Double) throws -> Tensor {
      var scalars = x.scalars
      scalars[index] += step
      return try function(Tensor(shape: x.shape, scalars: scalars))
    }
    let slopes = try x.scalars.indices.map { index in
      let (above, below) = (try shifted(index, by: h), try shifted(index, by: -h))
      return ((above - below) * gradOut).sum() / (2 * h)
    }
    return Tensor(shape: x.shape, scalars: slopes)
  }

  /// `rel_error`: the largest `|x − y| / max(1e-8, |x| + |y|)`; NaN if any of them is.
  package static func relativeError(_ x: Tensor, _ y: Tensor) -> Double {
    let errors = (x - y).abs() / (x.abs() + y.abs()).maximum(1e-8)
    return errors.scalars.reduce(0) { $1.isNaN || $1 > $0 ? $1 : $0 }
  }
}
