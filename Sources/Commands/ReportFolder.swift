import Foundation
import Reports

/// The folder that the reports of a run go to; every file appears whole or not at all.
struct ReportFolder: Sendable {
  let path: String

  /// The files that a class gets beside the folders of its submissions.
  static let ownNames = Set(ClassFormat.all.map(\.fileName) + ["run.json"])

  /// Makes the folder where it is not there yet.
  init(_ path: String) throws(InputError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw InputError("cannot write reports into '\(path)'; give --output a folder of your own")
    }
  }

  /// The folder of one submission.
  func inner(_ name: String) throws(InputError) -> ReportFolder {
    try ReportFolder("\(path)/\(name)")
  }

  func write(_ text: String, to name: String) throws(InputError) {
    do {
      try AtomicFile.write(text, to: "\(path)/\(name)")
    } catch {
      throw InputError("\(error)")
    }
  }
}
