import Coursework
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of momentum-update")
struct MomentumUpdateReferenceTests {
  private let reference = MomentumUpdateReference()

  // MARK: - Laws

  @Test(
    "From rest and under one gradient, the moving average tends to it: v = (1 − mⁿ)·g",
    arguments: [0.0, 0.25, 0.75, 0.9])
  func movingAverageTendsToGradient(_ momentum: Double) {
    let g: Tensor = [[2, -0.5], [0.25, 3]]
    var state = (w: Tensor.zeros(2, 2), b: Tensor.zeros(2), v: Tensor.zeros(2, 2))
    var (power, steps) = (1.0, 0.0)
    for n in 1...6 {
      state = reference.movingAverageUpdate(
        w: state.w, b: state.b, v: state.v, gradW: g, gradB: [4, -8], learningRate: 0.125,
        momentum: momentum)
      power *= momentum
      steps += 1 - power
      expect(state.v, (1 - power) * g)
      expect(state.w, -0.125 * steps * g)
      #expect(state.b == Tensor([-0.5 * Double(n), Double(n)]))
    }
  }

  @Test(
    "From rest and under one gradient, the classic velocity is −η·g·(1 + m + … + mⁿ⁻¹)",
    arguments: [0.0, 0.25, 0.75, 0.9])
  func classicVelocityAddsUp(_ momentum: Double) {
    let g: Tensor = [[2, -0.5, 1.5]]
    var state = (w: Tensor.zeros(1, 3), v: Tensor.zeros(1, 3))
    var (sum, travelled) = (0.0, 0.0)
    for _ in 1...6 {
      state = reference.classicUpdate(
        w: state.w, v: state.v, gradW: g, learningRate: 0.125, momentum: momentum)
      sum = sum * momentum + 1
      travelled += sum
      expect(state.v, -0.125 * sum * g)
      expect(state.w, -0.125 * travelled * g)
    }
  }

  @Test("Both forms take the same path when v is scaled by −η and gradients by 1 − m")
  func samePath() {
    let (rate, momentum) = (0.375, 0.625)
    var random = RandomState(seed: 5)
    let (w, v) = (random.randn(3, 4), random.randn(3, 4))
    var average = (w: w, b: Tensor.zeros(4), v: v)
    var classic = (w: w, v: -rate * v)
    for _ in 1...4 {
      let g = random.randn(3, 4)
      average = reference.movingAverageUpdate(
        w: average.w, b: average.b, v: average.v, gradW: g, gradB: .zeros(4), learningRate: rate,
        momentum: momentum)
      classic = reference.classicUpdate(
        w: classic.w, v: classic.v, gradW: (1 - momentum) * g, learningRate: rate,
        momentum: momentum)
      expect(classic.w, average.w)
      expect(classic.v, -rate * average.v)
    }
  }

  @Test("The handout's worked example is right")
  func handout() {
    let (w, v, gradW): (Tensor, Tensor, Tensor) = ([[1, -2]], [[0.5, 1]], [[4, -2]])
    let average = reference.movingAverageUpdate(
      w: w, b: [0.5, -1], v: v, gradW: gradW, gradB: [1, -2], learningRate: 0.125,
      momentum: 0.75)
    #expect(average.v == [[1.375, 0.25]])
    #expect(average.w == [[0.828125, -2.03125]])
    #expect(average.b == [0.375, -0.75])
    let classic = reference.classicUpdate(
      w: w, v: v, gradW: gradW, learningRate: 0.125, momentum: 0.75)
    #expect(classic.v == [[-0.125, 1]])
    #expect(classic.w == [[0.875, -1]])
  }

  @Test("The questions tell m, 1 − m and η apart")
  func questions() throws {
    for question in Assignment.momentumUpdate.checks.flatMap({ $0.questions(.public) }) {
      let (rate, momentum) = (
        try question.number("learningRate"), try question.number("momentum")
      )
      #expect(Set([rate, momentum, 1 - momentum]).count == 3)
    }
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
