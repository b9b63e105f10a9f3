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
    var there = URL(fileURLWithPath: path).path
    var rest: [String] = []
    while true {
      if let real = realpath(there, nil) {
        defer { free(real) }
        return String(cString: real).split(separator: "/").map(String.init) + rest
      }
      let url = URL(fileURLWithPath: there)
      guard url.pathComponents.count > 1 else { return rest }
      rest.insert(url.lastPathComponent, at: 0)
      there = url.deletingLastPathComponent().path
    }
  }
}
