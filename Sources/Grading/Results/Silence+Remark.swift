extension Silence {
  /// One plain sentence that tells a student why there was no answer.
  package var remark: String {
    switch self {
    case .notImplemented: "not written yet"
    case .threw(let words): "your code threw an error: \(words)"
    case .crashed(let signal, let words):
      "your code crashed (\(Self.name(ofSignal: signal)))" + (words.map { ": \($0)" } ?? "")
    case .timedOut(let limit):
      "no answer within \(limit) s of computing; look for a loop that never ends"
    case .memoryExceeded(let limit):
      "more than \(limit) MB of memory; look for an array that grows without end"
    case .outputExceeded(let limit):
      "more than \(limit) MB printed; take out the prints inside your loops"
    case .exitedEarly(let status):
      "the program ended itself with status \(status) before it answered; do not call exit"
    case .protocolError(let reason):
      "the answer could not be read (\(reason)); do not write to descriptors of your own"
    case .skipped(let reason): "not asked, because \(reason)"
    }
  }

  /// The same silence without words of the submission, which could carry hidden inputs.
  package var guarded: Silence {
    switch self {
    case .threw: .threw("(the error's words are in the staff's report)")
    case .crashed(let signal, let words):
      .crashed(signal: signal, words: words.flatMap(Self.harmless))
    case .protocolError: .protocolError("the reason is in the staff's report")
    default: self
    }
  }

  private static func name(ofSignal signal: Int32) -> String {
    // Numbers are the same on Linux and macOS for all of these; a Swift trap is 4 or 5.
    switch signal {
    case 4, 5: "runtime trap"
    case 6: "abort"
    case 7, 10: "bus error"
    case 8: "arithmetic error"
    case 9: "killed"
    case 11: "bad memory access, often endless recursion"
    case 25: "file size limit"
    default: "signal \(signal)"
    }
  }

  /// Words of the runtime and of `Tensor` about shapes; nothing else may pass to a student.
  private static func harmless(_ words: String) -> String? {
    let known = [
      "Index out of range", "Unexpectedly found nil", "Division by zero", "Can't remove",
      "Range requires lowerBound <= upperBound", "Array index is out of range",
      "Negative Array index is out of range", "Dictionary literal contains duplicate keys",
      "Double value cannot be converted to Int", "Not enough bits",
    ]
    if let match = known.first(where: words.contains) {
      return match
    }
    // "Tensor.matmul: …", "Tensor.-: …" or "Tensor[5, 0]: …": first what was done, then to what.
    let sentence =
      /Tensor(\.[A-Za-z]+|\.[-+*\/.=<>!]+|\[[-0-9, ]*\]): [A-Za-z0-9 .,:;()\[\]'+*\/·]*/
    // A value would need a sign or a decimal point between digits; a shape needs neither.
    let hasFraction = zip(words.utf8, words.utf8.dropFirst()).contains {
      $0 == UInt8(ascii: ".") && (48...57).contains($1)
    }
    guard words.wholeMatch(of: sentence) != nil, !hasFraction, words.count <= 160 else {
      return nil
    }
    return words
  }
}
