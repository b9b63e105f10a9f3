import Foundation
import Testing

/// One hand-in to a whole course: a folder for each assignment in Swift.
@Suite("gradecheck grade --course")
struct CourseGradeTests {
  /// Runs `body` with a folder that holds these examples, each at the path that it is given.
  private func withFolder(_ examples: [String: String], _ body: (URL) throws -> Void) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? files.removeItem(at: folder) }
    for (path, example) in examples {
      let place = folder.appending(path: path)
      try files.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try files.copyItem(atPath: "Tests/Submissions/\(example)", toPath: place.path())
    }
    try body(folder)
  }

  private static let ada = [
    "affine-relu": "affine-relu/mean-bias-gradient", "dropout": "dropout/full-marks",
  ]

  @Test("A folder with an assignment's name is graded as that, and the points are the weights")
  func handIn() throws {
    try withFolder(Self.ada) { folder in
      let tool = try Tool(["grade", folder.path(), "--course", "cs231n", "--format", "json"])
      #expect(tool.errors == "" && [0, 1].contains(tool.status))
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(tool.output.utf8)) as? [String: Any])
      let parts = try #require(report["parts"] as? [[String: Any]])
      let verdicts = parts.flatMap { part in
        (part["outputs"] as? [[String: Any]] ?? []).map {
          "\(part["id"] ?? "").\($0["name"] ?? "") \($0["verdict"] ?? "")"
        }
      }
      #expect(verdicts.contains("affine-backward.gradB failed"))
      #expect(verdicts.contains("affine-backward.gradW passed"))
      #expect(verdicts.contains("forward-train.out passed"))
      #expect(verdicts.contains("classic.w notImplemented"))
    }
  }

  @Test("A sheet of hand-computed answers counts in its course")
  func sheet() throws {
    try withFolder(["backprop-2-2-1": "backprop-2-2-1/full-marks"]) { folder in
      let reports = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: reports) }
      let tool = try Tool(
        ["grade", folder.path(), "--course", "cs145", "--output", reports.path()])
      #expect(tool.status == 1 && tool.errors == "", "\(tool.errors)")
      #expect(tool.output.contains(": 50 of 100 points"), "\(tool.output)")
      let page = try String(contentsOf: reports.appending(path: "sheet.html"), encoding: .utf8)
      #expect(page.contains("two-layer") == false && page.contains("dW1"))
      let again = try Tool(["regrade", reports.path()])
      #expect(again.output.contains("1 unchanged"), "\(again.errors)")
    }
  }

  @Test("What does not compile in one folder costs the others nothing, and other folders are named")
  func brokenFolder() throws {
    var examples = Self.ada
    examples["momentum-update"] = "momentum-update/does-not-compile"
    examples["notes"] = "dropout/full-marks"
    try withFolder(examples) { folder in
      let tool = try Tool(["grade", folder.path(), "--course", "cs231n"])
      #expect([0, 1].contains(tool.status), "\(tool.errors)")
      #expect(tool.output.contains("momentum-update: The submission does not compile"))
      #expect(tool.output.contains("momentum-update/Submission.swift:"))
      #expect(tool.output.contains("notes: no assignment of the course is called so"))
      #expect(tool.output.contains("Dropout in test mode, backward  1.33 of 1.33 points"))
    }
  }

  @Test("A class of them is graded, taken up again and judged again")
  func classOfThem() throws {
    let examples = ["ann", "bob"].reduce(into: [String: String]()) { examples, name in
      for (path, example) in Self.ada { examples["\(name)/\(path)"] = example }
    }
    try withFolder(examples) { folder in
      let output = folder.path() + "reports"
      let class2 = ["ann", "bob"].map { folder.appending(path: $0).path() }
      let words = ["grade", "--course", "cs231n", "--quiet", "--output", output] + class2
      let first = try Tool(words)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("2 graded"))
      #expect(try Tool(words).output == first.output)
      let again = try Tool(["regrade", output])
      #expect(again.status == 0 && again.output.contains("2 unchanged"), "\(again.errors)")
    }
  }

  @Test("A folder with none of them gets one line that says so")
  func nothing() throws {
    try withFolder(["thoughts/Submission.swift": "dropout/full-marks/Submission.swift"]) { folder in
      let tool = try Tool(["grade", folder.path(), "--course", "cs231n"])
      #expect(tool.output.contains("it has no folder called by an assignment's name"))
      #expect(tool.status == 1)
    }
  }
}
