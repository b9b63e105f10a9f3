import Coursework

/// A value down to its last bit: NaN equals itself, 0 and -0 differ, as do two spellings of é.
struct Bits: Hashable {
  private let kind: String
  private let shape: [Int]
  private let words: [UInt64]

  init(_ value: Value) {
    switch value {
    case .tensor(let tensor):
      (kind, shape, words) = ("tensor", tensor.shape, tensor.scalars.map(\.bitPattern))
    case .text(let text):
      (kind, shape, words) = ("text", [], text.unicodeScalars.map { UInt64($0.value) })
    case .randomState(let state):
      let parts = state.state
      let rest = [UInt64(parts.position), parts.hasGauss ? 1 : 0, parts.cachedGaussian.bitPattern]
      (kind, shape, words) = ("randomState", [], parts.key.map(UInt64.init) + rest)
    }
  }
}

extension Message {
  /// Everything that the message says except its values.
  var head: [String] {
    switch self {
    case .hello(let version, let contract): ["hello", "\(version)", contract]
    case .question(let question, let nonce): ["question", question.name, nonce]
    case .answer(_, _, _, let nonce): ["answer", nonce]
    case .failure(let failure, let nonce): ["failure", "\(failure)", nonce]
    }
  }

  /// The inputs or outputs that the message carries.
  var values: [String: Value] {
    switch self {
    case .question(let question, _): question.inputs
    case .answer(let answer, _, _, _): answer
    case .hello, .failure: [:]
    }
  }

  /// Sends the message through bytes and back.
  var resent: Message {
    get throws { try Message(Frame(bytes: frame.bytes)) }
  }
}
