import Tensors
import Testing

/// Mistakes with shapes, and the message that must name the operation and the shapes.
enum Misuse: String, CaseIterable, Codable, Sendable {
  case matmulInner, matmulRank, plus, maximum, mask, growing, reshape, reshapeBesideZero
  case elementRange, elementNegative, elementRank, row, column, rows, scalar
  case axis, emptyMaximum, emptyAxis, count, negativeLength, unevenLiteral, unevenRows

  func commit() {
    let (a, b) = (Tensor.zeros(5, 4), Tensor.zeros(3, 4))
    var target = Tensor.zeros(4)
    switch self {
    case .matmulInner: _ = a.matmul(b)
    case .matmulRank: _ = a.matmul(Tensor(1))
    case .plus: _ = a + b
    case .maximum: _ = a.maximum(b)
    case .mask: _ = a .> b
    case .growing: target += b
    case .reshape: _ = a.reshaped(3, -1)
    case .reshapeBesideZero: _ = Tensor.zeros(0).reshaped(0, -1)
    case .elementRange: _ = a[5, 0]
    case .elementNegative: target[-1] = 1
    case .elementRank: _ = a[1]
    case .row: _ = a.row(5)
    case .column: _ = target.column(0)
    case .rows: _ = a.rows(3..<6)
    case .scalar: _ = target.scalar
    case .axis: _ = a.sum(axis: 2)
    case .emptyMaximum: _ = Tensor.zeros(0, 2).max()
    case .emptyAxis: _ = Tensor.zeros(0, 2).argmax(axis: 0)
    case .count: _ = Tensor(shape: [2, 2], scalars: [1, 2, 3])
    case .negativeLength: _ = Tensor.zeros(2, -1)
    case .unevenLiteral: target = [[1, 2], [3]]
    case .unevenRows: target = Tensor([[1.0, 2.0], [3.0]])
    }
  }

  var message: String {
    switch self {
    case .matmulInner: "Tensor.matmul: inner dimensions differ: (5, 4) · (3, 4)"
    case .matmulRank: "Tensor.matmul: ranks must be 1 or 2: (5, 4) · ()"
    case .plus: "Tensor.+: shapes do not broadcast: (5, 4) and (3, 4)"
    case .maximum: "Tensor.maximum: shapes do not broadcast: (5, 4) and (3, 4)"
    case .mask: "Tensor..>: shapes do not broadcast: (5, 4) and (3, 4)"
    case .growing: "Tensor.+=: shape (3, 4) does not broadcast to shape (4,)"
    case .reshape: "Tensor.reshaped: shape (5, 4) does not fit shape (3, -1)"
    case .reshapeBesideZero: "Tensor.reshaped: shape (0,) does not fit shape (0, -1)"
    case .elementRange: "Tensor[5, 0]: index out of range for shape (5, 4)"
    case .elementNegative: "Tensor[-1]: index out of range for shape (4,)"
    case .elementRank: "Tensor[1]: 1 index given for shape (5, 4) of rank 2"
    case .row: "Tensor.row: no row 5 in shape (5, 4)"
    case .column: "Tensor.column: no column 0 in shape (4,)"
    case .rows: "Tensor.rows: no rows 3..<6 in shape (5, 4)"
    case .scalar: "Tensor.scalar: shape (4,) does not hold exactly one number"
    case .axis: "Tensor.sum: no axis 2 in shape (5, 4)"
    case .emptyMaximum: "Tensor.max: shape (0, 2) is empty"
    case .emptyAxis: "Tensor.argmax: nothing to choose from in shape (0, 2)"
    case .count: "Tensor.init: shape (2, 2) does not hold 3 numbers"
    case .negativeLength: "Tensor.full: (2, -1) is not a shape"
    case .unevenLiteral: "Tensor literal: elements differ in shape: (2,) and (1,)"
    case .unevenRows: "Tensor.init: row 1 has 1 numbers, row 0 has 2"
    }
  }
}

@Suite("Wrong shapes")
struct TensorStopTests {
  @Test("A wrong shape stops with a message that names the shapes", arguments: Misuse.allCases)
  func stops(misuse: Misuse) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [misuse] in
      misuse.commit()
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains(misuse.message))
  }
}
