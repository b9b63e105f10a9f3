extension Finding {
  /// One plain sentence that tells a student why there was no answer, where there was none.
  package var remark: String? { silence?.remark(to: question) }
}

extension Silence {
  /// One plain sentence that tells a student why there was no answer.
  ///
  /// - Parameter question: What was asked, by its method's name, where that is known.
  /// - Returns: The sentence, without a full stop.
  package func remark(to question: String? = nil) -> String {
    remark(question.map { " in \($0)" } ?? "", to: question)
  }

  /// The sentence with words that say where or when it was, or none where that is not known.
  private func remark(_ method: String, to question: String?) -> String {
    switch self {
    case .notImplemented: return "not written yet"
    case .threw(let words, let place):
      return "your code threw an error\(method)\(Self.words(for: place, after: method)): \(words)"
    case .crashed(let signal, let words, let place):
      let reason = words.map { ": \($0)" } ?? " (\(Self.name(ofSignal: signal)))"
      return "your code crashed\(method)\(Self.words(for: place, after: method))\(reason)"
    case .timedOut(let limit):
      return "stopped\(method): no answer within \(limit) s of computing; "
        + "look for a loop that never ends"
    case .memoryExceeded(let limit):
      return "used more than \(limit) MB of memory\(method); "
        + "look for an array that grows without end"
    case .outputExceeded(let limit):
      return "printed more than \(limit) MB\(method); take out the prints inside your loops"
    case .exitedEarly(let status):
      return "the program ended itself with status \(status)"
        + (method == Self.unaskedWords ? method : method + " before it answered") + "; "
        + "do not call exit"
    case .protocolError(let reason):
      return "the answer\(question.map { " to \($0)" } ?? "") could not be read (\(reason)); "
        + "return no more than was asked for, and do not write to descriptors of your own"
    case .skipped(let reason): return "not asked, because \(reason)"
    case .unasked(let silence): return silence.remark(Self.unaskedWords, to: nil)
    }
  }

  private static let unaskedWords = " before the first question was asked"

  /// The same silence without words of the submission, which could carry hidden inputs.
  package var guarded: Silence {
    switch self {
    case .threw(let words, let place):
      .threw(
        Self.harmlessError(words) ?? "(the error's words are in the staff's report)", at: place)
    case .crashed(let signal, let words, let place):
      .crashed(signal: signal, words: words.flatMap(Self.harmless), at: place)
    case .protocolError: .protocolError("the reason is in the staff's report")
    case .unasked(let silence): .unasked(silence.guarded)
    default: self
    }
  }

  private static func words(for place: Place?, after method: String) -> String {
    place.map { "\(method.isEmpty ? " in" : ",") \($0.file):\($0.line)" } ?? ""
  }

  private static func name(ofSignal signal: Int32) -> String {
    // Numbers are the same on Linux and macOS for all of these; a Swift trap is 4 or 5.
    switch signal {
    case 4, 5: "a runtime check failed, as for a nil, a conversion or a number too large for Int"
    case 6: "abort"
    case 7, 10: "bus error"
    case 8: "arithmetic error"
    case 9: "killed"
    case 11: "bad memory access, often endless recursion"
    case 25: "file size limit"
    default: "signal \(signal)"
    }
  }

  /// The words, where they are a sentence of the runtime or of `Tensor` about shapes.
  ///
  /// Nothing else may pass to a student: a submission that knows a hidden input could print it.
  private static func harmless(_ words: String) -> String? {
    if let known = runtimeSentences.first(where: words.contains) { return known }
    // "Tensor.matmul: …", "Tensor.-: …" or "Tensor[5, 0]: …": first what was done, then to what.
    let sentence =
      /Tensor(?:\.[A-Za-z]+|\.[-+*\/.=<>!]+|\[[-0-9, ]*\]| literal): (?<claim>.+)/
    guard words.count <= 160, let match = words.wholeMatch(of: sentence) else { return nil }
    let form = match.claim.replacing(/-?[0-9]+/, with: "n")
      .replacing(/\((n,|n(, n)+)?\)/, with: "(n)")
    return tensorSentences.contains(String(form)) ? words : nil
  }

  private static let runtimeSentences = [
    "Index out of range", "Unexpectedly found nil", "Division by zero", "Can't remove",
    "Range requires lowerBound <= upperBound", "Array index is out of range",
    "Negative Array index is out of range", "Dictionary literal contains duplicate keys",
    "Double value cannot be converted to Int", "Not enough bits",
  ]

  /// What `Tensor` says when it stops, with `n` for every number and `(n)` for every shape.
  private static let tensorSentences: Set = [
    "shapes do not broadcast: (n) and (n)", "shape (n) does not broadcast to shape (n)",
    "inner dimensions differ: (n) · (n)", "ranks must be n or n: (n) · (n)",
    "shape (n) does not fit shape (n)", "shape (n) does not hold n numbers",
    "shape (n) does not hold exactly one number", "elements differ in shape: (n) and (n)",
    "row n has n numbers, row n has n", "(n) is not a shape", "the count is negative: n",
    "index out of range for shape (n)", "n index given for shape (n) of rank n",
    "n indices given for shape (n) of rank n", "no row n in shape (n)", "no column n in shape (n)",
    "no rows n..<n in shape (n)", "shape (n) has no rows", "no axis n in shape (n)",
    "shape (n) is empty", "nothing to choose from in shape (n)",
  ]
}
