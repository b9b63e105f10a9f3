import Foundation

/// The files of the package, found from where this file lies.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every text file below the three folders of code and the tests, in the order of the paths.
  static let files: [SourceFile] = ["Sources", "Tests", "assignments", "reference"]
    .flatMap(paths).sorted().compactMap { path in
      (try? String(contentsOf: root.appending(path: path), encoding: .utf8))
        .map { SourceFile(path: path, text: $0) }
    }

  /// The Swift files that the package builds; example submissions are data.
  static let swift = files.filter {
    $0.name.hasSuffix(".swift") && !$0.path.hasPrefix("Tests/Submissions/")
  }

  /// The Swift files outside the tests.
  static let sources = swift.filter { !$0.path.hasPrefix("Tests/") }

  /// What lies at the top, without dot files and without what git ignores.
  static var topLevel: [String] {
    get throws {
      let ignored =
        (try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8))?
        .split(separator: "\n").map { $0.trimmingPrefix("/").trimmingSuffix("/") } ?? []
      return try FileManager.default.contentsOfDirectory(atPath: root.path).filter { entry in
        !entry.hasPrefix(".")
          && !ignored.contains { $0.hasPrefix("*") ? entry.hasSuffix($0.dropFirst()) : $0 == entry }
      }
    }
  }

  /// The folders directly inside a folder; none where it does not exist.
  static func folders(in folder: String) -> [String] {
    Set(
      paths(in: folder).compactMap { path in
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : nil
      }
    ).sorted()
  }

  private static func paths(in folder: String) -> [String] {
    let base = root.appending(path: folder).path
    let entries = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return entries.filter { entry in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(base)/\(entry)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue
        && !entry.split(separator: "/").contains { $0.hasPrefix(".") }
    }.map { "\(folder)/\($0)" }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }
}
