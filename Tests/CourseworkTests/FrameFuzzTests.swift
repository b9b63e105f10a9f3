import Coursework
import Fuzzing
import Testing

@Suite("Frames with faults in them")
struct FrameFuzzTests {
  @Test("A faulty frame is read or refused, and never grows", arguments: 0..<8 as Range<UInt64>)
  func faults(seed: UInt64) {
    let words = ["F64", "F32", "I64", "U32", "shape", "data_offsets", "dtype", "__metadata__"]
    let fuzz = Fuzz(
      Samples.messages.map(\.frame.bytes), tokens: words + ["[", "]", "{", "}", "random:", "text:"]
    ) { bytes, mutator in
      // Most faults belong behind the length, where the other decisions are made.
      if mutator.below(4) > 0 { mendLength(&bytes) }
    }
    let faults = fuzz.faults(seed: seed, rounds: 800) { bytes in
      guard let message = try? Message(Frame(bytes: bytes)) else { return (.refused, nil) }
      return (.read, message.size <= bytes.count ? nil : "it grew to \(message.size)")
    }
    #expect(faults == [], "seed \(seed)")
  }

  @Test("What is read of a faulty frame is a message: it survives being sent", arguments: [1, 2])
  func roundTrip(seed: UInt64) {
    let fuzz = Fuzz(Samples.messages.map(\.frame.bytes)) { bytes, _ in mendLength(&bytes) }
    let faults = fuzz.faults(seed: seed, rounds: 200) { bytes in
      guard let message = try? Message(Frame(bytes: bytes)) else { return (.refused, nil) }
      let again = try? Message(Frame(bytes: message.frame.bytes))
      return (.read, again?.frame.bytes == message.frame.bytes ? nil : "\(message)")
    }
    #expect(faults == [], "seed \(seed)")
  }
}

/// Makes the prefix agree with the bytes again, so that the fault behind it is reached.
private func mendLength(_ bytes: inout [UInt8]) {
  // The header ends with spaces at most, and no array of the samples holds a brace.
  guard bytes.count >= 8, let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else { return }
  let spaces = bytes[(end + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
  bytes.replaceSubrange(0..<8, with: LittleEndian.bytes(of: UInt64(end + 1 + spaces - 8)))
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
