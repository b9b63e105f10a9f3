/// Something worth knowing about an answer; it never costs a point.
package enum Note: Sendable, Hashable {
  /// The answer is right, but the call changed these of its inputs.
  case changesInputs(question: String, [String])
  /// The answer is right each time, but not the same to the last bit when asked again.
  case differsWhenRepeated(question: String, [String])

  /// One plain sentence.
  package var words: String {
    switch self {
    case .changesInputs(let question, let inputs):
      "\(question) changes its \(inputs.inWords); whoever called it may still need what was there"
    case .differsWhenRepeated(let question, let outputs):
      "\(question) gives another \(outputs.inWords) in the last digits when it is asked the same "
        + "again"
    }
  }
}
