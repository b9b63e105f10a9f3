import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of affine-relu")
struct AffineReLUReferenceTests {
  private let reference = AffineReLUReference()

  /// N, D, M.
  static let sizes = [[5, 3, 4], [1, 1, 1], [4, 4, 4], [2, 6, 3], [7, 2, 5]]

  // MARK: - Laws

  @Test("The forward passes equal plain loops", arguments: sizes)
  func forward(_ n: [Int]) {
    var random = RandomState(seed: 1)
    let (x, w, b) = (random.randn(n[0], n[1]), random.randn(n[1], n[2]), random.randn(n[2]))
    var z = Tensor.zeros(n[0], n[2])
    for i in 0..<n[0] {
      for j in 0..<n[2] {
        for k in 0..<n[1] { z[i, j] += x[i, k] * w[k, j] }
        z[i, j] += b[j]
      }
    }
    let h = z.map { $0 > 0 ? $0 : 0 }
    #expect(Comparison(of: reference.affine(x: x, w: w, b: b), with: z).agrees)
    #expect(Comparison(of: reference.relu(z: z), with: h).agrees)
    #expect(Comparison(of: reference.affineReLU(x: x, w: w, b: b), with: h).agrees)
  }

  @Test("The gradients of the affine layer are those of dual numbers", arguments: sizes)
  func affineBackward(_ n: [Int]) {
    var random = RandomState(seed: 2)
    let (h, w, b) = (random.randn(n[0], n[1]), random.randn(n[1], n[2]), random.randn(n[2]))
    let gradY = random.randn(n[0], n[2])
    func loss(_ h: Dual, _ w: Dual, _ b: Dual) -> Dual {
      (Affine.forward(x: h, w: w, b: b) * Dual(constant: gradY)).total()
    }
    let (fixedH, fixedW, fixedB) = (Dual(constant: h), Dual(constant: w), Dual(constant: b))
    let gradients = reference.affineBackward(gradY: gradY, h: h, w: w)
    expect(gradients.gradH, gradient(of: { loss($0, fixedW, fixedB) }, at: h))
    expect(gradients.gradW, gradient(of: { loss(fixedH, $0, fixedB) }, at: w))
    expect(gradients.gradB, gradient(of: { loss(fixedH, fixedW, $0) }, at: b))
  }

  @Test("The gradients of the sandwich are those of dual numbers", arguments: sizes)
  func affineReLUBackward(_ n: [Int]) {
    var random = RandomState(seed: 3)
    let (x, w, b) = (random.randn(n[0], n[1]), random.randn(n[1], n[2]), random.randn(n[2]))
    let gradH = random.randn(n[0], n[2])
    func loss(_ x: Dual, _ w: Dual, _ b: Dual) -> Dual {
      (ReLU.forward(Affine.forward(x: x, w: w, b: b)) * Dual(constant: gradH)).total()
    }
    let (fixedX, fixedW, fixedB) = (Dual(constant: x), Dual(constant: w), Dual(constant: b))
    let gradients = reference.affineReLUBackward(gradH: gradH, x: x, w: w, b: b)
    expect(gradients.gradX, gradient(of: { loss($0, fixedW, fixedB) }, at: x))
    expect(gradients.gradW, gradient(of: { loss(fixedX, $0, fixedB) }, at: w))
    expect(gradients.gradB, gradient(of: { loss(fixedX, fixedW, $0) }, at: b))
  }

  @Test("The gradient of the ReLU is that of a central difference away from 0")
  func reluBackward() {
    var random = RandomState(seed: 4)
    let (z, gradH) = (random.randn(6, 5), random.randn(6, 5))
    let step = 0x1p-20
    let slope = ((z + step).map { max($0, 0) } - (z - step).map { max($0, 0) }) / (2 * step)
    let gradZ = reference.reluBackward(gradH: gradH, z: z)
    #expect((gradZ - gradH * slope).abs().max() < 1e-9)
  }

  @Test("At 0 no gradient passes the ReLU, as the handout says")
  func kink() {
    let gradZ = reference.reluBackward(gradH: [[3, -5, 7]], z: [[0, 2, -0.0]])
    #expect(gradZ == [[0, -5, 0]])
  }

  @Test("The handout's worked example is right")
  func handout() {
    let x: Tensor = [[1, 2], [3, -1]]
    let w: Tensor = [[2, -1, 0.5], [1, 1, -2]]
    let b: Tensor = [0.5, 2, 1]
    let gradH: Tensor = [[1, -2, 3], [-1, 4, 2]]
    let z: Tensor = [[4.5, 3, -2.5], [5.5, -2, 4.5]]
    #expect(reference.affine(x: x, w: w, b: b) == z)
    #expect(reference.affineReLU(x: x, w: w, b: b) == [[4.5, 3, 0], [5.5, 0, 4.5]])
    #expect(reference.reluBackward(gradH: gradH, z: z) == [[1, -2, 0], [-1, 0, 2]])
    let gradients = reference.affineReLUBackward(gradH: gradH, x: x, w: w, b: b)
    #expect(gradients.gradX == [[4, -1], [-1, -5]])
    #expect(gradients.gradW == [[-2, -2, 6], [3, -4, -2]])
    #expect(gradients.gradB == [0, -2, 2])
  }

  /// Agreement to 1e-11: the orders of summation differ, nothing else may.
  private func expect(
    _ value: Tensor, _ expected: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(
      of: value, with: expected, tolerance: Tolerance(limit: 1e-11))
    #expect(comparison.agrees, "\(comparison)", sourceLocation: sourceLocation)
  }
}
