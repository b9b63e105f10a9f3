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
    let draft = folder + ".gradecheck-" + String(UInt64.random(in: .min ... .max), radix: 16)
    do throws(Platform.Fault) {
      try Platform.create(draft, bytes)
      try Platform.move(draft, to: path)
    } catch {
      Platform.remove(draft)
      throw FileError(path: path, reason: error.words)
    }
    Platform.flushFolder(folder.isEmpty ? "." : folder)
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

  /// One sentence.
  package var description: String { "cannot write '\(path)': \(reason)" }
}
