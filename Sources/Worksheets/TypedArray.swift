/// A slot's value as typed: a number, a list `[0.59, 0.60]` or rows `[[1, 2], [3, 4]]`.
package struct TypedArray: Sendable, Hashable {
  /// The length of each axis, outermost first; `[]` for a plain number.
  package let shape: [Int]
  /// A number for each place, row by row; `nil` where a place in a list was left blank.
  package let places: [TypedNumber?]

  /// All numbers that were typed, row by row.
  package var entries: [TypedNumber] { places.compactMap(\.self) }

  /// The numbers under another shape that holds as many of them; `nil` if it does not.
  package func reshaped(to shape: [Int]) -> TypedArray? {
    guard shape.reduce(1, *) == places.count else { return nil }
    return TypedArray(shape: shape, places: places)
  }

  /// Numbers in a shape that has as many places.
  package init(shape: [Int], places: [TypedNumber?]) {
    precondition(shape.reduce(1, *) == places.count, "\(places.count) places for \(shape)")
    self.shape = shape
    self.places = places
  }

  /// Whether nothing was filled in: only spaces, brackets, separators and underscores, as in `[ , ]`.
  package static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy {
      NumberScanner.isSpace($0) || $0 == "[" || $0 == "]" || $0 == "," || $0 == ";"
        || $0 == "_"
    }
  }

  /// Reads what was typed for one slot.
  ///
  /// - Throws: ``UnreadableEntry`` with a plain reason: an entry that is not a number, a bracket
  ///   without its partner, rows of different lengths.
  package init(
    parsing text: some StringProtocol, decimal: DecimalSign = .point
  ) throws(UnreadableEntry) {
    var reader = ArrayReader(text, decimal)
    self = try reader.wholeValue()
  }
}

extension TypedArray {
  /// Whether it is the place of one thing that was not typed.
  fileprivate var isLeftOut: Bool { shape.isEmpty && entries.isEmpty }

  /// A blank in every place.
  fileprivate static func blanks(_ shape: [Int]) -> TypedArray {
    TypedArray(shape: shape, places: Array(repeating: nil, count: shape.reduce(1, *)))
  }
}

/// Reads nested brackets; deeper nesting than any slot has is refused, so recursion is bounded.
private struct ArrayReader {
  private let characters: [Unicode.Scalar]
  private let decimal: DecimalSign
  private var position = 0

  private static let deepest = 4

  init(_ text: some StringProtocol, _ decimal: DecimalSign) {
    characters = Array(text.unicodeScalars)
    self.decimal = decimal
  }

  mutating func wholeValue() throws(UnreadableEntry) -> TypedArray {
    var rows = [try value(depth: 0)]
    // Rows beside each other are a matrix, whoever leaves out the brackets around it.
    while takeSeparator(ifBeforeRow: rows[0]) { rows.append(try value(depth: 1)) }
    let value = rows.count == 1 ? rows[0] : try Self.joined(rows)
    guard position == characters.count else {
      throw UnreadableEntry(
        characters[position] == "]"
          ? "there is a ']' too many"
          : "'\(rest)' stands after the closing bracket")
    }
    return value
  }

  /// Passes over what separates a row from the next one; `false` where none follows.
  private mutating func takeSeparator(ifBeforeRow first: TypedArray) -> Bool {
    skipSpaces()
    guard !first.shape.isEmpty, position < characters.count,
      characters[position] == "," || characters[position] == ";"
    else { return false }
    let start = position
    position += 1
    skipSpaces()
    if position < characters.count, characters[position] == "[" { return true }
    position = start
    return false
  }

  private mutating func value(depth: Int) throws(UnreadableEntry) -> TypedArray {
    skipSpaces()
    guard position < characters.count, characters[position] == "[" else {
      return TypedArray(shape: [], places: [try number(inList: depth > 0)])
    }
    guard depth < Self.deepest else { throw UnreadableEntry("too many brackets inside brackets") }
    position += 1
    var items: [TypedArray] = []
    while true {
      items.append(try value(depth: depth + 1))
      skipSpaces()
      guard position < characters.count else { throw UnreadableEntry("a '[' is never closed") }
      let character = characters[position]
      position += 1
      if character == "]" { return try Self.joined(items) }
      guard character == "," || character == ";" && decimal == .comma else {
        position -= 1
        throw UnreadableEntry("a \(decimal.separatorName) is missing before '\(rest)'")
      }
    }
  }

  /// One number: everything up to the next separator or bracket, or to the end outside a list.
  ///
  /// Within a list it may be left blank, with or without an underscore in its place.
  private mutating func number(inList: Bool) throws(UnreadableEntry) -> TypedNumber? {
    let start = position
    while position < characters.count, characters[position] != "[", characters[position] != "]",
      !inList || !separates(position, from: start)
    {
      position += 1
    }
    let text = String(String.UnicodeScalarView(characters[start..<position]))
    return inList && TypedArray.isBlank(text)
      ? nil : try TypedNumber(parsing: text, decimal: decimal)
  }

  /// Whether a number that began at `start` ends here, before a comma or semicolon.
  private func separates(_ place: Int, from start: Int) -> Bool {
    switch characters[place] {
    case ";": return decimal == .comma
    case "," where decimal == .comma:
      // A comma between two digits is theirs, unless they have a point already.
      let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
      let isBetween =
        place > start && digits.contains(characters[place - 1]) && place + 1 < characters.count
        && digits.contains(characters[place + 1])
      return !isBetween || characters[start..<place].contains(".")
    case ",": return true
    default: return false
    }
  }

  private static func joined(_ typed: [TypedArray]) throws(UnreadableEntry) -> TypedArray {
    // A row left out is a row of blanks.
    let inner = (typed.first { !$0.isLeftOut } ?? typed[0]).shape
    let items = typed.map { $0.isLeftOut ? .blanks(inner) : $0 }
    for item in items where item.shape != inner {
      if item.shape.isEmpty || inner.isEmpty {
        throw UnreadableEntry("a row stands beside a plain number")
      }
      throw UnreadableEntry(
        "rows of different lengths: \(inner[0]) and \(item.shape[0])")
    }
    return TypedArray(shape: [items.count] + inner, places: items.flatMap(\.places))
  }

  private var rest: String {
    NumberScanner.cut(String(String.UnicodeScalarView(characters[position...])))
  }

  private mutating func skipSpaces() {
    while position < characters.count, NumberScanner.isSpace(characters[position]) { position += 1 }
  }
}
