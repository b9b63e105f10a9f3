/// What was handed in, and what became of it before any question was asked.
package struct HandIn: Sendable, Hashable {
  /// The file's or folder's own name; never a path.
  package let name: String
  /// Digest of the files that were graded: the student's receipt.
  package let receipt: String
  /// How far it came before any question was asked.
  package let status: Status
  /// What the compiler said of the student's own lines.
  package var diagnostics: [SourceNote]
  /// Files that were left out so that the rest could be graded, each with a plain reason.
  package var setAside: [SetAside]
  /// Methods that the contract asks for and the submission lacks.
  package var missing: [MissingMethod]

  /// What was handed in, and what became of it.
  package init(
    name: String, receipt: String, status: Status = .graded, diagnostics: [SourceNote] = [],
    setAside: [SetAside] = [], missing: [MissingMethod] = []
  ) {
    self.name = name
    self.receipt = receipt
    self.status = status
    self.diagnostics = diagnostics
    self.setAside = setAside
    self.missing = missing
  }

  /// How far the submission came.
  package enum Status: Sendable, Hashable {
    case graded
    case compileError
    case compileTimedOut(limit: Int)
    case compilerCrashed
    /// Refused before it was compiled, and why.
    case rejectedSource(String)
  }

  /// One diagnostic of the compiler, at a line of the student's own file.
  package struct SourceNote: Sendable, Hashable {
    /// The file's name within the submission.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1.
    package let column: Int
    /// The compiler's words, or ours for a line of an answer sheet.
    package let message: String

    /// A note at a place in the student's file.
    package init(file: String, line: Int, column: Int, message: String) {
      self.file = file
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// A file that was left out.
  package struct SetAside: Sendable, Hashable {
    /// The file's name within the submission.
    package let file: String
    /// Why, in one plain phrase, such as "it does not compile".
    package let reason: String

    /// A file that was left out for the given reason.
    package init(file: String, reason: String) {
      self.file = file
      self.reason = reason
    }
  }

  /// A method that was never called, because the submission has none of that name and labels.
  package struct MissingMethod: Sendable, Hashable {
    /// The signature that the contract asks for, such as `reluBackward(gradH:z:)`.
    package let expected: String
    /// The most similar method of the submission, where there is one.
    package let found: String?
    /// The type that the contract asks for, such as `(Tensor) throws -> Tensor`, where it is known.
    package let type: String?

    /// A method of that signature is missing; `found` may be what was meant.
    package init(expected: String, found: String?, type: String? = nil) {
      self.expected = expected
      self.found = found
      self.type = type
    }
  }
}

extension HandIn.Status {
  /// The name in reports.
  package var name: String {
    switch self {
    case .graded: "graded"
    case .compileError: "compileError"
    case .compileTimedOut: "compileTimedOut"
    case .compilerCrashed: "compilerCrashed"
    case .rejectedSource: "rejectedSource"
    }
  }

  /// One plain sentence for the student; `nil` where the submission was graded.
  package var remark: String? {
    switch self {
    case .graded: nil
    case .compileError: "The submission does not compile; none of its code could be run."
    case .compileTimedOut(let limit):
      "The compiler did not finish within \(limit) s; break long expressions into steps."
    case .compilerCrashed: "The compiler itself crashed on this submission."
    case .rejectedSource(let reason): "The submission was not compiled: \(reason)."
    }
  }
}

extension HandIn.Status {
  /// The status whose name and remark a report shows; `nil` where there is none.
  package init?(name: String, remark: String?) {
    let limit = remark?.split(separator: " ").lazy.compactMap { Int($0) }.first ?? 0
    let ends = HandIn.Status.rejectedSource("\u{0}").remark?.split(separator: "\u{0}") ?? []
    var reason = Substring(remark ?? "")
    if ends.count == 2, reason.hasPrefix(ends[0]), reason.hasSuffix(ends[1]) {
      reason = reason.dropFirst(ends[0].count).dropLast(ends[1].count)
    }
    let all: [Self] = [
      .graded, .compileError, .compileTimedOut(limit: limit), .compilerCrashed,
      .rejectedSource(String(reason)),
    ]
    guard let status = all.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}

extension HandIn.MissingMethod {
  /// Whether it is a method of a contract, with its labels; a course's own function has only a name.
  package var isMethod: Bool { expected.contains("(") }

  /// One sentence: "your `ReLUBackward` was never called; expected `reluBackward(gradH:z:)`".
  package var remark: String {
    guard let found else { return "there is no \(isMethod ? "method" : "function") `\(expected)`" }
    guard found == expected else {
      return "your `\(found)` was never called; expected `\(expected)`"
    }
    let wanted = type.map { "; it must be `\($0)`" } ?? ""
    return "your `\(found)` was never called, because its type is not the contract's\(wanted)"
  }
}
