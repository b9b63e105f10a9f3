import Foundation
import PlainText
import Tensors
import Testing

/// Numbers that the course documents print or determine, from a file in `Vectors`.
struct PublishedValues {
  private let document: JSON

  init(_ name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors"))
    document = try JSON(parsing: String(contentsOf: url, encoding: .utf8))
  }

  /// The array of any rank at `section.name`.
  func tensor(_ section: String, _ name: String) throws -> Tensor {
    try Self.tensor(try #require(document[section]?[name], "no \(section).\(name)"))
  }

  private static func tensor(_ value: JSON) throws -> Tensor {
    guard let elements = value.arrayValue else {
      return Tensor(try #require(value.doubleValue))
    }
    let rows = try elements.map(tensor)
    return Tensor(
      shape: [rows.count] + (rows.first?.shape ?? []), scalars: rows.flatMap(\.scalars))
  }
}
