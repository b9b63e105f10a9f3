/// Writes files so that a reader finds the old text or the new one, never a half of it.
package enum AtomicFile {
  /// Writes a text to `path`, in place of a file of that name.
  ///
  /// The text goes to a new file in the same folder, then to the disk, and only then takes the
  /// name. Whatever fails, the old file stays as it was and nothing else is left behind.
  ///
  /// - Throws: `FileError` with a plain sentence.
  package static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// The same for bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let folder = folder(of: path)
    let draft = folder + draftPrefix + String(UInt64.random(in: .min ... .max), radix: 16)
    do throws(Platform.Fault) {
      try Platform.create(draft, bytes)
      try Platform.move(draft, to: path)
    } catch {
      Platform.remove(draft)
      throw FileError(path: path, error)
    }
    Platform.flushFolder(folder.isEmpty ? "." : folder)
  }

  /// How the names of files begin that have not taken their place yet; only a run that was killed
  /// leaves any behind.
  package static let draftPrefix = ".gradecheck-"

  /// Makes a folder in one that is there, unless it is there already.
  ///
  /// - Throws: `FileError`, also where something else has that name.
  package static func makeFolder(_ path: String) throws(FileError) {
    do throws(Platform.Fault) {
      guard try Platform.makeFolder(path) else { return }
    } catch {
      throw FileError(path: path, error)
    }
    let parent = folder(of: path)
    Platform.flushFolder(parent.isEmpty ? "." : parent)
  }

  /// The folder of a path with its slash; empty where the path is a name alone.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

/// Why a file could not be written: our environment's fault, never a student's.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file that should have been written.
  package let path: String
  /// The system's words.
  package let reason: String
  /// Whether the disk is full, read-only or broken, so that other files will fare no better.
  package let isOfDisk: Bool

  init(path: String, _ fault: Platform.Fault) {
    self.path = path
    reason = fault.words
    isOfDisk = fault.isOfDisk
  }

  /// One sentence.
  package var description: String { "cannot write '\(path)': \(reason)" }
}
