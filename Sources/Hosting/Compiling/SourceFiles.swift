import Foundation

/// The source files of one submission, copied into memory before anything else looks at them.
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

  /// Files that are ours or were checked elsewhere; by default none.
  package init(files: [File] = []) {
    self.files = files
  }

  /// The student's names by those on disk, for `SwiftCompiler.compile`.
  package var names: [String: String] {
    Dictionary(
      zip(diskNames, files.map(\.name)).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the copies are called: the base name where a compiler takes it as it is.
  ///
  /// Course systems hand files out with spaces and accents in their names, which is no fault of the
  /// student; a `main.swift` would be taken for a program of its own, and a `.SWIFT` for nothing.
  /// No name that is kept begins with `@`, so that the others cannot meet one.
  private var diskNames: [String] {
    files.enumerated().map { index, file in
      let isSafe = file.baseName.wholeMatch(of: /[A-Za-z0-9_+-][A-Za-z0-9_.+-]*\.swift/) != nil
      return isSafe && file.baseName.lowercased() != "main.swift"
        ? file.baseName : "@\(index).swift"
    }
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
  mutating func refuse(_ refusal: Refusal) {
    refusals.append(refusal)
  }

  /// Writes the copies into an existing folder of ours, one beside the other, readable to us only.
  ///
  /// - Parameter folder: an absolute path; a file that exists there already is an error.
  /// - Returns: the absolute paths, in the order of `files`.
  /// - Throws: `HostError` when the disk refuses.
  @discardableResult
  package func write(into folder: String) throws(HostError) -> [String] {
    var paths: [String] = []
    for (file, name) in zip(files, diskNames) {
      paths.append(folder + "/" + name)
      try file.write(to: folder + "/" + name, mode: 0o600)
    }
    return paths
  }

  /// Writes the copies into a new folder of ours as they lay in the submission, for reading alone.
  ///
  /// - Parameter folder: an absolute path, where nothing is yet.
  /// - Throws: `HostError` when the disk refuses.
  package func writeTree(to folder: String) throws(HostError) {
    try makeFolder(folder)
    for file in files {
      let path = folder + "/" + file.name
      if file.name.contains("/") { try makeFolder(parentFolder(of: path)) }
      try file.write(to: path, mode: 0o400)
    }
  }
}

extension SourceFiles.File {
  /// Writes the copy where nothing is yet.
  fileprivate func write(to path: String, mode: mode_t) throws(HostError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let target = Descriptor(owning: open(path, flags, mode))
    guard target.isOpen else { throw .file("Cannot create a source file", path) }
    var written = 0
    while written < bytes.count {
      let portion = bytes[written...].withUnsafeBytes { target.write($0) }
      guard case .bytes(let count) = portion else {
        throw .file("Cannot write a source file", path)
      }
      written += count
    }
  }
}
