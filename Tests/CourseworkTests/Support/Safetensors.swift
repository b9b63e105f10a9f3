import Foundation

/// A reader of safetensors documents by the format's public description, apart from the code under
/// test: JSON by Foundation, numbers by loading from the raw bytes.
struct Safetensors {
  struct Entry {
    let dtype: String
    let shape: [Int]
    let begin: Int
    let end: Int
  }

  let metadata: [String: String]
  let entries: [String: Entry]
  let data: [UInt8]

  init?(_ document: [UInt8]) throws {
    guard document.count >= 8 else { return nil }
    let length = document.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard document.count >= 8 + length else { return nil }
    let header = Data(document[8..<8 + length])
    guard header.first == UInt8(ascii: "{"),
      var members = try JSONSerialization.jsonObject(with: header) as? [String: Any],
      let metadata = members.removeValue(forKey: "__metadata__") as? [String: String]
    else { return nil }
    self.metadata = metadata
    data = Array(document[(8 + length)...])
    entries = members.compactMapValues { member in
      guard let member = member as? [String: Any], member.count == 3,
        let dtype = member["dtype"] as? String, let shape = member["shape"] as? [Int],
        let offsets = member["data_offsets"] as? [Int], offsets.count == 2
      else { return nil }
      return Entry(dtype: dtype, shape: shape, begin: offsets[0], end: offsets[1])
    }
    guard entries.count == members.count else { return nil }
  }

  func bytes(_ name: String) -> [UInt8] {
    entries[name].map { Array(data[$0.begin..<$0.end]) } ?? []
  }

  func doubles(_ name: String) -> [Double] {
    bytes(name).withUnsafeBytes { raw in
      stride(from: 0, to: raw.count, by: 8).map {
        raw.loadUnaligned(fromByteOffset: $0, as: Double.self)
      }
    }
  }
}
