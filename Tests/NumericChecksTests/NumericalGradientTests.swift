import NumericChecks
import Tensors
import Testing

@Suite("Numerical gradients")
struct NumericalGradientTests {
  /// A function with its derivatives as mathematics has them, or as dual numbers do.
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: FunctionClass
    let function: @Sendable (Tensor) -> Double
    let gradient: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }

    init(
      _ name: String, _ kind: FunctionClass, _ function: @escaping @Sendable (Tensor) -> Double,
      _ gradient: @escaping @Sendable (Tensor) -> Tensor
    ) {
      self.name = name
      self.kind = kind
      self.function = function
      self.gradient = gradient
    }
  }

  static let upstream: Tensor = [[1.5, -0.25], [0.5, 2]]
  static let w: Tensor = [[0.5, -1.25], [0.75, 2], [-0.375, 1.5]]

  static func sigmoid<A: TensorAlgebra>(_ x: A) -> A { A(constant: Tensor(1)) / ((-x).exp() + 1) }
  static func net<A: TensorAlgebra>(_ x: A) -> A {
    let y = sigmoid(sigmoid(x.matmul(A(constant: w))).matmul(A(constant: w.transposed())))
    return ((y - 0.25) * (y - 0.25)).total() / 2
  }
  static func softmax<A: TensorAlgebra>(_ x: A) -> A {
    (x.exp().sum(axis: 1, keepingDimension: false).log()).total()
  }

  static func dual(_ function: @escaping @Sendable (Dual) -> Dual) -> @Sendable (Tensor) -> Tensor {
    { gradient(of: function, at: $0) }
  }

  static let functions: [Known] = [
    Known("linear", .quadratic, { ($0 * 3).sum() }, { Tensor.full(shape: $0.shape, value: 3) }),
    Known("x²", .quadratic, { $0.squared().sum() }, { $0 * 2 }),
    Known(
      "affine", .quadratic, { ($0.matmul(w) * upstream).sum() },
      { _ in upstream.matmul(w.transposed()) }),
    Known("x³", .smooth, { ($0 * $0 * $0).sum() }, { 3 * $0 * $0 }),
    Known("x⁴ as quadratic", .quadratic, { $0.squared().squared().sum() }, { 4 * $0 * $0 * $0 }),
    Known("|x|", .piecewiseLinear, { $0.abs().sum() }, { ($0 .> 0) - ($0 .< 0) }),
    Known("max(0, x)", .piecewiseLinear, { 3 * $0.maximum(0).sum() }, { 3 * ($0 .> 0) }),
    Known(
      "1/(1+x²)", .smooth, { (1 / (1 + $0.squared())).sum() },
      { -2 * $0 / (1 + $0.squared()).squared() }),
    Known("sigmoid", .smooth, { sigmoid($0).sum() }, dual { sigmoid($0).total() }),
    Known("net", .smooth, { net($0).scalar }, dual { net($0) }),
    Known("net as piecewise linear", .piecewiseLinear, { net($0).scalar }, dual { net($0) }),
    Known("softmax", .smooth, { softmax($0).scalar }, dual { softmax($0) }),
    Known("constant", .smooth, { _ in 7 }, { Tensor.zeros(shape: $0.shape) }),
  ]

  /// Points of two rows and three columns, none of whose numbers is near 0.
  static let points: [Tensor] = (1...8).map { (seed: UInt64) in
    var generator = SeededGenerator(seed: seed)
    return generator.tensor([2, 3])
  }

  @Test("The true gradient agrees, and no error estimate is too small", arguments: functions)
  func truth(_ known: Known) {
    for point in Self.points {
      let slopes = NumericalGradient(of: known.function, at: point, as: known.kind)
      let truth = known.gradient(point)
      #expect(slopes.agreement(with: truth) == .agrees)
      #expect(slopes.kinks == [] && slopes.undecided == [])
      let largest = truth.scalars.reduce(0) { max($0, abs($1)) }
      for (offset, right) in truth.scalars.enumerated() {
        let distance = abs(slopes.value.scalars[offset] - right)
        // The truth itself is rounded, too.
        #expect(distance <= 2 * slopes.error.scalars[offset] + 8 * largest.ulp)
        #expect(slopes.error.scalars[offset] <= 1e-9 * max(1, largest))
      }
    }
  }

  @Test("One wrong coordinate is found, and no other is accused", arguments: functions)
  func onePercent(_ known: Known) {
    for point in Self.points {
      let slopes = NumericalGradient(of: known.function, at: point, as: known.kind)
      var wrong = known.gradient(point)
      let largest = wrong.scalars.reduce(0) { max($0, abs($1)) }
      wrong[1, 2] += 1e-3 * max(largest, 1e-3)
      #expect(slopes.agreement(with: wrong) == .differs(at: [5]))
    }
  }

  @Test("Exact classes are exact in numbers that are")
  func dyadic() {
    let point: Tensor = [[0.5, -1.25, 2], [0.375, 1.5, -0.125]]
    let square = NumericalGradient(of: { $0.squared().sum() }, at: point, as: .quadratic)
    #expect(square.value == 2 * point)
    let relu = NumericalGradient(of: { $0.maximum(0).sum() }, at: point, as: .piecewiseLinear)
    #expect(relu.value == (point .> 0))
  }

  @Test("NaN, another shape and missing numbers never agree")
  func strange() {
    let slopes = NumericalGradient(of: { $0.sum() }, at: [1, 2], as: .quadratic)
    #expect(slopes.agreement(with: Tensor([1, .nan])) == .differs(at: [1]))
    #expect(slopes.agreement(with: Tensor([.infinity, 1])) == .differs(at: [0]))
    #expect(slopes.agreement(with: [[1, 1]]) == .wrongShape)
    #expect(slopes.agreement(with: [1]) == .wrongShape)
  }

  @Test("A kink at or near the point proves nothing", arguments: [0, 0x1p-40, -0x1p-14, 0x1p-12])
  func kinks(distance: Double) {
    for kind in [FunctionClass.piecewiseLinear, .smooth, .quadratic] {
      for function: (Tensor) -> Double in [{ $0.abs().sum() }, { 3 * $0.maximum(0).sum() }] {
        let slopes = NumericalGradient(of: function, at: Tensor([1.5, distance, -1]), as: kind)
        #expect(slopes.agreement(with: [1, 0, 0]) == .undecided(at: [1]))
        #expect(slopes.kinks == [1])
      }
    }
  }

  @Test("A kink within the step proves nothing either", arguments: [0.3, 0.45, 0.6, 0.9, 1.5, 1.9])
  func nearKinks(steps: Double) {
    let point = Tensor([1.5, steps * 0x1p-10])
    for kind in [FunctionClass.piecewiseLinear, .smooth] where kind == .smooth || steps < 1 {
      let slopes = NumericalGradient(of: { $0.abs().sum() }, at: point, as: kind)
      #expect(slopes.undecided == [1])
    }
  }

  @Test("A curve without slope or curvature is no kink", arguments: [3, 4, 5, 6])
  func flat(power: Int) {
    let function = { (x: Tensor) in
      x.map { x in (0..<power).reduce(1) { product, _ in product * x } }.sum()
    }
    let slopes = NumericalGradient(of: function, at: [0, 1])
    #expect(slopes.kinks == [])
    #expect(slopes.agreement(with: [0, Tensor.Literal(integerLiteral: power)]) == .agrees)
  }

  @Test("Values that are not finite prove nothing")
  func notFinite() {
    let slopes = NumericalGradient(of: { $0.sqrt().sum() }, at: [0, 4])
    #expect(slopes.undecided == [0, 1] || slopes.undecided == [0])
    #expect(slopes.error[0] == .infinity)
    let nan = NumericalGradient(of: { _ in .nan }, at: [0, 4], as: .quadratic)
    #expect(nan.agreement(with: [0, 0]) == .undecided(at: [0, 1]))
  }

  @Test("A pass in Float proves nothing to Doubles, and to its own class about three digits")
  func float() {
    let function = { (x: Tensor) in
      Double(x.scalars.reduce(Float(0)) { $0 + Float(1) / (1 + Float($1) * Float($1)) })
    }
    let point: Tensor = [0.3, -1.7, 0.9]
    let truth = -2 * point / (1 + point.squared()).squared()
    let double = NumericalGradient(of: function, at: point)
    #expect(double.agreement(with: truth) == .undecided(at: double.undecided))
    let single = NumericalGradient(of: function, at: point, as: .singlePrecision)
    for (slope, right) in zip(single.value.scalars, truth.scalars) {
      #expect(abs(slope - right) < 2e-3)
    }
  }

  @Test("What the function throws is passed on, and it is asked no more than it must be")
  func asked() throws {
    struct Silent: Error, Equatable {}
    #expect(throws: Silent()) {
      try NumericalGradient(of: { _ throws(Silent) in throw Silent() }, at: [1])
    }
    for (kind, each) in [(FunctionClass.quadratic, 4), (.piecewiseLinear, 4), (.smooth, 6)] {
      var count = 0
      _ = NumericalGradient(
        of: {
          count += 1
          return $0.sum()
        }, at: [[1, 2], [3, 4]], as: kind)
      #expect(count == 1 + 4 * each)
    }
  }
}
