import NumPyRandom

// A generator travels as three arrays named after it, so that it arrives in the very same state.
extension RandomState {
  /// The one kind of generator that this version of the protocol knows.
  static let kind = "MT19937"
  private static let parts = ["key", "cursor", "gaussian"]

  /// The name of the generator that an array belongs to, where the metadata announces one.
  static func owner(ofArray name: String, in metadata: [String: String]) -> String? {
    parts.lazy.compactMap { name.dropping(suffix: "." + $0) }
      .first { metadata[Message.randomPrefix + $0] != nil }
  }

  /// 624 words of state; position and presence of a cached gaussian; the cached gaussian.
  func arrays(named name: String) -> [Frame.Array] {
    let state = self.state
    let cursor = [Int64(state.position), state.hasGauss ? 1 : 0]
    return [
      Frame.Array(
        name: name + ".key", type: .uint32, shape: [state.key.count],
        bytes: LittleEndian.bytes(of: state.key)),
      Frame.Array(
        name: name + ".cursor", type: .int64, shape: [2], bytes: LittleEndian.bytes(of: cursor)),
      Frame.Array(
        name: name + ".gaussian", type: .float64, shape: [],
        bytes: LittleEndian.bytes(of: [state.cachedGaussian])),
    ]
  }

  init(kind: String, arrays: [Frame.Array], named name: String) throws(WireError) {
    func bytes(_ part: String, _ type: Frame.ElementType, _ shape: [Int]) -> [UInt8] {
      arrays.first { $0.name == "\(name).\(part)" && $0.type == type && $0.shape == shape }?.bytes
        ?? []
    }
    guard kind == Self.kind else {
      throw WireError("has a generator '\(name)' that is no \(Self.kind)")
    }
    let cursor = LittleEndian.words(Int64.self, in: bytes("cursor", .int64, [2]))
    guard arrays.count == Self.parts.count, cursor.count == 2, [0, 1].contains(cursor[1]),
      let gaussian = LittleEndian.doubles(in: bytes("gaussian", .float64, [])).first,
      let position = Int(exactly: cursor[0]),
      let state = State(
        key: LittleEndian.words(UInt32.self, in: bytes("key", .uint32, [624])),
        position: position, hasGauss: cursor[1] == 1, cachedGaussian: gaussian)
    else { throw WireError("has a generator '\(name)' whose state is not whole") }
    self.init(state: state)
  }
}
