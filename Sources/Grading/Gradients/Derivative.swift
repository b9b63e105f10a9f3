import Coursework
import NumericChecks

/// Which forward pass a backward question differentiates, so that a submission can be held against
/// itself.
///
/// ```swift
/// Derivative(
///   askedBy: "reluBackward", gradients: ["gradZ": "z"], upstream: "gradH", as: .piecewiseLinear,
///   sizes: [[3, 2], [2, 4], [4, 3]]
/// ) { draw, n in
///   ["gradH": .tensor(draw.eighths(n[0], n[1])), "z": .tensor(draw.eighths(n[0], n[1]))]
/// } forward: { inputs, ask in
///   try ask("relu", inputs, ["z"])["h"]
/// }
/// ```
///
/// The points are the same for everybody and in every course, whatever its seed: their numbers may
/// be shown to students.
package struct Derivative: Sendable {
  /// Asks one question with those of the inputs that are named.
  package typealias Ask = (
    _ question: String, _ inputs: [String: Value], _ names: [String]
  ) throws -> Answer

  /// The result of the forward pass for the inputs of a point; nil where the answer lacks it.
  package typealias Forward =
    @Sendable (
      _ inputs: [String: Value], _ ask: Ask
    ) throws -> Value?

  /// The backward question, such as `affineBackward`.
  package let question: String
  /// What each output is the gradient by: `gradB` by `b`.
  package let gradients: KeyValuePairs<String, String>
  /// The input that holds the gradient from above; nil where the forward pass ends in a loss.
  package let upstream: String?
  /// How the forward pass behaves along each variable.
  package let kind: FunctionClass
  private let drawPoints: @Sendable () -> [Point]
  private let forward: Forward

  /// Where it is tried: three points or more, small and away from kinks.
  package var points: [Point] { drawPoints() }

  /// A backward question and the inputs of its forward pass.
  package struct Point: Sendable {
    /// What the submission is asked.
    package let question: Question
    /// The question's inputs and those that only the forward pass needs, such as `b`.
    package let inputs: [String: Value]
  }

  /// The derivative that a backward question asks for.
  ///
  /// - Parameters:
  ///   - question: The backward question.
  ///   - gradients: Each output with the input that it is the gradient by.
  ///   - upstream: The input that holds the gradient from above; nil for a loss.
  ///   - kind: How the forward pass behaves along each variable.
  ///   - unasked: Inputs of the forward pass that the backward question does without.
  ///   - sizes: A point for each entry.
  ///   - inputs: Draws the inputs of one point.
  ///   - forward: Asks for the forward pass.
  package init(
    askedBy question: String, gradients: KeyValuePairs<String, String>, upstream: String? = nil,
    as kind: FunctionClass, unasked: Set<String> = [], sizes: [[Int]],
    inputs: @escaping @Sendable (inout Draw, [Int]) -> [String: Value], forward: @escaping Forward
  ) {
    self.question = question
    self.gradients = gradients
    self.upstream = upstream
    self.kind = kind
    self.forward = forward
    // Drawn when they are asked for: most submissions never need them.
    drawPoints = {
      sizes.enumerated().map { variant, sizes in
        var draw = Draw(seed: Seed("shown to students"), check: question, variant: variant)
        let inputs = inputs(&draw, sizes)
        let asked = inputs.filter { !unasked.contains($0.key) }
        return Point(question: Question(question, asked), inputs: inputs)
      }
    }
  }

  /// The outputs that are gradients, in the scheme's order.
  package var outputs: [String] { gradients.map(\.key) }
  /// What the forward pass gives.
  var subject: Triage.Subject { upstream == nil ? .loss : .forwardPass }
}

// MARK: - Somebody's own forward pass

extension Derivative {
  /// The result of the forward pass of `respondent`.
  func result(for inputs: [String: Value], of respondent: any Respondent) throws -> Tensor {
    let result = try forward(inputs) { question, inputs, names in
      let named = inputs.filter { names.contains($0.key) }
      return try respondent.answer(to: Question(question, named))
    }
    guard let result = result?.tensor else {
      throw Unanswered(
        silence: .protocolError("the answer holds no result of the \(subject.rawValue)"))
    }
    return result
  }

  /// The gradient of the forward pass of `respondent` by one variable, for what comes from above.
  func numericalGradient(
    by variable: String, at point: Point, of respondent: any Respondent
  ) throws -> NumericalGradient {
    try NumericalGradient(
      of: { try value(of: variable, $0, at: point.inputs, of: respondent) },
      at: centre(of: variable, in: point.inputs), as: kind)
  }

  /// What the forward pass of `respondent` does on both sides of a kink in one variable.
  func kink(
    by variable: String, at inputs: [String: Value], of respondent: any Respondent
  ) throws -> KinkProbe {
    try KinkProbe(
      of: { try value(of: variable, $0, at: inputs, of: respondent) },
      at: centre(of: variable, in: inputs))
  }

  private func centre(of variable: String, in inputs: [String: Value]) throws -> Tensor {
    guard let centre = inputs[variable]?.tensor else {
      throw BadQuestion(name: question, reason: "has no variable '\(variable)'")
    }
    return centre
  }

  /// The number whose gradient is asked for, with one variable moved: Σ forward · upstream.
  private func value(
    of variable: String, _ moved: Tensor, at inputs: [String: Value],
    of respondent: any Respondent
  ) throws -> Double {
    let above = try upstream.map { try centre(of: $0, in: inputs) } ?? Tensor(1)
    var inputs = inputs
    inputs[variable] = .tensor(moved)
    let result = try result(for: inputs, of: respondent)
    // Two shapes could be broadcast to a number that means nothing.
    guard result.shape == above.shape else {
      throw Unanswered(silence: .protocolError("the \(subject.rawValue) has another shape"))
    }
    return (result * above).sum()
  }
}
