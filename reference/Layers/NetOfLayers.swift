import Coursework
import Grading

/// A net's loss and gradients, put together from the layers of other assignments.
///
/// In a course whose students write layers first and nets of them later, a mistake in a layer is one
/// mistake: a net that is right but for it keeps its points.
enum NetOfLayers {
  /// The question `name`, whose net has the affine and ReLU layers of `affine-relu` and the softmax
  /// loss of `losses`, with weights `w1`, `b1`, `w2` and so on, and L2 with ½ on every layer.
  ///
  /// Where it has a seed, the right masks of dropout stand between the layers.
  static func composition(_ name: String) -> Composition {
    Composition(
      name,
      of: ["affineReLU", "affine", "softmaxLoss", "affineBackward", "affineReLUBackward"]
    ) { question, ask in
      let layers = try parameters(of: question)
      let masks = question.inputs["seed"] == nil ? [] : try DeepNetCall(question).masks
      let inputs = try inputs(of: layers, x: question.tensor("x"), masks, ask)
      let scores = try ask("y", Question("affine", layers.last?.inputs(x: inputs.last) ?? [:]))
      let loss = Question(
        "softmaxLoss",
        ["scores": .tensor(scores), "labels": .tensor(try question.tensor("labels"))])
      let regularization = question.inputs["regularization"]?.tensor?.scalar ?? 0
      let penalty = layers.reduce(0) { $0 + $1.w.squared().sum() } * regularization / 2
      var answer: Answer = ["loss": .number(try ask("loss", loss).scalar + penalty)]
      var gradient = try ask("gradScores", loss)
      for (number, layer) in zip(1..., layers).reversed() {
        let back = backward(layer, input: inputs[number - 1], gradient, number == layers.count)
        answer["gradW\(number)"] = .tensor(try ask("gradW", back) + regularization * layer.w)
        answer["gradB\(number)"] = .tensor(try ask("gradB", back))
        // Nothing asks for the gradient of the net's own inputs.
        guard number > 1 else { break }
        gradient = try ask(number == layers.count ? "gradH" : "gradX", back)
        if !masks.isEmpty { gradient = gradient * masks[number - 2] }
      }
      return answer
    }
  }

  /// The question `name` about the scores of such a net without dropout, or about what follows from
  /// them.
  static func composition(
    _ name: String, ofScores result: @escaping @Sendable (_ scores: Tensor) -> Answer
  ) -> Composition {
    Composition(name, of: ["affineReLU", "affine"]) { question, ask in
      let layers = try parameters(of: question)
      let inputs = try inputs(of: layers, x: question.tensor("x"), [], ask)
      return result(
        try ask("y", Question("affine", layers.last?.inputs(x: inputs.last) ?? [:])))
    }
  }

  /// What each layer is given, masked where there are masks.
  private static func inputs(
    of layers: [Layer], x: Tensor, _ masks: [Tensor], _ ask: Composition.Ask
  ) throws -> [Tensor] {
    var inputs = [x]
    for (index, layer) in layers.dropLast().enumerated() {
      let h = try ask("h", Question("affineReLU", layer.inputs(x: inputs.last)))
      inputs.append(masks.isEmpty ? h : h * masks[index])
    }
    return inputs
  }

  /// One layer's weights and biases.
  private struct Layer {
    let w: Tensor
    let b: Tensor

    func inputs(x: Tensor?) -> [String: Value] {
      (x.map { ["x": .tensor($0)] } ?? [:]).merging(["w": .tensor(w), "b": .tensor(b)]) { $1 }
    }
  }

  private static func parameters(of question: Question) throws -> [Layer] {
    var layers: [Layer] = []
    while let w = question.inputs["w\(layers.count + 1)"]?.tensor {
      layers.append(Layer(w: w, b: try question.tensor("b\(layers.count + 1)")))
    }
    return layers
  }

  private static func backward(
    _ layer: Layer, input: Tensor, _ gradient: Tensor, _ isLast: Bool
  ) -> Question {
    guard !isLast else {
      return Question(
        "affineBackward",
        ["gradY": .tensor(gradient), "h": .tensor(input), "w": .tensor(layer.w)])
    }
    return Question(
      "affineReLUBackward",
      layer.inputs(x: input).merging(["gradH": .tensor(gradient)]) { $1 })
  }
}
