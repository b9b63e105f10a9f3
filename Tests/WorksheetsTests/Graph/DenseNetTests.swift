import Fuzzing
import Tensors
import Testing

@testable import Worksheets

@Suite("Local steps of dense networks")
struct DenseNetTests {
  /// A network of the given widths, one sample or a batch, with numbers from a seed.
  static func network(
    _ widths: [Int], _ activation: Activation, samples: Int?, seed: UInt64 = 1
  ) -> (net: DenseNet, givens: [String: Tensor]) {
    var random = Mutator(seed: seed)
    func drawn(_ shape: [Int]) -> Tensor {
      Tensor(
        shape: shape,
        scalars: (0..<shape.reduce(1, *)).map { _ in
          Double(Int.random(in: 1...9, using: &random)) / 10
            * (Bool.random(using: &random) ? 1 : -1)
        })
    }
    let outputs = widths.last ?? 1
    var givens = [
      "x": drawn(samples.map { [$0, widths[0]] } ?? [widths[0]]),
      "t": drawn((samples.map { [$0] } ?? []) + (outputs > 1 ? [outputs] : [])),
      "rate": Tensor(0.5),
    ]
    let layers = (1..<widths.count).map { layer in
      let isSingle = widths[layer] == 1
      givens["W\(layer)"] = drawn((isSingle ? [] : [widths[layer]]) + [widths[layer - 1]])
      givens["b\(layer)"] = drawn(isSingle ? [] : [widths[layer]])
      return DenseNet.Layer(
        weights: "W\(layer)", bias: "b\(layer)", sum: "z\(layer)", output: "a\(layer)",
        activation: activation)
    }
    return (DenseNet(input: "x", target: "t", layers: layers, learningRate: "rate"), givens)
  }

  static let shapes: [([Int], Int?)] = [
    ([2, 2, 1], nil), ([2, 3, 1], nil), ([2, 3, 1], 4), ([3, 4, 2], nil), ([3, 4, 2], 3),
    ([2, 3, 2, 1], 2), ([1, 1], nil),
  ]

  /// Differences of the loss alone know nothing of the backward pass.
  @Test(
    "Every gradient is what a small change of its parameter does to the loss",
    arguments: shapes, Activation.allCases)
  func gradients(_ shape: ([Int], Int?), _ activation: Activation) throws {
    let (net, givens) = Self.network(shape.0, activation, samples: shape.1)
    let graph = net.graph(of: givens)
    let step = 1.0 / 8192
    for (name, tensor) in givens where name.hasPrefix("W") || name.hasPrefix("b") {
      for (place, quantity) in Quantity.all(name, shape: tensor.shape).enumerated() {
        let losses = [-2, -1, 1, 2].map { (factor: Double) -> Double in
          var scalars = tensor.scalars
          scalars[place] += factor * step
          var changed = givens
          changed[name] = Tensor(shape: tensor.shape, scalars: scalars)
          return net.graph(of: changed).values[Quantity("loss")] ?? .nan
        }
        // The five-point rule, whose error falls with the fourth power of the step.
        let slope = (losses[0] - 8 * losses[1] + 8 * losses[2] - losses[3]) / (12 * step)
        let gradient = try #require(graph.values[Quantity("d\(name)", quantity.index)])
        #expect(abs(gradient - slope) < 1e-9, "\(quantity)")
        let updated = try #require(graph.values[Quantity("new\(name)", quantity.index)])
        #expect(abs(updated - (tensor.scalars[place] - 0.5 * gradient)) < 1e-15)
      }
    }
  }

  @Test("Intervals of exact givens hold the exact values, and are narrow", arguments: shapes)
  func intervals(_ shape: ([Int], Int?)) throws {
    let (net, givens) = Self.network(shape.0, .tanh, samples: shape.1)
    let graph = net.graph(of: givens)
    var known = graph.givens.mapValues { Interval(constant: $0) }
    for step in graph.steps {
      let interval = step.formula.value { known[$0] ?? .everything }
      known[step.quantity] = interval
      let value = try #require(graph.values[step.quantity])
      #expect(
        interval.contains(value) && interval.upper - interval.lower < 1e-13, "\(step.equation)")
    }
  }

  @Test(
    "Formulas read as on paper",
    arguments: [
      (Quantity("z1", [2]), "W1[2, 0]·x[0] + W1[2, 1]·x[1] + b1[2]"),
      (Quantity("a1", [2]), "σ(z1[2])"),
      (Quantity("z2"), "W2[0]·a1[0] + W2[1]·a1[1] + W2[2]·a1[2] + b2"),
      (Quantity("loss"), "(a2 − t)²/2"), (Quantity("δ2"), "(a2 − t)·σ′(z2)"),
      (Quantity("δ1", [2]), "W2[2]·δ2·σ′(z1[2])"), (Quantity("dW1", [2, 1]), "δ1[2]·x[1]"),
      (Quantity("db2"), "δ2"), (Quantity("newW2", [0]), "W2[0] − rate·dW2[0]"),
    ])
  func symbols(_ quantity: Quantity, _ formula: String) throws {
    let (net, givens) = Self.network([2, 3, 1], .sigmoid, samples: nil)
    let step = try #require(net.graph(of: givens)[quantity])
    #expect(step.formula.description == formula)
    #expect(step.equation == "\(quantity) = \(formula)")
  }

  @Test(
    "A batch adds up over its samples",
    arguments: [
      (Quantity("loss"), "((a2[0] − t[0])² + (a2[1] − t[1])²)/4"),
      (Quantity("δ2", [1]), "(a2[1] − t[1])/2·σ′(z2[1])"),
      (Quantity("dW1", [2, 1]), "δ1[0, 2]·x[0, 1] + δ1[1, 2]·x[1, 1]"),
      (Quantity("db2"), "δ2[0] + δ2[1]"),
    ])
  func batch(_ quantity: Quantity, _ formula: String) throws {
    let (net, givens) = Self.network([2, 3, 1], .sigmoid, samples: 2)
    #expect(try #require(net.graph(of: givens)[quantity]).formula.description == formula)
  }

  @Test("With two outputs each path back is one term")
  func paths() throws {
    let (net, givens) = Self.network([3, 4, 2], .relu, samples: nil)
    let step = try #require(net.graph(of: givens)[Quantity("δ1", [3])])
    #expect(step.formula.description == "(W2[0, 3]·δ2[0] + W2[1, 3]·δ2[1])·relu′(z1[3])")
    #expect(step.parents.map(\.description) == ["W2[0, 3]", "δ2[0]", "W2[1, 3]", "δ2[1]", "a1[3]"])
  }

  @Test("A formula with numbers for its quantities shows the slope's own formula")
  func numbers() throws {
    let (net, givens) = Self.network([2, 3, 1], .sigmoid, samples: nil)
    let step = try #require(net.graph(of: givens)[Quantity("δ2")])
    let names = ["a2": "0.75", "t": "0.01"]
    let text = step.formula.written(expandingSlopes: true) { names[$0.name] ?? "?" }
    #expect(text == "(0.75 − 0.01)·0.75·(1 − 0.75)")
  }

  @Test("A value that a step cannot have is not plausible")
  func plausibility() throws {
    let (net, givens) = Self.network([2, 3, 1], .sigmoid, samples: nil)
    let graph = net.graph(of: givens)
    let output = try #require(graph[Quantity("a2")])
    #expect(output.isPlausible(0.9, insteadOf: 0.7))
    for number in [0, 1, 1.2, -0.1, 75.1] { #expect(!output.isPlausible(number, insteadOf: 0.7)) }
    let delta = try #require(graph[Quantity("δ2")])
    #expect(!delta.isPlausible(0, insteadOf: 0.1) && delta.isPlausible(0, insteadOf: 0))
    #expect(delta.isPlausible(-7, insteadOf: 0.1))
  }
}
