import NumericChecks
import Tensors
import Testing

@Suite("The mark of too little precision")
struct PrecisionFingerprintTests {
  private static let shapes = [[5, 3], [4, 6], [7, 2], [4, 4]]

  private func fingerprint(
    _ shapes: [[Int]] = shapes, seed: UInt64 = 5, by change: (Double) -> Double
  ) -> PrecisionFingerprint? {
    PrecisionFingerprint(
      in: ResemblanceTests.pairs(shapes, seed: seed) { a, _ in a.map(change) })
  }

  @Test("What went through a Float last is named a Float")
  func floats() {
    #expect(fingerprint { Double(Float($0)) } == .floats(digits: 7))
    #expect(fingerprint { Double(Float($0) * (1 + 3 * Float.ulpOfOne)) } == .floats(digits: 6))
    #expect(fingerprint { Double(Float($0) * (1 + 1e-4)) } == nil, "no Float errs so far")
    #expect(fingerprint { Double(Float16($0)) } == nil)
  }

  @Test("What went through a Float on the way has its errors, in size and in sign")
  func throughFloats() {
    #expect(fingerprint { Double(Float($0 / 3)) * 3 } == .throughFloats(digits: 7))
    #expect(fingerprint { Double(Float($0 / 3)) * 2.9999 } == nil)
  }

  @Test("Rounding is named by its decimals", arguments: 1...9)
  func decimals(count: Int) {
    let unit = (0..<count).reduce(1.0) { unit, _ in unit * 10 }
    #expect(fingerprint { ($0 * unit).rounded() / unit } == .decimals(count))
    // Its last bits differ, as 1/unit is no binary number.
    #expect(fingerprint { ($0 * unit).rounded() * (1 / unit) } == .decimals(count))
    let towardsZero = fingerprint { ($0 * unit).rounded(.towardZero) / unit }
    #expect(towardsZero != .decimals(count), "cut off is not rounded")
    #expect(fingerprint { ($0 * unit).rounded() / unit + 2 / unit } != .decimals(count))
  }

  @Test("A few single numbers rounded to four decimals are enough, to one are not")
  func scalars() {
    let shapes = [[Int]](repeating: [], count: 3)
    #expect(fingerprint(shapes) { ($0 * 1e4).rounded() / 1e4 } == .decimals(4))
    #expect(fingerprint(shapes) { ($0 * 10).rounded() / 10 } == nil)
  }

  @Test("Zeros in place of small numbers are no rounding")
  func zeros() {
    let pairs = ResemblanceTests.pairs { a, _ in 0 * a }
      .map { TensorPair(got: $0.got, right: $0.right * 1e-4) }
    #expect(PrecisionFingerprint(in: pairs) == nil)
  }

  @Test("Right answers, and right ones to round-off, have no mark")
  func right() {
    for change in [{ $0 }, { $0 * (1 + 1e-13) }, { $0 * (1 + 1e-10) }] as [(Double) -> Double] {
      #expect(fingerprint(by: change) == nil)
    }
  }

  @Test("Small errors that no Float makes have no mark")
  func otherErrors() {
    let changes: [(Double) -> Double] = [
      { $0 * (1 + 1e-7) }, { $0 / (1 + 1e-8) }, { $0 * 1.001 },
      { $0 + ($0 < 0 ? 1e-4 : -1e-4) }, { $0 > 1.5 ? $0 * (1 + 1e-7) : $0 }, { _ in .nan },
    ]
    for (index, change) in changes.enumerated() {
      #expect(fingerprint(by: change) == nil, "\(index)")
    }
    // A constant error is one-sided only where all numbers are.
    #expect(fingerprint { abs($0) + 1e-7 } == nil)
  }

  @Test("One wrong element among right ones has no mark", arguments: [1e-8, 1e-7, -3e-7])
  func oneElement(error: Double) {
    let pairs = ResemblanceTests.pairs { a, k in
      var scalars = a.scalars
      scalars[0] += k % 2 == 0 ? error : -error
      return Tensor(shape: a.shape, scalars: scalars)
    }
    #expect(PrecisionFingerprint(in: pairs) == nil)
  }

  @Test("Three different right answers are needed, all shapes right and all numbers finite")
  func evidence() {
    let pairs = ResemblanceTests.pairs { a, _ in a.map { Double(Float($0)) } }
    #expect(PrecisionFingerprint(in: Array(pairs[..<2])) == nil)
    #expect(PrecisionFingerprint(in: [pairs[0], pairs[1], pairs[0]]) == nil)
    #expect(PrecisionFingerprint(in: Array(pairs[..<3])) != nil)
    let flat = TensorPair(got: pairs[0].got.flattened(), right: pairs[0].right)
    #expect(PrecisionFingerprint(in: pairs + [flat]) == nil)
    let infinite = TensorPair(got: Tensor(.infinity), right: Tensor(.infinity))
    #expect(PrecisionFingerprint(in: pairs + [infinite]) == nil)
  }
}
