import Grading

extension Explanation {
  /// That nothing was recognised, and the example that stands in for it, each with its label.
  ///
  /// Nothing where there is no example: then the numbers that are wrong have said all there is. Nor
  /// where the derivative is right and the forward pass is not: the example belongs there.
  var exampleSentences: [(label: String, text: String)] {
    guard cause == nil, let example = finding.counterexample else { return [] }
    return [
      ("Not recognised:", "no mistake that we know gives these numbers"),
      ("Smallest example:", "for \(example.given):\n\(example.result(of: finding.output))"),
    ]
  }
}
