import NumericChecks

extension TermSum {
  /// What a student reads: the sum that the output is, each wrong coefficient, and where to look.
  func diagnosis(of coefficients: [TermFit.Coefficient]) -> Diagnosis {
    let wrong = zip(terms, coefficients).filter { $0.right != $1 }
    return Diagnosis(
      id: "terms", looksLike: "your \(written) is \(sum(with: coefficients))",
      why: wrong.map { term, found in term.correction(of: found) }.joined(separator: "; "),
      place: Culprit(question: question, outputs: [output]).place)
  }

  /// "w − 0.9·η·v", without the terms that are missing.
  private func sum(with coefficients: [TermFit.Coefficient]) -> String {
    var text = ""
    for (term, coefficient) in zip(terms, coefficients) where coefficient.number != 0 {
      let isNegative = coefficient.number < 0
      let sign = text.isEmpty ? (isNegative ? "−" : "") : isNegative ? " − " : " + "
      text += sign + (coefficient.factors + [term.name]).joined(separator: "·")
    }
    return text
  }
}

extension TermSum.Term {
  /// "gradW must be multiplied by 1 − m, not by 0.1".
  fileprivate func correction(of found: TermFit.Coefficient) -> String {
    guard found.number == 0 else {
      return "\(name) must be multiplied by \(right.words), not by \(found.words)"
    }
    return right.words == "1"
      ? "\(name) is missing" : "\(name) is missing: it must be multiplied by \(right.words)"
  }
}

extension TermFit.Coefficient {
  /// "0.9" and "η", without the sign; nothing at all for 1.
  fileprivate var factors: [String] {
    let names = quantities.map { $0.contains { " /".contains($0) } ? "(\($0))" : $0 }
    return (abs(number) == 1 ? [] : [abs(number).shortText]) + names
  }

  /// "−0.9·η", "1 − m" or "1".
  fileprivate var words: String {
    if number == 1, quantities.count == 1 { return quantities[0] }
    return (number < 0 ? "−" : "") + (factors.isEmpty ? "1" : factors.joined(separator: "·"))
  }
}

extension Double {
  /// A positive number in full where it is plain, such as "0.9", "12" or "1/3"; else "0.3678…".
  fileprivate var shortText: String {
    if (self * 1000).rounded() / 1000 == self { return trimmedText }
    if (self * 3).rounded() / 3 == self { return "\((self * 3).rounded().trimmedText)/3" }
    var scale = 1.0
    while self * scale < 1000, scale < 1e300 { scale *= 10 }
    return "\((self * scale).rounded(.towardZero) / scale)…"
  }

  /// "2" for 2.0.
  private var trimmedText: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
