import PlainText

// A frame may come from code that we do not trust: nothing is allocated on its word, every sum is
// checked for overflow, and whatever does not fit is an error, never a trap.
extension Frame {
  /// Bytes in front of the header: its length.
  package static let prefixLength = 8
  /// Longest header that is read.
  package static let longestHeader = 64 * 1024
  /// Most bytes of data that one frame may carry.
  package static let longestData = 64 * 1024 * 1024

  /// How much of a document is read at most.
  package struct Limits: Sendable {
    let header: Int
    let data: Int

    /// So many bytes of header and of data.
    package init(header: Int, data: Int) {
      self.header = header
      self.data = data
    }

    /// What may travel between grader and worker.
    package static let wire = Limits(header: longestHeader, data: longestData)
  }

  /// What the header says of the data that follows it.
  package struct Header: Sendable {
    let metadata: [String: String]
    let entries: [Entry]
    /// Bytes that follow the header.
    package let dataLength: Int

    struct Entry: Sendable {
      let name: String
      let type: ElementType
      let shape: [Int]
      let range: Range<Int>
    }
  }

  /// The length of the header, from the first eight bytes.
  package static func headerLength(
    prefix: [UInt8], limits: Limits = .wire
  ) throws(WireError) -> Int {
    guard prefix.count == prefixLength,
      let length = LittleEndian.words(UInt64.self, in: prefix).first
    else { throw WireError("does not begin with the eight bytes of a length") }
    guard length <= UInt64(limits.header) else {
      throw WireError("announces a header of \(length) bytes; at most \(limits.header) are read")
    }
    return Int(length)
  }

  /// Reads a header and checks that its arrays lie one behind the other without gap or overlap.
  package static func header(
    _ bytes: [UInt8], limits: Limits = .wire
  ) throws(WireError) -> Header {
    guard let document = try? JSON(parsing: bytes), case .object(let members) = document else {
      throw WireError("has a header that is not a JSON object")
    }
    var metadata: [String: String] = [:]
    var entries: [Header.Entry] = []
    for member in members {
      if member.key == metadataKey {
        guard case .object(let strings) = member.value else {
          throw WireError("has metadata that is not an object")
        }
        for string in strings {
          guard case .string(let text) = string.value else {
            throw WireError("has metadata '\(string.key)' that is not a text")
          }
          // Two spellings of one name are one key to Swift, though not to JSON.
          guard metadata.updateValue(text, forKey: string.key) == nil else {
            throw WireError("gives its metadata '\(string.key)' twice")
          }
        }
      } else {
        entries.append(try entry(member))
      }
    }
    // An array without elements lies before the one that begins where it does.
    entries.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var end = 0
    for entry in entries {
      guard entry.range.lowerBound == end else { throw WireError("has gaps between its arrays") }
      end = entry.range.upperBound
    }
    guard end <= limits.data else { throw WireError("announces \(end) bytes of data") }
    return Header(metadata: metadata, entries: entries, dataLength: end)
  }

  private static func entry(_ member: JSON.Member) throws(WireError) -> Header.Entry {
    let name = member.key
    guard let type = member.value["dtype"]?.stringValue.flatMap(ElementType.init(rawValue:)),
      let shape = integers(member.value["shape"]),
      let offsets = integers(member.value["data_offsets"]), offsets.count == 2,
      offsets[0] >= 0, offsets[1] >= offsets[0]
    else { throw WireError("describes its array '\(name)' wrongly") }
    var size = type.size
    for dimension in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      guard dimension >= 0, !overflow else {
        throw WireError("gives its array '\(name)' an absurd shape")
      }
      size = product
    }
    guard size == offsets[1] - offsets[0] else {
      throw WireError("gives its array '\(name)' a shape that does not match its data")
    }
    return Header.Entry(name: name, type: type, shape: shape, range: offsets[0]..<offsets[1])
  }

  private static func integers(_ value: JSON?) -> [Int]? {
    guard let items = value?.arrayValue else { return nil }
    let integers = items.compactMap(\.intValue)
    return integers.count == items.count ? integers : nil
  }

  /// Puts a frame together from its header and the data that follows it.
  package init(header: Header, data: [UInt8]) throws(WireError) {
    guard data.count == header.dataLength else { throw WireError("ends before its data does") }
    self.init(
      metadata: header.metadata,
      arrays: header.entries.map { entry in
        Array(
          name: entry.name, type: entry.type, shape: entry.shape, bytes: .init(data[entry.range]))
      })
  }

  /// Reads a whole document.
  package init(bytes: [UInt8], limits: Limits = .wire) throws(WireError) {
    let length = try Self.headerLength(
      prefix: .init(bytes.prefix(Self.prefixLength)), limits: limits)
    let rest = bytes.dropFirst(Self.prefixLength)
    guard rest.count >= length else { throw WireError("ends within its header") }
    let header = try Self.header(.init(rest.prefix(length)), limits: limits)
    try self.init(header: header, data: .init(rest.dropFirst(length)))
  }
}
