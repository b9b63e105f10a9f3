import Coursework
import Testing

@Suite("Bytes that are no frame")
struct HostileFrameTests {
  /// A document with the given header and so many zero bytes of data.
  static func document(_ header: String, data count: Int = 0) -> [UInt8] {
    LittleEndian.bytes(of: UInt64(header.utf8.count)) + Array(header.utf8)
      + [UInt8](repeating: 0, count: count)
  }

  @Test("A frame cut at any length, or followed by a byte, is refused", arguments: Samples.messages)
  func truncated(message: Message) {
    let bytes = message.frame.bytes
    for length in bytes.indices where length < 700 || length > bytes.count - 50 {
      #expect(throws: WireError.self) { try Frame(bytes: Array(bytes.prefix(length))) }
    }
    #expect(throws: WireError.self) { try Frame(bytes: bytes + [0]) }
  }

  @Test(
    "An absurd length of the header is refused before anything is read",
    arguments: [65_537, 1 << 31, 1 << 32, 1 << 62, 1 << 63, .max] as [UInt64])
  func lengths(length: UInt64) {
    let prefix = LittleEndian.bytes(of: length)
    #expect(throws: WireError.self) { try Frame.headerLength(prefix: prefix) }
    #expect(throws: WireError.self) { try Frame(bytes: prefix + Array("{}".utf8)) }
  }

  @Test("The longest header is read, one byte more is not")
  func longest() throws {
    let empty = #"{"__metadata__":{}}"#
    let full = empty + String(repeating: " ", count: 65_536 - empty.utf8.count)
    #expect(try Frame(bytes: Self.document(full)) == Frame(metadata: [:], arrays: []))
    #expect(throws: WireError.self) { try Frame(bytes: Self.document(full + " ")) }
  }

  @Test("A prefix of other than eight bytes is refused", arguments: [0, 1, 7, 9, 16])
  func prefix(count: Int) {
    let prefix = [UInt8](repeating: 0, count: count)
    #expect(throws: WireError.self) { try Frame.headerLength(prefix: prefix) }
  }

  @Test(
    "A header that is no object of objects is refused",
    arguments: [
      "", " ", "[]", "null", "1", "\"{}\"", "{", "{}x", "{\"a\":}", "{\"a\":1}", "{\"a\":[]}",
      "{\"a\":null}", "{\"__metadata__\":[]}", "{\"__metadata__\":null}",
      "{\"__metadata__\":\"x\"}",
      "{\"__metadata__\":{\"kind\":1}}", "{\"__metadata__\":{\"kind\":null}}",
      "{\"__metadata__\":{\"kind\":{}}}", "{\"__metadata__\":{},\"__metadata__\":{}}",
      "{\"__metadata__\":{\"kind\":\"hello\",\"kind\":\"hello\"}}", "{'a':1}",
      "{\"a\":\"\\ud800\"}",
      String(repeating: "[", count: 60_000), String(repeating: "{\"a\":", count: 12_000),
    ])
  func headers(header: String) {
    #expect(throws: WireError.self) { try Frame(bytes: Self.document(header)) }
    #expect(throws: WireError.self) { try Frame(bytes: Self.document(header, data: 8)) }
  }

  @Test(
    "A header that is not UTF-8 is refused",
    arguments: [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80]])
  func encoding(bytes: [UInt8]) {
    let header = Array("{\"__metadata__\":{\"a\":\"".utf8) + bytes + Array("\"}}".utf8)
    let document = LittleEndian.bytes(of: UInt64(header.count)) + header
    #expect(throws: WireError.self) { try Frame(bytes: document) }
  }

  /// The member of a header that describes an array.
  private static func entry(
    _ name: String, dtype: String = "F64", _ shape: String, _ offsets: String
  ) -> String {
    #""\#(name)":{"dtype":"\#(dtype)","shape":\#(shape),"data_offsets":\#(offsets)}"#
  }

  /// Descriptions of arrays over 16 bytes of data that must be refused.
  static let arrays: [String] = [
    // dtype
    entry("a", dtype: "F16", "[8]", "[0,16]"),
    entry("a", dtype: "BF16", "[8]", "[0,16]"),
    entry("a", dtype: "f32", "[4]", "[0,16]"),
    entry("a", dtype: "f64", "[2]", "[0,16]"),
    #""a":{"dtype":8,"shape":[2],"data_offsets":[0,16]}"#,
    #""a":{"shape":[2],"data_offsets":[0,16]}"#,
    // shape
    #""a":{"dtype":"F64","data_offsets":[0,16]}"#,
    #""a":{"dtype":"F64","shape":2,"data_offsets":[0,16]}"#,
    entry("a", "[\"2\"]", "[0,16]"),
    entry("a", "[1.5]", "[0,16]"),
    entry("a", "[3]", "[0,16]"),
    entry("a", "[1]", "[0,16]"),
    entry("a", "[-2]", "[0,16]"),
    entry("a", "[-1,-2]", "[0,16]"),
    entry("a", "[4611686018427387904,4]", "[0,16]"),
    entry("a", "[2305843009213693954]", "[0,16]"),
    entry("a", "[9223372036854775808]", "[0,16]"),
    entry("a", "[1e400]", "[0,16]"),
    entry("a", "[0,-1]", "[0,0]") + "," + entry("b", "[2]", "[0,16]"),
    // offsets
    #""a":{"dtype":"F64","shape":[2]}"#,
    entry("a", "[2]", "[]"),
    entry("a", "[2]", "[16]"),
    entry("a", "[2]", "[0,8,16]"),
    entry("a", "[2]", "[\"0\",\"16\"]"),
    entry("a", "[2]", "[0,16.5]"),
    entry("a", "[2]", "[16,0]"),
    entry("a", "[2]", "[-16,0]"),
    entry("a", "[2]", "[-8,8]"),
    entry("a", "[1]", "[8,16]"),
    entry("a", "[1]", "[0,8]"),
    entry("a", "[3]", "[0,24]"),
    entry("a", "[2]", "[9223372036854775791,9223372036854775807]"),
    entry("a", "[2]", "[-9223372036854775808,9223372036854775807]"),
    entry("a", "[1152921504606846975]", "[0,9223372036854775800]"),
    entry("a", "[0]", "[8,8]") + "," + entry("b", "[2]", "[0,16]"),
    // single precision: the same rules with four bytes an element
    entry("a", dtype: "F32", "[2]", "[0,16]"),
    entry("a", dtype: "F32", "[3]", "[0,16]"),
    entry("a", dtype: "F32", "[4]", "[0,15]"),
    entry("a", dtype: "F32", "[-4]", "[0,16]"),
    entry("a", dtype: "F32", "[4611686018427387908]", "[0,16]"),
    entry("a", dtype: "F32", "[2]", "[0,8]"),
    entry("a", dtype: "F32", "[2]", "[0,8]") + "," + entry("b", "[1]", "[4,12]"),
    // overlap, gap, the same array twice
    entry("a", "[2]", "[0,16]") + "," + entry("b", "[1]", "[8,16]"),
    entry("a", "[2]", "[0,16]") + "," + entry("b", "[2]", "[0,16]"),
    entry("a", dtype: "U32", "[1]", "[0,4]") + "," + entry("b", "[1]", "[8,16]"),
    entry("a", "[1]", "[0,8]") + "," + entry("a", "[1]", "[8,16]"),
    #""a":{"dtype":"F64","dtype":"F64","shape":[2],"data_offsets":[0,16]}"#,
  ]

  @Test("An array that is described rightly is read")
  func control() throws {
    let header = #"{"__metadata__":{"kind":"answer","nonce":"1"},"#
    for described in [
      Self.entry("a", "[2]", "[0,16]"), Self.entry("a", "[1,2,1]", "[0,16]"),
      Self.entry("a", dtype: "F32", "[4]", "[0,16]"),
    ] {
      let bytes = Self.document(header + described + "}", data: 16)
      #expect(try Message(Frame(bytes: bytes)).frame.arrays.map(\.name) == ["a"])
    }
  }

  @Test("An array that is described wrongly is refused", arguments: arrays)
  func array(described: String) {
    let metadata = #""__metadata__":{"kind":"answer","nonce":"1"}"#
    let orders = ["{\(metadata),\(described)}", "{\(described),\(metadata)}"]
    for header in orders {
      #expect(throws: WireError.self) {
        try Message(Frame(bytes: Self.document(header, data: 16)))
      }
    }
  }

  @Test("More data than one frame may carry are refused before they are read")
  func tooMuchData() throws {
    func header(_ count: Int) -> [UInt8] {
      Array(#"{"a":{"dtype":"F64","shape":[\#(count)],"data_offsets":[0,\#(8 * count)]}}"#.utf8)
    }
    let most = 64 * 1024 * 1024 / 8
    #expect(try Frame.header(header(most)).dataLength == 8 * most)
    #expect(throws: WireError.self) { try Frame.header(header(most + 1)) }
    #expect(throws: WireError.self) { try Frame.header(header(1 << 59)) }
  }

  @Test("Data of another length than the header announces are refused", arguments: [0, 7, 9, 16])
  func dataLength(count: Int) throws {
    let header = try Frame.header(
      Array(#"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#.utf8))
    #expect(throws: WireError.self) {
      try Frame(header: header, data: [UInt8](repeating: 0, count: count))
    }
  }
}
