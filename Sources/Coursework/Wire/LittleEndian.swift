/// Fixed-width integers and floats as little-endian bytes, whatever the machine.
package enum LittleEndian {
  /// The bytes of one word.
  package static func bytes<Word: FixedWidthInteger>(of word: Word) -> [UInt8] {
    withUnsafeBytes(of: word.littleEndian) { [UInt8]($0) }
  }

  /// The bytes of many words, one after the other.
  package static func bytes<Word: FixedWidthInteger>(of words: [Word]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(words.count * MemoryLayout<Word>.size)
    for word in words { withUnsafeBytes(of: word.littleEndian) { result += $0 } }
    return result
  }

  /// The bytes of doubles, bit for bit.
  package static func bytes(of values: [Double]) -> [UInt8] {
    bytes(of: values.map(\.bitPattern))
  }

  /// The words that `bytes` hold; a rest that does not fill a word is left out.
  package static func words<Word: FixedWidthInteger>(
    _ type: Word.Type, in bytes: some RandomAccessCollection<UInt8>
  ) -> [Word] {
    let size = MemoryLayout<Word>.size
    var words: [Word] = []
    words.reserveCapacity(bytes.count / size)
    var word = Word.zero
    var filled = 0
    for byte in bytes {
      word |= Word(truncatingIfNeeded: byte) << (8 * filled)
      filled += 1
      if filled == size {
        words.append(word)
        word = .zero
        filled = 0
      }
    }
    return words
  }

  /// The doubles that `bytes` hold, bit for bit.
  package static func doubles(in bytes: some RandomAccessCollection<UInt8>) -> [Double] {
    words(UInt64.self, in: bytes).map(Double.init(bitPattern:))
  }
  /// The floats that `bytes` hold, as doubles of the same value.
  package static func floats(in bytes: some RandomAccessCollection<UInt8>) -> [Double] {
    words(UInt32.self, in: bytes).map { Double(Float(bitPattern: $0)) }
  }
}
