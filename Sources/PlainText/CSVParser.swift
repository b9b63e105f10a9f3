/// A reader of tables; `position` stands before the first byte not yet read.
struct CSVParser {
  private(set) var separator = CSV.Separator.comma
  private(set) var records: [CSV.Record] = []
  private(set) var faults: [CSV.Fault] = []

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var isCut = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      return note("the file is saved as UTF-16; save it as CSV UTF-8")
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    chooseSeparator()
    while position < bytes.count, !isCut {
      guard position < CSV.mostBytes else {
        return note("the table is longer than \(CSV.mostBytes) bytes; the rest was not read")
      }
      readRecord()
    }
  }

  // MARK: - Records and cells

  private mutating func readRecord() {
    let start = line
    var cells: [String] = []
    while true {
      guard let cell = cell() else { return }
      cells.append(cell)
      guard current == separator.rawValue else { break }
      position += 1
    }
    skipLineEnd()
    if cells != [""] { records.append(CSV.Record(line: start, cells: cells)) }
  }

  /// The next cell; `nil` where its quote is never closed.
  private mutating func cell() -> String? {
    let start = position
    while let byte = current, isBlank(byte) { position += 1 }
    guard current == Self.quote else {
      position = start
      return text(plainBytes())
    }
    let opening = line
    guard let quoted = quotedBytes() else {
      isCut = true
      line = opening
      note("a quote is opened and never closed; nothing from here on was read")
      return nil
    }
    let rest = plainBytes()
    guard !rest.allSatisfy(isBlank) else { return text(quoted[...]) }
    note("text stands behind a closing quote; a quote within quotes is written twice")
    return text(quoted[...] + rest)
  }

  /// Everything up to the next separator or the end of the line.
  private mutating func plainBytes() -> ArraySlice<UInt8> {
    let start = position
    while let byte = current, byte != separator.rawValue, !Self.endsLine(byte) { position += 1 }
    return bytes[start..<position]
  }

  /// What stands between quotes, from the opening to past the closing one.
  private mutating func quotedBytes() -> [UInt8]? {
    var quoted: [UInt8] = []
    position += 1
    while let byte = current {
      if byte == Self.quote {
        position += 1
        guard current == Self.quote else { return quoted }
        quoted.append(byte)
        position += 1
      } else if Self.endsLine(byte) {
        let start = position
        skipLineEnd()
        quoted += bytes[start..<position]
      } else {
        quoted.append(byte)
        position += 1
      }
    }
    return nil
  }

  private mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      note("some characters are not UTF-8; save the table as CSV UTF-8")
      return String(decoding: bytes, as: UTF8.self)
    }
    return text
  }

  // MARK: - Bytes

  private static let quote = UInt8(ascii: "\"")

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

  /// A space or tab, where that is not what separates cells.
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 && separator != .tab
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipLineEnd() {
    guard let byte = current, Self.endsLine(byte) else { return }
    position += 1
    if byte == 0x0d, current == 0x0a { position += 1 }
    line += 1
  }

  private mutating func note(_ message: String) {
    guard faults.count < CSV.mostFaults,
      faults.last?.message != message || faults.last?.line != line
    else { return }
    faults.append(CSV.Fault(line: line, message: message))
  }

  // MARK: - The separator

  /// What the first line says, or the first record has most of outside quotes and brackets.
  private mutating func chooseSeparator() {
    let first = bytes[position...].prefix(6).prefix { !Self.endsLine($0) }
    if first.count == 5, first.starts(with: Array("sep=".utf8)),
      let said = first.last.flatMap(CSV.Separator.init)
    {
      separator = said
      position += 5
      skipLineEnd()
      return
    }
    var counts: [CSV.Separator: Int] = [:]
    var (isQuoted, depth) = (false, 0)
    for byte in bytes[position...] {
      if Self.endsLine(byte), !isQuoted { break }
      switch byte {
      case Self.quote: isQuoted.toggle()
      case UInt8(ascii: "[") where !isQuoted: depth += 1
      case UInt8(ascii: "]") where !isQuoted: depth -= 1
      default:
        guard !isQuoted, depth <= 0, let separator = CSV.Separator(rawValue: byte) else { continue }
        counts[separator, default: 0] += 1
      }
    }
    // Of equally many the comma comes first, as in the standard.
    let most = counts.values.max() ?? 0
    separator = CSV.Separator.allCases.first { counts[$0] == most } ?? .comma
  }
}
