import Foundation

/// The walk through one submission.
///
/// Everything is opened relative to its open folder and without following links, so that swapping
/// a folder for a link during the walk leads nowhere.
struct SourceCollector {
  let language: SourceLanguage
  var found = SourceFiles()
  private var entriesSeen = 0
  private var takenBaseNames: [String: String] = [:]

  init(_ language: SourceLanguage = .swift) { self.language = language }

  mutating func search(_ entry: String, called name: String, in parent: Int32, depth: Int) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let folder = openat(parent, entry, flags)
    guard folder >= 0, let stream = fdopendir(folder) else {
      if folder >= 0 { close(folder) }
      return found.refuse(.unreadable(name.isEmpty ? entry : name))
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
    // A name that is not UTF-8 can neither be a Swift file's nor be asked for by this string.
    let names = entries.sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
    // Files come before folders: an old copy in a folder must not displace the file itself.
    let isFile = { (entry: String) in EntryKind(of: entry, in: folder) == .file }
    for entry in names.filter(isFile) + names.filter({ !isFile($0) }) where !found.isFull {
      visit(entry, named: name.isEmpty ? entry : name + "/" + entry, in: folder, depth: depth)
    }
  }

  private mutating func visit(_ entry: String, named name: String, in folder: Int32, depth: Int) {
    let looksLikeSource = language.isSource(entry)
    if language.isPassedOver(entry) { return }
    switch EntryKind(of: entry, in: folder) {
    case .folder where looksLikeSource, .other where looksLikeSource:
      found.refuse(.notAFile(name))
    case .folder where depth <= language.deepestFolder:
      search(entry, called: name, in: folder, depth: depth + 1)
    case .link where looksLikeSource || leadsToFolder(entry, in: folder):
      found.refuse(.link(name))
    case .file where looksLikeSource && depth > language.deepestFolder:
      found.refuse(.tooDeep(name, language))
    case .file where looksLikeSource:
      consider(file: entry, named: name, in: folder)
    case nil where looksLikeSource:
      found.refuse(.oddName(name, language))
    default:
      break
    }
  }

  /// Takes a regular file, unless one of the rules speaks against it.
  mutating func consider(file entry: String, named name: String, in folder: Int32) {
    let baseName = String(name.split(separator: "/").last ?? "")
    // A control character in a name is no slip: it is there to mislead whoever reads the report.
    let isPlain = baseName.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control && scalar != "\u{FFFD}"
    }
    guard isPlain, language.isSource(baseName) else {
      return found.refuse(.oddName(name, language))
    }
    // Compared without case, because some disks do not tell Net.swift from net.swift.
    if language.needsDifferentNames, let other = takenBaseNames[baseName.lowercased()] {
      return found.refuse(.duplicate(name, of: other))
    }
    guard found.files.count < SourceFiles.mostFiles else { return refuseTheRest(name) }
    switch read(entry, in: folder) {
    case .bytes(let bytes) where found.totalSize + bytes.count > language.largestTotal:
      found.refuse(.tooLargeTogether(name, language))
    case .bytes(let bytes):
      takenBaseNames[baseName.lowercased()] = name
      found.take(SourceFiles.File(name: name, bytes: bytes))
    case .tooLarge:
      found.refuse(.tooLarge(name, language))
    case .notAFile:
      found.refuse(.notAFile(name))
    case .unreadable:
      found.refuse(.unreadable(name))
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
    let most = language.largestFile
    guard status.st_size <= most else { return .tooLarge }
    // It may grow while it is read: one byte more tells.
    let room = min(most, max(Int(status.st_size), SourceFiles.largestFile)) + 1
    var bytes = [UInt8](repeating: 0, count: room)
    var count = 0
    reading: while count < bytes.count {
      switch bytes.withUnsafeMutableBytes({ file.read(into: .init(rebasing: $0[count...])) }) {
      case .bytes(let more): count += more
      case .nothingYet: return .unreadable
      case .closed: break reading
      }
    }
    return count == room ? .tooLarge : .bytes(Array(bytes[..<count]))
  }

  private func leadsToFolder(_ entry: String, in folder: Int32) -> Bool {
    var status = stat()
    return fstatat(folder, entry, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func refuseTheRest(_ name: String) {
    if !found.isFull { found.refuse(.tooMany(name, language)) }
  }
}

/// What lies under a name, links not followed.
enum EntryKind {
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
