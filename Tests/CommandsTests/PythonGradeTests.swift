import Foundation
import Hosting
import Testing

@Suite("gradecheck grade, in Python", .serialized)
struct PythonGradeTests {
  private static let right = "Tests/Submissions/python/cs231n/vectorised"
  static let isThere =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"
    || (try? PythonRuntime.find()) != nil

  /// Runs `body` with a class of one submission in Swift and one in Python.
  private func withMixedClass(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, source) in [
      ("ann", "Tests/Submissions/affine-relu/full-marks"), ("bob", Self.right),
    ] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Tool.root.appendingPathComponent(source), to: folder.appendingPathComponent(name))
    }
    try body(folder.path)
  }

  private let absent = ["GRADECHECK_PYTHON": "/nowhere/python3"]

  @Test("Without Python one line says so, and the rest is graded")
  func absence() throws {
    let alone = try Tool(["grade", Self.right], environment: absent)
    #expect(alone.status == 3)
    #expect(alone.output.isEmpty)
    #expect(alone.errors.split(separator: "\n").count == 1)
    #expect(alone.errors.contains("python3 with NumPy"))
    try withMixedClass { folder in
      let mixed = try Tool(["grade", folder, "--quiet"], environment: absent)
      #expect(mixed.status == 3)
      #expect(mixed.errors.split(separator: "\n").count == 1)
      #expect(mixed.output.contains("PASS  ann"))
      #expect(mixed.output.contains("is written in Python"))
    }
  }

  @Test(
    "Swift and Python stand side by side in one class", .enabled(if: isThere, "no python3 here"))
  func mixed() throws {
    try withMixedClass { folder in
      let output = folder + ".reports"
      defer { try? FileManager.default.removeItem(atPath: output) }
      let tool = try Tool(["grade", folder, "--quiet", "--output", output])
      #expect(tool.status == 0, "\(tool.errors)")
      #expect(tool.output.contains("PASS  ann") && tool.output.contains("PASS  bob"))
      let again = try Tool(["regrade", output])
      #expect(again.status == 0, "\(again.errors)")
      #expect(again.output.contains("2 unchanged"))
    }
  }

  @Test(
    "What follows another convention than the class has the course's credit",
    .enabled(if: isThere, "no python3 here"))
  func conventions() throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let words = [
      "grade", "Tests/Submissions/python/cs231n/drop-edition", "--assignment", "dropout",
      "--quiet",
    ]
    #expect(try Tool(words + ["--convention", "dropout-p-drop"]).output.contains("15 of 15"))
    let keep = try Tool(words + ["--convention", "dropout-p-keep", "--output", output.path])
    #expect(keep.output.contains("11.5 of 15 points") && keep.output.contains("50 % credit"))
    #expect(keep.output.contains("your class goes by the other convention, dropout-p-keep"))
    let dry = ["regrade", output.path, "--dry-run"]
    #expect(try Tool(dry).output.contains("1 unchanged"))
    #expect(try Tool(dry + ["--convention", "dropout-p-drop"]).output.contains("1 higher"))
  }

  @Test(
    "The course and the assignment are found, or asked for",
    .enabled(if: isThere, "no python3 here"),
    arguments: [
      ([right], 0, "affine-relu: Affine and ReLU, forward and backward, as in CS231n"),
      ([right, "--assignment", "dropout"], 0, "as in CS231n"),
      ([right, "--course", "cs231n", "--assignment", "momentum-update"], 0, "6 of 6 points"),
      ([right, "--course", "toronto-faces", "--assignment", "dropout"], 64, "does not teach"),
      ([right, "--course", "cs231"], 64, "did you mean 'cs231n'?"),
      (["Tests/Submissions/python/toronto-faces/loops"], 0, "as in Toronto"),
      (["Tests/Submissions/python/cs231n/syntax-error"], 65, "layers.py, line 15"),
      (
        ["Tests/Submissions/python/cs231n/syntax-error", "--assignment", "affine-relu"], 1,
        "does not compile"
      ),
      (
        ["Tests/Submissions/python/columbia-aml", "--course", "cs231n"], 65,
        "looked for affine_backward"
      ),
    ] as [([String], Int32, String)])
  func found(words: [String], status: Int32, sentence: String) throws {
    let tool = try Tool(["grade", "--quiet"] + words)
    #expect(tool.status == status, "\(tool.errors)")
    #expect((tool.output + tool.errors).contains(sentence), "\(tool.output + tool.errors)")
    if status >= 64 { #expect(tool.errors.split(separator: "\n").count == 1) }
  }
}
