import Grading

extension Ratio {
  /// The exact value in lowest terms: "7", "15/2".
  var exact: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
