extension StringProtocol {
  /// The fewest insertions, deletions, replacements and swaps of neighbours that lead to `other`.
  package func editDistance(to other: some StringProtocol) -> Int {
    let (a, b) = (Array(self), Array(other))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = Swift.min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = Swift.min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  /// The name that this one was probably meant to be, or `nil` where none is near.
  ///
  /// Case is ignored, a third of the letters (at least one) may be wrong, and of equally near names
  /// the first wins.
  package func nearest(among names: some Sequence<String>) -> String? {
    let wanted = lowercased()
    let ranked = names.map { (name: $0, distance: wanted.editDistance(to: $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= Swift.max(1, wanted.count / 3) ? best.name : nil
  }
}
