import Foundation
import Testing

@Suite("gradecheck new")
struct ScaffoldTests {
  /// Runs `body` with a copy of the source tree, as far as git or the build have not made it.
  static func withCopy(_ body: (URL) throws -> Void) throws {
    let files = FileManager.default
    let copy = files.temporaryDirectory.appending(path: UUID().uuidString)
    try files.createDirectory(at: copy, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: copy) }
    for name in ["Package.swift", "Sources", "Tests", "assignments", "reference"] {
      try files.copyItem(at: Tool.root.appending(path: name), to: copy.appending(path: name))
    }
    try body(copy)
  }

  /// The assignments, with the contracts that their folders are called by.
  static let contracts =
    (try? FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appending(path: "reference").path()))?
    .filter { name in
      FileManager.default.fileExists(
        atPath: Tool.root.appending(path: "reference/\(name)/\(name)+Grading.swift").path())
    }.sorted() ?? []

  @Test("A new assignment has its files, its line, and no word of the template")
  func assignment() throws {
    try Self.withCopy { copy in
      let home = ["GRADECHECK_HOME": copy.path()]
      let tool = try Tool(["new", "assignment", "layer-2"], environment: home)
      #expect(tool.status == 0, "\(tool.errors)")
      let paths = tool.output.split(separator: "\n").filter {
        $0.contains("/") && !$0.contains(" ")
      }
      #expect(paths.count >= 10)
      for path in paths {
        let text = try String(contentsOf: copy.appending(path: String(path)), encoding: .utf8)
        for word in ["NewAssignment", "newAssignment", "new-assignment", "New assignment"] {
          #expect(!text.contains(word) && !path.contains(word), "\(path)")
        }
      }
      let catalogue = try String(
        contentsOf: copy.appending(path: "reference/Catalogue.swift"), encoding: .utf8)
      #expect(catalogue.contains("\n    .layerTwo,\n  ]\n"))
      let again = try Tool(["new", "assignment", "layer-2"], environment: home)
      #expect(again.status == 65 && again.errors.contains("already"))
    }
  }

  @Test("A new part finds its places in every assignment", arguments: contracts)
  func part(_ contract: String) throws {
    try Self.withCopy { copy in
      let grading = try String(
        contentsOf: copy.appending(path: "reference/\(contract)/\(contract)+Grading.swift"),
        encoding: .utf8)
      let id = try #require(grading.firstMatch(of: /id: "([a-z0-9-]+)", title/)?.1)
      let tool = try Tool(
        ["new", "part", String(id), "one-more"], environment: ["GRADECHECK_HOME": copy.path()])
      #expect(tool.status == 0, "\(tool.errors)")
      let shown = copy.appending(path: "assignments/\(contract)/\(contract).swift")
      let text = try String(contentsOf: shown, encoding: .utf8)
      #expect(text.contains("  func oneMore(x: Tensor, factor: Double) throws -> Tensor\n}"))
      #expect(text.contains("    case \"oneMore\":\n"))
      #expect(!text.contains("\n\n\n"))
    }
  }

  @Test(
    "What cannot be scaffolded is refused in one line",
    arguments: [
      (["new"], 64, "new needs"), (["new", "assignment", "Leaky"], 64, "no identifier"),
      (["new", "assignment", "../x"], 64, "no identifier"),
      (["new", "assignment", "dropout"], 65, "already"),
      (["new", "part", "drop-out", "x"], 64, "did you mean 'dropout'?"),
      (["new", "part", "losses", "svm"], 65, "already"),
    ] as [([String], Int32, String)])
  func refusals(words: [String], status: Int32, sentence: String) throws {
    let tool = try Tool(words)
    #expect(tool.status == status)
    #expect(tool.errors.contains(sentence), "\(tool.errors)")
    #expect(tool.errors.split(separator: "\n").count == 1)
  }
}
