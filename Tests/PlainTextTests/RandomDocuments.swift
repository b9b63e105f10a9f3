import PlainText

/// SplitMix64: the same documents on every machine and toolchain.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}

extension JSON {
  /// A document with every kind of value in it.
  static func random(_ generator: inout SeededGenerator, depth: Int = 4) -> JSON {
    let kinds = depth > 0 ? 8 : 5
    switch generator.below(kinds) {
    case 0: return .null
    case 1: return .bool(generator.below(2) == 0)
    case 2: return .number(randomNumber(&generator))
    case 3: return .double(Double(bitPattern: generator.next()))
    case 4: return .string(randomText(&generator))
    case 5, 6:
      let count = generator.pick([0, 1, 2, 3, 5, 20])
      return .array((0..<count).map { _ in random(&generator, depth: depth - 1) })
    default:
      var members: [Member] = []
      for _ in 0..<generator.below(6) {
        let key = randomText(&generator)
        // Foundation, against which documents are checked, compares keys by canonical equivalence.
        if members.contains(where: { $0.key == key }) { continue }
        members.append(Member(key: key, value: random(&generator, depth: depth - 1)))
      }
      return .object(members)
    }
  }

  private static func randomNumber(_ generator: inout SeededGenerator) -> String {
    let whole = generator.pick([
      "0", "7", "10", "3770", "9223372036854775807", "1234567890123456789",
    ])
    let fraction = generator.pick(["", "", ".0", ".3770", ".000001"])
    let exponent = generator.pick(["", "", "", "e0", "E+2", "e-07", "e12"])
    return generator.pick(["", "-"]) + whole + fraction + exponent
  }

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    // No U+FEFF: Foundation loses one at the beginning of a string.
    let pieces = [
      "a", "gradW", " ", "\"", "\\", "/", "\n", "\r", "\r\n", "\t", "\u{08}", "\u{0C}", "\0",
      "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "é", "e\u{301}", "Σ", "漢字", "🧠",
      "\u{10FFFF}", "</script>",
    ]
    return (0..<generator.below(8)).map { _ in generator.pick(pieces) }.joined()
  }
}
