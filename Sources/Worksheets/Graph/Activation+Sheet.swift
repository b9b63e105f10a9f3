extension Activation {
  /// As it is typed on a sheet: `sigmoid`.
  package var typedName: String {
    switch self {
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .relu: "relu"
    }
  }

  /// What it is, as it is typed on a sheet; `nil` where every calculator has it.
  package var typedFormula: String? {
    switch self {
    case .sigmoid: "sigmoid(z) = 1 / (1 + exp(-z))"
    case .tanh: nil
    case .relu: "relu(z) = max(0, z)"
    }
  }

  /// What these functions are, in the order in which the layers use them: each once, with commas.
  package static func typedFormulas(_ activations: [Activation]) -> String {
    var formulas: [String] = []
    for formula in activations.compactMap(\.typedFormula) where !formulas.contains(formula) {
      formulas.append(formula)
    }
    return formulas.map { "\($0), " }.joined()
  }
}
