import Tensors

/// Lays out the local steps of a dense network for given numbers.
struct DenseNetWiring {
  private let net: DenseNet
  private let givens: [String: Tensor]
  /// The number of samples; one sample that is given alone has no axis for it.
  private let samples: Int
  private let hasSampleAxis: Bool

  init(net: DenseNet, givens: [String: Tensor]) {
    self.net = net
    self.givens = givens
    let shape = givens[net.input]?.shape ?? []
    precondition(shape.count == 1 || shape.count == 2, "the input is neither a sample nor a batch")
    hasSampleAxis = shape.count == 2
    samples = hasSampleAxis ? shape[0] : 1
    precondition(samples > 0, "a batch without samples has no mean")
  }

  var graph: ComputationGraph {
    var steps: [LocalStep] = []
    for layer in net.layers.indices { steps += forward(layer) }
    steps.append(loss)
    for layer in net.layers.indices.reversed() { steps += backward(layer) }
    if let rate = net.learningRate { steps += updates(rate) }
    var numbers: [Quantity: Double] = [:]
    for (name, tensor) in givens {
      for (quantity, value) in zip(Quantity.all(name, shape: tensor.shape), tensor.scalars) {
        numbers[quantity] = value
      }
    }
    return ComputationGraph(givens: numbers, steps: steps)
  }

  // MARK: - Names with places

  private func shape(_ name: String) -> [Int] {
    guard let tensor = givens[name] else { preconditionFailure("'\(name)' is not given") }
    return tensor.shape
  }

  /// How many units a layer has.
  func units(_ layer: Int) -> Int { shape(net.layers[layer].bias).first ?? 1 }

  /// How many numbers go into each unit of a layer.
  private func width(_ layer: Int) -> Int { shape(net.layers[layer].weights).last ?? 1 }

  /// A quantity that each sample has for each unit of a layer.
  private func perUnit(_ name: String, _ layer: Int, _ sample: Int, _ unit: Int) -> Quantity {
    Quantity(name, place(sample) + (shape(net.layers[layer].bias).isEmpty ? [] : [unit]))
  }

  private func place(_ sample: Int) -> [Int] { hasSampleAxis ? [sample] : [] }

  private func sum(_ layer: Int, _ sample: Int, _ unit: Int) -> Quantity {
    perUnit(net.layers[layer].sum, layer, sample, unit)
  }

  private func output(_ layer: Int, _ sample: Int, _ unit: Int) -> Quantity {
    perUnit(net.layers[layer].output, layer, sample, unit)
  }

  private func delta(_ layer: Int, _ sample: Int, _ unit: Int) -> Quantity {
    perUnit(net.delta(layer), layer, sample, unit)
  }

  /// What goes into a layer: the activations before it, or the input.
  private func incoming(_ layer: Int, _ sample: Int, _ entry: Int) -> Quantity {
    layer > 0
      ? output(layer - 1, sample, entry) : Quantity(net.input, place(sample) + [entry])
  }

  private func weight(_ name: String, _ layer: Int, _ unit: Int, _ entry: Int) -> Quantity {
    Quantity(name, shape(net.layers[layer].weights).count > 1 ? [unit, entry] : [entry])
  }

  private func bias(_ name: String, _ layer: Int, _ unit: Int) -> Quantity {
    Quantity(name, shape(net.layers[layer].bias).isEmpty ? [] : [unit])
  }

  private func target(_ sample: Int, _ unit: Int) -> Quantity {
    // The target may lack the axis of a single output or of a single sample.
    let rank = shape(net.target).count
    return Quantity(net.target, Array((place(sample) + [unit]).prefix(rank)))
  }

  // MARK: - Forward

  private func forward(_ layer: Int) -> [LocalStep] {
    let names = net.layers[layer]
    let sums = everyUnit(layer).map { sample, unit in
      let terms = (0..<width(layer)).map { entry in
        StepFormula.product([
          .quantity(weight(names.weights, layer, unit, entry)),
          .quantity(incoming(layer, sample, entry)),
        ])
      }
      return LocalStep(
        quantity: sum(layer, sample, unit), kind: .sum,
        formula: .sum(terms + [.quantity(bias(names.bias, layer, unit))]),
        words: "each weight times what comes in through it, all added up, and the bias")
    }
    let outputs = everyUnit(layer).map { sample, unit in
      LocalStep(
        quantity: output(layer, sample, unit), kind: .activation(names.activation),
        formula: .activated(names.activation, sum(layer, sample, unit)),
        words: "\(names.activation.name) of the weighted sum")
    }
    return sums + outputs
  }

  /// Samples and units in the order of the quantities' entries.
  private func everyUnit(_ layer: Int) -> [(sample: Int, unit: Int)] {
    (0..<samples).flatMap { sample in (0..<units(layer)).map { (sample, $0) } }
  }

  private var loss: LocalStep {
    let last = net.layers.count - 1
    let squares = everyUnit(last).map { StepFormula.square(error($0.sample, $0.unit)) }
    return LocalStep(
      quantity: Quantity(DenseNet.loss), kind: .loss,
      formula: .quotient(
        squares.count == 1 ? squares[0] : .sum(squares), by: .constant(Double(2 * samples))),
      words: samples == 1
        ? "half of the squared difference between output and target"
        : "the squared differences between outputs and targets, added up and divided by 2N")
  }

  private func error(_ sample: Int, _ unit: Int) -> StepFormula {
    .difference(
      .quantity(output(net.layers.count - 1, sample, unit)), .quantity(target(sample, unit)))
  }
}

// MARK: - Backward

extension DenseNetWiring {
  private func backward(_ layer: Int) -> [LocalStep] {
    let names = net.layers[layer]
    let deltas = everyUnit(layer).map { sample, unit in
      LocalStep(
        quantity: delta(layer, sample, unit), kind: .delta, formula: wayBack(layer, sample, unit),
        words: layer == net.layers.count - 1
          ? "the derivative of the loss by the output, times the derivative of "
            + "\(names.activation.name)"
          : "each weight on the way back times the δ that it leads to, added up, times the "
            + "derivative of \(names.activation.name)")
    }
    let weights = (0..<units(layer)).flatMap { unit in
      (0..<width(layer)).map { entry in
        LocalStep(
          quantity: weight(DenseNet.gradient(of: names.weights), layer, unit, entry),
          kind: .gradient,
          formula: overSamples {
            .product([
              .quantity(delta(layer, $0, unit)), .quantity(incoming(layer, $0, entry)),
            ])
          },
          words: "the δ of the unit that the weight leads to, times what comes in through it")
      }
    }
    let biases = (0..<units(layer)).map { unit in
      LocalStep(
        quantity: bias(DenseNet.gradient(of: names.bias), layer, unit), kind: .gradient,
        formula: overSamples { .quantity(delta(layer, $0, unit)) },
        words: "the δ of the unit that the bias belongs to")
    }
    return deltas + biases + weights
  }

  private func wayBack(_ layer: Int, _ sample: Int, _ unit: Int) -> StepFormula {
    let slope = StepFormula.slope(
      net.layers[layer].activation, at: sum(layer, sample, unit),
      from: output(layer, sample, unit))
    guard layer < net.layers.count - 1 else {
      let error = error(sample, unit)
      return .product([
        samples == 1 ? error : .quotient(error, by: .constant(Double(samples))), slope,
      ])
    }
    let name = net.layers[layer + 1].weights
    let paths = (0..<units(layer + 1)).map { next in
      [
        StepFormula.quantity(weight(name, layer + 1, next, unit)),
        .quantity(delta(layer + 1, sample, next)),
      ]
    }
    return paths.count == 1
      ? .product(paths[0] + [slope]) : .product([.sum(paths.map { .product($0) }), slope])
  }

  private func overSamples(_ term: (Int) -> StepFormula) -> StepFormula {
    samples == 1 ? term(0) : .sum((0..<samples).map(term))
  }

  // MARK: - The step downhill

  private func updates(_ rate: String) -> [LocalStep] {
    net.layers.indices.reversed().flatMap { layer in
      [net.layers[layer].weights, net.layers[layer].bias].flatMap { name in
        Quantity.all(name, shape: shape(name)).map { old in
          LocalStep(
            quantity: Quantity(DenseNet.updated(name), old.index), kind: .update,
            formula: .difference(
              .quantity(old),
              .product([
                .quantity(Quantity(rate)),
                .quantity(Quantity(DenseNet.gradient(of: name), old.index)),
              ])),
            words: "the old value minus the learning rate times its gradient")
        }
      }
    }
  }
}
