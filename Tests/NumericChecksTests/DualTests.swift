import NumericChecks
import Tensors
import Testing

@Suite("Dual numbers")
struct DualTests {
  /// One expression in every algebra, so that the same text is differentiated and evaluated.
  struct Expression: Sendable, CustomTestStringConvertible {
    let name: String
    let shape: [Int]
    let dual: @Sendable (Dual) -> Dual
    let value: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }
  }

  static let w: Tensor = [[0.5, -1.25], [0.75, 2], [-0.375, 1.5]]
  static let row: Tensor = [1.5, -0.5, 0.25]

  static func constant<T: TensorAlgebra>(_ tensor: Tensor) -> T { T(constant: tensor) }

  static func sum<T: TensorAlgebra>(_ x: T) -> T { x.total() }
  static func arithmetic<T: TensorAlgebra>(_ x: T) -> T {
    ((3 + x - 1) * (2 * x) / (x * x + 1.5) - (0.5 - x) * 0.25 - -x / 4).total()
  }
  static func broadcasting<T: TensorAlgebra>(_ x: T) -> T {
    let b: T = constant(row)
    let column = x.sum(axis: 1, keepingDimension: true)
    return ((x + b) * column / (x * x + 2) - b / (column * column + 1)).total()
  }
  static func affine<T: TensorAlgebra>(_ x: T) -> T {
    (x.matmul(constant(w)) * x.matmul(constant(w)) + x.transposed().matmul(x).total()).total()
  }
  static func functions<T: TensorAlgebra>(_ x: T) -> T {
    let positive = x * x + 0.5
    return (x.exp() * x.tanh() + positive.log() - positive.sqrt()).total()
  }
  static func rectified<T: TensorAlgebra>(_ x: T) -> T {
    (x.rectified() * x + (-x).rectified() * 3).total()
  }
  static func shapes<T: TensorAlgebra>(_ x: T) -> T {
    let y = x.reshaped(to: [3, -1]).transposed()
    return (y * y * y).sum(axis: 0, keepingDimension: false).exp().log().total()
  }
  static func maxima<T: TensorAlgebra>(_ x: T) -> T {
    (x.max(axis: 0, keepingDimension: false) * constant(row)
      + x.max(axis: -1, keepingDimension: true)).total()
  }
  static func softmaxLoss<T: TensorAlgebra>(_ x: T) -> T {
    let shifted = x - x.max(axis: 1, keepingDimension: true)
    let total = shifted.exp().sum(axis: 1, keepingDimension: true).log()
    let labels: T = constant([[0, 1, 0], [1, 0, 0]])
    return ((total - shifted) * labels).total() / 2
  }

  static let expressions: [Expression] = [
    .init(name: "sum", shape: [2, 3], dual: sum, value: sum),
    .init(name: "arithmetic", shape: [2, 3], dual: arithmetic, value: arithmetic),
    .init(name: "broadcasting", shape: [2, 3], dual: broadcasting, value: broadcasting),
    .init(name: "affine", shape: [2, 3], dual: affine, value: affine),
    .init(name: "functions", shape: [2, 3], dual: functions, value: functions),
    .init(name: "rectified", shape: [2, 3], dual: rectified, value: rectified),
    .init(name: "shapes", shape: [2, 3], dual: shapes, value: shapes),
    .init(name: "maxima", shape: [2, 3], dual: maxima, value: maxima),
    .init(name: "softmax loss", shape: [2, 3], dual: softmaxLoss, value: softmaxLoss),
  ]

  // MARK: - Laws

  @Test("The gradient is what central differences show", arguments: expressions)
  func centralDifferences(expression: Expression) {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let point = generator.tensor(expression.shape)
      let exact = gradient(of: expression.dual, at: point)
      #expect(exact.shape == point.shape)
      let estimate = DualTests.differences(expression.value, at: point)
      #expect(Comparison.separation(exact, estimate) < 1e-8, "seed \(seed)")
    }
  }

  @Test("The value goes along unchanged", arguments: expressions)
  func values(expression: Expression) {
    var generator = SeededGenerator(seed: 5)
    let point = generator.tensor(expression.shape)
    let moving = expression.dual(Dual(value: point, tangent: .ones(shape: point.shape)))
    #expect(moving.value == expression.value(point))
    let still = expression.dual(Dual(constant: point))
    #expect(still.value == expression.value(point))
    #expect(still.tangent.scalars.allSatisfy { $0 == 0 })
  }

  @Test("Tangents are linear in the direction", arguments: expressions)
  func linear(expression: Expression) {
    var generator = SeededGenerator(seed: 6)
    let point = generator.tensor(expression.shape)
    let (d, e) = (generator.tensor(expression.shape), generator.tensor(expression.shape))
    let along = { expression.dual(Dual(value: point, tangent: $0)).tangent }
    let separation = Comparison.separation(along(2 * d - e), 2 * along(d) - along(e))
    #expect(separation < 1e-12)
  }

  // MARK: - Closed forms

  @Test("Functions have the derivatives of the textbook", arguments: [-1.5, -0.25, 0.5, 2])
  func closedForms(x: Double) {
    let slope = { (f: (Dual) -> Dual) in gradient(of: f, at: Tensor(x)).scalar }
    let exp = Tensor(x).exp().scalar
    let tanh = Tensor(x).tanh().scalar
    #expect(slope { $0 * $0 * $0 } == 3 * x * x)
    #expect(slope { $0.exp() } == exp)
    #expect(slope { $0.tanh() } == 1 - tanh * tanh)
    #expect(abs(slope { ($0 * $0).log() } - 2 / x) < 1e-15 * abs(2 / x) * 4)
    #expect(abs(slope { ($0 * $0).sqrt() } - (x < 0 ? -1 : 1)) < 1e-15)
    #expect(slope { Dual(constant: Tensor(1)) / $0 } == -1 / x / x)
    #expect(slope { 3 - $0 } == -1)
    #expect(slope { $0 / 8 } == 0.125)
  }

  @Test("The affine layer's gradients are Xᵀ G, G Wᵀ and column sums")
  func affineLayer() {
    let x: Tensor = [[1, -2, 0.5], [3, 0.25, -1]]
    let g: Tensor = [[0.5, -1], [2, 0.75]]
    let upstream = Dual(constant: g)
    let (w, b): (Tensor, Tensor) = (DualTests.w, [0.125, -0.5])
    let gradW = gradient(
      of: { ((Dual(constant: x).matmul($0) + Dual(constant: b)) * upstream).total() }, at: w)
    let gradX = gradient(
      of: { (($0.matmul(Dual(constant: w)) + Dual(constant: b)) * upstream).total() }, at: x)
    let gradB = gradient(
      of: { ((Dual(constant: x.matmul(w)) + $0) * upstream).total() }, at: b)
    #expect(gradW == x.transposed().matmul(g))
    #expect(gradX == g.matmul(w.transposed()))
    #expect(gradB == g.sum(axis: 0))
  }

  @Test(
    "ReLU has slope 1 above zero, 0 below it and 0 at it",
    arguments: [(2.5, 1), (1e-300, 1), (0, 0), (-0.0, 0), (-1e-300, 0), (-3, 0)]
      as [(Double, Double)]
  )
  func relu(x: Double, slope: Double) {
    #expect(gradient(of: { $0.rectified() }, at: Tensor(x)).scalar == slope)
  }

  @Test("Of equal largest entries, the first carries the derivative")
  func ties() {
    let partials = gradient(
      of: { $0.max(axis: 0, keepingDimension: false).total() }, at: [[1, 7], [3, 7], [3, 0]])
    #expect(partials == [[0, 1], [1, 0], [0, 0]])
  }

  @Test("What does not move keeps derivative 0, even through the root of 0")
  func rootOfZero() {
    let partials = gradient(of: { $0.sqrt().total() }, at: [4, 0])
    #expect(partials == Tensor([0.25, .infinity]))
  }

  @Test("An empty point has an empty gradient")
  func empty() {
    #expect(gradient(of: { $0.total() }, at: .zeros(0, 3)).shape == [0, 3])
  }

  @Test("A function with several results stops the program, which names the shape")
  func notScalar() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = gradient(of: { (x: Dual) in x }, at: [1, 2])
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("result has shape [2]"))
  }

  // MARK: - Oracle

  /// (8 (f(x+h) − f(x−h)) − (f(x+2h) − f(x−2h))) / 12h for each coordinate.
  private static func differences(_ f: (Tensor) -> Tensor, at point: Tensor) -> Tensor {
    let h = 0x1p-10
    func shifted(_ place: Int, _ steps: Double) -> Double {
      var scalars = point.scalars
      scalars[place] += steps * h
      return f(Tensor(shape: point.shape, scalars: scalars)).scalar
    }
    let partials = point.scalars.indices.map { place in
      let inner = shifted(place, 1) - shifted(place, -1)
      let outer = shifted(place, 2) - shifted(place, -2)
      return (8 * inner - outer) / (12 * h)
    }
    return Tensor(shape: point.shape, scalars: partials)
  }
}
