import NumPyRandom
import Tensors

/// An order in which the terms of a sum are added; rounding differs, and every order is right.
enum Summation: String, Sendable, CaseIterable {
  /// From the last term to the first.
  case backwards
  /// Halves are summed by themselves, down to single terms.
  case pairwise
  /// The terms of smallest magnitude first.
  case smallestFirst
  /// In an order that changes with the numbers.
  case shuffled
  /// From first to last, with the rounding error carried along (Kahan).
  case compensated

  /// One line for the description of an alternative.
  var summary: String {
    switch self {
    case .backwards: "sums from the last term to the first"
    case .pairwise: "sums in pairs of halves"
    case .smallestFirst: "sums with the smallest terms first"
    case .shuffled: "sums in a shuffled order"
    case .compensated: "sums with Kahan's compensation"
    }
  }

  /// The sum of the terms; 0 of none.
  func callAsFunction(_ terms: [Double]) -> Double {
    switch self {
    case .backwards: return terms.reversed().reduce(0, +)
    case .pairwise: return Self.pairwise(terms[...])
    case .smallestFirst:
      return terms.sorted { $0.magnitude < $1.magnitude }.reduce(0, +)
    case .shuffled:
      // The same terms always get the same order, so that a verdict can be repeated.
      let word = terms.reduce(UInt64(terms.count)) { ($0 &* 31) ^ $1.bitPattern }
      var random = RandomState(seed: UInt32(truncatingIfNeeded: word ^ (word >> 32)))
      return random.permutation(terms.count).reduce(0) { $0 + terms[$1] }
    case .compensated:
      var (sum, lost) = (0.0, 0.0)
      for term in terms {
        let next = term - lost
        let total = sum + next
        lost = (total - sum) - next
        sum = total
      }
      return sum
    }
  }

  private static func pairwise(_ terms: ArraySlice<Double>) -> Double {
    guard terms.count > 1 else { return terms.first ?? 0 }
    let middle = terms.startIndex + terms.count / 2
    return pairwise(terms[..<middle]) + pairwise(terms[middle...])
  }
}

// MARK: - Of tensors

extension Summation {
  /// The product of two matrices, (N, D) and (D, M), one sum for each entry.
  func product(_ a: Tensor, _ b: Tensor) -> Tensor {
    var result = Tensor.zeros(a.shape[0], b.shape[1])
    for i in 0..<a.shape[0] {
      for j in 0..<b.shape[1] {
        result[i, j] = self((0..<b.shape[0]).map { a[i, $0] * b[$0, j] })
      }
    }
    return result
  }

  /// The sums of the columns of a matrix, (N, M).
  func columns(_ a: Tensor) -> Tensor {
    Tensor((0..<a.shape[1]).map { j in self((0..<a.shape[0]).map { a[$0, j] }) })
  }
}
