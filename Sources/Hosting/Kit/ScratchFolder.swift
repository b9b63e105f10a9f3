import Foundation

/// An empty folder of our own among the temporary files, for one job.
package struct ScratchFolder: Sendable {
  package let path: String

  package init() throws(HostError) {
    let base = FileManager.default.temporaryDirectory.path
    path = (base as NSString).appendingPathComponent("gradecheck-\(UUID().uuidString)")
    guard mkdir(path, 0o700) == 0 else { throw .file("Cannot make a folder", path) }
  }

  /// Removes the folder and all that was left in it; links in it are removed, not followed.
  package func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
