import Foundation
import Hosting
import Worksheets

/// One submission as it lies on disk, before anything of it is trusted.
package struct FoundSubmission: Sendable, Hashable {
  /// The file's or folder's own name, without its ending; that of its folder for a file called
  /// `Submission.swift` or `answers.txt`.
  package let name: String
  /// The Swift file, the Python file or notebook, the answer sheet, or the folder that holds them.
  package let path: String
  /// The row that is all of it, where the file is a table of a class.
  package let row: AnswerTable.Row?

  package init(name: String, path: String, row: AnswerTable.Row? = nil) {
    self.name = name
    self.path = path
    self.row = row
  }
}

/// What a path on the command line turned out to be.
package enum Found: Sendable, Hashable {
  case submission(FoundSubmission)
  /// Sorted by name.
  case classFolder([FoundSubmission])
  /// A row for each student, in the table's order.
  case table(AnswerTable, [FoundSubmission])
}

/// A path that holds nothing to grade: one line that says what, where, and what to do.
package struct NothingToGrade: Error, Hashable, CustomStringConvertible {
  package let description: String
}

extension Found {
  /// Looks at a path.
  ///
  /// A file is a submission. A folder is a class where two of its folders hold work, where several
  /// files beside each other declare a `Submission` and none is called `Submission.swift`, where
  /// there are only sheets, or only folders, or where most of its Python files and folders define the
  /// same function and none imports another; else it is one submission, as are Python folders called
  /// `assignment1`, `assignment2`. Hidden entries, links to files, `__MACOSX` and `node_modules` do
  /// not count.
  ///
  /// - Throws: `NothingToGrade` where there is no code and no text, as deep as files are searched.
  package init(at path: String) throws(NothingToGrade) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw NothingToGrade(
        description: "there is nothing at '\(path)'; check the path for a slip of the pen")
    }
    guard isFolder.boolValue else {
      if url.pathExtension.lowercased() == "csv" {
        let table = try AnswerTable(path: path)
        let rows = table.rows.map { FoundSubmission(name: $0.name, path: url.path, row: $0) }
        self = .table(table, rows)
        return
      }
      guard Self.isGradable(url) else {
        throw NothingToGrade(
          description: "'\(path)' is neither a Swift file nor a Python file (.py, .ipynb) nor an "
            + "answer sheet (.txt, .json, .csv)")
      }
      self = .submission(FoundSubmission(file: url))
      return
    }
    let contents = FolderContents(of: url.path)
    guard !contents.isTooMuch else {
      throw NothingToGrade(
        description: "'\(path)' holds \(SourceFiles.mostEntries) entries or more; split it up")
    }
    if let members = contents.classMembers {
      self = .classFolder(Self.named(members))
    } else if contents.hasWork {
      self = .submission(FoundSubmission(name: url.lastPathComponent, path: url.path))
    } else {
      throw NothingToGrade(
        description:
          "there is no submission in '\(path)'; a class folder holds one folder or file of code each"
      )
    }
  }

  private static func isGradable(_ url: URL) -> Bool {
    SourceLanguage.python.endings.union(["swift", "txt", "json", "json5"]).contains(
      url.pathExtension.lowercased())
      && url.lastPathComponent.lowercased() != "package.swift"
  }

  /// The members of a class, each with a name of its own.
  private static func named(_ members: [FolderWalk.Entry]) -> [FoundSubmission] {
    let all = members.map { entry in
      let url = URL(fileURLWithPath: entry.path)
      return entry.isFile
        ? FoundSubmission(file: url) : FoundSubmission(name: entry.name, path: entry.path)
    }
    let count = Dictionary(all.map { ($0.name, 1) }, uniquingKeysWith: +)
    // Reports are filed under these names; of one folder only whole names are sure to differ.
    return zip(members, all)
      .map { count[$1.name] == 1 ? $1 : FoundSubmission(name: $0.name, path: $1.path) }
      .sorted { $0.name < $1.name }
  }
}

extension FolderContents {
  /// The submissions where the folder is a class.
  fileprivate var classMembers: [FolderWalk.Entry]? {
    let files = declaring + otherSwift + sheets
    if workFolders.count > 1 { return folders + files + python }
    if declaring.count > 1, !declaring.contains(where: { FoundSubmission.isCommon($0.baseName) }) {
      return files + workFolders + python
    }
    if declaring.isEmpty, otherSwift.isEmpty, python.isEmpty, sheets.count > 1 {
      return sheets + workFolders
    }
    if neighbours.solveTheSame { return folders + files + python }
    if files.isEmpty, python.isEmpty, folders.count > 1, hasFilesInFolders,
      !neighbours.belongTogether
    {
      return folders
    }
    return nil
  }

  /// Whether there is anything that can be graded.
  fileprivate var hasWork: Bool {
    !(declaring + otherSwift + python + sheets + otherTexts).isEmpty || hasFilesInFolders
  }
}

extension FoundSubmission {
  /// Whether everybody's file is called so, so that it tells nobody apart.
  fileprivate static func isCommon(_ name: String) -> Bool {
    ["submission.swift", "answers.txt", "answers.json", "answers.json5"].contains(name.lowercased())
  }

  fileprivate init(file url: URL) {
    let stem = url.deletingPathExtension().lastPathComponent
    let folder = url.deletingLastPathComponent().lastPathComponent
    // The top of the file system has no name of its own.
    self.init(
      name: Self.isCommon(url.lastPathComponent) && folder != "/" ? folder : stem, path: url.path)
  }
}
