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

  // MARK: - Published values

  @Test("The affine layer gives the published cell")
  func publishedForward() throws {
    let published = try PublishedValues("affine-relu")
    let y = reference.affine(
      x: Tensor.linspace(from: -0.1, to: 0.5, count: 240).reshaped(2, 120),
      w: Tensor.linspace(from: -0.2, to: 0.3, count: 360).reshaped(120, 3),
      b: .linspace(from: -0.3, to: 0.1, count: 3))
    expect(y, try published.tensor("affine_forward", "y"))
    // As printed, to eight decimals.
    let printed: Tensor = [
      [1.49834967, 1.70660132, 1.91485297], [3.25553199, 3.5141327, 3.77273342],
    ]
    #expect((y - printed).abs().max() < 5e-9)
  }

  @Test("The affine layer backwards gives the published cell, from seed 231")
  func publishedBackward() throws {
    let published = try PublishedValues("affine-relu")
    var random = RandomState(seed: 231)
    let (x, w) = (random.randn(10, 6), random.randn(6, 5))
    _ = random.randn(5)
    let gradients = reference.affineBackward(gradY: random.randn(10, 5), h: x, w: w)
    expect(gradients.gradW, try published.tensor("affine_backward", "dw"))
    expect(gradients.gradB, try published.tensor("affine_backward", "db"))
    let head = Tensor(Array(gradients.gradH.scalars.prefix(10)))
    expect(head, try published.tensor("affine_backward", "dx_head"))
    expect(Tensor(gradients.gradH.sum()), try published.tensor("affine_backward", "dx_sum"))
  }

  @Test("The ReLU gives the published cells")
  func publishedReLU() throws {
    let published = try PublishedValues("affine-relu")
    let h = reference.relu(z: Tensor.linspace(from: -0.5, to: 0.5, count: 12).reshaped(3, 4))
    expect(h, try published.tensor("relu_forward", "h"))
    var random = RandomState(seed: 231)
    let z = random.randn(10, 10)
    let gradZ = reference.reluBackward(gradH: random.randn(10, 10), z: z)
    let head = Tensor(Array(gradZ.scalars.prefix(10)))
    expect(head, try published.tensor("relu_backward", "dx_head"))
    expect(Tensor(gradZ.sum()), try published.tensor("relu_backward", "dx_sum"))
    #expect(
      Double(gradZ.scalars.count { $0 != 0 }) == (try published.number("relu_backward", "nonzero")))
  }

  @Test("The sandwich gives the published cell, from seed 231")
  func publishedSandwich() throws {
    let published = try PublishedValues("affine-relu")
    var random = RandomState(seed: 231)
    let (x, w, b) = (random.randn(2, 12), random.randn(12, 10), random.randn(10))
    let gradients = reference.affineReLUBackward(
      gradH: random.randn(2, 10), x: x, w: w, b: b)
    let h = reference.affineReLU(x: x, w: w, b: b)
    expect(h, try published.tensor("affine_relu", "h"))
    expect(gradients.gradX, try published.tensor("affine_relu", "dx"))
    expect(gradients.gradB, try published.tensor("affine_relu", "db"))
    let head = Tensor(Array(gradients.gradW.scalars.prefix(10)))
    expect(head, try published.tensor("affine_relu", "dw_head"))
    expect(Tensor(gradients.gradW.sum()), try published.tensor("affine_relu", "dw_sum"))
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
