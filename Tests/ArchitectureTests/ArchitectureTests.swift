import Foundation
import Testing

@Suite("The rules of the house")
struct ArchitectureTests {
  /// Records each breach by itself, so that every one is read.
  private func hold(_ breaches: [String]) {
    for breach in breaches { Issue.record("\(breach)") }
  }

  @Test("The tree is found, and it is this one")
  func tree() {
    #expect(
      SourceTree.swift.contains { $0.path == "Tests/ArchitectureTests/ArchitectureTests.swift" })
    #expect(SourceTree.sources.count > 20)
    #expect(SourceTree.sources.allSatisfy { House.module(of: $0.path) != nil })
  }

  // MARK: - Imports

  @Test("Every target imports only from the floors below it")
  func floors() throws {
    hold(try SourceTree.sources.flatMap(Rules.floors))
  }

  @Test("What students are compiled with, and what judges, does without Foundation")
  func foundation() throws {
    hold(try SourceTree.sources.flatMap(Rules.foundation))
  }

  @Test("The C library stays in one kind of file, and on the floors below in one file a module")
  func cLibrary() throws {
    hold(try SourceTree.sources.flatMap(Rules.cLibrary))
    let users = try SourceTree.sources.filter { file in
      try Rules.imports(of: file).contains { House.cLibraries.contains($0.module) }
    }
    for (module, files) in Dictionary(grouping: users, by: { House.module(of: $0.path) ?? "" })
    where House.withoutFoundation.contains(module) && files.count > 1 {
      Issue.record("\(module) imports the C library in \(files.map(\.path))")
    }
  }

  @Test("Contracts import only Coursework and hide nothing")
  func contracts() throws {
    hold(try SourceTree.sources.flatMap(Rules.contract))
  }

  @Test("Every assignment's folder holds the contract of its name")
  func contractFiles() {
    for folder in SourceTree.folders(in: "assignments") where folder != "Courses" {
      let path = "assignments/\(folder)/\(folder).swift"
      if !SourceTree.sources.contains(where: { $0.path == path }) {
        Issue.record("\(path):1: the contract is missing")
      }
    }
  }

  @Test("Nothing in assignments mentions the reference")
  func wall() {
    hold(SourceTree.files.flatMap(Rules.wall))
  }

  @Test("The package stands on the toolchain alone")
  func noPackages() throws {
    let manifest = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    hold(
      try SourceFile(path: "Package.swift", text: manifest)
        .matches(of: #"\.package\s*\(|\.binaryTarget\s*\("#)
        .map { "Package.swift:\($0.line): no packages of others" })
  }

  // MARK: - Files and functions

  @Test("No file is longer than 400 lines")
  func fileLength() {
    hold(SourceTree.swift.flatMap(Rules.fileLength))
  }

  @Test("Half of the files have 150 lines or fewer")
  func medianLength() {
    let lengths = SourceTree.swift.map(\.lineCount).sorted()
    #expect(lengths[lengths.count / 2] <= 150)
  }

  @Test("No function is longer than 60 lines")
  func functionLength() throws {
    hold(try SourceTree.sources.flatMap(Rules.functionLength))
  }

  @Test("Files are named for what they hold")
  func names() {
    hold(SourceTree.files.filter { !$0.path.hasPrefix("Tests/Submissions/") }.flatMap(Rules.name))
  }

  @Test("The filter that grades a submission runs nothing else")
  func submissionFilter() {
    let names = SourceTree.swift.map(\.name).filter { $0.hasSuffix("SubmissionTests.swift") }
    #expect(names == ["SubmissionTests.swift"])
  }

  @Test("Platforms differ only in the files for it")
  func platforms() throws {
    hold(try SourceTree.sources.flatMap(Rules.platforms))
  }

  @Test("Nothing is forced, and only Stop.swift stops the program")
  func force() throws {
    hold(try SourceTree.sources.flatMap(Rules.force))
  }

  @Test("Nothing else lies at the top")
  func topLevel() throws {
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "reference", "assignments", "README.md", "LICENSE",
    ]
    hold(
      try SourceTree.topLevel.filter { !allowed.contains($0) }
        .map { "\($0):1: does not belong at the top" })
  }
}
