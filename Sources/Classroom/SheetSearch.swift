import Foundation
import Hosting
import Worksheets

/// The search for the answer sheet of a submission.
struct SheetSearch {
  /// The sheet, where there is one.
  private(set) var sheet: SheetFile?
  /// The names of documents, the shallowest first; where there is no sheet, one of them may have
  /// been meant for it.
  private(set) var documents: [String] = []

  private init(sheet: SheetFile?) { self.sheet = sheet }

  /// The row that a submission is, read as the worksheet asks; else what lies at its path.
  init(for found: FoundSubmission, on worksheet: Worksheet?) {
    if let row = found.row {
      self.init(sheet: worksheet.map { SheetFile(row, of: found.path, on: $0) })
    } else {
      self.init(at: found.path)
    }
  }

  /// Looks as deep as files of any language are searched.
  ///
  /// The sheet is `answers.txt`, else the one text that names an assignment, else the one sheet in
  /// JSON, else the only text; of two at different depths the one that lies less deep.
  init(at path: String) {
    var (texts, sheets): ([FolderWalk.Entry], [FolderWalk.Entry]) = ([], [])
    var walk = FolderWalk()
    walk.look(through: path) { file in
      if Self.endings.contains(file.ending) { documents.append(file.name) }
      if file.ending == "txt" { texts.append(file) }
      if file.isJSONSheet { sheets.append(file) }
      return false
    }
    let chosen =
      texts.first { $0.baseName.lowercased() == "answers.txt" }
      ?? Self.only(texts.filter(\.namesAssignment)) ?? Self.only(sheets) ?? Self.only(texts)
    let single = URL(fileURLWithPath: path)
    if let chosen, let bytes = SourceFiles.regularFile(at: chosen.path) {
      sheet = SheetFile(name: chosen.name, bytes: bytes)
    } else if ["txt", "json", "json5"].contains(single.pathExtension.lowercased()),
      let bytes = SourceFiles.regularFile(at: path)
    {
      sheet = SheetFile(name: single.lastPathComponent, bytes: bytes)
    }
  }

  /// What people write answers in.
  private static let endings: Set = ["txt", "md", "rtf", "docx", "odt", "pdf"]

  private static func only(_ texts: [FolderWalk.Entry]) -> FolderWalk.Entry? {
    guard let first = texts.first else { return nil }
    let highest = texts.filter { $0.depth == first.depth }
    return highest.count == 1 ? highest[0] : nil
  }
}
