import Coursework
import Testing

@Suite("Frames with faults in them")
struct FrameFuzzTests {
  @Test(
    "A mutated frame is read or refused, and never grows", arguments: 0..<10 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let recorded = Samples.messages.map(\.frame.bytes)
    var (read, refused) = (0, 0)
    for round in 0..<500 {
      guard var bytes = recorded.randomElement(using: &generator) else { return }
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, using: &generator) }
      do {
        let message = try Message(Frame(bytes: bytes))
        read += 1
        #expect(message.size <= bytes.count, "seed \(seed), round \(round)")
      } catch {
        // The compiler knows that this is a `WireError`; that nothing trapped is the test.
        refused += 1
      }
    }
    // A fuzz that reads nothing, or refuses nothing, tests nothing.
    #expect(read > 0 && refused > 0, "seed \(seed)")
  }

  private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    // Most faults belong in prefix and header, where the decisions are made.
    let reach = Bool.random(using: &generator) ? min(bytes.count, 400) : bytes.count
    guard reach > 0 else { return }
    let place = Int.random(in: 0..<reach, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = .random(in: .min ... .max, using: &generator)
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(.random(in: .min ... .max, using: &generator), at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + 8))
    default:
      // Digits and signs are what offsets and shapes are made of.
      let digits = Array("0123456789-[]{},:\"eE.".utf8)
      bytes[place] = digits.randomElement(using: &generator) ?? 0
    }
    if Bool.random(using: &generator) { mendLength(&bytes) }
  }

  /// Makes the prefix agree with the bytes again, so that the fault behind it is reached.
  private func mendLength(_ bytes: inout [UInt8]) {
    guard bytes.count >= 8, let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else {
      return
    }
    bytes.replaceSubrange(0..<8, with: LittleEndian.bytes(of: UInt64(end + 1 - 8)))
  }
}

extension Message {
  /// Bytes that the message's values take at the least.
  fileprivate var size: Int {
    values.values.reduce(0) { sum, value in
      switch value {
      case .tensor(let tensor): sum + 8 * tensor.count
      case .text(let text): sum + text.utf8.count
      case .randomState: sum + 624 * 4
      }
    }
  }
}
