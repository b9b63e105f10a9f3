/// What a check that runs in a process of its own says to whoever started it.
///
/// On stderr it tells of each question before it is asked, so that a crash or an endless loop has a
/// name, and of its result last. The code under test may write there too: what is not between our
/// own marks is the code's, or the runtime's about a crash.
package struct HomeTranscript: Sendable {
  /// All that it wrote to stderr.
  private let written: String
  /// What killed it, if anything did.
  private let signal: Int32?
  /// With what it ended, where nothing killed it.
  private let status: Int32

  /// What is left of a process.
  package init(_ written: String, signal: Int32?, status: Int32) {
    self.written = written
    self.signal = signal
    self.status = status
  }

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

  /// What it said itself, else what its end says about the code.
  ///
  /// - Parameters:
  ///   - watchdog: The signal that ends it when its time is up, and the seconds that it has.
  ///   - work: The folder of the student's files, to find the line of a crash.
  /// - Returns: The result of the check.
  package func result(watchdog: (signal: Int32, seconds: Int), work: String) -> HomeResult {
    let records = written.split(separator: Self.mark, omittingEmptySubsequences: false)
    if let end = records.lastIndex(of: "end"), signal == nil,
      let result = HomeResult(fields: records[(end + 1)...].map(String.init))
    {
      return result
    }
    let asked = records.last { $0.hasPrefix("ask ") }?.dropFirst(4)
    let silence: Silence =
      switch signal {
      case watchdog.signal?: .timedOut(limit: watchdog.seconds)
      case let signal?: .crashed(signal: signal, words: lastWords, at: place(in: work))
      case nil: .exitedEarly(status: status)
      }
    return .wrong([(asked == nil ? .unasked(silence) : silence).remark(to: asked.map(String.init))])
  }
}

// MARK: - The end of a crash

extension HomeTranscript {
  private static var complaint: Regex<(Substring, Substring)> { /Fatal error: (.*)/ }

  /// What the runtime said last.
  private var lastWords: String? {
    written.split(whereSeparator: \.isNewline).compactMap { $0.firstMatch(of: Self.complaint) }
      .last.map { String($0.1) }
  }

  /// The innermost line of the student's own, from the runtime's backtrace or else its complaint.
  private func place(in work: String) -> Silence.Place? {
    for line in written.split(whereSeparator: \.isNewline) {
      if let range = line.firstRange(of: " at \(work)/") {
        return Self.place(line[range.upperBound...])
      }
      // In a file of the student's the runtime names its module instead of the folder.
      if line.contains(Self.complaint), let range = line.firstRange(of: "StudentWork/") {
        return Self.place(line[range.upperBound...])
      }
    }
    return nil
  }

  /// Reads "Submission.swift:17:12".
  private static func place(_ text: Substring) -> Silence.Place? {
    let parts = text.split(separator: ":")
    guard parts.count > 1, let line = Int(parts[1]) else { return nil }
    return Silence.Place(file: String(parts[0]), line: line)
  }
}

// MARK: - What the code prints

extension HomeTranscript {
  /// What is printed to stdout before any of the code runs; what others print before it is not the
  /// code's.
  package static let beginning = "\(mark)"

  /// Most lines that are shown: a gradient asks for the forward pass many times.
  private static let mostLines = 20

  /// What the code printed, as it is shown; nothing where it printed nothing.
  package static func printed(in output: String) -> String {
    let parts = output.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return "" }
    var lines = parts[1].split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let hidden = lines.count - mostLines
    let shown = lines.prefix(mostLines).joined(separator: "\n") + "\n"
    return shown + (hidden > 0 ? "(and \(hidden) lines more)\n" : "")
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
