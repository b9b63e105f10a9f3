import Foundation

/// The Swift files of one submission, copied into memory before anything else looks at them.
///
/// What is compiled, hashed and reported is this copy: a file that is swapped later changes
/// nothing. A link is never followed, so that none can lead to the reference solution.
package struct SourceFiles: Sendable, Equatable {
  /// One file.
  package struct File: Sendable, Equatable {
    /// Where it lies in the submission, such as `homework/Layers.swift`.
    package let name: String
    /// Its contents, byte for byte: a byte order mark and carriage returns are kept.
    package let bytes: [UInt8]

    /// The name without folders; no two files of a submission share it.
    package var baseName: String { String(name.split(separator: "/").last ?? "") }

    /// Names the contents of a file.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Something that was not taken, and why.
  package struct Refusal: Sendable, Equatable {
    /// The kinds of reasons that callers tell apart.
    package enum Reason: String, Sendable {
      case missing, unreadable, empty
      case link, notAFile, oddName, mainFile, duplicate, tooDeep
      case tooLarge, tooLargeTogether, tooMany
    }

    /// Where it lies in the submission.
    package let name: String
    /// The kind of reason.
    package let reason: Reason
    /// The reason as a plain sentence for the student.
    package let sentence: String
  }

  /// The files that were taken, by name.
  package private(set) var files: [File] = []
  /// What was not taken, by name.
  package private(set) var refusals: [Refusal] = []

  /// The largest file that is taken, in bytes.
  package static let largestFile = 1 << 20
  /// The most that all files together may hold, in bytes.
  package static let largestTotal = 4 << 20
  /// The most files that are taken.
  package static let mostFiles = 200
  /// The most folder entries that are looked at.
  package static let mostEntries = 10_000
  /// How many folders deep files are searched.
  package static let deepestFolder = 3

  /// Files that are ours or were checked elsewhere; by default none.
  package init(files: [File] = []) {
    self.files = files
  }

  /// The names on disk that differ from the student's, for `SwiftCompiler.compile`.
  package var names: [String: String] {
    Dictionary(files.map { ($0.baseName, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether nothing more will be taken.
  var isFull: Bool { refusals.contains { $0.reason == .tooMany } }

  /// The sizes of all files together.
  var totalSize: Int { files.reduce(0) { $0 + $1.bytes.count } }

  /// Takes one more file.
  mutating func take(_ file: File) {
    files.append(file)
  }

  /// Notes why something was not taken.
  mutating func refuse(_ name: String, _ reason: Refusal.Reason, _ sentence: String) {
    refusals.append(Refusal(name: name, reason: reason, sentence: sentence))
  }

  /// Writes the copies into an existing folder of ours, under their base names, readable to us only.
  ///
  /// - Parameter folder: an absolute path; a file that exists there already is an error.
  /// - Returns: the absolute paths, in the order of `files`.
  /// - Throws: `HostError` when the disk refuses.
  @discardableResult
  package func write(into folder: String) throws(HostError) -> [String] {
    var paths: [String] = []
    for file in files {
      let path = folder + "/" + file.baseName
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let target = Descriptor(owning: open(path, flags, 0o600))
      guard target.isOpen else { throw .file("Cannot create a source file", path) }
      var written = 0
      while written < file.bytes.count {
        let portion = file.bytes[written...].withUnsafeBytes { target.write($0) }
        guard case .bytes(let count) = portion else {
          throw .file("Cannot write a source file", path)
        }
        written += count
      }
      paths.append(path)
    }
    return paths
  }
}
