import Foundation

/// A bounded look through a folder that somebody handed in; it opens no file.
///
/// Hidden entries and what packers and package managers leave behind are passed over. Links lead
/// nowhere.
package struct FolderWalk: Sendable {
  /// How many entries may still be looked at, the hidden ones counted.
  package private(set) var allowance: Int

  /// Looks at no more entries than this.
  package init(allowance: Int = SourceFiles.mostEntries) {
    self.allowance = allowance
  }

  /// What lies in a folder.
  package struct Entry: Sendable, Hashable {
    /// Where it lies in the folder that was looked through, such as `homework/answers.txt`.
    package let name: String
    /// Where it lies on disk.
    package let path: String
    /// How many folders lie between.
    package let depth: Int
    /// Whether it is a regular file, and no link to one.
    package let isFile: Bool
    /// Whether it is a folder, and no link to one.
    package let isFolder: Bool

    /// The name without folders.
    package var baseName: String { String(name.split(separator: "/").last ?? "") }
    /// What stands behind the last dot of the name, in small letters.
    package var ending: String { URL(fileURLWithPath: name).pathExtension.lowercased() }
    /// Whether it is a link to a folder.
    package var isLinkToFolder: Bool {
      var status = stat()
      return !isFile && !isFolder && stat(path, &status) == 0
        && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  /// What lies directly in a folder, by name; nothing where there is no such folder.
  package mutating func entries(of folder: String) -> [Entry] {
    entries(of: folder, called: "", depth: 0)
  }

  /// Shows the files of a folder as deep as files of any language are searched, the shallowest
  /// first, until one of them is what was sought; a link to a folder shows nothing.
  package mutating func look(through folder: String, until isSought: (Entry) -> Bool) {
    guard EntryKind(of: folder, in: AT_FDCWD) == .folder else { return }
    var level = [(path: folder, name: "")]
    for depth in 0...SourceLanguage.python.deepestFolder {
      var next: [(path: String, name: String)] = []
      for folder in level {
        for entry in entries(of: folder.path, called: folder.name, depth: depth) {
          if entry.isFolder { next.append((entry.path, entry.name)) }
          if entry.isFile, isSought(entry) { return }
        }
      }
      level = next
    }
  }

  private static let passedOver: Set = ["__MACOSX", "node_modules"]

  private mutating func entries(of folder: String, called name: String, depth: Int) -> [Entry] {
    guard allowance > 0, let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while allowance > 0, let next = readdir(stream) {
      let entry = Hosting.name(of: next)
      if entry == "." || entry == ".." { continue }
      allowance -= 1
      if !entry.hasPrefix("."), !Self.passedOver.contains(entry) { names.append(entry) }
    }
    return names.sorted().map { entry in
      let path = folder + "/" + entry
      let kind = EntryKind(of: path, in: AT_FDCWD)
      return Entry(
        name: name.isEmpty ? entry : name + "/" + entry, path: path, depth: depth,
        isFile: kind == .file, isFolder: kind == .folder)
    }
  }
}
