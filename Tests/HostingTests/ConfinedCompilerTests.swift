import Foundation
import Testing

@testable import Hosting

/// What a compiler may reach while it works on a student's code.
@Suite(
  "A confined compiler", .serialized,
  .enabled(if: !Levels.strong.isEmpty, "this machine offers neither Landlock nor bwrap"))
struct ConfinedCompilerTests {
  private let scratch: Scratch
  private let outside: Scratch
  private let confinement: Confinement

  init() throws {
    scratch = try Scratch()
    outside = try Scratch()
    confinement = try #require(
      Levels.proven(.landlock).compiler(
        Toolchain.find(), reading: [], writing: [scratch.path]))
  }

  private func compile(_ arguments: [String]) throws -> SwiftCompiler.Outcome {
    try SwiftCompiler(toolchain: .find()).compile(
      ["-module-cache-path", scratch.path + "/modules"] + arguments, in: scratch.path,
      sources: scratch.path, confinement: confinement)
  }

  @Test("It compiles and links what uses Foundation, with a cold module cache")
  func honest() throws {
    let source = try scratch.write("main.swift", "import Foundation\nprint(sin(0.5), Date())\n")
    #expect(try compile([source, "-o", scratch.path + "/a"]) == .compiled)
    #expect(isExecutable(scratch.path + "/a"))
  }

  @Test("A source that is a link to a file outside cannot be read")
  func link() throws {
    let secret = try outside.write("Secret.swift", "let secret = 1\n")
    let source = scratch.path + "/Link.swift"
    try FileManager.default.createSymbolicLink(atPath: source, withDestinationPath: secret)
    guard case .failed(let diagnostics) = try compile(["-typecheck", source]) else {
      Issue.record("the compiler read a file outside")
      return
    }
    #expect(diagnostics.contains { $0.message.contains("Link.swift") })
  }

  @Test("A module outside cannot be imported, even if a path leads there")
  func module() throws {
    try outside.write("module.modulemap", "module Secret { header \"secret.h\" }\n")
    try outside.write("secret.h", "int secret(void);\n")
    let source = try scratch.write("Spy.swift", "import Secret\n")
    guard case .failed = try compile(["-typecheck", "-I", outside.path, source]) else {
      Issue.record("the compiler imported a module outside")
      return
    }
  }

  @Test("Nothing is written outside")
  func product() throws {
    let source = try scratch.write("main.swift", "print(1)\n")
    guard case .failed = try compile([source, "-o", outside.path + "/a"]) else {
      Issue.record("the compiler wrote outside")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: outside.path + "/a"))
  }
}
