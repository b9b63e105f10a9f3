import Tensors

/// The one change that turns every right tensor into the one that was given.
///
/// For each pair k,
///
///     got_k = ± c_k · T(right_k)
///
/// where T is one ``Transform`` for all pairs and c is 1 or one ``Factor`` with a meaning. It needs no
/// reference solution: the right tensors may as well be numerical gradients. It is a statement of
/// fact about the numbers, whatever their cause, and it is made only if
///
/// - there are three pairs or more whose right tensors are all different and not zero throughout,
/// - every given tensor equals the changed right one to 1e-9 (as ``Comparison/separation(_:_:)``
///   measures it), which NaN and infinity never do,
/// - and in one pair at least the given tensor lies 1e-3 or more from the right one, so that the
///   transpose of a symmetric matrix is no transpose.
///
/// Of several changes that fit, the simplest counts: a factor alone before a transform, and the
/// transforms in the order in which they are declared.
package struct Resemblance: Hashable, Sendable {
  /// How the elements are rearranged.
  package let transform: Transform
  /// Whether all signs are turned.
  package let isNegated: Bool
  /// What all elements are multiplied by, apart from the sign; nil for 1.
  package let factor: Factor?

  /// Farthest that a given tensor may lie from what it is said to be.
  package static let match = 1e-9
  /// Nearest that the given tensor may lie to the right one in the pair that tells them apart.
  package static let separation = 1e-3
  /// Fewest different right tensors on which a resemblance may rest.
  package static let fewestPairs = 3

  /// Names a change, as a search finds it.
  package init(_ transform: Transform, isNegated: Bool = false, factor: Factor? = nil) {
    self.transform = transform
    self.isNegated = isNegated
    self.factor = factor
  }
}

// MARK: - The search

extension Resemblance {
  /// Finds the change that all pairs have in common, or nil if there is none.
  ///
  /// A transform other than ``Transform/same`` goes with one factor at most, where −1 counts as one.
  ///
  /// - Parameters:
  ///   - pairs: The given tensors beside the right ones.
  ///   - quantities: The values of named quantities, one for each pair in the pairs' order, such as
  ///     the batch size; those with another count of values are passed over.
  package init?(in pairs: [TensorPair], quantities: [String: [Double]] = [:]) {
    guard Self.areEvidence(pairs) else { return nil }
    let quantities = quantities.filter { $0.value.count == pairs.count }
    for transform in Transform.all + Transform.permutations(in: pairs) {
      let turned = pairs.compactMap { pair in
        transform.applied(to: pair.right, givenShape: pair.got.shape)
          .map { TensorPair(got: pair.got, right: $0) }
      }
      guard turned.count == pairs.count,
        let scale = Scale(of: turned, quantities: quantities),
        transform == .same || !scale.isNegated || scale.factor == nil
      else { continue }
      self.init(transform, isNegated: scale.isNegated, factor: scale.factor)
      return
    }
    return nil
  }

  private static func areEvidence(_ pairs: [TensorPair]) -> Bool {
    Set(pairs.filter(\.isTelling).map(\.right)).count >= fewestPairs
      && pairs.contains { Comparison.separation($0.got, $0.right) >= separation }
  }
}
