import Coursework

/// What the questions about one pass of a net are computed from.
struct DeepNetCall: Sendable {
  let x: Tensor
  /// Empty where the question has none.
  let labels: Tensor
  let weights, biases: [Tensor]
  /// λ; 0 where the question has none.
  let regularization: Double
  /// The probability to keep an entry; 1 where the question has none.
  let keepProbability: Double
  /// What the generator of every dropout layer is made from; nil where nothing is dropped.
  let seed: UInt32?

  init(_ question: Question) throws {
    x = try question.tensor("x")
    labels = question.inputs["labels"]?.tensor ?? .zeros(0)
    let numbers = (1...).prefix { question.inputs["w\($0)"] != nil }
    weights = try numbers.map { try question.tensor("w\($0)") }
    biases = try numbers.map { try question.tensor("b\($0)") }
    regularization = question.inputs["regularization"]?.tensor?.scalar ?? 0
    keepProbability = question.inputs["keepProbability"]?.tensor?.scalar ?? 1
    seed = (question.inputs["seed"]?.tensor?.scalar).map { UInt32($0) }
  }

  var samples: Double { Double(x.shape[0]) }
  /// The number of layers of weights.
  var depth: Int { weights.count }
  /// The number of outputs of each hidden layer.
  var hiddenSizes: [Int] { weights.dropLast().map { $0.shape[1] } }

  /// What a pass answers that is right but for the change.
  func answer(_ change: (inout DeepNetVariant) -> Void) -> [String: Tensor] {
    var variant = DeepNetVariant(of: self)
    change(&variant)
    return variant.gradients().named
  }

  /// The scores of a forward pass that is right but for the change.
  func scores(_ change: (inout DeepNetVariant) -> Void) -> Tensor {
    var variant = DeepNetVariant(of: self)
    change(&variant)
    return variant.scores
  }

  // MARK: - Chance

  /// The uniform numbers of each dropout layer, one draw after another where one is to be skipped.
  func uniforms(skipping draws: Int = 0) -> [Tensor] {
    hiddenSizes.map { uniforms($0, skipping: draws) }
  }

  /// Those of a dropout layer of that many outputs.
  func uniforms(_ size: Int, skipping draws: Int = 0) -> Tensor {
    var random = RandomState(seed: seed ?? 0)
    for _ in 0..<draws { _ = random.rand(x.shape[0], size) }
    return random.rand(x.shape[0], size)
  }

  /// The right masks.
  var masks: [Tensor] { uniforms().map(mask) }

  /// The right mask for uniform numbers.
  func mask(_ uniforms: Tensor) -> Tensor { (uniforms .< keepProbability) / keepProbability }
}
