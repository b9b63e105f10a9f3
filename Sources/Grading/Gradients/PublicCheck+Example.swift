import Coursework
import NumericChecks

extension PublicCheck {
  /// A worked example of the handout: the numbers that it shows, or nearer to the truth.
  ///
  /// - Parameters:
  ///   - question: The example's question.
  ///   - name: What tells it from other examples of the same question.
  ///   - tolerance: How far off an answer may be; by default as far as a Float moves it, or a small
  ///     number that keeps a logarithm from 0, for neither costs a mark.
  ///   - expected: What is right, in the order in which it is told.
  /// - Returns: The check.
  package static func example(
    _ question: Question, called name: String = "example",
    within tolerance: Tolerance = Tolerance(limit: 1e-6),
    gives expected: KeyValuePairs<String, Value>
  ) -> PublicCheck {
    let outputs = expected.map(\.key)
    let right = Dictionary(uniqueKeysWithValues: expected.map { ($0.key, $0.value) })
    return PublicCheck("\(question.name)/\(name)", judging: outputs) { ask in
      let exchange = Exchange(question: question, expected: right, got: try ask(question))
      let agreement = Agreement(
        exchanges: [exchange], tolerances: [OutputTolerances(tolerance)])
      return try agreement.judge(outputs, misconceptions: []).map {
        var finding = $0
        finding.problem = finding.problem ?? Finding.Message.differs(finding)
        return finding
      }
    }
  }

  /// A finding about what must hold whatever the numbers are.
  ///
  /// - Parameters:
  ///   - output: The output that it is about.
  ///   - holds: Whether it does.
  ///   - problem: One plain sentence: what is wrong where it does not.
  /// - Returns: The finding, with full credit or none.
  package static func claim(
    about output: String, _ holds: Bool, else problem: String
  ) -> OutputFinding {
    OutputFinding(
      output, verdict: holds ? .passed : .failed, credit: holds ? .one : .zero,
      problem: holds ? nil : problem)
  }
}

// MARK: - Messages

extension Finding {
  fileprivate enum Message {
    /// The first wrong number beside the right one: the handout shows both.
    static func differs(_ finding: OutputFinding) -> String? {
      guard let first = finding.evidence?.first else { return nil }
      let index = first.index.isEmpty ? "" : "\(first.index)"
      return "\(finding.output)\(index) is \(first.got)"
        + (first.expected.map { ", in the worked example it is \($0)" } ?? "")
    }
  }
}
