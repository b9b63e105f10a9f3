import Classroom
import Foundation
import Grading
import Reports

/// The folder that the reports of a run go to; every file appears whole or not at all.
struct ReportFolder: Sendable {
  let path: String

  /// The files that a class gets beside the folders of its submissions.
  static let ownNames = Set(
    ClassFormat.all.map(\.fileName) + ["run.json", "regrade.json", records, Journal.name])

  /// The folder of the records, apart from what a student may be given: a record may hold hidden
  /// inputs, where somebody returned them as the answer.
  static let records = "records"

  /// Where the record of one submission lies.
  static func record(of name: String) -> String { "\(records)/\(name).safetensors" }

  /// Makes the folder where it is not there yet.
  init(_ path: String) throws(InputError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw InputError("cannot write reports into '\(path)'; give --output a folder of your own")
    }
  }

  /// A folder that is read, and only there if it was before.
  init(existing path: String) { self.path = path }

  /// Whether there is a file of that name.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  /// Takes a file away, if it is there.
  func remove(_ name: String) { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  /// The bytes of a file that is no longer than `limit`.
  func read(_ name: String, atMost limit: Int) throws(InputError) -> [UInt8] {
    let place = "\(path)/\(name)"
    guard let handle = FileHandle(forReadingAtPath: place),
      let data = try? handle.read(upToCount: limit + 1)
    else {
      throw InputError(
        has(name)
          ? "'\(place)' cannot be read; mend its permissions"
          : "'\(place)' is not there; bring it back, or grade the submission again")
    }
    guard data.count <= limit else { throw InputError("'\(place)' is too long") }
    return Array(data)
  }

  /// Takes away what a killed run had half written.
  func removeDrafts() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasPrefix(AtomicFile.draftPrefix) { remove(name) }
  }

  func write(_ text: String, to name: String) throws(FileError) {
    try write(Array(text.utf8), to: name)
  }

  func write(_ record: Record) throws(FileError) {
    try write(record.bytes, to: Self.record(of: record.handIn.name))
  }

  /// Writes a file whole or not at all, in this folder or, for `folder/name`, in one inside it.
  func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    if let slash = name.lastIndex(of: "/") {
      try AtomicFile.makeFolder("\(path)/\(name[..<slash])")
    }
    try AtomicFile.write(bytes, to: "\(path)/\(name)")
  }
}
