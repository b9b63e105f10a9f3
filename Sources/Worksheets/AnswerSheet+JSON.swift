import PlainText

extension AnswerSheet {
  /// Whether the bytes are those of a sheet in JSON: no plain sheet begins with a brace or a slash.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { $0 != 0x20 && !(0x09...0x0D ~= $0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "/")
  }

  /// Reads a sheet in JSON or JSON5, such as `{assignment: "backprop-2-2-1", z1: [0.3775, 0.3925]}`.
  ///
  /// Numbers count as they are typed, and texts as what a plain sheet has behind its equals sign. A
  /// fault costs the whole sheet: behind it nothing is sure to be what it seems.
  init(parsingJSON bytes: [UInt8]) {
    guard bytes.count <= Self.mostBytes else {
      let problem = Problem(line: 1, "the sheet is longer than \(Self.mostBytes) bytes")
      self.init(only: problem)
      return
    }
    do throws(JSONError) {
      self.init(try JSON5Document(parsing: bytes))
    } catch {
      let problem = Problem(line: error.line, "column \(error.column): \(error.message)")
      self.init(only: problem)
    }
  }

  /// A sheet of which nothing can be read, for one reason.
  private init(only problem: Problem) {
    self.init(
      assignment: nil, variant: nil, decimal: nil, slots: [], line: problem.line,
      problems: [problem])
  }

  private init(_ document: JSON5Document) {
    guard case .object(let members) = document.value else {
      let problem = Problem(line: 1, "slots stand in braces: {z1: [0.5, 0.25]}")
      self.init(only: problem)
      return
    }
    var problems: [Problem] = []
    let said = members.first { $0.key == DecimalSign.key }?.value.stringValue
    let decimal = said.flatMap { DecimalSign(rawValue: $0.lowercased()) }
    if members.contains(where: { $0.key == DecimalSign.key }), decimal == nil {
      let shown = said.map(NumberScanner.cut) ?? ""
      problems.append(Problem(line: 1, "decimal is 'point' or 'comma', not '\(shown)'"))
    }
    var assignment: (id: String, line: Int)?
    var variant: String?
    var slots: [(name: String, text: String, line: Int)] = []
    for (member, line) in zip(members, document.keyLines) where member.key != DecimalSign.key {
      if member.key == "assignment" {
        assignment = member.value.stringValue.map { ($0.trimmed.onOneLine, line) }
      } else if member.key == Self.variantKey {
        variant = member.value.typed(by: " ")?.trimmed.onOneLine
      } else if let text = member.value.typed(by: decimal == .comma ? "; " : ", ") {
        slots.append((member.key.trimmed.onOneLine, text, line))
      } else {
        problems.append(
          Problem(line: line, "\(NumberScanner.cut(member.key.onOneLine)): this is no number"))
      }
    }
    self.init(
      assignment: assignment?.id, variant: variant, decimal: decimal, slots: slots,
      line: assignment?.line ?? 1,
      problems: problems)
  }
}

extension JSON {
  /// What a plain sheet would have behind the equals sign; `nil` for what is no number.
  fileprivate func typed(by separator: String) -> String? {
    switch self {
    case .null: return ""
    case .number(let text), .string(let text): return text
    case .array(let elements):
      let texts = elements.compactMap { $0.typed(by: separator) }
      return texts.count == elements.count ? "[\(texts.joined(separator: separator))]" : nil
    case .bool, .object: return nil
    }
  }
}
