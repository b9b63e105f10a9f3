extension Silence {
  /// The silence as the texts of a record.
  var recorded: [String: String] {
    let name = verdict.rawValue
    switch self {
    case .notImplemented: return ["silence": name]
    case .threw(let words, let place):
      return [
        "silence": name, "words": words, "file": place?.file, "line": place.map { String($0.line) },
      ].compactMapValues(\.self)
    case .crashed(let signal, let words, let place):
      return [
        "silence": name, "number": String(signal), "words": words, "file": place?.file,
        "line": place.map { String($0.line) },
      ].compactMapValues(\.self)
    case .timedOut(let limit), .memoryExceeded(let limit), .outputExceeded(let limit):
      return ["silence": name, "number": String(limit)]
    case .exitedEarly(let status): return ["silence": name, "number": String(status)]
    case .protocolError(let reason), .skipped(let reason):
      return ["silence": name, "words": reason]
    case .unasked(let silence):
      return silence.recorded.merging(["unasked": "true"]) { $1 }
    }
  }

  /// The silence that the texts of a record tell; `nil` where they tell none.
  init?(recorded texts: [String: String]) {
    if let unasked = texts["unasked"] {
      let others = texts.filter { $0.key != "unasked" }
      guard unasked == "true", let silence = Silence(recorded: others) else { return nil }
      self = .unasked(silence)
      return
    }
    let (words, number) = (texts["words"], texts["number"].flatMap { Int($0) })
    let line = texts["line"].flatMap { Int($0) }
    let place = line.flatMap { line in texts["file"].map { Place(file: $0, line: line) } }
    switch texts["silence"].flatMap(Verdict.init(rawValue:)) {
    case .notImplemented: self = .notImplemented
    case .threw:
      guard let words else { return nil }
      self = .threw(words, at: place)
    case .crashed:
      guard let signal = number.flatMap(Int32.init(exactly:)) else { return nil }
      self = .crashed(signal: signal, words: words, at: place)
    case .exitedEarly:
      guard let status = number.flatMap(Int32.init(exactly:)) else { return nil }
      self = .exitedEarly(status: status)
    case .timedOut:
      guard let number else { return nil }
      self = .timedOut(limit: number)
    case .memoryExceeded:
      guard let number else { return nil }
      self = .memoryExceeded(limit: number)
    case .outputExceeded:
      guard let number else { return nil }
      self = .outputExceeded(limit: number)
    case .protocolError:
      guard let words else { return nil }
      self = .protocolError(words)
    case .skipped:
      guard let words else { return nil }
      self = .skipped(words)
    case .passed, .accepted, .failed, .notRun, nil: return nil
    }
  }
}
