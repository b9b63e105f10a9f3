import Classroom
import Foundation
import Testing

@Suite("What a path holds")
struct FoundTests {
  /// Makes files under a fresh folder, hands its path to `body`, and clears up.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (name, text) in files {
      let url = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    try body(root.path)
  }

  private static let code = "struct Submission: AffineReLU {}"

  @Test("A folder with one Submission is a submission, helpers and all")
  func single() throws {
    try withFolder(["Submission.swift": Self.code, "Helpers.swift": "func f() {}"]) { path in
      guard case .submission(let found) = try Found(at: path) else {
        Issue.record("taken for a class")
        return
      }
      #expect(found.path == path)
    }
  }

  @Test("A folder of folders is a class, sorted, whatever lies beside them")
  func folders() throws {
    let files = [
      "b/Submission.swift": Self.code, "a/Submission.swift": Self.code, "names.txt": "a, b",
      "c/report.pdf": "",
    ]
    try withFolder(files) { path in
      guard case .classFolder(let all) = try Found(at: path) else {
        Issue.record("taken for a submission")
        return
      }
      #expect(all.map(\.name) == ["a", "b", "c"])
    }
  }

  @Test("Several files that each declare a Submission are a class of single files")
  func files() throws {
    try withFolder(["a.b.swift": Self.code, "c.swift": "final class Submission {}"]) { path in
      guard case .classFolder(let all) = try Found(at: path) else {
        Issue.record("taken for one submission")
        return
      }
      #expect(all.map(\.name) == ["a.b", "c"])
    }
  }

  @Test("A single file is a submission named without its ending")
  func file() throws {
    try withFolder(["work.swift": Self.code]) { path in
      guard case .submission(let found) = try Found(at: path + "/work.swift") else { return }
      #expect(found.name == "work")
    }
  }

  @Test("Nothing to grade is said in one line with the path", arguments: ["empty", "missing"])
  func nothing(kind: String) throws {
    try withFolder([:]) { path in
      let place = kind == "empty" ? path : path + "/missing"
      let error = #expect(throws: NothingToGrade.self) { try Found(at: place) }
      #expect(error?.description.contains(place) == true)
      #expect(error?.description.contains("\n") == false)
    }
  }
}
