/// The formula of one local step over the quantities that it builds on.
package indirect enum StepFormula: Sendable, Hashable {
  case constant(Double)
  case quantity(Quantity)
  case sum([StepFormula])
  case difference(StepFormula, StepFormula)
  case product([StepFormula])
  case quotient(StepFormula, by: StepFormula)
  case square(StepFormula)
  case activated(Activation, Quantity)
  /// The derivative of an activation at the weighted sum `at`, computed from its value there.
  case slope(Activation, at: Quantity, from: Quantity)

  /// The value on any kind of number, from those of the quantities.
  package func value<Number: StepNumber>(_ number: (Quantity) -> Number) -> Number {
    switch self {
    case .constant(let value): Number(constant: value)
    case .quantity(let quantity): number(quantity)
    case .sum(let terms): Self.folded(terms.map { $0.value(number) }, +)
    case .difference(let a, let b): a.value(number) - b.value(number)
    case .product(let factors): Self.folded(factors.map { $0.value(number) }, *)
    case .quotient(let a, by: let b): a.value(number) / b.value(number)
    case .square(let base): base.value(number).squared()
    case .activated(let activation, let sum): number(sum).activated(by: activation)
    case .slope(let activation, at: _, from: let value): number(value).slope(of: activation)
    }
  }

  private static func folded<Number: StepNumber>(
    _ numbers: [Number], _ operation: (Number, Number) -> Number
  ) -> Number {
    guard let first = numbers.first else { return Number(constant: 0) }
    return numbers.dropFirst().reduce(first, operation)
  }

  /// The quantities in it, each once, in the order in which it names them.
  package var parents: [Quantity] {
    var parents: [Quantity] = []
    for quantity in quantities where !parents.contains(quantity) { parents.append(quantity) }
    return parents
  }

  private var quantities: [Quantity] {
    switch self {
    case .constant: []
    case .quantity(let quantity), .activated(_, let quantity): [quantity]
    case .slope(_, at: _, from: let quantity): [quantity]
    case .sum(let terms), .product(let terms): terms.flatMap(\.quantities)
    case .difference(let a, let b), .quotient(let a, by: let b): a.quantities + b.quantities
    case .square(let base): base.quantities
    }
  }
}

extension StepFormula {
  /// The derivative of an activation that is a factor of a product, as it is written: `σ′(z2)`.
  package var slope: String? {
    guard case .product(let factors) = self else { return nil }
    return factors.lazy.compactMap { factor in
      if case .slope = factor { factor.description } else { nil as String? }
    }.first
  }
}

// MARK: - Symbols

extension StepFormula: CustomStringConvertible {
  /// As it is written on paper: `W2[2]·δ2·σ′(z1[2])`.
  package var description: String {
    written { $0.description }
  }

  /// The formula with each quantity written in one's own way, such as its value.
  ///
  /// Where a slope's quantities are numbers, the slope is written out: `0.59·(1 − 0.59)`.
  ///
  /// - Parameters:
  ///   - expandsSlopes: Whether slopes are written from the activation's value.
  ///   - name: How a quantity is written.
  /// - Returns: The formula.
  package func written(
    expandingSlopes expandsSlopes: Bool = false, _ name: (Quantity) -> String
  ) -> String {
    func text(_ part: StepFormula) -> String {
      part.written(expandingSlopes: expandsSlopes, name)
    }
    func factor(_ part: StepFormula) -> String {
      part.isSum ? "(\(text(part)))" : text(part)
    }
    switch self {
    case .constant(let value):
      return value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
    case .quantity(let quantity): return name(quantity)
    case .sum(let terms): return terms.map(text).joined(separator: " + ")
    case .difference(let a, let b): return "\(text(a)) − \(factor(b))"
    case .product(let factors): return factors.map(factor).joined(separator: "·")
    case .quotient(let a, by: let b): return "\(factor(a))/\(factor(b))"
    case .square(let base): return "\(factor(base))²"
    case .activated(let activation, let sum):
      let argument = name(sum)
      return activation.symbol + (argument.hasPrefix("(") ? argument : "(\(argument))")
    case .slope(let activation, at: let sum, from: let value):
      guard expandsSlopes else { return "\(activation.symbol)′(\(name(sum)))" }
      return Self.slope(activation, from: name(value))
    }
  }

  private static func slope(_ activation: Activation, from a: String) -> String {
    switch activation {
    case .sigmoid: "\(a)·(1 − \(a))"
    case .tanh: "(1 − \(a)²)"
    case .relu: "[\(a) > 0]"
    }
  }

  private var isSum: Bool {
    switch self {
    case .sum(let terms): terms.count > 1
    case .difference: true
    default: false
    }
  }
}
