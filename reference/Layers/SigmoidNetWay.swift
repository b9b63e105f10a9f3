import Coursework
import Foundation
import Grading

/// A right way to compute a network of two sigmoid layers, forward and backward.
///
/// In and out go the inputs and results of ``MistakenSigmoidNet``, so that both kinds of variant
/// answer the same questions.
struct SigmoidNetWay: Sendable {
  typealias Inputs = MistakenSigmoidNet.Inputs
  typealias Results = MistakenSigmoidNet.Results

  let id: String
  /// One line for the description of an alternative.
  let summary: String
  let solve: @Sendable (Inputs) -> Results

  /// All ways that serve any such network.
  static let all: [SigmoidNetWay] =
    SigmoidForm.all.map { form in
      SigmoidNetWay(id: form.id, summary: form.summary) { inputs in
        var net = MistakenSigmoidNet()
        (net.hiddenActivation, net.outputActivation) = (form.value, form.value)
        net.hiddenSlope = ActivationSlope { z, _ in form.slope(z) }
        net.outputSlope = ActivationSlope { z, _ in form.slope(z) }
        return net(inputs)
      }
    }
    + Summation.allCases.map { sum in
      SigmoidNetWay(id: sum.rawValue, summary: sum.summary) { loops($0) { sum($0) } }
    }
    + [
      SigmoidNetWay(id: "loops", summary: "number by number; 1/N comes last") {
        loops($0) { $0.reduce(0, +) }
      },
      SigmoidNetWay(id: "columns", summary: "matrices with samples as columns", solve: columns),
    ]

  /// The way as a right answer to each of the questions.
  ///
  /// - Parameters:
  ///   - questions: The questions that it answers.
  ///   - inputs: The network's inputs from a question.
  ///   - answer: The answer to a question from the network's results.
  /// - Returns: One for each question, in order.
  func alternatives(
    of questions: [String], inputs: @escaping @Sendable (Question) throws -> Inputs,
    answer: @escaping @Sendable (Results, Question) -> Answer
  ) -> [Alternative] {
    questions.map { name in
      Alternative("\(name)-\(id)", of: name, summary) { [solve] question in
        answer(solve(try inputs(question)), question)
      }
    }
  }

  // MARK: - Number by number

  private static func loops(
    _ inputs: Inputs, sum: ([Double]) -> Double
  ) -> Results {
    let (samples, features) = (inputs.x.shape[0], inputs.x.shape[1])
    let units = inputs.w1.shape[0]
    func matrix(_ columns: Int, _ number: (Int, Int) -> Double) -> Tensor {
      var result = Tensor.zeros(samples, columns)
      for i in 0..<samples {
        for j in 0..<columns { result[i, j] = number(i, j) }
      }
      return result
    }
    let z1 = matrix(units) { i, j in
      sum((0..<features).map { inputs.x[i, $0] * inputs.w1[j, $0] } + [inputs.b1[j]])
    }
    let h = z1.map { 1 / (1 + exp(-$0)) }
    let z2 = (0..<samples).map { i in
      sum((0..<units).map { h[i, $0] * inputs.w2[$0] } + [inputs.b2])
    }
    let y = z2.map { 1 / (1 + exp(-$0)) }
    let errors = y.indices.map { y[$0] - inputs.target[$0] }
    let delta2 = y.indices.map { errors[$0] * y[$0] * (1 - y[$0]) }
    let delta1 = matrix(units) { i, j in delta2[i] * inputs.w2[j] * h[i, j] * (1 - h[i, j]) }
    func mean(_ term: (Int) -> Double) -> Double { sum((0..<samples).map(term)) / Double(samples) }
    return Results(
      z1: z1, h: h, z2: Tensor(z2), y: Tensor(y), loss: mean { errors[$0] * errors[$0] } / 2,
      gradW1: Tensor(
        (0..<units).map { j in
          (0..<features).map { d in mean { delta1[$0, j] * inputs.x[$0, d] } }
        }),
      gradB1: Tensor((0..<units).map { j in mean { delta1[$0, j] } }),
      gradW2: Tensor((0..<units).map { j in mean { delta2[$0] * h[$0, j] } }),
      gradB2: mean { delta2[$0] }, delta1: delta1, delta2: Tensor(delta2))
  }

  // MARK: - Samples as columns

  private static let columns: @Sendable (Inputs) -> Results = { inputs in
    let (x, n) = (inputs.x.transposed(), Double(inputs.x.shape[0]))
    let w2 = inputs.w2.reshaped(1, -1)
    let z1 = inputs.w1.matmul(x) + inputs.b1.reshaped(-1, 1)
    let h = Sigmoid.forward(z1)
    let z2 = w2.matmul(h) + inputs.b2
    let y = Sigmoid.forward(z2)
    let error = y - inputs.target.reshaped(1, -1)
    let delta2 = error * y * (1 - y) / n
    let delta1 = w2.transposed().matmul(delta2) * h * (1 - h)
    return Results(
      z1: z1.transposed(), h: h.transposed(), z2: z2.reshaped(-1), y: y.reshaped(-1),
      loss: error.matmul(error.transposed()).sum() / (2 * n),
      gradW1: delta1.matmul(x.transposed()), gradB1: delta1.sum(axis: 1),
      gradW2: delta2.matmul(h.transposed()).reshaped(-1), gradB2: delta2.sum(),
      delta1: delta1.transposed(), delta2: delta2.reshaped(-1))
  }
}
