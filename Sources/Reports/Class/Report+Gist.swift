import Grading

extension Report {
  /// What went wrong in a few words, for one line of a table; nothing where nothing did.
  var gist: String {
    guard handIn.status == .graded else { return handIn.status.words.onOneLine }
    var phrases: [String] = []
    for part in parts where !part.isTodo {
      for output in part.outputs where output.verdict != .passed {
        let phrase = part.explanations(of: output.name).deciding?.finding.gist
        // A mistake that shows in several outputs is one mistake.
        if let phrase, !phrases.contains(phrase) { phrases.append(phrase) }
      }
    }
    let todo = parts.filter(\.isTodo).map(\.id)
    if !todo.isEmpty { phrases.append("todo: " + todo.joined(separator: ", ")) }
    return phrases.joined(separator: "; ")
  }
}

extension OutputFinding {
  fileprivate var gist: String {
    // Before the semicolon stands what it looks like, behind it what would be right.
    if let diagnosis {
      return diagnosis.looksLike.split(separator: ";").first.map(String.init) ?? diagnosis.id
    }
    // A problem begins with its kind: "wrong shape: got (1, 4), expected (4,)".
    let kind = problem?.split(separator: ":").first.map(String.init)
    return "\(output) \(kind.flatMap { $0.count <= 20 ? $0 : nil } ?? verdict.words)"
  }
}

extension ClassReport.Reason {
  /// The reason in a few words.
  var words: String {
    switch self {
    case .notRunnable(let status): status.words
    case .misbehaved(let verdict, let checks): "\(verdict.words) in \(Self.list(checks))"
    case .unrecognised(let outputs): "wrong, and no known mistake: \(Self.list(outputs))"
    case .setAside(let files): "set aside: \(Self.list(files))"
    case .missing(let methods): "not found: \(Self.list(methods))"
    }
  }

  /// The first few, and how many more.
  private static func list(_ items: [String]) -> String {
    let most = 3
    let shown = items.prefix(most).joined(separator: ", ")
    return items.count > most ? "\(shown) and \(items.count - most) more" : shown
  }
}
