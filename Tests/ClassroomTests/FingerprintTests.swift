import Classroom
import Foundation
import Hosting
import Reference
import Testing

@Suite("What a report depends on")
struct FingerprintTests {
  /// The fingerprint of a folder before and after a change in it.
  private func fingerprints(_ change: (URL) throws -> Void) throws -> (String, String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: "\(Example.folder)/backprop-2-2-1/full-marks"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let grader = SubmissionGrader(
      assignment: try #require(Catalogue.all.first { $0.id == "backprop-2-2-1" }),
      worksheet: Catalogue.worksheet(of: "backprop-2-2-1"), workshop: try .standard(),
      rules: GradingRules())
    let found = FoundSubmission(name: "a", path: folder.path)
    let before = try grader.fingerprint(of: found)
    #expect(try grader.graded(found).fingerprint == before, "and grading tells it too")
    try change(folder)
    return (before, try grader.fingerprint(of: found))
  }

  @Test(
    "Every byte that counts, and every file that is left out, shows",
    arguments: ["Submission.swift", "answers.txt", "More.swift", "link.swift"])
  func shows(name: String) throws {
    let (before, after) = try fingerprints { folder in
      let file = folder.appendingPathComponent(name)
      if name == "link.swift" {
        try FileManager.default.createSymbolicLink(
          atPath: file.path, withDestinationPath: "/dev/null")
      } else {
        let old = (try? Data(contentsOf: file)) ?? Data()
        try (old + Data("\n".utf8)).write(to: file)
      }
    }
    #expect(before != after)
  }

  @Test("The folders around the work show, which a report names and a receipt does not")
  func folders() throws {
    let (before, after) = try fingerprints { folder in
      let inner = folder.appendingPathComponent("homework")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
      for name in ["Submission.swift", "answers.txt"] {
        try FileManager.default.moveItem(
          at: folder.appendingPathComponent(name), to: inner.appendingPathComponent(name))
      }
    }
    #expect(before != after)
  }

  @Test("What nobody looks at does not", arguments: [".hidden.swift", "picture.png"])
  func hides(name: String) throws {
    let (before, after) = try fingerprints { folder in
      try Data("x".utf8).write(to: folder.appendingPathComponent(name))
    }
    #expect(before == after)
  }

  @Test("A document shows where it may have been meant for the sheet")
  func document() throws {
    let (before, after) = try fingerprints { folder in
      try FileManager.default.removeItem(at: folder.appendingPathComponent("answers.txt"))
    }
    let (_, documented) = try fingerprints { folder in
      let sheet = folder.appendingPathComponent("answers.txt")
      try FileManager.default.moveItem(at: sheet, to: folder.appendingPathComponent("answers.pdf"))
    }
    #expect(Set([before, after, documented]).count == 3)
  }
}
