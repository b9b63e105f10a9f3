import PlainText

/// One message between grader and worker: a safetensors document.
///
/// Eight bytes of little-endian header length, a JSON header, then raw little-endian data. Floats
/// travel as exact bits, and a recorded conversation opens with public tools.
package struct Frame: Sendable, Hashable {
  /// How the bytes of an array are to be read.
  package enum ElementType: String, Sendable {
    case float64 = "F64"
    case float32 = "F32"
    case int64 = "I64"
    case uint32 = "U32"

    /// Bytes an element.
    package var size: Int {
      switch self {
      case .float64, .int64: 8
      case .float32, .uint32: 4
      }
    }
  }

  /// A named array of raw little-endian bytes.
  package struct Array: Sendable, Hashable {
    /// Unique within its frame.
    package let name: String
    /// What the bytes are.
    package let type: ElementType
    /// The length of each axis, outermost first; empty for a plain number.
    package let shape: [Int]
    /// The elements in row-major order.
    package let bytes: [UInt8]

    /// An array whose bytes the caller has matched with its type and shape.
    package init(name: String, type: ElementType, shape: [Int], bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.shape = shape
      self.bytes = bytes
    }
  }

  /// The strings under `__metadata__`.
  package let metadata: [String: String]
  /// The arrays, sorted by name, so that equal frames are equal bytes.
  package let arrays: [Array]

  /// A frame of these parts; no two arrays may share a name.
  package init(metadata: [String: String], arrays: [Array]) {
    self.metadata = metadata
    self.arrays = arrays.sorted { $0.name < $1.name }
  }

  /// The whole document; equal frames give equal bytes.
  package var bytes: [UInt8] {
    var offset = 0
    var members = [
      JSON.Member(
        key: Self.metadataKey,
        value: .object(
          metadata.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value)) }))
    ]
    for array in arrays {
      let end = offset + array.bytes.count
      members.append(
        .init(
          key: array.name,
          value: .object([
            .init(key: "dtype", value: .string(array.type.rawValue)),
            .init(key: "shape", value: .array(array.shape.map { .integer($0) })),
            .init(key: "data_offsets", value: .array([.integer(offset), .integer(end)])),
          ])))
      offset = end
    }
    var header = [UInt8](JSON.object(members).text(pretty: false).utf8)
    // The format's data begins at a multiple of eight; spaces may follow the JSON text.
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    var bytes = LittleEndian.bytes(of: UInt64(header.count))
    bytes += header
    for array in arrays { bytes += array.bytes }
    return bytes
  }

  static let metadataKey = "__metadata__"
}
