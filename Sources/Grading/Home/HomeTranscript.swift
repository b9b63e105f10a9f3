/// What a check that runs in a process of its own says to whoever started it.
///
/// It tells of each question before it is asked, so that a crash or an endless loop has a name, and
/// of its result last. The code under test may write to the same stream: what is not between our own
/// marks is the code's.
package enum HomeTranscript {
  // No terminal shows it, and nobody types it.
  private static let mark: Character = "\u{1E}"

  /// What is written before a question is asked.
  package static func asking(_ question: String) -> String { "\(mark)ask \(question)\(mark)" }

  /// What is written last.
  package static func ending(_ result: HomeResult) -> String {
    let fields =
      switch result {
      case .right: ["right"]
      case .todo(let what): ["todo", what]
      case .undecided(let why): ["undecided", why]
      case .wrong(let texts): ["wrong"] + texts
      }
    return "\(mark)end" + fields.map { "\(mark)\($0)" }.joined()
  }

  /// The result of a process.
  ///
  /// - Parameters:
  ///   - written: All that it wrote.
  ///   - signal: What killed it, if anything did.
  ///   - status: With what it ended, where nothing killed it.
  ///   - watchdog: The signal by which it is ended when its time is up, and the seconds it has.
  /// - Returns: What it said itself, else what its end says about the code.
  package static func result(
    of written: String, signal: Int32?, status: Int32, watchdog: (signal: Int32, seconds: Int)
  ) -> HomeResult {
    let records = written.split(separator: mark, omittingEmptySubsequences: false)
    if let end = records.lastIndex(of: "end"), signal == nil,
      let result = HomeResult(fields: records[(end + 1)...].map(String.init))
    {
      return result
    }
    let asked = records.last { $0.hasPrefix("ask ") }?.dropFirst(4)
    let silence: Silence =
      switch signal {
      case watchdog.signal?: .timedOut(limit: watchdog.seconds)
      case let signal?: crash(signal, written)
      case nil: .exitedEarly(status: status)
      }
    return .wrong([(asked == nil ? .unasked(silence) : silence).remark(to: asked.map(String.init))])
  }

  /// What the runtime said last, with the line of the student's file where it names one.
  private static func crash(_ signal: Int32, _ written: String) -> Silence {
    let lines = written.split(whereSeparator: \.isNewline)
    let line = lines.last { $0.contains("Fatal error") } ?? ""
    guard let match = line.firstMatch(of: /^(.*?):([0-9]+): Fatal error: (.*)$/) else {
      return .crashed(signal: signal, words: nil)
    }
    let (file, words) = (match.1.split(separator: "/"), String(match.3))
    guard let number = Int(match.2), file.first == "StudentWork", let name = file.last else {
      return .crashed(signal: signal, words: words)
    }
    return .crashed(
      signal: signal, words: words, at: Silence.Place(file: String(name), line: number))
  }
}

extension HomeResult {
  /// The result of which a process wrote the fields; nil where it did not come to the end.
  fileprivate init?(fields: [String]) {
    let texts = fields.dropFirst()
    switch (fields.first, texts.first) {
    case ("right", nil): self = .right
    case ("todo", let what?): self = .todo(what)
    case ("undecided", let why?): self = .undecided(why)
    case ("wrong", _?): self = .wrong(Array(texts))
    default: return nil
    }
  }
}
