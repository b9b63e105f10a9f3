import Foundation

/// One submission as it lies on disk, before anything of it is trusted.
package struct FoundSubmission: Sendable, Hashable {
  /// The file's or folder's own name, without `.swift` or `.txt`.
  package let name: String
  /// The Swift file, the answer sheet, or the folder that holds them.
  package let path: String

  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}

/// What a path on the command line turned out to be.
package enum Found: Sendable, Hashable {
  case submission(FoundSubmission)
  /// Sorted by name.
  case classFolder([FoundSubmission])
}

/// A path that holds nothing to grade: one line that says what, where, and what to do.
package struct NothingToGrade: Error, Hashable, CustomStringConvertible {
  package let description: String
}

extension Found {
  /// Looks at a path.
  ///
  /// A file is a submission, and so is a folder in which one file declares a `Submission`. Where
  /// several do, it is a class of single files; where none does, its folders are the class.
  package init(at path: String) throws(NothingToGrade) {
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw NothingToGrade(
        description: "there is nothing at '\(path)'; check the path for a slip of the pen")
    }
    let itself = FoundSubmission(url)
    guard isFolder.boolValue else {
      guard Self.isGradable(url) else {
        throw NothingToGrade(
          description: "'\(path)' is neither a Swift file nor an answer sheet (.txt)")
      }
      self = .submission(itself)
      return
    }
    let entries = Self.entries(of: url)
    let files = entries.filter(Self.isGradable)
    let folders = entries.filter(Self.isFolder)
    let declaring = files.filter(Self.declaresSubmission)
    if declaring.count > 1 {
      self = .classFolder(declaring.map(FoundSubmission.init))
    } else if declaring.isEmpty, !folders.isEmpty {
      // Loose files beside folders, such as a list of names, are no submissions.
      self = .classFolder(folders.map(FoundSubmission.init))
    } else if !files.isEmpty {
      self = .submission(itself)
    } else {
      throw NothingToGrade(
        description:
          "there is no submission in '\(path)'; a class folder holds one folder or Swift file each")
    }
  }

  private static func entries(of folder: URL) -> [URL] {
    let entries = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    return (entries ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isGradable(_ url: URL) -> Bool {
    !isFolder(url) && ["swift", "txt"].contains(url.pathExtension.lowercased())
      && url.lastPathComponent != "Package.swift"
  }

  private static func declaresSubmission(_ url: URL) -> Bool {
    guard url.pathExtension.lowercased() == "swift",
      // A name only decides how a folder is read; a file too big to compile need not be read whole.
      let handle = try? FileHandle(forReadingFrom: url),
      let bytes = try? handle.read(upToCount: 1 << 20)
    else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains(/\b(struct|class|enum|actor)\s+Submission\b/)
  }
}

extension FoundSubmission {
  fileprivate init(_ url: URL) {
    let plain = url.standardizedFileURL
    let isFile = ["swift", "txt"].contains(plain.pathExtension.lowercased())
    self.init(
      name: (isFile ? plain.deletingPathExtension() : plain).lastPathComponent, path: plain.path)
  }
}
