extension HandIn {
  /// What was handed in as the texts of a record: `diagnostics.1.file`, counted from 1.
  var recorded: [String: String] {
    var texts = ["name": name, "receipt": receipt, "status": status.name]
    switch status {
    case .graded, .compileError, .compilerCrashed: break
    case .compileTimedOut(let limit): texts["status.limit"] = String(limit)
    case .rejectedSource(let reason): texts["status.reason"] = reason
    }
    func list(_ name: String, _ rows: [[String: String?]]) {
      texts[name] = String(rows.count)
      for (index, row) in rows.enumerated() {
        for (key, text) in row { texts["\(name).\(index + 1).\(key)"] = text }
      }
    }
    list(
      "diagnostics",
      diagnostics.map {
        [
          "file": $0.file, "line": String($0.line), "column": String($0.column),
          "message": $0.message,
        ]
      })
    list("setAside", setAside.map { ["file": $0.file, "reason": $0.reason] })
    list("missing", missing.map { ["expected": $0.expected, "found": $0.found, "type": $0.type] })
    return texts
  }

  /// What the texts of a record tell of it.
  init(recorded texts: [String: String]) throws(RecordError) {
    func text(_ key: String) throws(RecordError) -> String {
      guard let text = texts[key] else { throw RecordError("lacks '\(key)'") }
      return text
    }
    func number(_ key: String) throws(RecordError) -> Int {
      guard let number = Int(try text(key)) else { throw RecordError("lacks a number '\(key)'") }
      return number
    }
    func list<Row>(
      _ name: String, _ row: (String) throws(RecordError) -> Row
    ) throws(RecordError) -> [Row] {
      let count = try number(name)
      // Each row takes a text at least, so no count makes us allocate more than was read.
      guard (0...texts.count).contains(count) else { throw RecordError("lacks some of '\(name)'") }
      var rows: [Row] = []
      for index in 0..<count { rows.append(try row("\(name).\(index + 1).")) }
      return rows
    }
    self.init(
      name: try text("name"), receipt: try text("receipt"), status: try Status(recorded: texts),
      diagnostics: try list("diagnostics") { key throws(RecordError) in
        SourceNote(
          file: try text(key + "file"), line: try number(key + "line"),
          column: try number(key + "column"), message: try text(key + "message"))
      },
      setAside: try list("setAside") { key throws(RecordError) in
        SetAside(file: try text(key + "file"), reason: try text(key + "reason"))
      },
      missing: try list("missing") { key throws(RecordError) in
        MissingMethod(
          expected: try text(key + "expected"), found: texts[key + "found"],
          type: texts[key + "type"])
      })
  }
}

extension HandIn.Status {
  fileprivate init(recorded texts: [String: String]) throws(RecordError) {
    switch texts["status"] {
    case "graded": self = .graded
    case "compileError": self = .compileError
    case "compilerCrashed": self = .compilerCrashed
    case "compileTimedOut":
      guard let limit = texts["status.limit"].flatMap({ Int($0) }) else {
        throw RecordError("lacks 'status.limit'")
      }
      self = .compileTimedOut(limit: limit)
    case "rejectedSource": self = .rejectedSource(texts["status.reason"] ?? "")
    default: throw RecordError("tells no known status")
    }
  }
}
