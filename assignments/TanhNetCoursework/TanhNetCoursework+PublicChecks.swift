import Coursework
import Grading

extension Derivative {
  /// The gradients of the whole net: the derivative of n/2 times the submission's own loss, since
  /// the course leaves the 2/n out.
  package static let tanhNet = Derivative(
    askedBy: "backward",
    gradients: [
      "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
      "gradB3": "b3",
    ], as: .smooth, sizes: [[3, 2, 4, 3, 2], [4, 3, 2, 5, 2], [5, 2, 3, 4, 3]]
  ) { draw, n in
    Value.tanhLayers(&draw, Array(n.dropFirst())).merging([
      "x": .tensor(draw.eighths(n[0], n[1])), "y": .tensor(draw.eighths(n[0], n[4])),
    ]) { $1 }
  } forward: { inputs, ask in
    let layers = ["w1", "b1", "w2", "b2", "w3", "b3"]
    guard let y = inputs["y"], let entries = y.tensor?.count,
      let yHat = try ask("forward", inputs, ["x"] + layers)["yHat"],
      let loss = try ask("loss", ["y": y, "yHat": yHat], ["y", "yHat"])["loss"]?.tensor
    else { return nil }
    return .tensor(Double(entries) / 2 * loss)
  }
}

extension Value {
  /// Weights and biases of layers of those sizes, as w1, b1 and so on, small enough that no tanh is
  /// at its end.
  package static func tanhLayers(_ draw: inout Draw, _ sizes: [Int]) -> [String: Value] {
    var layers: [String: Value] = [:]
    for (layer, (inputs, outputs)) in zip(sizes, sizes.dropFirst()).enumerated() {
      layers["w\(layer + 1)"] = .tensor(0.25 * draw.eighths(inputs, outputs))
      layers["b\(layer + 1)"] = .tensor(0.25 * draw.eighths(outputs))
    }
    return layers
  }

  /// Targets: −1 and 1.
  package static func signs(_ draw: inout Draw, _ rows: Int, _ columns: Int) -> Value {
    .tensor(2 * draw.bits(rows, columns) - 1)
  }
}
