import Assignments
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of dropout")
struct InvertedDropoutReferenceTests {
  private let reference = InvertedDropoutReference()

  // MARK: - Laws

  @Test(
    "Given the drawn numbers, out and mask equal plain loops",
    arguments: [0.25, 0.4, 0.625, 0.7, 1])
  func forward(_ p: Double) {
    var random = RandomState(seed: 1)
    let x = random.randn(7, 5)
    var copy = random
    let (out, mask) = reference.dropoutForward(
      x: x, keepProbability: p, mode: .train, random: &random)
    for i in 0..<7 {
      for j in 0..<5 {
        let isKept = copy.randomSample() < p
        #expect(mask[i, j] == (isKept ? 1 / p : 0))
        #expect(out[i, j] == (isKept ? x[i, j] * (1 / p) : 0))
      }
    }
    #expect(random == copy, "one number is drawn for each entry")
  }

  @Test("In test mode both passes hand on what they get, and nothing is drawn")
  func testMode() {
    var random = RandomState(seed: 2)
    let (x, gradOut, mask) = (random.randn(4, 6), random.randn(4, 6), random.randn(4, 6))
    let before = random
    let result = reference.dropoutForward(
      x: x, keepProbability: 0.3, mode: .test, random: &random)
    #expect(result.out == x)
    #expect(result.mask == .ones(4, 6))
    #expect(random == before)
    let gradX = reference.dropoutBackward(
      gradOut: gradOut, mask: mask, keepProbability: 0.3, mode: .test)
    #expect(gradX == gradOut)
  }

  @Test("The gradient is that of dual numbers", arguments: [0.25, 0.75])
  func backward(_ p: Double) {
    var random = RandomState(seed: 3)
    let (x, gradOut) = (random.randn(5, 4), random.randn(5, 4))
    let mask = reference.dropoutForward(
      x: x, keepProbability: p, mode: .train, random: &random
    ).mask
    let gradX = reference.dropoutBackward(
      gradOut: gradOut, mask: mask, keepProbability: p, mode: .train)
    let expected = gradient(
      of: { (x: Dual) in
        (Dropout.forward(x, mask: Dual(constant: mask)) * Dual(constant: gradOut)).total()
      }, at: x)
    #expect(Comparison(of: gradX, with: expected).agrees)
  }

  @Test("The handout's worked example is right")
  func handout() {
    let x: Tensor = [[1, -2, 3], [-4, 5, 6]]
    let u: Tensor = [[0.1, 0.9, 0.2], [0.7, 0.3, 0]]
    let mask = (u .< 0.25) / 0.25
    #expect(mask == [[4, 0, 4], [0, 0, 4]])
    #expect(Dropout.forward(x, mask: mask) == [[4, 0, 12], [0, 0, 24]])
    let gradX = reference.dropoutBackward(
      gradOut: [[2, 3, -1], [5, 7, -2]], mask: mask, keepProbability: 0.25, mode: .train)
    #expect(gradX == [[8, 0, -4], [0, 0, -8]])
  }
}
