import Grading

/// What can be graded.
package enum Catalogue {
  /// Every assignment, in the order in which it is listed.
  package static let all: [Assignment] = [
    .affineReLU,
    .momentumUpdate,
  ]

  /// The assignment with that identifier, such as `affine-relu`; `nil` where there is none.
  package static func assignment(_ id: String) -> Assignment? {
    all.first { $0.id == id }
  }
}
