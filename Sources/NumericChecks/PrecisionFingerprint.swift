import Tensors

/// The mark that too little precision leaves on answers that are right otherwise.
///
/// It needs three pairs or more with different right tensors of the same shapes as the given ones,
/// all finite, and is silent unless the numbers speak for it:
///
/// - decimals: every given number is one of k decimals and the right one to half a unit of the last
///   of them, and the digits that agree are too many for chance;
/// - floats: every given number is a `Float`, and no error is above 1e-5;
/// - through floats: the errors are as large as those of a `Float`, 2⁻²⁴, in most elements and in
///   both directions, and none is above 1e-6.
package enum PrecisionFingerprint: Hashable, Sendable {
  /// Rounded to so many decimals.
  case decimals(Int)
  /// Every number is a `Float`; the digits to which all of them are right.
  case floats(digits: Int)
  /// As if a `Float` were used on the way; the digits to which all numbers are right.
  case throughFloats(digits: Int)

  /// Reads the mark off all pairs, or nil if there is none.
  package init?(in pairs: [TensorPair]) {
    guard Set(pairs.filter(\.isTelling).map(\.right)).count >= Resemblance.fewestPairs,
      let errors = Errors(of: pairs), errors.worst > Tolerance.standard.limit
    else { return nil }
    if let decimals = errors.decimals {
      self = .decimals(decimals)
    } else if errors.areFloats {
      self = .floats(digits: errors.digits)
    } else if errors.areLikeFloats {
      self = .throughFloats(digits: errors.digits)
    } else {
      return nil
    }
  }
}

// MARK: - Errors

/// The errors of all elements of all pairs.
private struct Errors {
  private let elements: [(got: Double, right: Double)]
  /// The largest error as ``Comparison`` measures it.
  let worst: Double

  /// Nil if a shape is wrong or a number is not finite.
  init?(of pairs: [TensorPair]) {
    var elements: [(got: Double, right: Double)] = []
    var worst = 0.0
    for pair in pairs {
      guard pair.got.shape == pair.right.shape else { return nil }
      elements += zip(pair.got.scalars, pair.right.scalars).map { ($0, $1) }
      worst = max(worst, Comparison(of: pair.got, with: pair.right).worstError)
    }
    guard elements.allSatisfy({ $0.got.isFinite && $0.right.isFinite }) else { return nil }
    self.elements = elements
    self.worst = worst
  }

  /// The digits to which all numbers are right.
  var digits: Int { Int((-Platform.log(worst) / Platform.log(10)).rounded(.down)) }

  // MARK: Decimals

  /// Most decimals that are looked for; with more, an answer is right.
  private static let mostDecimals = 10
  /// Fewest digits that must agree in all wrong elements together.
  private static let fewestDigits = 9.0

  /// How many decimals the numbers are rounded to, if they are.
  var decimals: Int? {
    var unit = 1.0
    for decimals in 1...Self.mostDecimals {
      unit *= 10
      // Fewer decimals cannot hold the numbers, more are further from chance: the first decides.
      guard elements.allSatisfy({ Self.isMultiple($0.got, ofOneOver: unit) }) else { continue }
      let areNear = elements.allSatisfy { abs($0.got - $0.right) * unit <= 0.5 * (1 + 1e-6) }
      return areNear && agreeingDigits(unit) >= Self.fewestDigits ? decimals : nil
    }
    return nil
  }

  private static func isMultiple(_ number: Double, ofOneOver unit: Double) -> Bool {
    // Whoever multiplies by 0.0001 instead of dividing by 10000 is off by an ulp or two.
    let rounded = (number * unit).rounded() / unit
    return Comparison.steps(from: number, to: rounded).map { $0 <= 4 } ?? false
  }

  /// The digits written in wrong elements: how surprising it is that they are the right ones.
  private func agreeingDigits(_ unit: Double) -> Double {
    elements.reduce(0) { sum, element in
      let steps = abs(element.got) * unit
      return element.got == element.right || steps < 1
        ? sum : sum + Platform.log(steps) / Platform.log(10)
    }
  }

  // MARK: Floats

  /// Half the distance of two neighbours at 1, which is the largest error of rounding to `Float`.
  private static let roundoff = 0x1p-24
  /// Fewest wrong elements from which anything is concluded.
  private static let fewestElements = 4

  /// Whether all numbers are floats, and no error is above what sums and differences make of theirs.
  var areFloats: Bool {
    worst <= 1e-5
      && elements.count(where: { $0.got != $0.right }) >= Self.fewestElements
      && elements.allSatisfy { Double(Float($0.got)) == $0.got }
  }

  /// Whether the errors are those of floats in size, number and sign.
  ///
  /// A constant with few digits or a small number added somewhere moves all elements in one
  /// direction; a single wrong element leaves most others right.
  var areLikeFloats: Bool {
    let errors = elements.filter { $0.right != 0 }.map { ($0.got - $0.right) / $0.right }
    guard worst <= 1e-6, errors.count >= Self.fewestElements else { return false }
    let middle = errors.map(abs).sorted()[errors.count / 2]
    let fewest = max(1, errors.count / 8)
    return Self.roundoff / 32...Self.roundoff * 8 ~= middle
      && errors.count(where: { $0 > 0 }) >= fewest && errors.count(where: { $0 < 0 }) >= fewest
  }
}
