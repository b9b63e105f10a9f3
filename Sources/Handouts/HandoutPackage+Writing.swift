import Foundation
import Hosting

extension HandoutPackage {
  /// Writes the package into a folder, which is made where it is missing.
  ///
  /// An update replaces what the course brings, and touches nothing of the student's.
  ///
  /// - Parameters:
  ///   - folder: Where to.
  ///   - isUpdate: Whether the folder may hold this handout already.
  /// - Throws: `HandoutRefusal` where something else would be overwritten, `HostError` when the disk
  ///   refuses.
  package func write(to folder: String, updating isUpdate: Bool) throws {
    let files = FileManager.default
    let isThere = files.fileExists(atPath: "\(folder)/\(contractFile)")
    if isThere {
      guard isUpdate else { throw HandoutRefusal.exists(folder) }
    } else if let other = [Self.workFolder, Self.kitFolder, "Package.swift", "README.md"]
      .first(where: { files.fileExists(atPath: "\(folder)/\($0)") })
    {
      throw HandoutRefusal.holds(other, folder)
    }
    // What a former edition had and this one has not must not be compiled.
    let old = files.enumerator(atPath: "\(folder)/\(Self.kitFolder)")?.allObjects as? [String]
    for name in (old ?? []).map({ "\(Self.kitFolder)/\($0)" })
    where name.hasSuffix(".swift") && kit[name] == nil {
      try files.removeItem(atPath: "\(folder)/\(name)")
    }
    for (name, bytes) in isThere ? kit : kit.merging(starter, uniquingKeysWith: { $1 }) {
      try Self.write(bytes, to: "\(folder)/\(name)")
    }
  }

  /// Leaves a file alone that is as it should be, so that less is compiled again.
  private static func write(_ bytes: [UInt8], to path: String) throws(HostError) {
    let url = URL(fileURLWithPath: path)
    guard FileManager.default.contents(atPath: path) != Data(bytes) else { return }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    } catch {
      throw HostError(
        .fileSystem, "A file of the handout cannot be written", at: path,
        advice: "Check the folder's permissions and the free space.")
    }
  }
}

/// A folder is left as it is, since somebody's work may be in it.
package struct HandoutRefusal: Error, Hashable, CustomStringConvertible {
  /// One line: what, where and what to do.
  package let description: String

  fileprivate static func exists(_ folder: String) -> Self {
    Self(
      description: "'\(folder)' holds this handout already; add --update to renew all but the work "
        + "in it")
  }

  fileprivate static func holds(_ name: String, _ folder: String) -> Self {
    Self(
      description: "'\(folder)' holds a \(name) that is not of this handout; name a folder of its "
        + "own")
  }
}
