/// A path, and how it and what lies beneath it may be used.
struct Grant: Equatable {
  /// The ways to use a path.
  enum Access: String, CaseIterable {
    /// Read it, and start programs from it.
    case execute
    /// Read it.
    case read
    /// Read it and change it, but start nothing from it.
    case write
  }

  let access: Access
  let path: String
}

/// Landlock's rights over files, by their bits.
struct FileRights: OptionSet {
  let rawValue: UInt64

  static let execute = FileRights(rawValue: 1 << 0)
  static let writeFile = FileRights(rawValue: 1 << 1)
  static let readFile = FileRights(rawValue: 1 << 2)
  static let readFolder = FileRights(rawValue: 1 << 3)
  static let removeFolder = FileRights(rawValue: 1 << 4)
  static let removeFile = FileRights(rawValue: 1 << 5)
  static let makeFolder = FileRights(rawValue: 1 << 7)
  static let makeFile = FileRights(rawValue: 1 << 8)
  static let makeLink = FileRights(rawValue: 1 << 12)
  /// Move or link from one folder to another.
  static let refer = FileRights(rawValue: 1 << 13)
  static let truncate = FileRights(rawValue: 1 << 14)
  static let control = FileRights(rawValue: 1 << 15)

  /// Every right that a kernel knows: what it knows and nobody grants is refused.
  static func known(to version: Int) -> FileRights {
    // The first version knew 13; the second, third and fifth brought one each.
    let count = 13 + [2, 3, 5].count { version >= $0 }
    return FileRights(rawValue: 1 << count - 1)
  }

  /// What an access means, as far as it makes sense for a file or a folder.
  static func rights(_ access: Grant.Access, isFolder: Bool) -> FileRights {
    let file: FileRights =
      switch access {
      case .execute: [.execute, .readFile]
      case .read: .readFile
      case .write: [.readFile, .writeFile, .truncate, .control]
      }
    guard isFolder else { return file }
    guard access == .write else { return file.union(.readFolder) }
    return file.union([
      .readFolder, .removeFolder, .removeFile, .makeFolder, .makeFile, .makeLink, .refer,
    ])
  }
}
