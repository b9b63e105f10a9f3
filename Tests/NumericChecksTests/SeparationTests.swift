import NumericChecks
import Tensors
import Testing

@Suite("Separation")
struct SeparationTests {
  @Test("A tensor is not apart from itself")
  func reflexive() {
    for tensor in [Tensor(0), [1, 2], .zeros(2, 3), .zeros(0)] as [Tensor] {
      #expect(Comparison.separation(tensor, tensor) == 0)
    }
  }

  @Test("Scaling both by a power of two changes nothing")
  func scaleInvariant() {
    var generator = SeededGenerator(seed: 4)
    let (a, b) = (generator.tensor([3, 2]), generator.tensor([3, 2]))
    #expect(Comparison.separation(a * 0.125, b * 0.125) == Comparison.separation(a, b))
  }

  @Test(
    "The largest difference over the largest magnitude on the right",
    arguments: [
      ([1, 2], [1, 4], 0.5), ([1, 4], [1, 2], 1), ([0, 0], [0, 0], 0),
      ([1, 0], [0, 0], .infinity),
      ([1, .nan], [1, 2], .infinity), ([1, 2], [1, .nan], .infinity),
      ([.infinity, 2], [.infinity, 2], .infinity), ([1e308, 0], [-1e308, 0], .infinity),
    ] as [([Double], [Double], Double)]
  )
  func examples(a: [Double], b: [Double], expected: Double) {
    #expect(Comparison.separation(Tensor(a), Tensor(b)) == expected)
  }

  @Test("Other shapes are infinitely far apart")
  func shapes() {
    #expect(Comparison.separation(.ones(2, 1), .ones(2)) == .infinity)
    #expect(Comparison.separation(.ones(1, 2), .ones(2, 1)) == .infinity)
    #expect(Comparison.separation(.zeros(0), .zeros(0, 1)) == .infinity)
  }
}
