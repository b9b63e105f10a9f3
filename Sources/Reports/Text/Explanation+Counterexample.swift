import Grading

extension Explanation {
  /// That nothing was recognised, and the example that stands in for it, each with its label.
  ///
  /// Nothing where there is no example: then the numbers that are wrong have said all there is.
  var exampleSentences: [(label: String, text: String)] {
    guard let example = finding.counterexample else { return [] }
    return [
      ("Not recognised:", "no mistake that we know gives these numbers"),
      ("Smallest example:", "for \(example.given):\n\(example.result(of: finding.output))"),
    ]
  }
}
