import Coursework
import Digests

// A record is one safetensors document. What was answered to the second question of a check lies
// under "check#2/", so `affine-backward/values#2/gradW` is an array and `…#2/question` a text of the
// metadata; what holds for the whole submission has names without '#'. Record.md describes it all.
extension Record {
  /// The name and version of the layout.
  static let schema = "gradecheck/record/1"
  /// What was graded, where it is the hand-computed part alone.
  static let onPaper = "hand work"

  /// The document; equal records give equal bytes.
  package var bytes: [UInt8] {
    let content = content
    let seal = ["digest": content.seal]
    return Frame(metadata: content.metadata.merging(seal) { $1 }, arrays: content.arrays).bytes
  }

  private var content: Frame {
    var metadata = [
      "schema": Self.schema, "assignment": assignment, "course": course,
      "conventions": conventions.isEmpty ? nil : conventions.joined(separator: " "), "seed": seed,
      "variant": variant, "graded": isOnPaper ? Self.onPaper : nil, "kit": instrument.kit,
      "toolchain": instrument.toolchain,
    ].compactMapValues(\.self)
    metadata.merge(handIn.recorded) { $1 }
    var arrays: [Frame.Array] = []
    for check in conversations.checks {
      for (index, exchange) in (conversations[check] ?? []).enumerated() {
        let frame = exchange.frame
        let prefix = "\(check)#\(index + 1)/"
        for (key, text) in frame.metadata { metadata[prefix + key] = text }
        arrays += frame.arrays.map {
          Frame.Array(name: prefix + $0.name, type: $0.type, shape: $0.shape, bytes: $0.bytes)
        }
      }
    }
    return Frame(metadata: metadata, arrays: arrays)
  }
}

extension Frame {
  /// A digest of everything but itself, so that a slip of the disk or the hand is noticed.
  var seal: String {
    SHA256.hash(of: Frame(metadata: metadata.filter { $0.key != "digest" }, arrays: arrays).bytes)
      .hex
  }
}

extension Record.Exchange {
  /// The exchange by itself; an answer lies in it as it crossed the wire.
  fileprivate var frame: Frame {
    switch reply {
    case .answer(let answer, let changed, let conventions):
      let frame = Message.answer(
        answer, changed: changed, conventions: conventions, nonce: digest
      ).frame
      return Frame(
        metadata: frame.metadata.merging(["question": name]) { $1 }, arrays: frame.arrays)
    case .silence(let silence):
      return Frame(
        metadata: silence.recorded.merging(
          ["kind": "silence", "nonce": digest, "question": name]) { $1 },
        arrays: [])
    }
  }
}
