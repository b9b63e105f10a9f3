import Grading

/// Every assignment that can be graded, in the order in which it is listed.
package enum Catalogue {
  package static let all: [Assignment] = [
    .affineReLU,
    .momentumUpdate,
  ]

  /// The assignment with that identifier, such as `affine-relu`.
  package static func assignment(_ id: String) -> Assignment? {
    all.first { $0.id == id }
  }
}
