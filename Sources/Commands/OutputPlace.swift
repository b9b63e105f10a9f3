import Classroom
import Foundation

/// The folder that reports shall go to, before it is made.
struct OutputPlace {
  private let typed: String
  private let path: [String]

  init(_ path: String) {
    typed = path
    self.path = Self.components(of: path)
  }

  /// Holds that no report would lie in a submission, where the next run would take it for work.
  func check(
    apartFrom submissions: [FoundSubmission], at positionals: [String]
  ) throws(InputError) {
    let sources = (positionals + submissions.map(\.path)).map(Self.components)
    let folders = submissions.map { path + [$0.name] }
    // The folder may lie around the submissions, the place of one report may not.
    let isInside = ([path] + folders).contains { place in
      sources.contains { place.starts(with: $0) }
    }
    let isAround = folders.contains { place in sources.contains { $0.starts(with: place) } }
    guard !isInside, !isAround else {
      throw InputError(
        "the reports in '\(typed)' would lie among the submissions; give --output another folder")
    }
  }

  /// The real path as names from the top; what is not there yet is taken as typed.
  private static func components(of path: String) -> [String] {
    let here = path.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath
    let names = "\(here)/\(path)".split(separator: "/").map(String.init)
    for count in (0...names.count).reversed() {
      guard let real = realpath("/" + names.prefix(count).joined(separator: "/"), nil) else {
        continue
      }
      defer { free(real) }
      let there = String(cString: real).split(separator: "/").map(String.init)
      return names.dropFirst(count).reduce(into: there) { names, name in
        switch name {
        case ".": break
        case "..": _ = names.popLast()
        default: names.append(name)
        }
      }
    }
    return names
  }
}
