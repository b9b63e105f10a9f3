import Tensors

/// What comes out when a student's tensor is held against the reference's.
///
/// The error of an element s against its reference r is
///
///     |s − r| / max(|r|, floor)
///
/// and the student's tensor agrees when the shape is the reference's and no error is above the limit:
/// ``worstError``, the number that is shown, is the number that decides. Equal numbers have error 0,
/// equal infinities too, and NaN where NaN is expected. An error that is not a number counts as
/// infinite: NaN or infinity anywhere else, a finite number where one of them is expected, and any
/// difference from 0 where the floor is 0.
///
/// Agreement is reflexive (NaN included) and does not change when both tensors are scaled by a power
/// of two, unless the floor is absolute. It is not symmetric: the reference sets the scale.
package struct Comparison: Hashable, Sendable {
  /// Whether the tensors agree, and if not, in which respect.
  package let outcome: Outcome
  /// The largest error of all elements: 0 for empty tensors, infinity for a wrong shape.
  package let worstError: Double
  /// The largest error that agrees.
  package let limit: Double
  /// How many elements are above the limit; all of them for a wrong shape.
  package let mismatched: Int
  /// How many elements the reference has.
  package let count: Int
  /// The first element in row-major order above the limit; nil for a wrong shape.
  package let first: Mismatch?
  /// The element with the largest error, if that is above the limit; nil for a wrong shape.
  package let worst: Mismatch?

  /// Whether shape and every element are right.
  package var agrees: Bool { outcome == .agrees }

  /// Compares shapes exactly, without broadcasting, then NaN and infinity by position, then values.
  ///
  /// Stops if the tolerance gives a floor for each element in another shape than the reference's.
  package init(
    of student: Tensor,
    with reference: Tensor,
    tolerance: Tolerance = .standard,
  ) {
    let elements = Elements(student, reference, tolerance.floor)
    limit = tolerance.limit
    count = reference.count
    guard student.shape == reference.shape else {
      outcome = .wrongShape(got: student.shape, expected: reference.shape)
      (worstError, mismatched, first, worst) = (.infinity, reference.count, nil, nil)
      return
    }
    var tally = Tally(limit: tolerance.limit)
    for offset in 0..<reference.count {
      tally.add(elements.got[offset], error: elements.error(at: offset), at: offset)
    }
    let index = { (offset: Int) in Comparison.index(at: offset, in: reference.shape) }
    outcome = tally.outcome(index)
    worstError = tally.worstError
    mismatched = tally.mismatched
    first = tally.first.map { elements.mismatch(at: $0, index: index($0)) }
    worst = tally.worst.map { elements.mismatch(at: $0, index: index($0)) }
  }

  /// The index along each axis of the element at an offset in row-major order.
  private static func index(at offset: Int, in shape: [Int]) -> [Int] {
    var rest = offset
    var index: [Int] = []
    for length in shape.reversed() {
      index.append(rest % length)
      rest /= length
    }
    return index.reversed()
  }
}

// MARK: - Elements

/// The numbers of both sides, and what each error is divided by.
private struct Elements {
  let got: [Double]
  let expected: [Double]
  private let floor: Double
  private let floors: [Double]?

  init(_ student: Tensor, _ reference: Tensor, _ floor: Tolerance.Floor) {
    got = student.scalars
    expected = reference.scalars
    switch floor {
    case .fractionOfLargest(let fraction):
      let largest = reference.scalars.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
      (self.floor, floors) = (fraction * largest, nil)
    case .absolute(let value):
      (self.floor, floors) = (value, nil)
    case .elementwise(let values):
      guard values.shape == reference.shape else {
        stop("Comparison: floors of shape \(values.shape) for a reference of \(reference.shape)")
      }
      (self.floor, floors) = (0, values.scalars)
    }
  }

  /// The error of one element, never NaN.
  func error(at offset: Int) -> Double {
    let (got, expected) = (got[offset], expected[offset])
    if got == expected || got.isNaN && expected.isNaN { return 0 }
    let floor = floors?[offset] ?? floor
    // An infinite floor would let every number pass; one that is NaN is passed over by `>`.
    let denominator = floor.isFinite && floor > abs(expected) ? floor : abs(expected)
    let error = abs(got - expected) / denominator
    return error.isNaN ? .infinity : error
  }

  func mismatch(at offset: Int, index: [Int]) -> Comparison.Mismatch {
    Comparison.Mismatch(
      index: index,
      got: got[offset],
      expected: expected[offset],
      error: error(at: offset),
    )
  }
}

// MARK: - Tally

/// The elements counted so far; first and worst are kept as offsets.
private struct Tally {
  let limit: Double
  private(set) var worstError = 0.0
  private(set) var mismatched = 0
  private(set) var first: Int?
  private(set) var worst: Int?
  private var nan = 0
  private var infinite = 0
  private var firstNotFinite: Int?

  init(limit: Double) {
    self.limit = limit
  }

  mutating func add(_ got: Double, error: Double, at offset: Int) {
    let isWorst = error > worstError
    if isWorst { worstError = error }
    if error <= limit { return }
    mismatched += 1
    first = first ?? offset
    // What is above the limit is above every error that was not: no worst is missed here.
    if isWorst { worst = offset }
    if got.isNaN { nan += 1 }
    if got.isInfinite { infinite += 1 }
    if !got.isFinite { firstNotFinite = firstNotFinite ?? offset }
  }

  func outcome(_ index: (Int) -> [Int]) -> Comparison.Outcome {
    if let offset = firstNotFinite {
      return .notFinite(nan: nan, infinite: infinite, firstIndex: index(offset))
    }
    return mismatched == 0 ? .agrees : .differs
  }
}
