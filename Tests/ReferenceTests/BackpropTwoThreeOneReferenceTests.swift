import Assignments
import Coursework
import Grading
import NumericChecks
import Tensors
import Testing
import Worksheets

@testable import Reference

@Suite("Reference of backprop-2-3-1")
struct BackpropTwoThreeOneReferenceTests {
  private let reference = BackpropTwoThreeOneReference()

  // MARK: - Laws

  @Test("The gradients are those of dual numbers", arguments: [1, 2, 3, 5, 8])
  func gradients(n: Int) {
    var random = RandomState(seed: UInt32(n))
    let (x, target) = (random.randn(n, 2), random.rand(n))
    let (w1, b1) = (random.randn(3, 2), random.randn(3))
    let (w2, b2) = (random.randn(3), random.randn(1).scalar)
    func loss(_ w1: Dual, _ b1: Dual, _ w2: Dual, _ b2: Dual) -> Dual {
      let out = BackpropTwoThreeOneReference.forward(
        x: Dual(constant: x), w1: w1, b1: b1, w2: w2, b2: b2)
      return BackpropTwoThreeOneReference.loss(y: out.y, target: Dual(constant: target))
    }
    let (k1, c1) = (Dual(constant: w1), Dual(constant: b1))
    let (k2, c2) = (Dual(constant: w2), Dual(constant: Tensor(b2)))
    let out = reference.backPropagation(x: x, target: target, w1: w1, b1: b1, w2: w2, b2: b2)
    expect(Tensor(out.loss), loss(k1, c1, k2, c2).value)
    expect(out.gradW1, gradient(of: { loss($0, c1, k2, c2) }, at: w1))
    expect(out.gradB1, gradient(of: { loss(k1, $0, k2, c2) }, at: b1))
    expect(out.gradW2, gradient(of: { loss(k1, c1, $0, c2) }, at: w2))
    expect(Tensor(out.gradB2), gradient(of: { loss(k1, c1, k2, $0) }, at: Tensor(b2)))
  }

  @Test("A batch and the same batch in another order have one loss and one gradient")
  func orderOfSamples() {
    var random = RandomState(seed: 4)
    let (x, target) = (random.randn(6, 2), random.rand(6))
    let (w1, b1, w2) = (random.randn(3, 2), random.randn(3), random.randn(3))
    let order = random.permutation(6)
    let out = reference.backPropagation(x: x, target: target, w1: w1, b1: b1, w2: w2, b2: 0.5)
    let again = reference.backPropagation(
      x: x.rows(at: order), target: Tensor(order.map { target[$0] }), w1: w1, b1: b1, w2: w2,
      b2: 0.5)
    expect(Tensor(again.loss), Tensor(out.loss))
    expect(again.gradW1, out.gradW1)
    expect(again.gradW2, out.gradW2)
  }

  @Test("The mistaken network without a mistake is the reference, bit for bit")
  func noMistake() throws {
    let questions = Assignment.backpropTwoThreeOne.checks.flatMap { $0.questions(.public) }
    let right = SigmoidNetMistake(
      "none", in: ["forwardPropagation", "backPropagation", "worksheet"], looksLike: "", why: "",
      at: "", change: { _ in })
    for variant in BackpropTwoThreeOneReference.misconceptions(of: right) {
      for question in questions where question.name == variant.question {
        #expect(try variant.answer(question) == BackpropTwoThreeOneReference.solve(question))
      }
    }
  }

  @Test("The handout's worked example is right to its four decimals")
  func handout() throws {
    let w1: Tensor = [[0.5, 0.25], [-0.5, 1], [1, 1]]
    let (x, b1, w2): (Tensor, Tensor, Tensor) = ([[1, -1]], [0, 0.5, 0], [1, -2, 0.5])
    let out = reference.forwardPropagation(x: x, w1: w1, b1: b1, w2: w2, b2: 0.5)
    let back = reference.backPropagation(x: x, target: [0], w1: w1, b1: b1, w2: w2, b2: 0.5)
    let printed: [(Tensor, Tensor)] = [
      (out.z1, [[0.25, -1, 0]]), (out.h, [[0.5622, 0.2689, 0.5]]), (out.z2, [0.7743]),
      (out.y, [0.6844]), (Tensor(back.loss), Tensor(0.2342)),
      (back.gradW2, [0.0831, 0.0398, 0.0739]), (Tensor(back.gradB2), Tensor(0.1478)),
      (back.gradB1, [0.0364, -0.0581, 0.0185]),
      (back.gradW1, [[0.0364, -0.0364], [-0.0581, 0.0581], [0.0185, -0.0185]]),
    ]
    for (got, value) in printed {
      try #require(got.shape == value.shape)
      #expect((got - value).abs().max() <= 0.5e-4, "\(value)")
    }
  }

  // MARK: - The sheet

  @Test("The sheet's given numbers are the course's, rounded to two decimals")
  func givens() throws {
    let values = try PublishedValues("backprop-2-3-1")
    let givens = Worksheet.backpropTwoThreeOne.givenNumbers
    let pairs = [
      (givens["W1"], try values.tensor("drawn", "W1")),
      (givens["W2"], try values.tensor("drawn", "W2")),
      (givens["x"], try values.tensor("drawn", "xHead").row(0)),
    ]
    for (given, drawn) in pairs {
      #expect((try #require(given) - drawn).abs().max() <= 0.005)
    }
    #expect(try givens["target"]?.scalar == values.tensor("drawn", "yHead")[0])
  }

  private func expect(
    _ got: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(of: got, with: expected, tolerance: Tolerance(limit: 1e-11))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }
}
