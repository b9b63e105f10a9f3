import NumericChecks
import Tensors
import Testing

@Suite("What a wrong tensor is made of")
struct ResemblanceTests {
  static let mixed = [[5, 3], [4, 6], [7, 2], [4, 4]]
  static let deep = [[2, 3, 4], [3, 2, 5], [4, 3, 3]]

  /// Right tensors of the shapes, and what a change makes of them.
  static func pairs(
    _ shapes: [[Int]] = mixed, seed: UInt64 = 1, by change: (Tensor, Int) -> Tensor
  ) -> [TensorPair] {
    var generator = SeededGenerator(seed: seed)
    return shapes.enumerated().map { index, shape in
      let right = generator.tensor(shape)
      return TensorPair(got: change(right, index), right: right)
    }
  }

  /// Element by element from its definition: `place` says where in the source a number comes from.
  private static func matrix(
    _ height: Int, _ width: Int, _ source: Tensor, _ place: (Int, Int) -> (Int, Int)
  ) -> Tensor {
    let scalars = (0..<height).flatMap { i in
      (0..<width).map { j in source[place(i, j).0, place(i, j).1] }
    }
    return Tensor(shape: [height, width], scalars: scalars)
  }

  // MARK: - Transforms

  static let transforms: [(Resemblance.Transform, @Sendable (Tensor) -> Tensor)] = [
    (.transposed, { a in matrix(a.shape[1], a.shape[0], a) { ($1, $0) } }),
    (.rowsReversed, { a in matrix(a.shape[0], a.shape[1], a) { (a.shape[0] - 1 - $0, $1) } }),
    (.columnsReversed, { a in matrix(a.shape[0], a.shape[1], a) { ($0, a.shape[1] - 1 - $1) } }),
    (.reshaped, { Tensor(shape: [$0.count], scalars: $0.scalars) }),
    (.reshaped, { Tensor(shape: [1] + $0.shape, scalars: $0.scalars) }),
    (
      .reordered,
      { a in Tensor(shape: a.shape, scalars: (0..<a.shape[1]).flatMap { a.column($0).scalars }) }
    ),
  ]

  @Test("A transform is named, alone and with a factor", arguments: transforms.indices)
  func transform(index: Int) {
    let (transform, change) = Self.transforms[index]
    let sizes = Self.mixed.map { Double($0[0]) }
    func found(_ change: (Tensor, Int) -> Tensor) -> Resemblance? {
      Resemblance(in: Self.pairs(by: change), quantities: ["N": sizes])
    }
    #expect(found { a, _ in change(a) } == Resemblance(transform))
    #expect(found { a, _ in -change(a) } == Resemblance(transform, isNegated: true))
    #expect(found { a, _ in change(a) * 2 } == Resemblance(transform, factor: .two))
    #expect(
      found { a, k in change(a) / sizes[k] } == Resemblance(transform, factor: .inverse("N")))
    #expect(found { a, _ in change(a) * -2 } == nil, "three changes are too many")
    #expect(found { a, _ in change(a) * 1.7 } == nil)
  }

  @Test("Of three axes all are turned round, or the last two")
  func threeAxes() {
    let lastTwo = Self.pairs(Self.deep) { a, _ in
      let (n, h, w) = (a.shape[0], a.shape[1], a.shape[2])
      let scalars = (0..<n).flatMap { i in
        (0..<w).flatMap { k in (0..<h).map { j in a[i, j, k] } }
      }
      return Tensor(shape: [n, w, h], scalars: scalars)
    }
    #expect(Resemblance(in: lastTwo) == Resemblance(.lastAxesSwapped))
    let all = Self.pairs(Self.deep) { a, _ in
      let (n, h, w) = (a.shape[0], a.shape[1], a.shape[2])
      let scalars = (0..<w).flatMap { k in
        (0..<h).flatMap { j in (0..<n).map { i in a[i, j, k] } }
      }
      return Tensor(shape: [w, h, n], scalars: scalars)
    }
    #expect(Resemblance(in: all) == Resemblance(.transposed))
  }

  @Test("An order that all have in common is named, one that changes is not")
  func permutations() {
    let order = [2, 0, 3, 1]
    let sameLength = [[4, 3], [4, 5], [4, 2]]
    let rows = Self.pairs(sameLength) { a, _ in a.rows(at: order) * 0.5 }
    #expect(Resemblance(in: rows) == Resemblance(.rowsPermuted(order), factor: .half))
    let columns = rows.map {
      TensorPair(got: $0.got.transposed(), right: $0.right.transposed())
    }
    #expect(Resemblance(in: columns) == Resemblance(.columnsPermuted(order), factor: .half))
    let entries = Self.pairs([[4], [4], [4]]) { a, _ in a.rows(at: order) }
    #expect(Resemblance(in: entries) == Resemblance(.rowsPermuted(order)))
    let orders = [order, [1, 3, 0, 2], order]
    #expect(Resemblance(in: Self.pairs(sameLength) { a, k in a.rows(at: orders[k]) }) == nil)
    let repeated = Self.pairs(sameLength) { a, _ in a.rows(at: [2, 0, 3, 3]) }
    #expect(Resemblance(in: repeated) == nil)
  }

  // MARK: - Factors

  @Test("Constants are named without a quantity")
  func constants() {
    let factors: [(Double, Resemblance)] = [
      (2, Resemblance(.same, factor: .two)), (0.5, Resemblance(.same, factor: .half)),
      (-1, Resemblance(.same, isNegated: true)),
      (-2, Resemblance(.same, isNegated: true, factor: .two)),
      (1.4426950408889634, Resemblance(.same, factor: .logarithm(base: 2))),
      (0.4342944819032518, Resemblance(.same, factor: .logarithm(base: 10))),
    ]
    for (factor, resemblance) in factors {
      #expect(Resemblance(in: Self.pairs { a, _ in a * factor }) == resemblance)
      let scalars = Self.pairs([[], [], []]) { a, _ in a * factor }
      #expect(Resemblance(in: scalars) == resemblance)
    }
    for factor in [0, 1.1, 3, 0.25, .nan, .infinity, 1 + 1e-6] {
      #expect(Resemblance(in: Self.pairs { a, _ in a * factor }) == nil)
    }
  }

  @Test("A quantity is named where the factor goes with it")
  func quantities() {
    let quantities = [
      "N": [5.0, 4, 7, 4], "rate": [0.25, 0.125, 0.375, 0.125], "y": [1, -3, 2, 5],
    ]
    func found(_ factors: [Double]) -> Resemblance? {
      Resemblance(in: Self.pairs { a, k in a * factors[k] }, quantities: quantities)
    }
    #expect(found([5, 4, 7, 4]) == Resemblance(.same, factor: .quantity("N")))
    #expect(found([0.2, 0.25, 1 / 7, 0.25]) == Resemblance(.same, factor: .inverse("N")))
    #expect(
      found([-5, -4, -7, -4]) == Resemblance(.same, isNegated: true, factor: .quantity("N")))
    #expect(found([0.25, 0.125, 0.375, 0.125]) == Resemblance(.same, factor: .quantity("rate")))
    #expect(found([1, -3, 2, 5]) == Resemblance(.same, factor: .quantity("y")))
    #expect(found([5, 4, 7, 5]) == nil)
    #expect(found([5, 4, 7, 4 * (1 + 1e-8)]) == nil)
  }

  @Test("Where two quantities are equal everywhere, neither is named; a constant is")
  func ambiguity() {
    let (five, four) = ([5.0, 4, 7, 4], [4.0, 4, 4, 4])
    func found(_ factors: [Double], _ quantities: [String: [Double]]) -> Resemblance? {
      Resemblance(in: Self.pairs { a, k in a * factors[k] }, quantities: quantities)
    }
    #expect(found(five, ["N": five, "M": five]) == nil)
    #expect(found(five, ["N": five, "n": five.map { 1 / $0 }]) == nil)
    #expect(found(four, ["N": four]) == nil, "what never varies is no evidence")
    let two = [2.0, 2, 2, 2]
    #expect(found(two, ["N": two, "M": two]) == Resemblance(.same, factor: .two))
    #expect(found(five, ["N": [5, 4, 7]]) == nil, "a value is missing")
  }

  // MARK: - Silence

  @Test("Fewer than three different right answers name nothing")
  func tooFew() {
    let pairs = Self.pairs { a, _ in -a }
    for count in 0...2 { #expect(Resemblance(in: Array(pairs[..<count])) == nil) }
    #expect(Resemblance(in: [pairs[0], pairs[1], pairs[0], pairs[1]]) == nil)
    let zero = TensorPair(got: .zeros(2, 2), right: .zeros(2, 2))
    #expect(Resemblance(in: [pairs[0], pairs[1], zero]) == nil)
    #expect(Resemblance(in: [pairs[0], pairs[1], zero, pairs[2]]) != nil)
    let notZero = TensorPair(got: .ones(2, 2), right: .zeros(2, 2))
    #expect(Resemblance(in: [pairs[0], pairs[1], notZero, pairs[2]]) == nil)
  }

  @Test("What changes nothing is not named: right answers, and transposes of symmetric matrices")
  func symmetric() {
    #expect(Resemblance(in: Self.pairs { a, _ in a }) == nil)
    var generator = SeededGenerator(seed: 2)
    let symmetric = [4, 5, 6].map { n in
      let a = generator.tensor([n, n])
      return a + a.transposed()
    }
    for right in [symmetric, symmetric.map { $0.map { abs($0) } }] {
      let pairs = right.map { TensorPair(got: $0.transposed(), right: $0) }
      #expect(Resemblance(in: pairs) == nil)
    }
    // With one that is not, the transpose shows.
    let other = generator.tensor([3, 3])
    let pairs = (symmetric + [other]).map { TensorPair(got: $0.transposed(), right: $0) }
    #expect(Resemblance(in: pairs) == Resemblance(.transposed))
  }

  @Test("A near miss is not named, round-off is", arguments: [1e-13, 1e-8, 1e-6, 1e-3])
  func nearMiss(distance: Double) {
    for change in [{ $0.transposed() }, { -$0 }, { $0 * 2 }] as [(Tensor) -> Tensor] {
      let pairs = Self.pairs { a, k in
        var scalars = change(a).scalars
        if k == 2 { scalars[3] += distance }
        return Tensor(shape: change(a).shape, scalars: scalars)
      }
      #expect((Resemblance(in: pairs) != nil) == (distance < 1e-9))
    }
  }

  @Test("One pair that does not fit, a NaN or an infinity are enough for silence", arguments: 0..<4)
  func allButOne(place: Int) {
    for wrong in [{ $0 * 3 }, { $0 * .nan }, { $0 * .infinity }, { $0 }] as [(Tensor) -> Tensor] {
      let pairs = Self.pairs { a, k in k == place ? wrong(a) : a * 2 }
      #expect(Resemblance(in: pairs) == nil)
    }
  }

  @Test("Scaling all tensors by one power of two changes nothing", arguments: [-600, -20, 20, 600])
  func scale(exponent: Int) {
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    for (transform, change) in Self.transforms {
      let pairs = Self.pairs { a, _ in change(a) * 2 }
        .map { TensorPair(got: $0.got * scale, right: $0.right * scale) }
      #expect(Resemblance(in: pairs) == Resemblance(transform, factor: .two))
    }
  }

  @Test("Of 500 random wrong answers none is named", arguments: 0..<500)
  func random(seed: Int) {
    let pairs = RandomMistake.pairs(seed: UInt64(seed))
    let sizes = pairs.map { Double($0.right.shape[0]) }
    let rates = pairs.indices.map { Double(1 + ($0 * 3 + seed) % 7) / 8 }
    let quantities = ["N": sizes, "rate": rates, "rest": rates.map { 1 - $0 }]
    #expect(Resemblance(in: pairs, quantities: quantities) == nil)
    #expect(PrecisionFingerprint(in: pairs) == nil)
  }
}
