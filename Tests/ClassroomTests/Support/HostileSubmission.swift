import Foundation
import Testing

/// A folder of `Tests/Submissions/hostile`: a submission, and in its first lines what it does, how
/// it must end and what must not be left of it.
struct HostileSubmission: Sendable, CustomTestStringConvertible {
  /// What a machine must offer before a submission may run on it.
  enum Level: String, Sendable {
    /// Limits on time, memory and output; nothing that keeps it from files, network or processes.
    case limits
    /// The same, on a machine that has minutes to spare for a compiler at its limits.
    case patience
    /// No file, network or process but its own, as the landlock and bubblewrap levels prove it.
    case strong
  }

  let id: String
  /// The verdicts that are accepted, of which it gets one.
  let verdicts: [String]
  let level: Level
  private let text: String

  var testDescription: String { id }

  /// Reads the folder of that name.
  init(id: String) throws {
    self.id = id
    text = try String(contentsOfFile: "\(Self.folder)/\(id)/Submission.swift", encoding: .utf8)
    let lines = text.split(separator: "\n").prefix { $0.hasPrefix("// ") }
    func value(_ key: String) -> String? {
      lines.lazy.compactMap { line in
        line.hasPrefix("// \(key): ") ? String(line.dropFirst(key.count + 5)) : nil
      }.first
    }
    verdicts = try #require(value("Must be")).components(separatedBy: ", ")
    _ = try #require(value("Must not exist afterwards"), "\(id)")
    level = try #require(Level(rawValue: value("Proved at") ?? "limits"))
  }

  private static let folder = Example.folder + "/hostile"

  /// All that need that level, by name.
  static func all(provedAt level: Level) throws -> [HostileSubmission] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
      .sorted().map(HostileSubmission.init).filter { $0.level == level }
  }

  /// Hands it in: a folder that knows where the canary sits.
  ///
  /// A line "//× 400 x" stands for four hundred lines of "x".
  func handIn(to folder: String, canary: Canary) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lines = text.components(separatedBy: "\n").map { line -> String in
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.first == "//×", parts.count == 3, let count = Int(parts[1]) else { return line }
      return String(repeating: parts[2] + "\n", count: count)
    }
    let text = lines.joined(separator: "\n").replacing("/canary", with: canary.folder)
      .replacing("47111", with: String(canary.port))
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/Submission.swift"))
  }
}
