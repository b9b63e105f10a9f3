import Foundation
import Hosting
import Synchronization

/// What a run has finished so far, so that the same run begun again goes on from there.
///
/// A file of lines: the first tells the conditions of the run, each further one a submission whose
/// files are all in place. A line is on the disk before anybody relies on it; what a killed run left
/// of its last line is passed over. While a run lasts it holds the file locked.
///
/// A class, because all jobs of the run write to the one file.
package final class Journal: Sendable {
  /// The name of the file in the folder of the reports.
  package static let name = "journal"

  /// The submissions that were finished under the same conditions, by name.
  package let finished: [String: Entry]
  private let folder: String
  private let path: String
  private let descriptor: Int32
  /// How many bytes hold whole lines.
  private let length: Mutex<Int>

  /// Takes up the journal of a folder, or begins one.
  ///
  /// - Parameters:
  ///   - folder: Where the reports go.
  ///   - conditions: All that the results depend on beside the submissions; nothing secret. What was
  ///     finished under others is forgotten.
  /// - Throws: `HostError` where another run holds it or it cannot be written.
  package init(in folder: String, under conditions: [String: String]) throws(HostError) {
    self.folder = folder
    path = "\(folder)/\(Self.name)"
    let header = Self.header(conditions)
    let descriptor = try Self.lockedFile(in: folder)
    let lines: [Data]
    do throws(HostError) {
      lines = try Self.lines(at: path)
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    let isSame = lines.first == Data(header.utf8)
    finished = isSame ? Self.entries(lines.dropFirst()) : [:]
    length = Mutex(isSame ? lines.reduce(0) { $0 + $1.count + 1 } : 0)
    try cutOff()
    if !isSame { try write(header) }
    Self.flush(folder)
  }

  deinit { close(descriptor) }

  // MARK: - Writing

  /// Notes that all files of a submission are in place.
  package func note(_ entry: Entry) throws(HostError) { try write(entry.line) }

  /// Ends the journal of a run that left nothing to do.
  package func remove() {
    // Still locked, so that no other run can have begun to write to it.
    unlink(path)
    Self.flush(folder)
  }

  private func write(_ line: String) throws(HostError) {
    let bytes = [UInt8]((line + "\n").utf8)
    try length.withLock { length throws(HostError) in
      var put = 0
      while put < bytes.count {
        let count = bytes[put...].withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress, $0.count, off_t(length + put))
        }
        guard count > 0 || errno == EINTR else { break }
        put += max(0, count)
      }
      guard put == bytes.count, fsync(descriptor) == 0 else {
        let error = HostError.journal(path)
        // Half a line would spoil the one after it.
        _ = ftruncate(descriptor, off_t(length))
        throw error
      }
      length += put
    }
  }

  /// Takes away what follows the last whole line.
  private func cutOff() throws(HostError) {
    let whole = length.withLock { $0 }
    guard ftruncate(descriptor, off_t(whole)) == 0 else { throw .journal(path) }
  }
}

// MARK: - Opening

extension Journal {
  private static func lockedFile(in folder: String) throws(HostError) -> Int32 {
    let path = "\(folder)/\(name)"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .journal(path) }
      guard isLocked(descriptor) else {
        close(descriptor)
        throw HostError(
          .fileSystem, "Another run writes into the folder", at: folder,
          advice: "Wait for its end, or give another --output.")
      }
      // A run that came to its end may have taken the file away before it was locked.
      if isFile(descriptor, at: path) { return descriptor }
      close(descriptor)
    }
  }

  /// Whether the lock could be had; true as well where the file system knows no locks.
  private static func isLocked(_ descriptor: Int32) -> Bool {
    // For a moment a process that a killed run was just starting may hold its lock still.
    for _ in 0..<100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return true }
      usleep(10_000)
    }
    return false
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (ours, there) = (stat(), stat())
    return fstat(descriptor, &ours) == 0 && lstat(path, &there) == 0 && ours.st_ino == there.st_ino
      && ours.st_dev == there.st_dev
  }

  /// The lines of the file that have an end.
  private static func lines(at path: String) throws(HostError) -> [Data] {
    guard let data = FileManager.default.contents(atPath: path) else { throw .journal(path) }
    // Somebody's own file of that name must not be overwritten.
    let beginning = Array(headerStart.utf8)
    guard data.starts(with: beginning) || beginning.starts(with: data) else {
      throw HostError(
        .fileSystem, "This file is not gradecheck's", at: path,
        advice: "Move it away, or give --output a folder of your own.")
    }
    return data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
  }

  private static func flush(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension HostError {
  /// A journal that cannot be kept; reads `errno`, so call it at once.
  fileprivate static func journal(_ path: String) -> HostError {
    HostError(
      .fileSystem, "Cannot write the journal", at: path,
      advice: "What was finished is kept: mend that, then give the same command again.",
      underlying: .current)
  }
}
