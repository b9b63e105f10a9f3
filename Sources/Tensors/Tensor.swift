/// A dense array of `Double`, of any rank, in row-major order, with value semantics.
///
/// ```swift
/// let x: Tensor = [[1, 2, 3], [4, 5, 6]]
/// x.shape      // [2, 3]
/// x[1, 0]      // 4.0
/// x.scalars    // [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
/// ```
///
/// It computes as a NumPy array of `float64` does: the same broadcasting, the same meaning of
/// `axis`, the same treatment of NaN. A shape that does not fit stops the program with a message
/// that names the operation and the shapes.
///
/// Two tensors are equal (`==`) if shapes and all numbers are; as for `Double`, NaN equals nothing,
/// not even itself, and `-0.0` equals `0.0`. For an elementwise comparison see
/// ``Tensor/.==(_:_:)``.
public struct Tensor: Sendable, Hashable {
  /// The length of each axis, outermost first; `[]` for a single number.
  public let shape: [Int]

  /// All numbers, row by row: the last axis varies fastest.
  public internal(set) var scalars: [Double]

  /// Makes a tensor of the given shape from its numbers, row by row.
  ///
  /// Equals `np.array(scalars).reshape(shape)`. Stops if a length is negative, or if the shape does
  /// not hold exactly as many numbers as there are.
  public init(shape: [Int], scalars: [Double]) {
    guard let count = Tensor.count(of: shape), count == scalars.count else {
      stop("Tensor.init: shape \(shape.shapeText) does not hold \(scalars.count) numbers")
    }
    self.init(trusted: shape, scalars)
  }

  /// Makes a tensor of rank 0 from one number.
  public init(_ scalar: Double) {
    self.init(trusted: [], [scalar])
  }

  /// Makes a tensor of rank 1 from its numbers.
  public init(_ values: [Double]) {
    self.init(trusted: [values.count], values)
  }

  /// Makes a tensor of rank 2 from its rows, which must have the same length.
  ///
  /// For rows that are computed; a literal such as `[[1, 2], [3, 4]]` needs no initialiser. No rows
  /// at all give the shape `[0, 0]`.
  public init(_ rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      stop("Tensor.init: row \(index) has \(row.count) numbers, row 0 has \(width)")
    }
    self.init(trusted: [rows.count, width], Array(rows.joined()))
  }

  /// Makes a tensor from data that nobody has checked, or nil if shape and data do not fit.
  ///
  /// Nil for a negative length, more than 64 axes (NumPy's limit), a shape whose size in bytes
  /// overflows `Int`, or another count of numbers than the shape holds. Never stops the program,
  /// whatever the input.
  package init?(validatingShape shape: [Int], scalars: [Double]) {
    guard
      shape.count <= 64,
      let count = Tensor.count(of: shape), count == scalars.count
    else { return nil }
    self.init(trusted: shape, scalars)
  }

  /// Makes a tensor whose shape and count the caller has already matched.
  init(trusted shape: [Int], _ scalars: [Double]) {
    self.shape = shape
    self.scalars = scalars
  }

  /// Whether shapes and all numbers are equal; NaN equals nothing, not even itself.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    // Not `==` of the arrays: it takes an array that holds NaN as equal to its own copy, and as
    // different from one with the same contents.
    a.shape == b.shape && a.scalars.elementsEqual(b.scalars)
  }

  /// The number of axes: 0 for a single number, 1 for a vector, 2 for a matrix.
  public var rank: Int { shape.count }

  /// The number of elements: the product of the shape, 1 for rank 0.
  public var count: Int { scalars.count }

  /// How many elements a shape holds; nil if a length is negative or the shape is too large.
  ///
  /// Too large as for NumPy: the lengths other than 0, and the eight bytes of a number, multiply to
  /// more than an `Int` holds. So no product of some of the lengths overflows, in empty shapes
  /// either.
  static func count(of shape: [Int]) -> Int? {
    let size = MemoryLayout<Double>.stride
    var bytes = size
    for length in shape where length != 0 {
      let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
      guard length > 0, !overflow else { return nil }
      bytes = product
    }
    return shape.contains(0) ? 0 : bytes / size
  }
}
