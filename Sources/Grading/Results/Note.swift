import NumericChecks

/// Something worth knowing about an answer; it never costs a point.
package enum Note: Sendable, Hashable {
  /// The answer is right, but the call changed these of its inputs.
  case changesInputs(question: String, [String])
  /// The answer is right each time, but not the same to the last bit when asked again.
  case differsWhenRepeated(question: String, [String])
  /// The code follows this one of the conventions that editions of its course differ in, in a
  /// sentence; it was judged by it.
  case followsConvention(String)

  /// At the kink of a function another derivative is taken than the handout's.
  case takesAtKink(
    question: String, output: String, variable: String, KinkProbe.Convention)

  /// The first step of a hand-computed sheet that went wrong, and the slots that are right from
  /// there.
  case errorStarts(at: String, followed: [String])

  /// One plain sentence.
  package var words: String {
    switch self {
    case .changesInputs(let question, let inputs):
      "\(question) changes its \(inputs.inWords); whoever called it may still need what was there"
    case .differsWhenRepeated(let question, let outputs):
      "\(question) gives another \(outputs.inWords) in the last digits when it is asked the same "
        + "again"
    case .followsConvention(let sentence): sentence
    case .takesAtKink(let question, let output, let variable, let own):
      "exactly at the kink in \(variable), the \(output) of your \(question) is "
        + "\(own.words); the handout takes another one, and no mark depends on it"
    case .errorStarts(let step, let followed):
      "your error starts at \(step)"
        + (followed.isEmpty
          ? ""
          : "; \(followed.inWords) \(followed.count == 1 ? "is" : "are") right from your own "
            + "earlier values")
    }
  }
}
