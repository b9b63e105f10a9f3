import NumericChecks
import Tensors
import Testing

@Suite("Worked numbers")
struct WorkedTests {
  private static let x = Worked(constant: [[2, -1]])
  private static let w = Worked(constant: [[1], [3]])
  private static let half = Worked(constant: [0.5])
  private static let two = Worked(constant: [2])
  private static let minus = Worked(constant: [-1])

  struct Line: Sendable, CustomTestStringConvertible {
    let text: String
    let worked: Worked
    var index = [0]
    var testDescription: String { text }
  }

  static let lines: [Line] = [
    // What is given is not derived.
    .init(text: "= 2", worked: two),
    .init(text: "= −2", worked: -two),
    .init(text: "= −1", worked: x.transposed(), index: [1, 0]),
    .init(text: "= 0.5", worked: half.sum(axis: 0, keepingDimension: false), index: []),
    .init(text: "≈ 0.3333", worked: Worked(constant: Tensor(1.0 / 3)), index: []),
    // Elements.
    .init(text: "= 2 + (−1) = 1", worked: two + minus),
    .init(text: "= −1 + 2 = 1", worked: minus + two),
    .init(text: "= 2 − (−1) = 3", worked: two - minus),
    .init(text: "= (−1) · 2 = −2", worked: minus * two),
    .init(text: "= 2 / (−1) = −2", worked: two / minus),
    .init(text: "= 0.5 · (1 − 0.5) = 0.25", worked: half * (1 - half)),
    .init(text: "= (2 − 0.5) · 3 = 4.5", worked: (two - half) * 3),
    .init(text: "= 2 − (0.5 − (−1)) = 0.5", worked: two - (half - minus)),
    .init(text: "= 2 − 0.5 · (−1) = 2.5", worked: two - half * minus),
    .init(text: "= 2 / (2 · 0.5) = 2", worked: two / (two * half)),
    .init(text: "= −(2 + 0.5) = −2.5", worked: -(two + half)),
    .init(text: "= −2 · 0.5 = −1", worked: -(two * half)),
    // Functions.
    .init(text: "= max(0, −1) = 0", worked: minus.rectified()),
    .init(text: "= max(0, 2 + (−1)) = 1", worked: (two + minus).rectified()),
    .init(text: "= 1 / (1 + exp(0)) = 0.5", worked: one / (1 + (two - two + 0).exp())),
    .init(text: "= 1 / (1 + exp(−2)) ≈ 0.8808", worked: one / (1 + (-two).exp())),
    .init(text: "= sqrt(2) ≈ 1.414", worked: two.sqrt()),
    .init(text: "= log(2) ≈ 0.6931", worked: two.log()),
    .init(text: "= tanh(2) ≈ 0.964", worked: two.tanh()),
    // A rounded number within makes the whole line one.
    .init(text: "≈ 0.3333 · 2 ≈ 0.6667", worked: Worked(constant: Tensor([1.0 / 3])) * two),
    .init(text: "≈ 0.3333 · 3 ≈ 1", worked: Worked(constant: Tensor([1.0 / 3])) * 3),
    // Sums and products of matrices.
    .init(text: "= 2·1 + (−1)·3 = −1", worked: x.matmul(w), index: [0, 0]),
    .init(
      text: "= (−1)·2 = −2", worked: x.transposed().matmul(two.reshaped(to: [1, 1])), index: [1, 0]),
    .init(text: "= 2·1 + (−1)·3 + 0.5 = −0.5", worked: x.matmul(w) + half, index: [0, 0]),
    .init(text: "= 2 + (−1) = 1", worked: x.sum(axis: 1, keepingDimension: false)),
    .init(text: "= −1 + 2 = 1", worked: Worked(constant: [-1, 2]).total(), index: []),
    .init(
      text: "= max(2, −1) = 2", worked: x.max(axis: -1, keepingDimension: true), index: [0, 0]),
    .init(text: "= (4 + 1) / 2 = 2.5", worked: (x * x).total() / 2, index: []),
    .init(text: "= 0", worked: Worked(constant: .zeros(0)).total(), index: []),
    // What is long is cut to its last step.
    .init(
      text: "= 1 + 2 + 3 + … + 9 = 45",
      worked: Worked(constant: Tensor((1...9).map(Double.init))).total(), index: []),
    .init(text: "= (6 + 0) · 2 = 12", worked: (two + two + two + 0 + 0) * two),
    .init(
      text: "= (−0.125 + (−0.125)) · (−0.125 + (−0.125)) = 0.0625",
      worked: (eighth + eighth) * (eighth + eighth)),
    .init(
      text: "= 0.0625 + 1 ≈ 1.062", worked: (eighth + eighth) * (eighth + eighth) + 1),
  ]
  private static let one = Worked(constant: [1])
  private static let eighth = Worked(constant: [-0.125])

  @Test("An entry tells how it came about", arguments: lines)
  func derivations(line: Line) {
    #expect(line.worked.derivation(at: line.index) == line.text)
  }

  // MARK: - Laws

  @Test("The values are those of tensors, bit for bit", arguments: expressions)
  func values(expression: Expression) {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let point = generator.tensor([2, 3])
      let worked = expression.worked(Worked(constant: point))
      let value = expression.value(point)
      #expect(worked.shape == value.shape)
      #expect(worked.value.scalars.map(\.bitPattern) == value.scalars.map(\.bitPattern))
    }
  }

  @Test("A line has its own entry's value at its end, and is never long", arguments: expressions)
  func lineEnds(expression: Expression) {
    var generator = SeededGenerator(seed: 3)
    let worked = expression.worked(Worked(constant: generator.tensor([2, 3])))
    for (offset, value) in worked.value.scalars.enumerated() {
      let index = worked.shape.isEmpty ? [] : [offset]
      let line = worked.reshaped(to: worked.shape.isEmpty ? [] : [-1]).derivation(at: index)
      #expect(line.hasSuffix(" " + ShortNumber(value).text))
      #expect(line.count <= 120)
      #expect(line.count { $0 == "(" } == line.count { $0 == ")" })
    }
  }

  @Test("NaN, infinity and empty tensors are worked as well")
  func special() {
    let zero = Worked(constant: [0])
    #expect((zero / zero).derivation(at: [0]) == "= 0 / 0 = NaN")
    #expect((-Self.two / zero).derivation(at: [0]) == "= (−2) / 0 = −infinity")
    #expect(
      Worked(constant: .zeros(0, 3)).sum(axis: 0, keepingDimension: false).value == [0, 0, 0])
    #expect(
      Worked(constant: .zeros(2, 0)).matmul(Worked(constant: .zeros(0, 2))).value == .zeros(2, 2))
    #expect(Worked(constant: .zeros(0, 3)).transposed().shape == [3, 0])
  }

  @Test("An entry that does not exist stops the program, which names the shape")
  func noEntry() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Worked(constant: [1, 2]).derivation(at: [2])
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("no entry [2] in shape (2,)"))
  }

  /// One expression for tensors and for worked numbers.
  struct Expression: Sendable, CustomTestStringConvertible {
    let name: String
    let worked: @Sendable (Worked) -> Worked
    let value: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }
  }

  static let expressions: [Expression] = [
    .init(name: "arithmetic", worked: arithmetic, value: arithmetic),
    .init(name: "broadcasting", worked: DualTests.broadcasting, value: DualTests.broadcasting),
    .init(name: "outer", worked: outer, value: outer),
    .init(name: "vectors", worked: vectors, value: vectors),
    .init(name: "affine", worked: DualTests.affine, value: DualTests.affine),
    .init(name: "functions", worked: functions, value: functions),
    .init(name: "rectified", worked: DualTests.rectified, value: DualTests.rectified),
    .init(name: "shapes", worked: shapes, value: shapes),
    .init(name: "maxima", worked: DualTests.maxima, value: DualTests.maxima),
    .init(name: "softmax loss", worked: DualTests.softmaxLoss, value: DualTests.softmaxLoss),
  ]

  static func arithmetic<T: TensorAlgebra>(_ x: T) -> T {
    (3 + x - 1) * (2 * x) / (x * x + 1.5) - (0.5 - x) * 0.25 - -x / 4
  }
  static func outer<T: TensorAlgebra>(_ x: T) -> T {
    x.sum(axis: 1, keepingDimension: true) * x.sum(axis: 0, keepingDimension: false) - x / 8
  }
  static func vectors<T: TensorAlgebra>(_ x: T) -> T {
    let row = x.max(axis: 0, keepingDimension: false)
    return row.matmul(x.transposed()) + x.matmul(row) * row.matmul(row)
  }
  static func functions<T: TensorAlgebra>(_ x: T) -> T {
    let positive = x * x + 0.5
    return x.exp() * x.tanh() + positive.log() - positive.sqrt()
  }
  static func shapes<T: TensorAlgebra>(_ x: T) -> T {
    let y = x.reshaped(to: [3, 1, -1]).transposed()
    return (y * y).sum(axis: -1, keepingDimension: true)
      + y.transposed().max(axis: 1, keepingDimension: false).transposed()
      .reshaped(to: [2, 1, 3])
  }
}
