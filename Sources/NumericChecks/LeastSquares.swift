/// The numbers c with which Σⱼ c_j · column_j comes nearest to a target, in the sum of squares.
///
/// By orthogonal columns, made one after the other (modified Gram-Schmidt, each column twice),
/// which keeps the digits that the normal equations would square away.
struct LeastSquares {
  /// One number for each column.
  let solution: [Double]
  /// The largest share of an error in one number of the target that the solution would take up: at
  /// 1 that number decides a coefficient by itself, and no error of it can be seen.
  let largestLeverage: Double

  /// Least share of a column's length that must be left once the columns before it are taken out.
  private static let independence = 1e-3

  /// Nil if there are more columns than numbers, or if a column is zero, not finite, or nearly a
  /// sum of others.
  init?(_ columns: [[Double]], _ target: [Double]) {
    guard !columns.isEmpty, columns.count <= target.count else { return nil }
    var basis: [[Double]] = []
    // The upper triangle that leads from the basis back to the columns, column by column.
    var triangle: [[Double]] = []
    var lengths: [Double] = []
    for column in columns {
      guard let (unit, length) = Self.normalised(column) else { return nil }
      let (rest, parts) = Self.split(unit, by: basis)
      guard let (direction, left) = Self.normalised(rest), left >= Self.independence else {
        return nil
      }
      basis.append(direction)
      triangle.append(parts + [left])
      lengths.append(length)
    }
    var solution = Self.split(target, by: basis).parts
    for j in solution.indices.reversed() {
      solution[j] /= triangle[j][j]
      for i in 0..<j { solution[i] -= triangle[j][i] * solution[j] }
    }
    guard solution.allSatisfy(\.isFinite) else { return nil }
    self.solution = zip(solution, lengths).map(/)
    largestLeverage = target.indices.reduce(0) { largest, i in
      max(largest, basis.reduce(0) { $0 + $1[i] * $1[i] })
    }
  }

  /// What is left of a vector without its parts along an orthonormal basis, and those parts.
  private static func split(
    _ vector: [Double], by basis: [[Double]]
  ) -> (rest: [Double], parts: [Double]) {
    var rest = vector
    var parts = basis.map { _ in 0.0 }
    // What rounding leaves along the basis the first time is taken out the second time.
    for _ in 1...2 {
      for (j, direction) in basis.enumerated() {
        let part = zip(rest, direction).reduce(0) { $0 + $1.0 * $1.1 }
        rest = zip(rest, direction).map { $0 - part * $1 }
        parts[j] += part
      }
    }
    return (rest, parts)
  }

  /// The vector at length 1, and its length; nil if it has none or is not finite.
  private static func normalised(_ vector: [Double]) -> (unit: [Double], length: Double)? {
    // Scaled by the largest, so that no square overflows or is lost.
    let largest = vector.reduce(0) { max($0, abs($1)) }
    guard largest > 0, vector.allSatisfy(\.isFinite) else { return nil }
    let length = vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    return (vector.map { $0 / largest / length }, largest * length)
  }
}
