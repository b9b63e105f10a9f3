import Foundation
import Testing

@testable import Hosting

@Suite("Home")
struct HomeTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Lays out a home in a folder below the scratch folder.
  private func home(_ name: String, withManifest: Bool = false) throws -> String {
    try scratch.write(name + "/Sources/Coursework/Contract.swift", "")
    try scratch.write(name + "/assignments/A/A.swift", "")
    if withManifest { try scratch.write(name + "/Package.swift", "") }
    return scratch.path + "/" + name
  }

  @Test("The rules are tried in their order, and the one that applies is named")
  func rules() throws {
    let named = try home("named")
    let installed = try home("usr/share/gradecheck")
    let tree = try home("tree", withManifest: true)
    let compiled = try home("compiled", withManifest: true)
    let tool = scratch.path + "/usr/bin/gradecheck"
    try scratch.write("usr/bin/gradecheck", "")
    try scratch.write("tree/.build/debug/gradecheck", "")
    let built = tree + "/.build/debug/gradecheck"
    let source = compiled + "/Sources/Hosting/Home.swift"
    try scratch.write("compiled/Sources/Hosting/Home.swift", "")

    let variable = ["GRADECHECK_HOME": named]
    let first = try Home.find(environment: variable, executable: tool, sourceFile: source)
    #expect(first == Home(path: named, rule: .environment))
    let second = try Home.find(environment: [:], executable: tool, sourceFile: source)
    #expect(second == Home(path: installed, rule: .installation))
    let third = try Home.find(environment: [:], executable: built, sourceFile: source)
    #expect(third == Home(path: tree, rule: .sourceTree))
    let last = try Home.find(environment: [:], executable: "/bin/sh", sourceFile: source)
    #expect(last == Home(path: compiled, rule: .compiledSources))
  }

  @Test("A wrong variable is an error, even where another rule would do")
  func wrongVariable() throws {
    let tree = try home("tree", withManifest: true)
    let error = #expect(throws: HostError.self) {
      try Home.find(
        environment: ["GRADECHECK_HOME": scratch.path], executable: nil,
        sourceFile: tree + "/Sources/X.swift")
    }
    #expect(error?.code == .homeNotFound)
    #expect(error?.location == scratch.path)
  }

  @Test("Without a home there is one sentence, on one line, that says what to do")
  func nowhere() throws {
    let error = #expect(throws: HostError.self) {
      try Home.find(environment: [:], executable: nil, sourceFile: "/nowhere/X.swift")
    }
    #expect(error?.code == .homeNotFound)
    #expect(error?.description.contains("GRADECHECK_HOME") == true)
    #expect(error?.description.contains("\n") == false)
  }

  @Test("A handout's home has no reference")
  func reference() throws {
    let home = Home(path: try home("handout"), rule: .environment)
    #expect(home.reference == nil)
    try scratch.write("handout/reference/Catalogue.swift", "")
    #expect(home.reference == home.path + "/reference")
  }

  @Test("The trampoline is found beside the executable, in libexec, or by its variable")
  func trampoline() throws {
    let trampoline = try Home.trampoline()
    #expect(isExecutable(trampoline))
    try scratch.write("usr/bin/gradecheck", "")
    let installed = try scratch.write("usr/libexec/gradecheck/Trampoline", "")
    chmod(installed, 0o755)
    let tool = scratch.path + "/usr/bin/gradecheck"
    #expect(try Home.trampoline(environment: [:], executable: tool) == installed)
    let variable = ["GRADECHECK_TRAMPOLINE": trampoline]
    #expect(try Home.trampoline(environment: variable, executable: tool) == trampoline)
    let error = #expect(throws: HostError.self) {
      try Home.trampoline(environment: [:], executable: "/bin/sh")
    }
    #expect(error?.code == .trampolineNotFound)
  }
}
