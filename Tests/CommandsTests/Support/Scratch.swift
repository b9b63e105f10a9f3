import Foundation

/// A new folder for one test.
enum Scratch {
  /// Runs `body` with the path of the folder, which is gone afterwards.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Its real path, as programs print it.
    return try body(folder.resolvingSymlinksInPath().path)
  }

  /// Every file below a folder but those that tell of a run.
  static func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        name == "run.json"
          ? nil : FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, $0) }
      })
  }

  /// A class of copies of submissions to `momentum-update`.
  static func makeClass(of names: [String], in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        atPath: "\(Tool.root.path)/Tests/Submissions/momentum-update/\(name)",
        toPath: "\(folder)/\(name)")
    }
  }
}
