import Coursework
import Worksheets

extension Question {
  /// The same question to somebody who has steps of one's own, and goes on from them.
  ///
  /// - Parameters:
  ///   - own: Numbers by quantity; an array counts where all of it is there.
  ///   - graph: The steps, from which the arrays' shapes are read.
  ///   - net: The network that names them.
  /// - Returns: The question with the steps as further inputs, which known-wrong variants go on from.
  func goingOn(
    from own: [Quantity: Double], on graph: ComputationGraph, _ net: DenseNet
  ) -> Question {
    var inputs = inputs
    for (layer, names) in net.layers.enumerated() {
      for (role, name) in [
        (OwnStep.sum, names.sum), (.output, names.output), (.delta, net.delta(layer)),
        (.weightGradient, DenseNet.gradient(of: names.weights)),
        (.biasGradient, DenseNet.gradient(of: names.bias)),
      ] {
        // Nothing but the step downhill goes on from a gradient.
        if role.isOfParameters, net.learningRate == nil { continue }
        let entries = graph.steps.map(\.quantity).filter { $0.name == name }
        let values = entries.compactMap { own[$0] }
        guard !values.isEmpty, values.count == entries.count else { continue }
        inputs[role.input(layer)] = .tensor(Tensor(values))
      }
    }
    return Question(self.name, inputs)
  }
}

/// The steps of a layer that somebody may have of one's own.
enum OwnStep: String {
  case sum
  case output
  case delta
  case weightGradient
  case biasGradient

  /// Whether it is a gradient by weights or biases.
  var isOfParameters: Bool { self == .weightGradient || self == .biasGradient }

  /// What the input of a question is called that holds it.
  func input(_ layer: Int) -> String { "own \(rawValue) \(layer + 1)" }
}

extension MistakenSigmoidNet.Own {
  /// The steps that a question says are one's own.
  init(in question: Question, samples: Int) {
    func step(_ step: OwnStep, _ layer: Int) -> Tensor? {
      question.inputs[step.input(layer)]?.tensor
    }
    func rows(_ tensor: Tensor?) -> Tensor? { tensor.map { $0.reshaped(samples, -1) } }
    self.init(
      z1: rows(step(.sum, 0)), h: rows(step(.output, 0)), z2: step(.sum, 1), y: step(.output, 1),
      delta1: rows(step(.delta, 0)), delta2: step(.delta, 1))
    gradients[.w1] = step(.weightGradient, 0)
    gradients[.b1] = step(.biasGradient, 0)
    gradients[.w2] = step(.weightGradient, 1)
    gradients[.b2] = step(.biasGradient, 1)
  }
}
