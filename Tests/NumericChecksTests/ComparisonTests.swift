import NumericChecks
import Tensors
import Testing

@Suite("Comparison")
struct ComparisonTests {
  static let shapes: [[Int]] = [[], [1], [3], [0], [2, 0], [4, 3], [2, 3, 4], [1, 1]]

  // MARK: - Laws

  @Test(
    "Every tensor agrees with itself with error 0, NaN and infinities included", arguments: shapes)
  func reflexive(shape: [Int]) {
    var generator = SeededGenerator(seed: 1)
    var scalars = generator.tensor(shape).scalars
    for (place, value) in zip(scalars.indices, [Double.nan, .infinity, -.infinity, 0, -0.0]) {
      scalars[place] = value
    }
    let tensor = Tensor(shape: shape, scalars: scalars)
    let exact = Tolerance(limit: 0, floor: .absolute(0))
    for tolerance in [.standard, exact, Tolerance(floor: .elementwise(tensor))] {
      let comparison = Comparison(of: tensor, with: tensor, tolerance: tolerance)
      #expect(comparison.agrees)
      #expect(comparison.worstError == 0)
      #expect(comparison.mismatched == 0)
      #expect(comparison.count == tensor.count)
      #expect(comparison.first == nil && comparison.worst == nil)
    }
  }

  @Test("Scaling both tensors by a power of two changes nothing", arguments: [-40, -3, 5, 60])
  func scaleInvariant(exponent: Int) {
    var generator = SeededGenerator(seed: 2)
    let reference = generator.tensor([4, 3])
    let student = reference + generator.tensor([4, 3]) * 1e-9
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    let plain = Comparison(of: student, with: reference)
    let scaled = Comparison(of: student * scale, with: reference * scale)
    #expect(plain.outcome == .differs)
    #expect(scaled.outcome == plain.outcome)
    #expect(scaled.worstError == plain.worstError)
    #expect(scaled.mismatched == plain.mismatched)
    #expect(scaled.worst?.index == plain.worst?.index)
  }

  @Test("The number that is shown decides", arguments: 0..<100 as Range<UInt64>)
  func oneNumberDecides(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let reference = generator.tensor([3, 4])
    let student = reference + generator.tensor([3, 4]) * 2e-10
    let comparison = Comparison(of: student, with: reference)
    #expect(comparison.agrees == (comparison.worstError <= comparison.limit), "seed \(seed)")
    #expect(comparison.agrees == (comparison.mismatched == 0), "seed \(seed)")
    #expect(comparison.agrees == (comparison.worst == nil), "seed \(seed)")
    if let worst = comparison.worst { #expect(worst.error == comparison.worstError) }
    let atLimit = Tolerance(limit: comparison.worstError)
    #expect(Comparison(of: student, with: reference, tolerance: atLimit).agrees, "seed \(seed)")
  }

  @Test("One element that is not finite fails, wherever it is", arguments: 0..<12)
  func oneNotFinite(place: Int) {
    var generator = SeededGenerator(seed: 3)
    let reference = generator.tensor([4, 3])
    for value in [Double.nan, .infinity, -.infinity] {
      var scalars = reference.scalars
      scalars[place] = value
      let student = Tensor(shape: [4, 3], scalars: scalars)
      let comparison = Comparison(of: student, with: reference)
      let index = [place / 3, place % 3]
      let nan = value.isNaN ? 1 : 0
      #expect(comparison.outcome == .notFinite(nan: nan, infinite: 1 - nan, firstIndex: index))
      #expect(comparison.mismatched == 1)
      #expect(comparison.worstError == .infinity)
      #expect(comparison.worst?.index == index)
      // Nor is a finite number right where the reference has none.
      let turned = Comparison(of: reference, with: student)
      #expect(turned.outcome == .differs)
      #expect(turned.mismatched == 1)
      #expect(turned.first?.error == .infinity)
    }
  }

  @Test("A wrong shape fails although the numbers are the same")
  func wrongShape() {
    let shapes = [[6], [6, 1], [1, 6], [2, 3], [3, 2], [1, 2, 3]]
    for got in shapes {
      for expected in shapes where got != expected {
        let comparison = Comparison(of: .ones(shape: got), with: .ones(shape: expected))
        #expect(comparison.outcome == .wrongShape(got: got, expected: expected))
        #expect(comparison.worstError == .infinity)
        #expect(comparison.mismatched == 6 && comparison.count == 6)
        #expect(comparison.first == nil && comparison.worst == nil)
      }
    }
    #expect(!Comparison(of: Tensor(1), with: [1]).agrees)
    #expect(!Comparison(of: .zeros(0, 3), with: .zeros(3, 0)).agrees)
  }

  @Test("A wrong small element fails where another is large")
  func smallBesideLarge() {
    let reference: Tensor = [1000, 1]
    let comparison = Comparison(of: [1000, 1.000001], with: reference)
    #expect(comparison.outcome == .differs)
    #expect(comparison.worst?.index == [1])
    // The floor is 1e-3 of 1000, which is 1.
    #expect(abs(comparison.worstError - 1e-6) < 1e-12)
  }

  // MARK: - Examples

  @Test("First and worst mismatch are told apart, with their places")
  func places() {
    let reference: Tensor = [[1, 2, 3], [4, 5, 6]]
    let student: Tensor = [[1, 2.5, 3], [4, 5, 12]]
    let comparison = Comparison(of: student, with: reference)
    #expect(comparison.outcome == .differs)
    #expect(comparison.mismatched == 2)
    let first = comparison.first
    #expect(first?.index == [0, 1])
    #expect(first?.got == 2.5 && first?.expected == 2 && first?.error == 0.25)
    let worst = comparison.worst
    #expect(worst?.index == [1, 2])
    #expect(worst?.got == 12 && worst?.expected == 6 && worst?.error == 1)
    #expect(comparison.worstError == 1)
    #expect(comparison.limit == 1e-9)
  }

  @Test(
    "The error of one element",
    arguments: [
      (got: 1.5, expected: 1, floor: 0, error: 0.5),
      (got: -1, expected: 1, floor: 0, error: 2),
      (got: 0, expected: 0, floor: 0, error: 0),
      (got: -0.0, expected: 0, floor: 0, error: 0),
      (got: 1e-300, expected: 0, floor: 0, error: .infinity),
      (got: 0.5, expected: 0, floor: 2, error: 0.25),
      (got: 0.5, expected: 0.25, floor: 2, error: 0.125),
      (got: 5, expected: 4, floor: 2, error: 0.25),
      (got: 0.5, expected: 0.25, floor: .nan, error: 1),
      (got: 0.5, expected: 0.25, floor: .infinity, error: 1),
      (got: 0.5, expected: 0.25, floor: -8, error: 1),
      (got: 1e308, expected: -1e308, floor: 0, error: .infinity),
      (got: .infinity, expected: -.infinity, floor: 1, error: .infinity),
      (got: .nan, expected: .infinity, floor: 1, error: .infinity),
      (got: .infinity, expected: .infinity, floor: 1, error: 0),
    ] as [(got: Double, expected: Double, floor: Double, error: Double)]
  )
  func elementError(got: Double, expected: Double, floor: Double, error: Double) {
    let floors = [Tolerance.Floor.absolute(floor), .elementwise(Tensor(floor))]
    for floor in floors {
      let tolerance = Tolerance(limit: 0, floor: floor)
      let comparison = Comparison(of: Tensor(got), with: Tensor(expected), tolerance: tolerance)
      #expect(comparison.worstError == error)
      #expect(comparison.agrees == (error == 0))
      #expect(comparison.first?.index == (error == 0 ? nil : []))
    }
  }

  @Test("The standard floor is a thousandth of the largest finite magnitude")
  func standardFloor() {
    let reference = Tensor([0, -8, .infinity])
    let comparison = Comparison(of: Tensor([8e-6, -8, .infinity]), with: reference)
    #expect(abs(comparison.worstError - 1e-3) < 1e-15)
  }

  @Test("Not-finite elements are counted, and named before wrong values")
  func notFiniteCounts() {
    let reference = Tensor([1, .nan, 3, .infinity, 5])
    let student = Tensor([2, .nan, .nan, -.infinity, .infinity])
    let comparison = Comparison(of: student, with: reference)
    #expect(comparison.outcome == .notFinite(nan: 1, infinite: 2, firstIndex: [2]))
    #expect(comparison.mismatched == 4)
    #expect(comparison.first?.index == [0])
    #expect(comparison.worst?.index == [2])
  }

  @Test("A limit that would let NaN pass stops the program")
  func limits() async {
    // Written out: what an exit test captures crosses to it as JSON, which has no infinity.
    await #expect(processExitsWith: .failure) { _ = Tolerance(limit: .infinity) }
    await #expect(processExitsWith: .failure) { _ = Tolerance(limit: .nan) }
    await #expect(processExitsWith: .failure) { _ = Tolerance(limit: -1) }
  }

  @Test("Floors in another shape stop the program, which names both")
  func floorShape() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tolerance = Tolerance(floor: .elementwise(.ones(3)))
      _ = Comparison(of: .ones(2), with: .ones(2), tolerance: tolerance)
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("floors of shape [3] for a reference of [2]"))
  }
}
