import NumericChecks
import Tensors
import Testing

@Suite("A tensor as a sum of terms")
struct TermFitTests {
  typealias Coefficient = TermFit.Coefficient

  static let mixed = [[5, 3], [4, 6], [3], [4, 4]]
  static let quantities = ["m": [0.75, 0.875, 0.5, 0.625], "r": [0.375, 0.25, 0.125, 0.25]]
  static let right = [Coefficient(1), Coefficient(1, "m"), Coefficient(-1, "r")]

  /// Terms of the shapes, and what a change makes of their sum with the given values.
  static func samples(
    _ values: [[Double]], shapes: [[Int]] = mixed, seed: UInt64 = 1,
    by change: (Tensor, Int) -> Tensor = { sum, _ in sum }
  ) -> [TermFit.Sample] {
    var generator = SeededGenerator(seed: seed)
    return shapes.enumerated().map { k, shape in
      let terms = values.map { _ in generator.tensor(shape) }
      var sum = Tensor.zeros(shape: shape)
      for (term, values) in zip(terms, values) { sum += values[k] * term }
      return TermFit.Sample(got: change(sum, k), terms: terms)
    }
  }

  /// The same number in every sample.
  private static func constants(_ numbers: [Double]) -> [[Double]] {
    numbers.map { number in mixed.map { _ in number } }
  }

  private static func found(_ samples: [TermFit.Sample], _ right: [Coefficient] = right)
    -> [Coefficient]?
  {
    TermFit(in: samples, quantities: quantities, right: right)?.coefficients
  }

  // MARK: - What is found

  static let plain: [[Double]] = [
    [1, 0.9, -0.1], [2, 1, 1], [1, 0, -0.001], [0, 0, 3], [-0.5, 1 / 3.0, 12], [1, 0.123456789, 5],
    [1, 1, 0], [-1, -1, 1],
  ]

  @Test("Constants come back, whatever they are", arguments: plain, [1, 2, 3] as [UInt64])
  func constant(numbers: [Double], seed: UInt64) throws {
    let found = try #require(Self.found(Self.samples(Self.constants(numbers), seed: seed)))
    for (coefficient, number) in zip(found, numbers) {
      #expect(coefficient.quantities == [])
      #expect(abs(coefficient.number - number) <= 1e-12 * abs(number))
      // What is plain is plain to the last bit.
      #expect(coefficient.number == number || number == 0.123456789)
    }
  }

  static let laws: [([Coefficient], [[Double]])] = [
    (
      [Coefficient(1), Coefficient(1, "m"), Coefficient(1, "r")],
      [[1, 1, 1, 1], [0.75, 0.875, 0.5, 0.625], [0.375, 0.25, 0.125, 0.25]]
    ),
    (
      [Coefficient(1), Coefficient(0.9, "r"), Coefficient(-1, "r", "m")],
      [
        [1, 1, 1, 1], [0.3375, 0.225, 0.1125, 0.225],
        [-0.28125, -0.21875, -0.0625, -0.15625],
      ]
    ),
    (
      [Coefficient(0), Coefficient(1, "m"), Coefficient(-2, "r", "r")],
      [
        [0, 0, 0, 0], [0.75, 0.875, 0.5, 0.625], [-0.28125, -0.125, -0.03125, -0.125],
      ]
    ),
  ]

  @Test("Coefficients that follow the quantities are named by them", arguments: laws.indices)
  func law(index: Int) {
    let (coefficients, values) = Self.laws[index]
    #expect(Self.found(Self.samples(values)) == coefficients)
    // In another order of samples, and in other units, the finding is the same.
    let doubled = Self.samples(values).map {
      TermFit.Sample(got: $0.got * 0x1p40, terms: $0.terms.map { $0 * 0x1p40 })
    }
    #expect(Self.found(doubled) == coefficients)
  }

  @Test("Where a term is zero throughout, its coefficient is read off the other samples")
  func absentTerm() {
    let samples = Self.samples(Self.constants([1, 0.9, -2])).enumerated().map { k, sample in
      guard k == 1 else { return sample }
      var terms = sample.terms
      let got = sample.got - 0.9 * terms[1]
      terms[1] = .zeros(shape: terms[1].shape)
      return TermFit.Sample(got: got, terms: terms)
    }
    #expect(Self.found(samples) == [Coefficient(1), Coefficient(0.9), Coefficient(-2)])
    let varying = [[1.0, 1, 1, 1], [0.9, 0.9, 0.9, 0.9], [0.375, 0.25, 0.125, 0.25]]
    let others = Self.samples(varying).enumerated().map { k, sample in
      guard k == 1 else { return sample }
      var terms = sample.terms
      let got = sample.got - 0.9 * terms[1]
      terms[1] = .zeros(shape: terms[1].shape)
      return TermFit.Sample(got: got, terms: terms)
    }
    #expect(Self.found(others) == [Coefficient(1), Coefficient(0.9), Coefficient(1, "r")])
  }

  // MARK: - What is not

  /// The values of the right coefficients.
  private static let rightValues = [
    [1, 1, 1, 1], [0.75, 0.875, 0.5, 0.625], [-0.375, -0.25, -0.125, -0.25],
  ]

  @Test("Nothing is said of the right sum, nor of rounding in it", arguments: [0, 1e-15, 1e-7])
  func rightSum(distance: Double) {
    let samples = Self.samples(Self.rightValues) { sum, _ in sum * (1 + distance) }
    #expect(Self.found(samples) == nil)
  }

  @Test("An error in one number is no coefficient", arguments: 0..<15, [1e-6, 0.125, 3, 1e6])
  func oneNumber(place: Int, error: Double) {
    for values in [Self.rightValues, Self.constants([1, 0.9, -0.1])] {
      let samples = Self.samples(values) { sum, k in
        guard k == place % 4 else { return sum }
        var scalars = sum.scalars
        scalars[place % scalars.count] += error
        return Tensor(shape: sum.shape, scalars: scalars)
      }
      #expect(Self.found(samples) == nil)
    }
  }

  @Test(
    "Of 600 wrong answers that are like nothing none is a sum", arguments: 0..<600 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let samples = RandomMistake.pairs(seed: seed).map { pair in
      // The right one is a sum of the terms, as it would be in an assignment.
      let term = generator.tensor(pair.right.shape)
      return TermFit.Sample(got: pair.got, terms: [pair.right - term, term])
    }
    let quantities = ["N": [5.0, 4, 7, 4], "rate": [0.25, 0.125, 0.375, 0.125]]
    let fit = TermFit(in: samples, quantities: quantities, right: [Coefficient(1), Coefficient(1)])
    // Two kinds are a multiple of the right one, which a sum may be called in truth.
    let isMultiple = [4, 10].contains(seed / 6 % 12)
    #expect(fit == nil || isMultiple && Set(fit?.coefficients ?? []).count == 1)
  }

  @Test("Coefficients without a law are not named")
  func lawless() {
    for values in [[0.9, 0.8, 0.7, 0.6], [0.75, 0.875, 0.5, 0.626], [1, 1, 1, 2]] {
      #expect(Self.found(Self.samples([[1, 1, 1, 1], values, [2, 2, 2, 2]])) == nil)
    }
  }

  @Test("Where two quantities fit equally well, neither is named, unless it is the right one")
  func ambiguity() {
    let values = [[1, 1, 1, 1], Self.rightValues[1], [2, 2, 2, 2]]
    let same = [
      "m": Self.rightValues[1], "k": Self.rightValues[1], "r": [0.375, 0.25, 0.125, 0.25],
    ]
    func found(_ right: [Coefficient]) -> [Coefficient]? {
      TermFit(in: Self.samples(values), quantities: same, right: right)?.coefficients
    }
    #expect(found([Coefficient(1), Coefficient(1), Coefficient(1)]) == nil)
    #expect(
      found([Coefficient(1), Coefficient(1, "m"), Coefficient(1)])
        == [Coefficient(1), Coefficient(1, "m"), Coefficient(2)])
  }

  @Test("Two samples, or few numbers, name nothing")
  func tooFew() {
    let values = Self.constants([1, 0.9, -2])
    let ones = values.map { _ in Coefficient(1) }
    #expect(Self.found(Self.samples(values, shapes: [[5, 3], [4, 6]]), ones) == nil)
    #expect(Self.found(Self.samples(values, shapes: [[5, 3], [4, 6], [4]]), ones) != nil)
    // Three coefficients need nine numbers.
    #expect(Self.found(Self.samples(values, shapes: [[2], [2], [2], [2]])) == nil)
    #expect(Self.found(Self.samples(values, shapes: [[2], [2], [2], [3]])) != nil)
  }

  @Test("Terms that are nearly sums of one another name nothing", arguments: [0, 1e-6, 1e-4])
  func collinear(distance: Double) {
    let samples = Self.samples(Self.constants([1, 0.9, -2])).map { sample in
      var terms = sample.terms
      terms[2] = terms[0] * 2 - terms[1] + distance * terms[2]
      return TermFit.Sample(got: terms[0] + 0.9 * terms[1] - 2 * terms[2], terms: terms)
    }
    #expect(Self.found(samples) == nil)
  }

  @Test("A number that decides a coefficient by itself is no evidence")
  func leverage() {
    let samples = Self.samples(Self.constants([1, 0.9, -2])).enumerated().map { k, sample in
      var terms = sample.terms
      var scalars = Array(repeating: 0.0, count: terms[2].count)
      if k == 0 { scalars[0] = 1 }
      terms[2] = Tensor(shape: terms[2].shape, scalars: scalars)
      return TermFit.Sample(got: terms[0] + terms[1] + 7 * terms[2], terms: terms)
    }
    #expect(Self.found(samples, [Coefficient(1), Coefficient(1), Coefficient(1)]) == nil)
  }

  @Test("NaN, infinity, zeros and other shapes name nothing")
  func unfit() {
    let values = Self.constants([1, 0.9, -2])
    for number in [Double.nan, .infinity] {
      #expect(Self.found(Self.samples(values) { sum, k in k == 2 ? sum * number : sum }) == nil)
    }
    #expect(Self.found(Self.samples(values) { sum, _ in sum * 0 }) == nil)
    #expect(Self.found(Self.samples(values) { sum, k in k == 1 ? sum.flattened() : sum }) == nil)
    #expect(Self.found([]) == nil)
    #expect(TermFit(in: Self.samples(values), right: []) == nil)
    #expect(TermFit(in: Self.samples(values), right: Self.right) == nil, "no quantities")
  }
}
