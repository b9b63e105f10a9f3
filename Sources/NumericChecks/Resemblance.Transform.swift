import Tensors

extension Resemblance {
  /// A way of rearranging the elements of a tensor.
  package enum Transform: Hashable, Sendable {
    /// The elements stay where they are.
    case same
    /// All axes in reverse order: the transpose of a matrix.
    case transposed
    /// The last two of three or more axes swapped.
    case lastAxesSwapped
    /// The elements of the transpose, row by row, in the shape of the right tensor.
    case reordered
    /// The same elements in the same order in another shape.
    case reshaped
    /// The first axis backwards.
    case rowsReversed
    /// The last of two or more axes backwards.
    case columnsReversed
    /// Entry i along the first axis is the right one's entry `order[i]`.
    case rowsPermuted([Int])
    /// Entry j along the second axis of a matrix is the right one's entry `order[j]`.
    case columnsPermuted([Int])

    /// All that need no order, the simplest first.
    static let all: [Transform] = [
      .same, .transposed, .lastAxesSwapped, .reordered, .reshaped, .rowsReversed, .columnsReversed,
    ]
  }
}

extension Resemblance.Transform {
  /// The rearranged tensor, or nil if it cannot be had or does not have the given shape.
  func applied(to tensor: Tensor, givenShape shape: [Int]) -> Tensor? {
    guard tensor.count > 0 else { return tensor.shape == shape ? tensor : nil }
    let result = rearranged(tensor, givenShape: shape)
    return result?.shape == shape ? result : nil
  }

  private func rearranged(_ tensor: Tensor, givenShape shape: [Int]) -> Tensor? {
    let rank = tensor.rank
    switch self {
    case .same: return tensor
    case .transposed: return rank > 1 ? tensor.transposed() : nil
    case .lastAxesSwapped: return rank > 2 ? Self.swappingLastAxes(of: tensor) : nil
    case .reordered: return rank > 1 ? tensor.transposed().reshaped(to: tensor.shape) : nil
    case .reshaped: return Tensor(validatingShape: shape, scalars: tensor.scalars)
    case .rowsReversed: return rank > 0 ? tensor.rows(at: (0..<tensor.shape[0]).reversed()) : nil
    case .columnsReversed:
      guard rank > 1, let width = tensor.shape.last else { return nil }
      let lines = tensor.reshaped(-1, width).transposed()
      return lines.rows(at: (0..<width).reversed()).transposed().reshaped(to: tensor.shape)
    case .rowsPermuted(let order):
      return rank > 0 && tensor.shape[0] == order.count ? tensor.rows(at: order) : nil
    case .columnsPermuted(let order):
      guard rank == 2, tensor.shape[1] == order.count else { return nil }
      return tensor.transposed().rows(at: order).transposed()
    }
  }

  /// Shapes: `(a, b, c)` gives `(a, c, b)`, and so on for more axes before them.
  private static func swappingLastAxes(of tensor: Tensor) -> Tensor {
    let outer = Array(tensor.shape.dropLast(2))
    let matrix = Array(tensor.shape.suffix(2))
    let stack = tensor.reshaped(to: [-1] + matrix)
    let scalars = (0..<stack.shape[0]).flatMap { stack.row($0).transposed().scalars }
    return Tensor(shape: outer + matrix.reversed(), scalars: scalars)
  }
}

// MARK: - Permutations

extension Resemblance.Transform {
  /// Longest axis along which an order is looked for.
  private static let longestAxis = 64

  /// The orders of rows or of columns that all pairs have in common.
  ///
  /// One order for all has a meaning only where the axis has one length in all pairs.
  static func permutations(in pairs: [TensorPair]) -> [Self] {
    let matrices = pairs.filter { $0.got.rank == 2 && $0.right.rank == 2 }
    let turned = matrices.map {
      TensorPair(got: $0.got.transposed(), right: $0.right.transposed())
    }
    return [
      order(ofRowsIn: pairs).map { .rowsPermuted($0) },
      turned.count == pairs.count ? order(ofRowsIn: turned).map { .columnsPermuted($0) } : nil,
    ].compactMap { $0 }
  }

  private static func order(ofRowsIn pairs: [TensorPair]) -> [Int]? {
    guard let length = pairs.first?.right.shape.first, 2...longestAxis ~= length,
      pairs.allSatisfy({ $0.got.shape == $0.right.shape && $0.right.shape.first == length })
    else { return nil }
    let rows = pairs.filter(\.isTelling).map { RowPair(of: $0) }
    var order: [Int] = []
    for i in 0..<length {
      let source = (0..<length).first { j in
        !order.contains(j) && rows.allSatisfy { $0.isEqual(i, j) }
      }
      guard let source else { return nil }
      order.append(source)
    }
    return order == Array(0..<length) ? nil : order
  }
}

/// The rows of both sides, those of the right one scaled to the size of the given one.
private struct RowPair {
  private let got: [Tensor]
  private let right: [Tensor]
  private let tolerance: Double

  init(of pair: TensorPair) {
    // An order of rows leaves the sum of squares as it is.
    let ratio = (pair.got * pair.got).sum() / (pair.right * pair.right).sum()
    let right = pair.right * ratio.squareRoot()
    let rows = 0..<pair.right.shape[0]
    got = rows.map { pair.got.row($0) }
    self.right = rows.map { right.row($0) }
    tolerance = Resemblance.match * right.scalars.reduce(0) { max($0, abs($1)) }
  }

  func isEqual(_ i: Int, _ j: Int) -> Bool {
    // A NaN is within no tolerance.
    zip(got[i].scalars, right[j].scalars).allSatisfy { abs($0 - $1) <= tolerance }
  }
}
