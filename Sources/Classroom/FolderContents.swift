import Foundation
import Hosting
import Worksheets

/// The entries of one folder, sorted by what they may be in a class.
struct FolderContents {
  /// Swift files that declare a `Submission`.
  private(set) var declaring: [FolderWalk.Entry] = []
  /// Other Swift files.
  private(set) var otherSwift: [FolderWalk.Entry] = []
  /// Python files and notebooks.
  private(set) var python: [FolderWalk.Entry] = []
  /// Text files that name an assignment.
  private(set) var sheets: [FolderWalk.Entry] = []
  /// Text files that name none.
  private(set) var otherTexts: [FolderWalk.Entry] = []
  /// Folders, and links to folders: they are refused later, by name.
  private(set) var folders: [FolderWalk.Entry] = []
  /// Folders with a declaring file or a sheet in them; no more than two are counted.
  private(set) var workFolders: [FolderWalk.Entry] = []
  /// Whether a folder holds any Swift file or text at all; known where fewer than two hold work.
  private(set) var hasFilesInFolders = false
  /// Whether files and folders hold Python, and how they go together.
  private(set) var neighbours = PythonNeighbours([], within: 0)
  /// Whether there was more than may be looked at.
  let isTooMuch: Bool

  init(of path: String) {
    var walk = FolderWalk()
    let entries = walk.entries(of: path)
    isTooMuch = walk.allowance == 0
    for entry in entries {
      if entry.isFile {
        sort(entry)
      } else if entry.isFolder || entry.isLinkToFolder {
        folders.append(entry)
      }
    }
    searchFolders(within: walk.allowance)
    neighbours = PythonNeighbours(python + folders.filter(\.isFolder), within: walk.allowance)
  }

  private mutating func sort(_ file: FolderWalk.Entry) {
    switch file.ending {
    case "swift" where file.isPackageManifest: break
    case "swift":
      if file.declaresSubmission { declaring.append(file) } else { otherSwift.append(file) }
    case "txt": if file.namesAssignment { sheets.append(file) } else { otherTexts.append(file) }
    case _ where file.isJSONSheet: sheets.append(file)
    default: if file.isPython { python.append(file) }
    }
  }

  private mutating func searchFolders(within allowance: Int) {
    var left = allowance
    for (index, folder) in folders.enumerated() where workFolders.count < 2 {
      // Nobody's heap of data may use up what is needed to look into the others' folders.
      let share = left / (folders.count - index)
      var walk = FolderWalk(allowance: share)
      walk.look(through: folder.path) { file in
        guard file.isGradable else { return false }
        hasFilesInFolders = true
        guard !file.isPython,
          file.ending == "txt"
            ? file.namesAssignment : file.isJSONSheet || file.declaresSubmission
        else { return false }
        workFolders.append(folder)
        return true
      }
      left -= share - walk.allowance
    }
  }
}

extension FolderWalk.Entry {
  /// Whether it is a Swift file, a Python file, a notebook or a text.
  var isGradable: Bool {
    isPython || isJSONSheet || ["swift", "txt"].contains(ending) && !isPackageManifest
  }

  /// Whether it is a sheet in JSON or JSON5: called so, or with a key `assignment` of its own.
  ///
  /// Editors and tools leave so many other files in JSON that no other is taken for one.
  var isJSONSheet: Bool {
    guard isFile, ["json", "json5"].contains(ending) else { return false }
    return ["answers.json", "answers.json5"].contains(baseName.lowercased())
      || AnswerSheet(parsing: beginning(AnswerSheet.mostBytes)).assignment != nil
  }

  /// Whether a Swift file declares a `Submission`.
  var declaresSubmission: Bool {
    SourceFiles.File(name: name, bytes: beginning(SourceFiles.largestFile)).declaresSubmission
  }

  /// Whether a text has a line that begins with `assignment =`.
  var namesAssignment: Bool {
    let bytes = beginning(AnswerSheet.mostBytes)
    // Such a sheet cannot be read, but its student shall be told so.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let text =
      (isWide ? String(data: Data(bytes), encoding: .utf16) : nil)
      ?? String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).contains {
      $0.prefixMatch(of: /[\s\u{FEFF}]*assignment\s*=/) != nil
    }
  }

  fileprivate var isPackageManifest: Bool { baseName.lowercased() == "package.swift" }

  /// No more of a file than it is judged by; nothing where it cannot be read.
  func beginning(_ count: Int) -> [UInt8] {
    guard isFile, let handle = FileHandle(forReadingAtPath: path) else { return [] }
    return (try? handle.read(upToCount: count)).map(Array.init) ?? []
  }
}
