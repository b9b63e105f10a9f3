import Coursework
import Testing

@Suite("Frames that are no message")
struct MessageDecodingTests {
  @Test(
    "What a kind needs must be there",
    arguments: [
      [:], ["kind": ""], ["kind": "Hello"], ["kind": "verdict", "nonce": "1"], ["nonce": "1"],
      ["kind": "hello"], ["kind": "hello", "version": ""], ["kind": "hello", "version": "one"],
      ["kind": "hello", "version": "99999999999999999999"], ["kind": "question"],
      ["kind": "question", "name": "f"], ["kind": "question", "nonce": "1"], ["kind": "answer"],
      ["kind": "failure", "reason": "threw"], ["kind": "failure", "nonce": "1"],
      ["kind": "failure", "nonce": "1", "reason": "passed"],
      ["kind": "failure", "nonce": "1", "description": "x"],
    ] as [[String: String]])
  func lacking(metadata: [String: String]) {
    #expect(throws: WireError.self) { try Message(Frame(metadata: metadata, arrays: [])) }
  }

  @Test("Metadata of no meaning are passed over")
  func surplus() throws {
    let metadata = ["kind": "answer", "nonce": "1", "format": "pt", "textx": "y", "random": "z"]
    let message = try Message(Frame(metadata: metadata, arrays: []))
    #expect(message == .answer([:], nonce: "1"))
  }

  @Test("A description longer than what may travel is cut by whoever reads it")
  func description() throws {
    for filler in ["x", "e\u{301}", "🇹🇷"] {
      let long = String(repeating: filler, count: 5_000)
      let metadata = ["kind": "failure", "nonce": "1", "reason": "threw", "description": long]
      guard
        case .failure(.threw(let words), "1") = try Message(Frame(metadata: metadata, arrays: []))
      else {
        Issue.record("a failure did not come back as one")
        continue
      }
      #expect(words.unicodeScalars.count <= 1_000)
      #expect(long.unicodeScalars.starts(with: words.unicodeScalars))
    }
  }

  private func answer(_ metadata: [String: String], _ arrays: [Frame.Array]) throws -> Message {
    try Message(
      Frame(metadata: metadata.merging(["kind": "answer", "nonce": "1"]) { $1 }, arrays: arrays))
  }

  private func array(
    _ name: String, _ shape: [Int], _ type: Frame.ElementType = .float64, fill: UInt8 = 0
  ) -> Frame.Array {
    let count = shape.reduce(type.size, *)
    return Frame.Array(
      name: name, type: type, shape: shape, bytes: [UInt8](repeating: fill, count: count))
  }

  @Test("Only doubles and floats are tensors", arguments: [Frame.ElementType.int64, .uint32])
  func elementType(type: Frame.ElementType) {
    #expect(throws: WireError.self) { try answer([:], [array("x", [2], type)]) }
    #expect(throws: WireError.self) { try answer([:], [array("x.key", [2], type)]) }
  }

  @Test("Floats are read as doubles of the same value, bit for bit")
  func floats() throws {
    let values: [Float] = [
      1, -0.0, 0.1, .pi, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    let bytes = LittleEndian.bytes(of: values.map(\.bitPattern))
    #expect(bytes.prefix(4) == [0, 0, 0x80, 0x3f])
    let array = Frame.Array(name: "x", type: .float32, shape: [2, 4], bytes: bytes)
    guard case .answer(let read, _, _, "1") = try answer([:], [array]) else {
      Issue.record("no answer")
      return
    }
    let tensor = try #require(read["x"]?.tensor)
    #expect(tensor.shape == [2, 4])
    #expect(tensor.scalars.map(\.bitPattern) == values.map { Double($0).bitPattern })
    let nan = Frame.Array(
      name: "x", type: .float32, shape: [], bytes: LittleEndian.bytes(of: [Float.nan.bitPattern]))
    guard case .answer(let others, _, _, "1") = try answer([:], [nan]) else { return }
    #expect(others["x"]?.tensor?.scalar.isNaN == true)
  }

  @Test("Of floats, too, there must be as many as the shape says, in at most 64 axes")
  func floatShapes() {
    let deep = array("x", [Int](repeating: 1, count: 65), .float32)
    #expect(throws: WireError.self) { try answer([:], [deep]) }
    for count in [0, 3, 4, 7, 12] {
      let bytes = [UInt8](repeating: 0, count: count)
      let array = Frame.Array(name: "x", type: .float32, shape: [2], bytes: bytes)
      #expect(throws: WireError.self) { try answer([:], [array]) }
    }
  }

  @Test("A generator's gaussian is no float")
  func gaussianFloat() {
    let arrays = Samples.generators[0].wireArrays(named: "g").map { array in
      array.name == "g.gaussian" ? self.array(array.name, [], .float32) : array
    }
    #expect(throws: WireError.self) { try answer(["random:g": "MT19937"], arrays) }
  }

  @Test("Shapes that a tensor refuses are refused")
  func shapes() {
    let deep = array("x", [Int](repeating: 1, count: 65), .float64)
    #expect(throws: WireError.self) { try answer([:], [deep]) }
    let absurd = Frame.Array(name: "x", type: .float64, shape: [0, 1 << 40, 1 << 40], bytes: [])
    #expect(throws: WireError.self) { try answer([:], [absurd]) }
    let negative = Frame.Array(name: "x", type: .float64, shape: [0, -1], bytes: [])
    #expect(throws: WireError.self) { try answer([:], [negative]) }
    let tooFew = Frame.Array(name: "x", type: .float64, shape: [2], bytes: [0])
    #expect(throws: WireError.self) { try answer([:], [tooFew]) }
  }

  @Test("A name that is given twice, as two kinds of value, is refused")
  func twice() {
    #expect(throws: WireError.self) { try answer(["text:x": "a"], [array("x", [1])]) }
    let generator = Samples.generators[0].wireArrays(named: "x")
    let announced = ["random:x": "MT19937"]
    #expect(throws: Never.self) { try answer(announced, generator) }
    #expect(throws: WireError.self) { try answer(announced, generator + [array("x", [1])]) }
    #expect(throws: WireError.self) {
      try answer(announced.merging(["text:x": "a"]) { $1 }, generator)
    }
  }

  @Test("Two spellings of one name are one name, and refused")
  func spellings() {
    let (composed, decomposed) = ("\u{e9}", "e\u{301}")
    #expect(throws: WireError.self) {
      try answer([:], [array(composed, [1]), array(decomposed, [2])])
    }
    let header = "{\"__metadata__\":{\"text:\(composed)\":\"1\",\"text:\(decomposed)\":\"2\"}}"
    #expect(throws: WireError.self) { try Frame.header(Array(header.utf8)) }
  }

  @Test("A generator whose state is not whole is refused")
  func generator() {
    let announced = ["random:g": "MT19937"]
    let whole = Samples.generators[1].wireArrays(named: "g")
    #expect(throws: Never.self) { try answer(announced, whole) }
    let (cursor, gaussian, key) = (whole[0], whole[1], whole[2])
    #expect([cursor, gaussian, key].map(\.name) == ["g.cursor", "g.gaussian", "g.key"])
    for missing in 0..<3 {
      var arrays = whole
      arrays.remove(at: missing)
      #expect(throws: WireError.self) { try answer(announced, arrays) }
    }
    let broken: [[Frame.Array]] = [
      [], [cursor, gaussian, array("g.key", [624], .uint32)],
      [cursor, gaussian, array("g.key", [623], .uint32, fill: 1)],
      [cursor, gaussian, array("g.key", [625], .uint32, fill: 1)],
      [cursor, gaussian, array("g.key", [312, 2], .uint32, fill: 1)],
      [cursor, gaussian, array("g.key", [312], .float64, fill: 1)],
      [array("g.cursor", [1], .int64), gaussian, key],
      [array("g.cursor", [3], .int64), gaussian, key],
      [array("g.cursor", [2], .int64, fill: 0xff), gaussian, key],
      [array("g.cursor", [2], .int64, fill: 0x7f), gaussian, key],
      [cursor, array("g.gaussian", [0], .float64), key],
      [cursor, array("g.gaussian", [], .float64, fill: 0xff), key],
      whole + [array("g.key", [624], .uint32, fill: 1)],
    ]
    for arrays in broken {
      #expect(throws: WireError.self) { try answer(announced, arrays) }
    }
  }

  @Test("A generator of another kind than this protocol's is refused", arguments: ["", "PCG64"])
  func otherGenerator(kind: String) {
    let arrays = Samples.generators[1].wireArrays(named: "g")
    #expect(throws: WireError.self) { try answer(["random:g": kind], arrays) }
  }

  @Test("Parts of a generator that nobody announced are no generator")
  func unannounced() {
    #expect(throws: WireError.self) {
      try answer([:], Samples.generators[1].wireArrays(named: "g"))
    }
  }
}

extension RandomState {
  /// The arrays in which the generator travels under that name, in the order of their names.
  fileprivate func wireArrays(named name: String) -> [Frame.Array] {
    Message.answer([name: .randomState(self)], nonce: "").frame.arrays
  }
}
