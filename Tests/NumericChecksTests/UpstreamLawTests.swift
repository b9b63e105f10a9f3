import NumericChecks
import Tensors
import Testing

@Suite("Laws of what comes from above")
struct UpstreamLawTests {
  static let h: Tensor = [[0.5, -1.25], [0.75, 2], [-0.375, 1.5]]
  static let first: Tensor = [[1.5, -0.25], [0.5, 2], [-1, 0.75]]
  static let second: Tensor = [[-0.5, 1.25], [2, 0.375], [0.75, -1.5]]

  private func breach(_ backward: (Tensor) -> Tensor) -> UpstreamLaw? {
    UpstreamLaw.breaches(upstream: Self.first, Self.second) { ["g": backward($0)] }["g"]
  }

  @Test("A right backward pass obeys, and so does any that is wrong by a factor or an axis")
  func obeys() {
    #expect(breach { Self.h.transposed().matmul($0) } == nil)
    #expect(breach { $0.sum(axis: 0) } == nil)
    #expect(breach { $0 * (Self.h .> 0) } == nil)
    #expect(breach { $0.sum(axis: 1) / -3 } == nil)
    #expect(breach { $0 / 3 * (Self.h - 0.1).exp() } == nil)
  }

  @Test("What remains when nothing comes from above breaks the first law")
  func zero() {
    #expect(breach { _ in Self.h .> 0 } == .zero)
    #expect(breach { $0 + 1e-9 } == .zero)
    #expect(breach { $0 / ($0 - $0) } == .zero)
  }

  @Test("A mask or a product of the gradient itself breaks the second")
  func linearity() {
    #expect(breach { $0 * ($0 .> 0) } == .linearity)
    #expect(breach { $0 * $0 } == .linearity)
    #expect(breach { $0.abs() } == .linearity)
    #expect(breach { $0.map { $0 == 0 ? 0 : .nan } } == .linearity)
  }

  @Test("Each output is judged by itself, and one that is missing is passed over")
  func outputs() {
    let breaches = UpstreamLaw.breaches(upstream: Self.first, Self.second) {
      var outputs = ["right": $0, "constant": Self.h, "bent": $0.maximum(0)]
      if $0 != Self.second { outputs["moody"] = Self.h }
      return outputs
    }
    #expect(breaches == ["constant": .zero, "bent": .linearity])
  }
}
