/// An answer sheet as a student hands it in: plain text, one slot a line, or JSON5.
///
/// ```
/// assignment = backprop-2-2-1
/// x1 = [0.5933, 0.5969]     # a comment
/// loss =                    # a blank slot
/// ```
///
/// Whatever the bytes, a sheet can be read: what cannot be understood becomes a ``Problem`` with
/// its line, and the rest of the sheet still counts.
package struct AnswerSheet: Sendable, Hashable {
  /// The assignment that the sheet names, where it does.
  package private(set) var assignment: String?
  /// The line on which it does, counted from 1.
  package private(set) var assignmentLine: Int?
  /// How its decimals are written, where it says so: `decimal = comma`.
  package private(set) var decimal: DecimalSign?
  /// The name of the student's own numbers that the sheet was handed out with, where it had any.
  package private(set) var variant: String?
  /// The slots that were filled in, in the sheet's order, readable or not.
  package private(set) var entries: [Entry] = []
  /// What could not be understood, in the sheet's order.
  package private(set) var problems: [Problem] = []
  /// Where in `entries` a slot stands: a sheet may be made of thousands of them.
  private var places: [String: Int] = [:]

  /// One filled slot.
  package struct Entry: Sendable, Hashable {
    /// The name before the equals sign, whether or not the worksheet has such a slot.
    package let slot: String
    /// Counted from 1.
    package let line: Int
    /// What stands behind the equals sign, without comment and outer spaces.
    package let text: String
    /// The numbers; `nil` where the text cannot be read, which is then a problem of the sheet.
    package let value: TypedArray?
  }

  /// Something in a sheet that cannot be understood.
  package struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1.
    package let line: Int
    /// One plain sentence, without a full stop.
    package let sentence: String

    /// A problem of one line, in one plain sentence.
    package init(line: Int, _ sentence: String) {
      self.line = line
      self.sentence = sentence
    }

    /// Line and sentence: "line 3: 'abc' is not a number".
    package var description: String { "line \(line): \(sentence)" }
  }

  /// Before the equals sign of the line that names the variant, and above such a column.
  static let variantKey = "variant"

  /// More bytes than any sheet needs; the rest is not read.
  package static let mostBytes = 65_536
  /// More problems than anybody reads; the rest is not listed.
  package static let mostProblems = 40

  /// Reads a sheet from the bytes of its file; never fails.
  package init(parsing bytes: some Sequence<UInt8>) {
    let read = Array(bytes.prefix(Self.mostBytes + 1))
    if Self.isJSON(read) {
      self.init(parsingJSON: read)
    } else {
      self.init(plain: read)
    }
  }

  private init(plain read: [UInt8]) {
    if read.starts(with: [0xFF, 0xFE]) || read.starts(with: [0xFE, 0xFF]) {
      problems = [Problem(line: 1, "the file is saved as UTF-16; save it as UTF-8")]
      return
    }
    let text = String(decoding: read.prefix(Self.mostBytes), as: UTF8.self)
    let lines = Self.lines(of: text)
    // How numbers are written holds for the whole sheet, wherever it stands.
    for line in lines { declareDecimal(line) }
    var number = 0
    while number < lines.count {
      let first = number
      var content = Self.content(of: lines[first])
      number += 1
      // A matrix may go on where its line ends.
      while number < min(lines.count, first + Self.mostLinesOfOne), Self.isOpen(content) {
        let next = Self.content(of: lines[number])
        guard Self.canGoOn(with: next) else { break }
        content += " " + next
        number += 1
      }
      add(content, first + 1)
    }
    if read.count > Self.mostBytes {
      report(number, "the sheet is longer than \(Self.mostBytes) bytes; the rest was not read")
    }
  }

  /// A sheet that was handed in in another form, as a row of a table.
  ///
  /// - Parameters:
  ///   - assignment: The assignment that it names, where it does.
  ///   - variant: The name of the numbers that it was worked out from, where it has any.
  ///   - decimal: How its decimals are written, where it says so.
  ///   - slots: The slots' texts, blank ones included, each with its line.
  ///   - line: Where it begins.
  ///   - problems: What could not be understood on the way here.
  init(
    assignment: String?, variant: String?, decimal: DecimalSign?,
    slots: [(name: String, text: String, line: Int)], line: Int, problems: [Problem]
  ) {
    self.decimal = decimal
    self.variant = variant.flatMap { $0.isEmpty ? nil : $0 }
    for problem in problems { report(problem.line, problem.sentence) }
    nameAssignment(assignment ?? "", line)
    for slot in slots where !TypedArray.isBlank(slot.text) {
      fill(slot.name, slot.text.onOneLine, slot.line)
    }
  }

  /// Reads a sheet from a text; never fails.
  package init(_ text: String) { self.init(parsing: text.utf8) }

  /// The filled slots' texts by name, as typed, and what the sheet declares about its decimals.
  package var texts: [String: String] {
    var texts = Dictionary(
      entries.map { ($0.slot, $0.text) }, uniquingKeysWith: { first, _ in first })
    texts[DecimalSign.key] = decimal?.rawValue
    return texts
  }

  /// What was filled in for a slot; `nil` for a blank one.
  package subscript(slot: String) -> Entry? { places[slot].map { entries[$0] } }
}

// MARK: - Lines

extension AnswerSheet {
  /// Splits at LF, CR and CR LF, and drops a byte order mark.
  private static func lines(of text: String) -> [String.UnicodeScalarView.SubSequence] {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var lines: [String.UnicodeScalarView.SubSequence] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      var next = scalars.index(after: index)
      if scalars[index] == "\n" || scalars[index] == "\r" {
        lines.append(scalars[start..<index])
        // The LF of CR LF ends no line of its own.
        let isPair = scalars[index] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        if isPair { next = scalars.index(after: next) }
        start = next
      }
      index = next
    }
    lines.append(scalars[start..<scalars.endIndex])
    return lines
  }

  /// A line without its comment and outer spaces.
  private static func content(of line: String.UnicodeScalarView.SubSequence) -> String {
    String(trimmed(line.prefix { $0 != "#" }))
  }

  /// Whether a bracket behind the equals sign is not closed.
  private static func isOpen(_ content: String) -> Bool {
    guard let equals = content.unicodeScalars.firstIndex(of: "=") else { return false }
    let scalars = content.unicodeScalars[equals...]
    return scalars.count { $0 == "[" } > scalars.count { $0 == "]" }
  }

  /// Whether a line can be the rest of the line before it: a row, or numbers, or nothing.
  private static func canGoOn(with content: String) -> Bool {
    guard let first = content.unicodeScalars.first else { return true }
    let starts = NumberScanner.minusSigns + Array("[]+.,;_0123456789".unicodeScalars)
    return starts.contains(first) && !content.contains("=")
  }

  /// No slot has more rows.
  private static let mostLinesOfOne = 16

  private mutating func add(_ content: String, _ number: Int) {
    guard !content.isEmpty else { return }
    guard let (name, text) = Self.halves(of: content.unicodeScalars[...]) else {
      report(
        number, "'\(NumberScanner.cut(String(content)))' has no '='; write 'slot = value'")
      return
    }
    guard !name.isEmpty else { return report(number, "no name stands before the '='") }
    if name == "assignment" {
      nameAssignment(text, number)
    } else if name == DecimalSign.key {
      holdDecimal(text, number)
    } else if name == Self.variantKey {
      nameVariant(text, number)
    } else if !TypedArray.isBlank(text) {
      fill(name, text, number)
    }
  }

  private static func halves(
    of content: String.UnicodeScalarView.SubSequence
  ) -> (name: String, text: String)? {
    guard let equals = content.firstIndex(of: "=") else { return nil }
    return (
      String(trimmed(content[..<equals])),
      String(trimmed(content[content.index(after: equals)...]))
    )
  }

  private mutating func declareDecimal(_ line: String.UnicodeScalarView.SubSequence) {
    guard decimal == nil, let (name, text) = Self.halves(of: line.prefix { $0 != "#" }),
      name == DecimalSign.key
    else { return }
    decimal = DecimalSign(rawValue: text.lowercased())
  }

  private mutating func holdDecimal(_ text: String, _ line: Int) {
    guard !text.isEmpty else { return }
    let shown = NumberScanner.cut(text)
    guard let sign = DecimalSign(rawValue: text.lowercased()) else {
      return report(line, "decimal is 'point' or 'comma', not '\(shown)'")
    }
    guard let decimal, sign != decimal else { return }
    report(line, "the sheet declares both decimal signs; '\(decimal.rawValue)' counts")
  }

  private mutating func nameAssignment(_ text: String, _ line: Int) {
    guard !text.isEmpty else { return }
    if let assignment, assignment != text {
      return report(
        line, "the sheet names two assignments; '\(NumberScanner.cut(assignment))' counts")
    }
    assignment = text
    assignmentLine = line
  }

  private mutating func nameVariant(_ text: String, _ line: Int) {
    guard !text.isEmpty else { return }
    if let variant, variant != text {
      return report(line, "the sheet names two variants; '\(NumberScanner.cut(variant))' counts")
    }
    variant = text
  }

  private mutating func fill(_ slot: String, _ text: String, _ line: Int) {
    if let first = self[slot] {
      return report(
        line, "'\(NumberScanner.cut(slot))' stands twice; line \(first.line) counts")
    }
    places[slot] = entries.count
    do {
      let value = try TypedArray(parsing: text, decimal: decimal ?? .point)
      entries.append(Entry(slot: slot, line: line, text: text, value: value))
    } catch {
      entries.append(Entry(slot: slot, line: line, text: text, value: nil))
      report(line, "\(NumberScanner.cut(slot)): \(error.reason)")
    }
  }

  private mutating func report(_ line: Int, _ sentence: String) {
    if problems.count < Self.mostProblems {
      problems.append(Problem(line: line, sentence))
    } else if problems.count == Self.mostProblems {
      problems.append(Problem(line: line, "there are further problems from here on"))
    }
  }

  private static func trimmed(
    _ text: String.UnicodeScalarView.SubSequence
  ) -> String.UnicodeScalarView.SubSequence {
    var text = text.drop(while: NumberScanner.isSpace)
    while text.last.map(NumberScanner.isSpace) == true { text.removeLast() }
    return text
  }
}
