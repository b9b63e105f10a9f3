import Foundation

extension SourceFiles {
  /// Copies the Swift files of a submission: one file, or a folder searched three folders deep.
  ///
  /// Hidden files and folders (so `.build`) and `Package.swift` are passed over, other files too.
  /// Whatever is wrong with the submission is a refusal, never an error.
  ///
  /// - Parameter path: the file or folder that was handed in.
  /// - Returns: the files and the refusals, each sorted by name.
  package static func collect(from path: String) -> SourceFiles {
    var collector = Collector()
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let name = String(trimmed.split(separator: "/").last ?? "/")
    switch EntryKind(of: trimmed, in: AT_FDCWD) {
    case .file:
      collector.consider(file: trimmed, named: name, in: AT_FDCWD)
    case .folder:
      collector.search(trimmed, called: "", in: AT_FDCWD, depth: 0)
    case .link:
      collector.found.refuse(name, .link, .link(name))
    case .other:
      collector.found.refuse(name, .notAFile, .notAFile(name))
    case nil:
      collector.found.refuse(name, .missing, "There is nothing at \(name) to grade.")
    }
    if collector.found.files.isEmpty, collector.found.refusals.isEmpty {
      collector.found.refuse(name, .empty, "There is no Swift file in \(name).")
    }
    return collector.found.sorted()
  }

  /// The bytes of one regular file that is no larger than a source file may be, links not followed;
  /// `nil` for anything else.
  package static func regularFile(at path: String) -> [UInt8]? {
    guard case .bytes(let bytes) = Collector().read(path, in: AT_FDCWD) else { return nil }
    return bytes
  }

  private func sorted() -> SourceFiles {
    var result = SourceFiles()
    for file in files.sorted(by: { $0.name < $1.name }) { result.take(file) }
    for refusal in refusals.sorted(by: { $0.name < $1.name }) {
      result.refuse(refusal.name, refusal.reason, refusal.sentence)
    }
    return result
  }
}

/// What lies under a name, links not followed.
private enum EntryKind {
  case file
  case folder
  case link
  case other

  init?(of name: String, in folder: Int32) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// The walk through one submission.
///
/// Everything is opened relative to its open folder and without following links, so that swapping
/// a folder for a link during the walk leads nowhere.
private struct Collector {
  var found = SourceFiles()
  private var entriesSeen = 0
  private var takenBaseNames: [String: String] = [:]

  mutating func search(_ entry: String, called name: String, in parent: Int32, depth: Int) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let folder = openat(parent, entry, flags)
    guard folder >= 0, let stream = fdopendir(folder) else {
      if folder >= 0 { close(folder) }
      let shown = name.isEmpty ? entry : name
      return found.refuse(shown, .unreadable, "The folder \(shown) cannot be read.")
    }
    defer { closedir(stream) }
    var entries: [[UInt8]] = []
    while let next = readdir(stream), entriesSeen <= SourceFiles.mostEntries {
      entriesSeen += 1
      let bytes = nameBytes(of: next)
      if bytes.first != UInt8(ascii: ".") { entries.append(bytes) }
    }
    if entriesSeen > SourceFiles.mostEntries { return refuseTheRest(entry) }
    // The order of a folder is chance; limits must refuse the same files every time.
    for bytes in entries.sorted(by: { $0.lexicographicallyPrecedes($1) }) where !found.isFull {
      // A name that is not UTF-8 can neither be a Swift file's nor be asked for by this string.
      let entry = String(decoding: bytes, as: UTF8.self)
      visit(entry, named: name.isEmpty ? entry : name + "/" + entry, in: folder, depth: depth)
    }
  }

  private mutating func visit(_ entry: String, named name: String, in folder: Int32, depth: Int) {
    let looksLikeSource = entry.hasSuffix(".swift")
    switch EntryKind(of: entry, in: folder) {
    case .folder where looksLikeSource, .other where looksLikeSource:
      found.refuse(name, .notAFile, .notAFile(name))
    case .folder where depth <= SourceFiles.deepestFolder:
      search(entry, called: name, in: folder, depth: depth + 1)
    case .link where looksLikeSource || leadsToFolder(entry, in: folder):
      found.refuse(name, .link, .link(name))
    case .file where looksLikeSource && depth > SourceFiles.deepestFolder:
      let limit = SourceFiles.deepestFolder
      found.refuse(name, .tooDeep, "\(name) lies more than \(limit) folders deep.")
    case .file where looksLikeSource && entry != "Package.swift":
      consider(file: entry, named: name, in: folder)
    case nil where looksLikeSource:
      found.refuse(name, .oddName, .oddName(name))
    default:
      break
    }
  }

  /// Takes a regular file, unless one of the rules speaks against it.
  mutating func consider(file entry: String, named name: String, in folder: Int32) {
    let baseName = String(name.split(separator: "/").last ?? "")
    guard baseName.wholeMatch(of: /[A-Za-z0-9_+-][A-Za-z0-9_.+-]*\.swift/) != nil else {
      return found.refuse(name, .oddName, .oddName(name))
    }
    if baseName == "main.swift" { return found.refuse(name, .mainFile, .mainFile(name)) }
    // Compared without case, because some disks do not tell Net.swift from net.swift.
    if let other = takenBaseNames[baseName.lowercased()] {
      return found.refuse(name, .duplicate, .duplicate(name, other))
    }
    guard found.files.count < SourceFiles.mostFiles else { return refuseTheRest(name) }
    switch read(entry, in: folder) {
    case .bytes(let bytes) where found.totalSize + bytes.count > SourceFiles.largestTotal:
      found.refuse(name, .tooLargeTogether, .tooLargeTogether(name))
    case .bytes(let bytes):
      takenBaseNames[baseName.lowercased()] = name
      found.take(SourceFiles.File(name: name, bytes: bytes))
    case .tooLarge:
      found.refuse(name, .tooLarge, .tooLarge(name))
    case .notAFile:
      found.refuse(name, .notAFile, .notAFile(name))
    case .unreadable:
      found.refuse(name, .unreadable, "\(name) cannot be read; check its permissions.")
    }
  }

  enum Contents {
    case bytes([UInt8])
    case tooLarge
    case notAFile
    case unreadable
  }

  /// Reads a file that may be anything by now, and may grow while it is read.
  func read(_ entry: String, in folder: Int32) -> Contents {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let file = Descriptor(owning: openat(folder, entry, flags))
    guard file.isOpen else { return .unreadable }
    var status = stat()
    guard fstat(file.number, &status) == 0 else { return .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notAFile }
    guard status.st_size <= SourceFiles.largestFile else { return .tooLarge }
    var bytes = [UInt8](repeating: 0, count: SourceFiles.largestFile + 1)
    var count = 0
    reading: while count < bytes.count {
      switch bytes.withUnsafeMutableBytes({ file.read(into: .init(rebasing: $0[count...])) }) {
      case .bytes(let more): count += more
      case .nothingYet: return .unreadable
      case .closed: break reading
      }
    }
    return count > SourceFiles.largestFile ? .tooLarge : .bytes(Array(bytes[..<count]))
  }

  private func leadsToFolder(_ entry: String, in folder: Int32) -> Bool {
    var status = stat()
    return fstatat(folder, entry, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func refuseTheRest(_ name: String) {
    if !found.isFull { found.refuse(name, .tooMany, .tooMany) }
  }
}

// MARK: - Sentences for the student

extension String {
  fileprivate static func link(_ name: String) -> String {
    "\(name) is a symbolic link; hand in the file itself."
  }

  fileprivate static func notAFile(_ name: String) -> String {
    "\(name) is not an ordinary file."
  }

  fileprivate static func oddName(_ name: String) -> String {
    "\(name) is not a name for a Swift file; use letters, digits and _ + - . and end it in .swift."
  }

  fileprivate static func mainFile(_ name: String) -> String {
    "\(name) would start a program of its own; put the code into a file with another name."
  }

  fileprivate static func duplicate(_ name: String, _ other: String) -> String {
    "\(name) has the same name as \(other); only the latter was taken."
  }

  fileprivate static func tooLarge(_ name: String) -> String {
    "\(name) is larger than \(SourceFiles.largestFile >> 20) MiB."
  }

  fileprivate static func tooLargeTogether(_ name: String) -> String {
    "With \(name) the files together are larger than \(SourceFiles.largestTotal >> 20) MiB."
  }

  fileprivate static var tooMany: String {
    "There are more than \(SourceFiles.mostFiles) Swift files or \(SourceFiles.mostEntries) "
      + "entries; the rest was not looked at."
  }
}
