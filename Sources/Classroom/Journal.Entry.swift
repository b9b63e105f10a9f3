import Foundation
import PlainText

extension Journal {
  /// One submission whose files are all in place.
  package struct Entry: Sendable, Hashable {
    /// The submission's name.
    package let name: String
    /// Names what was handed in.
    package let submission: String
    /// The digests of its files, by their paths in the folder of the reports.
    package let files: [String: String]

    package init(name: String, submission: String, files: [String: String]) {
      self.name = name
      self.submission = submission
      self.files = files
    }
  }

  /// The entries in some lines by their names, of one name the last; what is no entry is passed over.
  static func entries(_ lines: some Sequence<Data>) -> [String: Entry] {
    Dictionary(lines.compactMap(Entry.init(line:)).map { ($0.name, $0) }) { $1 }
  }

  // MARK: - The first line

  /// How every journal begins.
  static let headerStart = #"{"schema":"gradecheck/journal/"#

  /// The first line of a journal under these conditions.
  static func header(_ conditions: [String: String]) -> String {
    let schema = JSON.Member(key: "schema", value: .string("gradecheck/journal/1"))
    return JSON.object([schema] + members(conditions)).text(pretty: false)
  }

  fileprivate static func members(_ texts: [String: String]) -> [JSON.Member] {
    texts.sorted { $0.key < $1.key }.map { JSON.Member(key: $0.key, value: .string($0.value)) }
  }
}

extension Journal.Entry {
  /// The entry as one line of JSON, without its end.
  var line: String {
    JSON.object([
      JSON.Member(key: "name", value: .string(name)),
      JSON.Member(key: "submission", value: .string(submission)),
      JSON.Member(key: "files", value: .object(Journal.members(files))),
    ]).text(pretty: false)
  }

  fileprivate init?(line: Data) {
    guard let json = try? JSON(parsing: line), let name = json["name"]?.stringValue,
      let submission = json["submission"]?.stringValue, case .object(let files)? = json["files"]
    else { return nil }
    var digests: [String: String] = [:]
    for file in files { digests[file.key] = file.value.stringValue }
    self.init(name: name, submission: submission, files: digests)
  }
}
