import Coursework
import Grading
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of optimizers")
struct OptimizersReferenceTests {
  private let reference = OptimizersReference()

  // MARK: - SGD

  @Test("On a parabola every step of SGD shrinks the distance by 1 − η·a")
  func parabola() {
    let (slope, goal): (Tensor, Tensor) = ([[2, 0.5, 4]], [[1, -3, 0.25]])
    var w: Tensor = [[5, 5, -5]]
    let start = w - goal
    for n in 1...5 {
      w = reference.sgdUpdate(w: w, gradW: slope * (w - goal), learningRate: 0.125)
      let shrunk = (0..<n).reduce(start) { distance, _ in distance * (1 - 0.125 * slope) }
      expect(w - goal, shrunk)
    }
  }

  // MARK: - RMSProp

  @Test(
    "From rest and under one gradient the cache is (1 − ρⁿ)·g²", arguments: [0.0, 0.25, 0.75, 0.9])
  func cacheTendsToSquare(_ decay: Double) {
    let g: Tensor = [[2, -0.5], [0.25, 3]]
    var state = (w: Tensor.zeros(2, 2), cache: Tensor.zeros(2, 2))
    var (power, steps) = (1.0, Tensor.zeros(2, 2))
    for _ in 1...6 {
      state = reference.rmsPropUpdate(
        w: state.w, gradW: g, cache: state.cache, learningRate: 0.125, decayRate: decay,
        epsilon: 0.5)
      power *= decay
      expect(state.cache, (1 - power) * g * g)
      // The root of it is the gradient's size times that of 1 − ρⁿ.
      steps = steps + g / (g.abs() * (1 - power).squareRoot() + 0.5)
      expect(state.w, -0.125 * steps)
    }
  }

  // MARK: - Adam

  @Test(
    "From rest and under one gradient the corrected averages are g and g², however many steps",
    arguments: [(0.5, 0.75), (0.9, 0.999), (0.0, 0.25)])
  func unbiased(_ betas: (Double, Double)) {
    let (beta1, beta2) = betas
    let g: Tensor = [[2, -0.5, 1.5]]
    var state = (w: Tensor.zeros(1, 3), m: Tensor.zeros(1, 3), v: Tensor.zeros(1, 3), t: 0)
    for n in 1...6 {
      state = reference.adamUpdate(
        w: state.w, gradW: g, m: state.m, v: state.v, t: state.t, learningRate: 0.125,
        beta1: beta1, beta2: beta2, epsilon: 0.25)
      #expect(state.t == n)
      expect(state.w, -0.125 * Double(n) * g / (g.abs() + 0.25))
    }
  }

  @Test("Adam that forgets at once is SGD with gradients divided by their size")
  func forgetful() {
    let (w, g): (Tensor, Tensor) = ([[1, -2]], [[4, -0.5]])
    let new = reference.adamUpdate(
      w: w, gradW: g, m: [[7, 7]], v: [[9, 9]], t: 3, learningRate: 0.5, beta1: 0, beta2: 0,
      epsilon: 0.5)
    #expect(new.m == g && new.v == g * g && new.t == 4)
    let moves: Tensor = g / [[4.5, 1]]
    expect(new.w, w - 0.5 * moves)
  }

  @Test("Turned gradients and averages turn the step of all three")
  func odd() {
    var random = RandomState(seed: 7)
    let (w, g, m) = (random.randn(3, 4), random.randn(3, 4), random.randn(3, 4))
    let squares = random.randn(3, 4).squared()
    let steps = [1.0, -1.0].map { sign in
      [
        reference.sgdUpdate(w: w, gradW: sign * g, learningRate: 0.25),
        reference.rmsPropUpdate(
          w: w, gradW: sign * g, cache: squares, learningRate: 0.25, decayRate: 0.75, epsilon: 0.1
        ).w,
        reference.adamUpdate(
          w: w, gradW: sign * g, m: sign * m, v: squares, t: 2, learningRate: 0.25, beta1: 0.5,
          beta2: 0.75, epsilon: 0.1
        ).w,
      ].map { $0 - w }
    }
    for (one, other) in zip(steps[0], steps[1]) { expect(one, -other) }
  }

  // MARK: - Examples and questions

  @Test("The handout's worked example is right")
  func handout() {
    let (w, gradW): (Tensor, Tensor) = ([[1, -2]], [[4, -2]])
    let sgd = reference.sgdUpdate(w: w, gradW: gradW, learningRate: 0.125)
    #expect(sgd == [[0.5, -1.75]])
    let rmsProp = reference.rmsPropUpdate(
      w: w, gradW: gradW, cache: [[0, 4]], learningRate: 0.5, decayRate: 0.75, epsilon: 0.5)
    #expect(rmsProp.cache == [[4, 4]])
    expect(rmsProp.w, [[0.2, -1.6]])
    let adam = reference.adamUpdate(
      w: w, gradW: gradW, m: [[0, 0]], v: [[0, 0]], t: 0, learningRate: 0.5, beta1: 0.5,
      beta2: 0.75, epsilon: 1)
    #expect(adam.m == [[2, -1]] && adam.v == [[4, 1]] && adam.t == 1)
    expect(adam.w, [[3, -5]] / [[5, 3]])
  }

  @Test("All questions but one show ε", arguments: ["rmsprop", "adam"])
  func epsilon(_ part: String) throws {
    let checks = Assignment.optimizers.parts.filter { $0.id == part }.flatMap(\.checks)
    let small = try checks.flatMap { $0.questions(.public) }
      .filter { try $0.number("epsilon") < 0.125 }
    #expect(small.count == 1)
  }

  @Test("Later steps from rest have the averages that earlier ones leave behind")
  func fromRest() throws {
    for check in Assignment.optimizers.checks where check.id.hasSuffix("/from-rest") {
      let questions = check.questions(.public)
      for (steps, question) in zip([0, 1, 2, 3], questions) {
        let isAdam = check.id.hasPrefix("adam")
        let decay = try question.number(isAdam ? "beta2" : "decayRate")
        let average = try question.tensor(isAdam ? "v" : "cache")
        if isAdam { #expect(try question.number("t") == Double(steps)) }
        // Squares of eighths, from 1/64 to 4, so often weighted as there were steps.
        let weight = 1 - (0..<steps).reduce(1.0) { power, _ in power * decay }
        #expect(average.min() >= weight / 64 && average.max() <= 4 * weight)
      }
    }
  }

  @Test("Whatever formula is tried, no later question makes an answer without numbers")
  func named() throws {
    let assignment = Assignment.optimizers
    for check in assignment.checks where check.id.hasSuffix("/values") {
      for question in check.questions(.public) {
        for misconception in assignment.misconceptions
        where misconception.question == question.name {
          for value in try misconception.answer(question).values.compactMap(\.tensor) {
            #expect(!value.scalars.contains { !$0.isFinite }, "\(misconception.id)")
          }
        }
      }
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
