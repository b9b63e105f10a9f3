extension JSONParser {
  /// A fault at the current position.
  func fault(_ message: String) -> JSONError {
    let ends = position == bytes.count
    return fault(ends ? message + ", but the document ends here" : message, at: position)
  }

  /// A fault at a byte's offset.
  func fault(_ message: String, at offset: Int) -> JSONError {
    let place = place(of: offset)
    return JSONError(line: place.line, column: place.column, message: message)
  }

  /// A key as it may be shown in a message: on one line, and cut when it is long.
  func quoted(_ key: String) -> String {
    let longest = 40
    let shown = key.unicodeScalars.prefix(longest)
    let text = JSON.string(String(shown)).text(pretty: false)
    return key.unicodeScalars.count > longest ? text.dropLast() + "…\"" : text
  }

  /// The lines of bytes' offsets, which must rise.
  func lines(of offsets: [Int]) -> [Int] {
    var (line, start) = (1, 0)
    return offsets.map { offset in
      for place in start..<offset where bytes[place] == 0x0a || bytes[place] == 0x0d {
        let isPair = bytes[place] == 0x0a && place > 0 && bytes[place - 1] == 0x0d
        line += isPair ? 0 : 1
      }
      start = offset
      return line
    }
  }

  private func place(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for byte in bytes[..<offset].dropFirst(startsWithByteOrderMark ? 3 : 0) {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
      // The bytes after the first of a scalar.
      case 0x80...0xbf: break
      default: column += 1
      }
      previous = byte
    }
    return (line, column)
  }
}
