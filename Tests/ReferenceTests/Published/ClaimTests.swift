import Tensors
import Testing

@Suite("Claims of published figures")
struct ClaimTests {
  /// Each claim with a number that just meets it and one that just does not.
  static let edges: [(claim: Claim, meets: Double, breaches: Double)] = [
    (.value(Tensor(-4)), -4 * (1 + 0.9e-12), -4 * (1 + 1.1e-12)),
    (.value(Tensor(1e-20)), 1e-20 * (1 - 0.9e-12), 1e-20 * (1 - 1.1e-12)),
    (.value(Tensor(0)), -0.0, 1e-300),
    (.rounded(Tensor(0.0007498), decimals: 8), 0.00074980499, 0.00074980501),
    (.rounded(Tensor(2), decimals: 0), 2.5, 2.51),
    (.roundedFloat(Tensor(1), decimals: 8), 1 + 1.2e-7, 1 + 1.3e-7),
    (.near(Tensor(0.133), within: 5e-4), 0.1334, 0.1336),
    (.gradientError(nil, .around(exponent: -10)), 9.99e-10, 1e-9),
    (.gradientError(5e-11, .below(1e-8)), 0, 1e-8),
    (.printingError(5e-9, .below(1e-8)), 5.00004e-9, 5.0001e-9),
    (.printingError(9.99999e-9, .below(1e-8)), 9.99999e-9, 1e-8),
    (.misprint(0.600796), 0, 0.600796),
  ]

  @Test("A claim is met up to its limit and no further", arguments: edges.indices)
  func edge(index: Int) throws {
    let (claim, meets, breaches) = Self.edges[index]
    #expect(try claim.breach(by: Tensor(meets)) == nil)
    #expect(try claim.breach(by: Tensor(breaches)) != nil)
  }

  @Test("An error below 0 meets no bound")
  func negative() throws {
    #expect(
      try Claim.gradientError(nil, .below(1e-8)).breach(by: Tensor(-1e-10)) != nil)
  }
}
