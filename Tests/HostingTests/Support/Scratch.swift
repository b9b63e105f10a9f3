import Foundation
import Testing

@testable import Hosting

/// A folder of a test's own, removed with the value.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let template = NSTemporaryDirectory() + "/hosting-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: template, withIntermediateDirectories: true,
    )
    path = try #require(realPath(template))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders that it lies in.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: parentFolder(of: file), withIntermediateDirectories: true,
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// A launch of a shell script under the worker's limits, or others.
func shell(
  _ script: String, in folder: String = "/", limits: ResourceLimits = .worker,
  environment: [String: String] = ["PATH": "/usr/bin:/bin"], connected: Bool = false,
) -> Launch {
  Launch(
    program: "/bin/sh", arguments: ["-c", script], environment: environment, directory: folder,
    limits: limits, connected: connected,
  )
}

/// The command lines of all living processes that contain the text.
func processes(naming text: String) -> [String] {
  let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return all.filter { Int($0) != nil }.compactMap { process in
    guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else {
      return nil
    }
    let words = String(decoding: line, as: UTF8.self)
    return words.contains(text) ? words : nil
  }
}

/// A number of seconds for `sleep` that no other process names.
func uniqueSleep() -> String { "86\(Int.random(in: 100_000_000...999_999_999))" }

/// Waits up to ten seconds for something to become true, and says whether it did.
@discardableResult
func eventually(_ condition: () -> Bool) -> Bool {
  let deadline = Deadline(after: .seconds(10))
  while !condition() {
    if deadline.hasPassed { return false }
    usleep(5_000)
  }
  return true
}
