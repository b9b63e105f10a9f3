import Foundation
import Hosting

extension HandoutPackage {
  /// Writes the package into a folder, which is made where it is missing.
  ///
  /// An update replaces what the course brings, and touches nothing of the student's: a file of the
  /// starter is written only where there is no folder of work yet.
  ///
  /// - Parameters:
  ///   - folder: Where to.
  ///   - isUpdate: Whether there may be a handout already.
  /// - Throws: `HandoutExists` where there is one and it is not to be updated, `HostError` when the
  ///   disk refuses.
  package func write(to folder: String, updating isUpdate: Bool) throws {
    let files = FileManager.default
    let isThere = files.fileExists(atPath: "\(folder)/\(Self.workFolder)")
    guard isUpdate || !isThere else { throw HandoutExists(folder: folder) }
    // What a former edition had and this one has not must not be compiled.
    let kitFolder = "\(folder)/\(Self.kitFolder)"
    if files.fileExists(atPath: kitFolder) { try files.removeItem(atPath: kitFolder) }
    for (name, bytes) in kit.sorted(by: { $0.key < $1.key }) {
      try Self.write(bytes, to: "\(folder)/\(name)")
    }
    guard !isThere else { return }
    for (name, bytes) in starter.sorted(by: { $0.key < $1.key }) {
      try Self.write(bytes, to: "\(folder)/\(name)")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(HostError) {
    let url = URL(fileURLWithPath: path)
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

/// A folder holds a handout already, which somebody may have worked in.
package struct HandoutExists: Error, Hashable, CustomStringConvertible {
  /// The folder.
  package let folder: String

  /// One line: what, where and what to do.
  package var description: String {
    "'\(folder)' holds a handout already; add --update to renew all but the work in it"
  }
}
