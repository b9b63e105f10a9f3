import Coursework
import Testing

@Suite("Little-endian words")
struct LittleEndianTests {
  @Test("A word is its bytes from the least significant on")
  func order() {
    #expect(LittleEndian.bytes(of: UInt32(0x0102_0304)) == [4, 3, 2, 1])
    #expect(LittleEndian.bytes(of: Int64(-2)) == [0xfe] + [UInt8](repeating: 0xff, count: 7))
    #expect(LittleEndian.bytes(of: [1.0]) == [0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
    #expect(
      LittleEndian.words(UInt64.self, in: [1, 0, 0, 0, 0, 0, 0, 0x80]) == [0x8000_0000_0000_0001])
  }

  @Test("Words come back as they went", arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int(seed)
    let wide = (0..<count).map { _ in UInt64.random(in: .min ... .max, using: &generator) }
    let signed = wide.map(Int64.init(bitPattern:))
    let narrow = wide.map(UInt32.init(truncatingIfNeeded:))
    let doubles = wide.map(Double.init(bitPattern:))
    #expect(LittleEndian.words(UInt64.self, in: LittleEndian.bytes(of: wide)) == wide)
    #expect(LittleEndian.words(Int64.self, in: LittleEndian.bytes(of: signed)) == signed)
    #expect(LittleEndian.words(UInt32.self, in: LittleEndian.bytes(of: narrow)) == narrow)
    let back = LittleEndian.doubles(in: LittleEndian.bytes(of: doubles))
    #expect(back.map(\.bitPattern) == wide)
  }

  @Test("Many words are the bytes of each, one after the other")
  func concatenation() {
    let words: [Int64] = [0, -1, .max, .min, 42]
    #expect(LittleEndian.bytes(of: words) == words.flatMap { LittleEndian.bytes(of: $0) })
  }

  @Test("A rest that fills no word is left out", arguments: 0..<8)
  func rest(surplus: Int) {
    let bytes = LittleEndian.bytes(of: [7, 8] as [UInt64]) + [UInt8](repeating: 9, count: surplus)
    #expect(LittleEndian.words(UInt64.self, in: bytes) == [7, 8])
  }

  @Test("A slice is read from its own beginning")
  func slice() {
    let bytes: [UInt8] = [9, 9, 9, 1, 0, 0, 0]
    #expect(LittleEndian.words(UInt32.self, in: bytes[3...]) == [1])
  }
}
