/// The known mistake that a wrong output is nearest to, named or not.
///
/// For staff, who judge by it how near an answer came to being recognised, and which mistakes no
/// catalogue holds yet. It accuses nobody: the nearest of all may be far away.
package struct Nearest: Sendable, Hashable {
  /// The name in the catalogue of misconceptions, such as `AB2`.
  package let id: String
  /// The largest separation of the answer from that mistake, over all exchanges and all outputs
  /// that the mistake changes: at most ``Recognition/match`` where it is that mistake.
  package let distance: Double

  /// The misconception of that identifier, so far from the answer.
  package init(id: String, distance: Double) {
    self.id = id
    self.distance = distance
  }
}
