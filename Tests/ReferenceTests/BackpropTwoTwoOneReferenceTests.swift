import Assignments
import Coursework
import Grading
import NumericChecks
import Tensors
import Testing

@testable import Reference

@Suite("Reference of backprop-2-2-1")
struct BackpropTwoTwoOneReferenceTests {
  private let reference = BackpropTwoTwoOneReference()

  // MARK: - Laws

  @Test("The gradients are those of dual numbers", arguments: 0..<10)
  func gradients(seed: UInt32) {
    var random = RandomState(seed: seed)
    let (x0, y) = (random.randn(2), random.randomSample())
    let (w1, b1) = (random.randn(2, 2), random.randn(2))
    let (w2, b2) = (random.randn(1, 2), random.randn(1).scalar)
    func loss(_ w1: Dual, _ b1: Dual, _ w2: Dual, _ b2: Dual) -> Dual {
      let out = BackpropTwoTwoOneReference.forward(
        x0: Dual(constant: x0), w1: w1, b1: b1, w2: w2, b2: b2)
      return BackpropTwoTwoOneReference.loss(yHat: out.x2, y: Dual(constant: Tensor(y)))
    }
    let (k1, c1) = (Dual(constant: w1), Dual(constant: b1))
    let (k2, c2) = (Dual(constant: w2), Dual(constant: Tensor(b2)))
    let out = reference.backward(x0: x0, y: y, w1: w1, b1: b1, w2: w2, b2: b2)
    expect(out.gradW1, gradient(of: { loss($0, c1, k2, c2) }, at: w1))
    expect(out.gradB1, gradient(of: { loss(k1, $0, k2, c2) }, at: b1))
    expect(out.gradW2, gradient(of: { loss(k1, c1, $0, c2) }, at: w2))
    expect(Tensor(out.gradB2), gradient(of: { loss(k1, c1, k2, $0) }, at: Tensor(b2)))
  }

  @Test("The forward pass is the formula, number by number", arguments: 0..<5)
  func forward(seed: UInt32) {
    var random = RandomState(seed: seed)
    let (x0, w1, b1) = (random.randn(2), random.randn(2, 2), random.randn(2))
    let (w2, b2) = (random.randn(1, 2), 0.25)
    func sigmoid(_ z: Double) -> Double { 1 / (1 + Tensor(-z).exp().scalar) }
    let z1 = (0..<2).map { w1[$0, 0] * x0[0] + w1[$0, 1] * x0[1] + b1[$0] }
    let x1 = z1.map(sigmoid)
    let z2 = w2[0, 0] * x1[0] + w2[0, 1] * x1[1] + b2
    let out = reference.forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
    expect(out.z1, Tensor(z1))
    expect(out.x1, Tensor(x1))
    expect(Tensor(out.z2), Tensor(z2))
    expect(Tensor(out.x2), Tensor(sigmoid(z2)))
  }

  @Test("The mistaken network without a mistake is the reference, bit for bit")
  func noMistake() throws {
    let right = SigmoidNetMistake(
      "none", in: ["forward", "backward", "worksheet"], looksLike: "", why: "", at: "",
      change: { _ in })
    let variants = BackpropTwoTwoOneReference.misconceptions(of: right)
    #expect(variants.map(\.question) == ["forward", "backward", "worksheet"])
    let questions = Assignment.backpropTwoTwoOne.checks.flatMap { $0.questions(.public) }
    for variant in variants {
      for question in questions where question.name == variant.question {
        #expect(try variant.answer(question) == BackpropTwoTwoOneReference.solve(question))
      }
    }
  }

  @Test("The handout's worked example is right to its four decimals")
  func handout() throws {
    let w1: Tensor = [[0.5, 0.25], [-0.5, 1]]
    let (x0, b1, w2): (Tensor, Tensor, Tensor) = ([1, -1], [0, 0.5], [[1, -2]])
    let out = reference.forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: 0.5)
    let back = reference.backward(x0: x0, y: 1, w1: w1, b1: b1, w2: w2, b2: 0.5)
    let printed: [(Tensor, Tensor)] = [
      (out.z1, [0.25, -1]), (out.x1, [0.5622, 0.2689]),
      (Tensor([out.z2, out.x2]), [0.5243, 0.6282]),
      (Tensor(reference.loss(yHat: out.x2, y: 1)), Tensor(0.0691)),
      (back.gradW2, [[-0.0488, -0.0234]]), (Tensor(back.gradB2), Tensor(-0.0869)),
      (back.gradW1, [[-0.0214, 0.0214], [0.0342, -0.0342]]), (back.gradB1, [-0.0214, 0.0342]),
    ]
    for (got, value) in printed {
      try #require(got.shape == value.shape)
      #expect((got - value).abs().max() <= 0.5e-4, "\(value)")
    }
  }

  private func expect(
    _ got: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(of: got, with: expected, tolerance: Tolerance(limit: 1e-12))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }
}
