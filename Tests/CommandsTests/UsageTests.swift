import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
  @Test(
    "A slip gets one line with the nearest valid word",
    arguments: [
      (["graed", "x"], 64, "unknown command 'graed'; did you mean 'grade'?"),
      (
        ["grade", "x", "--asignment", "a"], 64,
        "unknown option '--asignment'; did you mean '--assignment'?"
      ),
      (
        ["grade", "x", "--assignment", "afine-relu"], 64,
        "unknown assignment 'afine-relu'; did you mean 'affine-relu'?"
      ),
      (["grade", "x", "--format", "jsno"], 64, "unknown format 'jsno'; did you mean 'json'?"),
      (["grade", "x", "--audience", "staf"], 64, "did you mean 'staff'?"),
      (["grade", "x", "--jobs", "0"], 64, "--jobs takes a whole number from 1 to 256, not '0'"),
      (["grade", "x", "--jobs"], 64, "--jobs needs a value: --jobs N"),
      (["grade", "x", "--quiet=yes"], 64, "--quiet takes no value"),
      (["grade", "x", "--format", "json", "--format", "text"], 64, "add --output DIR"),
      (["grade"], 64, "grade needs a path"),
      (["verify"], 64, "verify needs an answer sheet"),
      (["regrade"], 64, "regrade needs one folder of reports"),
      (["regrade", "a", "b"], 64, "regrade needs one folder of reports"),
      (["regrade", "no/such/path"], 65, "there is no folder of reports at 'no/such/path'"),
      (["regrade", "Sources"], 65, "'Sources' has no run.json"),
      (["list", "dropuot"], 64, "did you mean 'dropout'?"),
      (
        ["grade", "x", "--course", "cs231n", "--convention", "dropout-keep"], 64,
        "unknown convention of cs231n 'dropout-keep'; did you mean 'dropout-p-keep'?"
      ),
      (
        [
          "grade", "x", "--course", "cs231n", "--convention", "dropout-p-drop", "--convention",
          "dropout-p-keep",
        ], 64, "--convention dropout-p-keep and --convention dropout-p-drop exclude each other"
      ),
      (["examine", "dropuot"], 64, "did you mean 'dropout'?"),
      (["examine", "dropout", "affine-relu"], 64, "examine takes one assignment at most"),
      (["examine", "--rounds", "0"], 64, "--rounds takes a whole number from 1 to 100000"),
      (["grade", "no/such/path"], 65, "there is nothing at 'no/such/path'"),
      (["grade", "LICENSE"], 65, "neither a Swift file nor a Python file"),
      (["grade", "Sources/Tensors/Tensor.swift"], 65, "no submission names a contract"),
      (["grade", "Sources/Coursework/Coursework.docc"], 65, "no submission in"),
      (["verify", "no/such/table.csv"], 65, "cannot be read as a table of answers"),
      (["grade", "\(TableTests.table)"], 65, "say which assignment it is"),
      (["grade", "\(TableTests.table)", "--assignment", "dropout"], 65, "no hand-computed part"),
      (["verify", "no/such/sheet.txt"], 65, "'no/such/sheet.txt' cannot be read"),
      (["verify", "Sources"], 65, "'Sources' cannot be read"),
      (["verify", "LICENSE"], 65, "does not say which assignment"),
    ] as [([String], Int32, String)])
  func slips(arguments: [String], status: Int32, words: String) throws {
    let tool = try Tool(arguments)
    #expect(tool.status == status)
    #expect(tool.errors.contains(words), "\(tool.errors)")
    #expect(tool.errors.hasPrefix("gradecheck: "))
    #expect(tool.errors.split(separator: "\n").count == 1)
    #expect(tool.output.isEmpty)
  }

  @Test(
    "Help explains every command and option",
    arguments: [
      "list", "handout", "grade", "regrade", "verify", "explain", "examine", "new", "doctor",
    ])
  func help(command: String) throws {
    let tool = try Tool([command, "--help"])
    #expect(tool.status == 0)
    #expect(tool.output.contains("Usage: gradecheck \(command)"))
    #expect(tool.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let overview = try Tool(["--help"])
    #expect(overview.status == 0)
    #expect(overview.output.contains("  \(command) "))
  }

  @Test("The version is one line")
  func version() throws {
    let tool = try Tool(["--version"])
    #expect(tool.status == 0)
    #expect(tool.output.wholeMatch(of: /gradecheck \d+\.\d+\.\d+\n/) != nil)
  }

  @Test("A bare call shows what there is and counts as wrong usage")
  func bare() throws {
    let tool = try Tool([])
    #expect(tool.status == 64)
    #expect(tool.output.contains("Commands:"))
  }

  @Test("list shows the five named parts first, and one assignment in detail")
  func list() throws {
    let all = try Tool(["list"])
    let ids = all.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(
      ids.prefix(5) == [
        "affine-relu", "momentum-update", "dropout", "backprop-2-2-1", "backprop-2-3-1",
      ])
    let one = try Tool(["list", "affine-relu"])
    #expect(one.output.contains("struct Submission: AffineReLU"))
    #expect(one.output.contains("gradB 3"))
    #expect(one.output.contains("Handed in: Swift, Python.\nCourses: toronto-faces, cs231n"))
  }

  @Test("list shows what is handed in, the courses, and one course as far as it teaches")
  func courses() throws {
    let all = try Tool(["list"]).output.split(separator: "\n")
    let sheet = try #require(all.first { $0.hasPrefix("backprop-2-2-1") })
    #expect(sheet.contains("  30 points  Swift, Python, sheet  "))
    let course = try #require(all.first { $0.hasPrefix("cs145 ") })
    #expect(course.contains("backprop-2-2-1"))
    let one = try Tool(["list", "toronto-faces"])
    #expect(one.status == 0)
    #expect(one.output.contains("  moving-average\n"))
  }
}
