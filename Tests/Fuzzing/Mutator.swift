/// Makes faulty documents of good ones, the same ones on every machine for the same seed.
package struct Mutator: RandomNumberGenerator {
  private var state: UInt64
  private let tokens: [[UInt8]]

  /// Numbers at which sums, products and conversions go over the edge.
  private static let numbers = [
    "0", "-0", "-1", "1", "2", "0.5", "255", "65536", "2147483648", "4294967296",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615",
    "99999999999999999999999999", "1e308", "1e309", "1e-400", "1e999999999",
    "1e99999999999999999999",
    "1E+18", "00", "0x10", "NaN", "inf",
  ]

  /// Bytes at which decoders of text go over the edge: NUL, escapes, halves of UTF-8, marks.
  private static let oddities = [
    "\0", "\u{1B}[31m", "\r", "\n", "\u{FEFF}", "\u{202E}", "\u{2028}", "\u{301}", "\u{10FFFF}",
    "\\u0000", "\\ud800", "\\", "\"",
  ]

  /// Words of the format beside those that every text may hold.
  package init(seed: UInt64, tokens: [String] = []) {
    state = seed
    self.tokens =
      (Self.numbers + Self.oddities + tokens).map { Array($0.utf8) }
      + [[0xC0], [0xED, 0xA0, 0x80], [0xF8], [0xFF], [0xFF, 0xFE]]
  }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 up to, and without, `bound`; 0 where there is none.
  package mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }

  /// One to five faults in one of the documents, some of them taken from another.
  package mutating func faulty(_ documents: [[UInt8]]) -> [UInt8] {
    guard !documents.isEmpty else { return [] }
    var bytes = documents[below(documents.count)]
    for _ in 0...below(5) { addFault(to: &bytes, from: documents[below(documents.count)]) }
    return bytes
  }

  private mutating func addFault(to bytes: inout [UInt8], from other: [UInt8]) {
    let place = below(bytes.count + 1)
    let end = min(bytes.count, place + below(1 << below(8)))
    switch below(10) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(below(256))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: tokens[below(tokens.count)], at: place)
    case 4: bytes.replaceSubrange(place..<end, with: tokens[below(tokens.count)])
    case 5: replaceNumber(in: &bytes, from: place)
    case 6:  // a piece again and again, as deep nesting and long lists are made
      let copies = [UInt8](bytes[place..<end].prefix(16))
      bytes.insert(contentsOf: (0..<below(600)).flatMap { _ in copies }, at: place)
    case 7:
      let start = below(other.count + 1)
      bytes.insert(contentsOf: other[start..<min(other.count, start + below(200))], at: place)
    case 8 where below(4) == 0: bytes.removeSubrange(place...)
    default: if !bytes.isEmpty { bytes.swapAt(below(bytes.count), below(bytes.count)) }
    }
  }

  /// The next number behind a place gives way to one at the edge.
  private mutating func replaceNumber(in bytes: inout [UInt8], from place: Int) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(Self.numbers[below(Self.numbers.count)].utf8))
  }
}
