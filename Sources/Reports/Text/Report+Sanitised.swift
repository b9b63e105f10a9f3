import Grading

extension Report {
  /// The report with every text harmless that a submission may have had a hand in.
  ///
  /// Identifiers, titles and diagnoses are the scheme's own and stay as they are.
  var sanitised: Report {
    var report = self
    report.handIn = handIn.sanitised
    report.parts = parts.map { part in
      var part = part
      part.findings = part.findings.map(\.sanitised)
      return part
    }
    return report
  }
}

extension ClassReport {
  /// The class with every text harmless that a submission may have had a hand in.
  var sanitised: ClassReport {
    ClassReport(
      entries: entries.map(\.sanitised),
      ungraded: ungraded.map {
        Ungraded(name: Sanitised($0.name).line, reason: Sanitised($0.reason).text)
      },
      passMark: passMark)
  }
}

// MARK: - The pieces

extension HandIn {
  fileprivate var sanitised: HandIn {
    HandIn(
      name: Sanitised(name).line,
      receipt: Sanitised(receipt).line,
      status: status.sanitised,
      diagnostics: diagnostics.map {
        SourceNote(
          file: Sanitised($0.file).line, line: $0.line, column: $0.column,
          message: Sanitised($0.message).text)
      },
      setAside: setAside.map {
        SetAside(file: Sanitised($0.file).line, reason: Sanitised($0.reason).text)
      },
      missing: missing.map {
        MissingMethod(
          expected: Sanitised($0.expected).line, found: $0.found.map { Sanitised($0).line },
          type: $0.type.map { Sanitised($0).line })
      })
  }
}

extension HandIn.Status {
  fileprivate var sanitised: HandIn.Status {
    switch self {
    case .rejectedSource(let reason): .rejectedSource(Sanitised(reason).text)
    case .graded, .compileError, .compileTimedOut, .compilerCrashed: self
    }
  }
}

extension Finding {
  fileprivate var sanitised: Finding {
    var finding = self
    finding.silence = silence?.sanitised
    finding.outputs = outputs.map { output in
      var output = output
      output.problem = output.problem.map { Sanitised($0).text }
      if let first = output.evidence?.first {
        output.evidence?.first = Evidence.Mismatch(
          index: first.index, got: Sanitised(first.got).line,
          expected: first.expected.map { Sanitised($0).line })
      }
      return output
    }
    return finding
  }
}

extension Silence {
  fileprivate var sanitised: Silence {
    switch self {
    case .threw(let words, let place): .threw(Sanitised(words).text, at: place?.sanitised)
    case .crashed(let signal, let words, let place):
      .crashed(
        signal: signal, words: words.map { Sanitised($0).text }, at: place?.sanitised)
    case .protocolError(let reason): .protocolError(Sanitised(reason).text)
    case .unasked(let silence): .unasked(silence.sanitised)
    case .notImplemented, .timedOut, .memoryExceeded, .outputExceeded, .exitedEarly, .skipped: self
    }
  }
}

extension Silence.Place {
  fileprivate var sanitised: Silence.Place { .init(file: Sanitised(file).line, line: line) }
}
