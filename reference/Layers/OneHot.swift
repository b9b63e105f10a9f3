import Tensors

/// Labels as rows of zeros with a single 1.
package enum OneHot {
  /// A row for each label, with a 1 in its column: `np.eye(classes)[labels]`.
  package static func rows(_ labels: Tensor, classes: Int) -> Tensor {
    Tensor.identity(classes).rows(at: labels.scalars.map { Int($0.rounded()) })
  }

  /// The same for any numbers, on which labels do not depend; `scores` tells how many classes.
  static func rows<A: TensorAlgebra>(_ labels: A, like scores: A) -> A {
    A(constant: rows(labels.value, classes: scores.shape[1]))
  }
}
