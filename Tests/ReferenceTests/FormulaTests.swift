import Coursework
import Grading
import NumericChecks
import Reference
import Testing

/// There is one formula: what is differentiated, bounded and explained is what the reference answers.
@Suite("Formulas of the assignments")
struct FormulaTests {
  static let ids: [String] = Catalogue.all.filter { $0.formula != nil }.map(\.id)

  @Test("Only an assignment that chance decides has no formula")
  func all() {
    #expect(Catalogue.all.filter { $0.formula == nil }.map(\.id) == ["dropout"])
  }

  /// The questions that are formulas; chance or a choice decides the others.
  private static func questions(
    of assignment: Assignment, _ formula: any Formula, _ seed: Seed
  ) throws -> [Question] {
    let questions = try assignment.checks.flatMap { $0.questions(seed) }.filter {
      try formula.answer(to: $0, as: \.self) != nil
    }
    #expect(!questions.isEmpty)
    return questions
  }

  @Test("With tensors the formula is the reference, bit for bit", arguments: ids)
  func tensors(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    for seed in CatalogueTests.seeds {
      for question in try Self.questions(of: assignment, formula, seed) {
        let answer: [String: Tensor] = try #require(try formula.answer(to: question))
        let reference = try assignment.reference(question).compactMapValues(\.tensor)
        #expect(answer.mapValues(Self.bits) == reference.mapValues(Self.bits), "\(question.name)")
        #expect(answer.mapValues(\.shape) == reference.mapValues(\.shape), "\(question.name)")
      }
    }
  }

  @Test("Dual numbers carry the same values, bit for bit", arguments: ids)
  func duals(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    for question in try Self.questions(of: assignment, formula, .public) {
      let plain: [String: Tensor] = try #require(try formula.answer(to: question))
      let moving = try #require(
        try formula.answer(to: question) { Dual(value: $0, tangent: .ones(shape: $0.shape)) })
      #expect(moving.mapValues { Self.bits($0.value) } == plain.mapValues(Self.bits))
    }
  }

  @Test("An unknown question is none of the formula's", arguments: ids)
  func unknown(_ id: String) throws {
    let formula = try #require(Catalogue.assignment(id)?.formula)
    #expect(try formula.answer("none", [:] as [String: Tensor]) == nil)
  }

  @Test("A question that lacks an input is refused by name", arguments: ids)
  func missing(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    for question in try Self.questions(of: assignment, formula, .public) {
      for name in question.inputs.keys {
        let rest = Question(question.name, question.inputs.filter { $0.key != name })
        #expect { () -> [String: Tensor]? in try formula.answer(to: rest) } throws: { error in
          (error as? MissingInput)?.name == name
        }
      }
    }
  }

  // MARK: - Derivatives

  /// A question with gradients, and the forward pass of the same assignment with its one output.
  struct Derivative: Sendable, CustomTestStringConvertible {
    let id, question, forward, output: String
    /// The upstream gradient; nil where the output is the loss itself.
    var upstream: String?
    /// The gradients by the inputs of the forward pass; the backward pass may rename an input.
    let gradients: [String: String]
    var renamed: [String: String] = [:]
    var testDescription: String { "\(id) \(question)" }
  }

  static let passes: [Derivative] = [
    Derivative(
      id: "losses", question: "softmaxLoss", forward: "softmaxLoss", output: "loss",
      gradients: ["scores": "gradScores"]),
    Derivative(
      id: "losses", question: "svmLoss", forward: "svmLoss", output: "loss",
      gradients: ["scores": "gradScores"]),
    Derivative(
      id: "losses", question: "mseLoss", forward: "mseLoss", output: "loss",
      gradients: ["scores": "gradScores", "w": "gradW"]),
    Derivative(
      id: "two-layer-net", question: "softmaxNetLoss", forward: "softmaxNetLoss", output: "loss",
      gradients: ["w1": "gradW1", "b1": "gradB1", "w2": "gradW2", "b2": "gradB2"]),
    Derivative(
      id: "two-layer-net", question: "mseNetLoss", forward: "mseNetLoss", output: "loss",
      gradients: ["w1": "gradW1", "b1": "gradB1", "w2": "gradW2", "b2": "gradB2"]),
    Derivative(
      id: "dense-classifier", question: "lossAndGradients", forward: "lossAndGradients",
      output: "loss",
      gradients: [
        "w1": "gradW1", "b1": "gradB1", "w2": "gradW2", "b2": "gradB2", "w3": "gradW3",
        "b3": "gradB3",
      ]),
    Derivative(
      id: "face-net", question: "backward", forward: "forward", output: "y", upstream: "err",
      gradients: [
        "w1": "gradW1", "b1": "gradB1", "w2": "gradW2", "b2": "gradB2", "w3": "gradW3",
        "b3": "gradB3",
      ]),
    Derivative(
      id: "fully-connected-net", question: "loss", forward: "loss", output: "loss",
      gradients: ["w1": "gradW1", "b1": "gradB1", "w2": "gradW2", "b2": "gradB2"]),
    Derivative(
      id: "fully-connected-net", question: "dropoutLoss", forward: "dropoutLoss", output: "loss",
      gradients: ["w1": "gradW1", "b2": "gradB2", "w3": "gradW3", "b3": "gradB3"]),
    Derivative(
      id: "affine-relu", question: "affineBackward", forward: "affine", output: "y",
      upstream: "gradY", gradients: ["x": "gradH", "w": "gradW"], renamed: ["h": "x"]),
    Derivative(
      id: "affine-relu", question: "reluBackward", forward: "relu", output: "h",
      upstream: "gradH", gradients: ["z": "gradZ"]),
    Derivative(
      id: "affine-relu", question: "affineReLUBackward", forward: "affineReLU", output: "h",
      upstream: "gradH", gradients: ["x": "gradX", "w": "gradW", "b": "gradB"]),
    Derivative(
      id: "backprop-2-3-1", question: "backPropagation", forward: "backPropagation",
      output: "loss",
      gradients: ["w1": "gradW1", "b1": "gradB1", "w2": "gradW2", "b2": "gradB2"]),
    Derivative(
      id: "backprop-2-2-1", question: "worksheet", forward: "worksheet", output: "loss",
      gradients: ["w1": "dW1", "b1": "db1", "w2": "dW2", "b2": "db2"]),
    Derivative(
      id: "backprop-2-3-1", question: "worksheet", forward: "worksheet", output: "loss",
      gradients: ["w1": "dW1", "b1": "db1", "w2": "dW2", "b2": "db2"]),
  ]

  @Test("The gradients are the dual numbers' of the forward pass", arguments: passes)
  func gradients(_ derivative: Derivative) throws {
    let assignment = try #require(Catalogue.assignment(derivative.id))
    let formula = try #require(assignment.formula)
    let questions = assignment.checks.flatMap { $0.questions(.public) }
      .filter { $0.name == derivative.question }
    #expect(!questions.isEmpty)
    for question in questions {
      let answer: [String: Tensor] = try #require(try formula.answer(to: question))
      var inputs = question.inputs.compactMapValues(\.tensor)
      for (old, new) in derivative.renamed { inputs[new] = inputs.removeValue(forKey: old) }
      let upstream = derivative.upstream.flatMap { inputs.removeValue(forKey: $0) }
      // The gradients of the affine layer do not ask for its bias.
      if derivative.forward == "affine" { inputs["b"] = .zeros(inputs["w"]?.shape[1] ?? 0) }
      for (name, output) in derivative.gradients {
        let exact = try gradient(
          of: { moving in
            var duals = inputs.mapValues { Dual(constant: $0) }
            duals[name] = moving
            let out = try #require(try formula.answer(derivative.forward, duals))
            let result = try #require(out[derivative.output])
            return (result * Dual(constant: upstream ?? Tensor(1))).total()
          }, at: try #require(inputs[name]))
        let got = try #require(answer[output])
        #expect(Comparison.separation(got, exact) < 1e-12, "\(output)")
      }
    }
  }

  private static func bits(_ tensor: Tensor) -> [UInt64] { tensor.scalars.map(\.bitPattern) }
}
