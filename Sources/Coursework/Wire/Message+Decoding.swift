import NumPyRandom
import Tensors

extension Message {
  /// The message that a frame carries.
  ///
  /// - Throws: `WireError` when a part is missing or does not fit; the frame may come from code
  ///   that we do not trust.
  package init(_ frame: Frame) throws(WireError) {
    let metadata = frame.metadata
    switch metadata["kind"] {
    case "hello":
      guard let version = metadata["version"].flatMap({ Int($0) }) else {
        throw WireError("greets without a version")
      }
      self = .hello(version: version, contract: metadata["contract"] ?? "")
    case "question":
      guard let name = metadata["name"] else { throw WireError("asks without a name") }
      self = .question(Question(name, try frame.values()), nonce: try frame.nonce())
    case "answer":
      func names(_ prefix: String) -> [String] {
        metadata.keys.compactMap { $0.dropping(prefix: prefix) }.sorted()
      }
      self = .answer(
        try frame.values(), changed: names(Message.changedPrefix),
        conventions: names(Message.conventionPrefix), nonce: try frame.nonce())
    case "failure":
      self = .failure(try Failure(metadata), nonce: try frame.nonce())
    default:
      throw WireError("is of no known kind")
    }
  }
}

extension Message.Failure {
  fileprivate init(_ metadata: [String: String]) throws(WireError) {
    let text = Message.cut(metadata["description"] ?? "")
    switch metadata["reason"] {
    case "notImplemented": self = .notImplemented
    case "threw": self = .threw(text)
    case "badQuestion": self = .badQuestion(text)
    default: throw WireError("fails for no known reason")
    }
  }
}

extension Frame {
  fileprivate func nonce() throws(WireError) -> String {
    guard let nonce = metadata["nonce"] else { throw WireError("has no nonce") }
    return nonce
  }

  fileprivate func values() throws(WireError) -> [String: Value] {
    var values: [String: Value] = [:]
    var states: [String: [Array]] = [:]
    // A name that is given twice has no one meaning: which value won would be chance.
    func add(_ value: Value, _ name: String) throws(WireError) {
      guard values.updateValue(value, forKey: name) == nil else {
        throw WireError("gives the value '\(name)' twice")
      }
    }
    for array in arrays {
      if let owner = RandomState.owner(ofArray: array.name, in: metadata) {
        states[owner, default: []].append(array)
      } else {
        try add(.tensor(try array.tensor()), array.name)
      }
    }
    // In order, so that of several faults the same one is named every time.
    for (key, text) in metadata.sorted(by: { $0.key < $1.key }) {
      if let name = key.dropping(prefix: Message.textPrefix) {
        try add(.text(text), name)
      } else if let name = key.dropping(prefix: Message.randomPrefix) {
        let state = try RandomState(kind: text, arrays: states[name] ?? [], named: name)
        try add(.randomState(state), name)
      }
    }
    return values
  }
}

extension Frame.Array {
  fileprivate func tensor() throws(WireError) -> Tensor {
    let scalars: [Double]? =
      switch type {
      case .float64: LittleEndian.doubles(in: bytes)
      case .float32: LittleEndian.floats(in: bytes)
      case .int64, .uint32: nil
      }
    guard let scalars, let tensor = Tensor(validatingShape: shape, scalars: scalars) else {
      throw WireError("has an array '\(name)' that is not of doubles or floats")
    }
    return tensor
  }
}
