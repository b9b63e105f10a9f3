import Foundation

/// Where kits and compiled submissions are kept from one run to the next.
///
/// Everything in it is named by a digest of what it was made from, so it may be thrown away at any
/// time and shared by runs that go on side by side.
package struct CacheFolder: Sendable, Hashable {
  /// The absolute path of the folder.
  package let path: String

  package init(path: String) { self.path = path }

  /// The folder that `GRADECHECK_CACHE` names, else `gradecheck` in the user's cache folder, else
  /// one among the temporary files.
  package static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> CacheFolder {
    if let named = environment["GRADECHECK_CACHE"], !named.isEmpty {
      return CacheFolder(path: URL(fileURLWithPath: named).standardizedFileURL.path)
    }
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      return CacheFolder(path: caches + "/gradecheck")
    }
    if let home = environment["HOME"], home.hasPrefix("/") {
      return CacheFolder(path: home + "/.cache/gradecheck")
    }
    return CacheFolder(path: FileManager.default.temporaryDirectory.path + "/gradecheck-cache")
  }

  /// The folder `name`, made by `fill` in a place aside and moved here whole if it is not there.
  ///
  /// Runs that need the same folder at the same time wait for the first of them.
  func folder(
    _ name: String, fill: (_ path: String) throws(HostError) -> Void
  ) throws(HostError) -> String {
    let place = path + "/" + name
    if isFolder(place) { return place }
    try makeFolder(parentFolder(of: place))
    let lock = try FileLock(place + ".lock")
    defer { lock.release() }
    if isFolder(place) { return place }
    let aside = place + ".part"
    try? FileManager.default.removeItem(atPath: aside)
    try makeFolder(aside)
    try fill(aside)
    guard rename(aside, place) == 0 else { throw .file("Cannot move a finished folder", place) }
    return place
  }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(HostError) {
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw .file("Cannot make a folder", path)
  }
}

/// An exclusive lock between processes and threads; it ends with the process at the latest.
private struct FileLock {
  private let descriptor: Int32

  init(_ path: String) throws(HostError) {
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .file("Cannot write to the cache", path) }
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
  }

  func release() { close(descriptor) }
}
