import Grading

extension Ratio {
  /// The exact value in lowest terms: "7", "15/2".
  var exact: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// The value that an exact text tells; `nil` where it is none, or larger than any points.
  init?(exact text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard let numerator = halves[0], let denominator = halves.count == 2 ? halves[1] : 1,
      halves.count <= 2, (0...100_000).contains(numerator), (1...10_000).contains(denominator)
    else { return nil }
    self.init(numerator, denominator)
  }
}
