import NumericChecks

extension Resemblance {
  /// What a student reads: the fact, what is amiss in it, and where to look.
  ///
  /// `isList` is whether the outputs are lists, whose rows are called entries; `words` is what the
  /// names of quantities mean.
  func diagnosis(of culprit: Culprit, isList: Bool, words: [String: String]) -> Diagnosis {
    let ids = [transform.id, isNegated ? "sign" : nil, factor?.id].compactMap { $0 }
    let looksLike: String
    let why: String
    if let shape = transform.words(of: culprit, isList: isList) {
      let times = multiplier(words).map { ", \($0)" } ?? ""
      looksLike = "your \(culprit.names) \(shape.looksLike)\(times)"
      why = shape.why
    } else if let factor {
      looksLike =
        "your \(culprit.names) \(culprit.isOrAre) exactly "
        + multiple(of: culprit.rightOnes, by: factor, words)
      why = factor.why(words, of: culprit) + (isNegated ? "; the sign is turned as well" : "")
    } else {
      looksLike = "your \(culprit.names) \(culprit.hasOrHave) the opposite sign"
      why =
        "every number is minus the right one: there is a minus too many or too few, or a "
        + "difference is taken the wrong way round"
    }
    return Diagnosis(
      id: ids.joined(separator: "-"), looksLike: looksLike, why: why, place: culprit.place)
  }

  /// "2 times the right one" or "the right one divided by N, the number of rows of h".
  private func multiple(
    of rightOnes: String, by factor: Factor, _ words: [String: String]
  ) -> String {
    switch factor {
    case .two: "\(isNegated ? "−" : "")2 times \(rightOnes)"
    case .half: isNegated ? "−½ times \(rightOnes)" : "half \(rightOnes)"
    case .logarithm, .quantity, .inverse: "\(rightOnes) \(multiplier(words) ?? "")"
    }
  }

  /// "times 2", "divided by N, the number of rows of h" or "times −1"; nil for 1.
  private func multiplier(_ words: [String: String]) -> String? {
    let sign = isNegated ? "−" : ""
    return switch factor {
    case nil: isNegated ? "times −1" : nil
    case .two: "times \(sign)2"
    case .half: "times \(sign)½"
    case .logarithm(let base): "divided by \(sign)ln \(base)"
    case .quantity(let name): "times \(isNegated ? "minus " : "")\(words[name] ?? name)"
    case .inverse(let name): "divided by \(isNegated ? "minus " : "")\(words[name] ?? name)"
    }
  }
}

// MARK: - Factors

extension Resemblance.Factor {
  fileprivate var id: String {
    switch self {
    case .two: "factor-2"
    case .half: "factor-1/2"
    case .logarithm(let base): "factor-1/ln\(base)"
    case .quantity(let name): "factor-\(name)"
    case .inverse(let name): "factor-1/\(name)"
    }
  }

  fileprivate func why(_ words: [String: String], of culprit: Culprit) -> String {
    switch self {
    case .two: "the rest is right: a 2 is too much there, a ½ is missing, or something counts twice"
    case .half: "the rest is right: a ½ is too much there, or a 2 is missing"
    case .logarithm(let base):
      "that is what a logarithm to base \(base) gives; the natural logarithm is meant"
    case .quantity(let name):
      "the rest is right: multiplying by \(Self.short(name, words)) is too much there, "
        + "or dividing by it is missing"
    case .inverse(let name):
      "the rest is right: dividing by \(Self.short(name, words)) is too much there, "
        + "or multiplying by it is missing"
    }
  }

  /// "N" of "N, the number of rows of h", which has just been said.
  private static func short(_ name: String, _ words: [String: String]) -> String {
    (words[name] ?? name).split(separator: ",").first.map(String.init) ?? name
  }
}

// MARK: - Transforms

extension Resemblance.Transform {
  /// Whether the words for it speak of rows.
  var movesRows: Bool {
    switch self {
    case .rowsReversed, .rowsPermuted: true
    default: false
    }
  }

  fileprivate var id: String? {
    switch self {
    case .same: nil
    case .transposed: "transposed"
    case .lastAxesSwapped: "axes-swapped"
    case .reordered: "reordered"
    case .reshaped: "reshaped"
    case .rowsReversed: "rows-reversed"
    case .columnsReversed: "columns-reversed"
    case .rowsPermuted: "rows-permuted"
    case .columnsPermuted: "columns-permuted"
    }
  }

  /// What follows on "your gradW", and why it is wrong; nil where nothing is rearranged.
  fileprivate func words(
    of culprit: Culprit, isList: Bool
  ) -> (looksLike: String, why: String)? {
    let (isOrAre, hasOrHave) = (culprit.isOrAre, culprit.hasOrHave)
    let rows = isList ? "entries" : "rows"
    return switch self {
    case .same: nil
    case .transposed:
      (
        "\(isOrAre) the \(culprit.isOne ? "transpose" : "transposes") of \(culprit.rightOnes)",
        "rows and columns are swapped: what belongs in [i, j] stands in [j, i]"
      )
    case .lastAxesSwapped:
      (
        "\(hasOrHave) the last two axes swapped",
        "what belongs in [.., i, j] stands in [.., j, i]"
      )
    case .reordered:
      (
        "\(hasOrHave) the right shape, filled with the numbers of the transpose",
        "a reshape keeps the numbers in their order; only a transpose swaps rows and columns"
      )
    case .reshaped:
      (
        "\(hasOrHave) the right numbers in another shape",
        "the shape is part of the answer; look for an axis that was kept, dropped or merged"
      )
    case .rowsReversed:
      (
        "\(hasOrHave) the right \(rows) in reverse order",
        "the first stands last: look for a loop or a slice that runs backwards"
      )
    case .columnsReversed:
      (
        "\(hasOrHave) the right columns in reverse order",
        "the first stands last: look for a loop or a slice that runs backwards"
      )
    case .rowsPermuted(let order):
      (
        "\(hasOrHave) the right \(rows) in another order, \(order)",
        "the numbers are right, their places are not"
      )
    case .columnsPermuted(let order):
      (
        "\(hasOrHave) the right columns in another order, \(order)",
        "the numbers are right, their places are not"
      )
    }
  }
}
