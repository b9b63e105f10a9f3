import Foundation
import Testing

@testable import Hosting

@Suite("Swift compiler", .serialized)
struct SwiftCompilerTests {
  private func compile(
    _ files: [String: String], flags: [String] = ["-typecheck"], names: [String: String] = [:],
    limits: ResourceLimits = .compiler,
  ) throws -> SwiftCompiler.Outcome {
    let scratch = try Scratch()
    let paths = try files.map { try scratch.write("sources/" + $0.key, $0.value) }.sorted()
    let compiler = SwiftCompiler(toolchain: try Toolchain.find())
    return try compiler.compile(
      flags + ["-parse-as-library", "-swift-version", "5"] + paths, in: scratch.path,
      sources: scratch.path + "/sources", names: names, limits: limits,
    )
  }

  @Test("The toolchain says who it is")
  func toolchain() throws {
    let toolchain = try Toolchain.find()
    #expect(toolchain.compiler.hasSuffix("/swiftc"))
    #expect(toolchain.version.contains("Swift version"))
    #expect(isFolder(toolchain.runtimeLibraries))
    #expect(isFolder(toolchain.root + "/usr/lib/swift"))
  }

  @Test(
    "Without a compiler there is one clear sentence",
    arguments: [[:], ["PATH": "/nowhere"], ["GRADECHECK_SWIFTC": "/nowhere/swiftc"]])
  func noToolchain(environment: [String: String]) throws {
    let error = #expect(throws: HostError.self) { try Toolchain.find(environment: environment) }
    #expect(error?.code == .toolchainNotFound)
    #expect(error?.description.contains("Install Swift 6") == true)
  }

  @Test("A good file compiles and runs")
  func good() throws {
    let scratch = try Scratch()
    let source = try scratch.write(
      "a b.swift", "@main struct A { static func main() { print(42) } }")
    let compiler = SwiftCompiler(toolchain: try Toolchain.find())
    let outcome = try compiler.compile(
      ["-parse-as-library", source, "-o", scratch.path + "/a"], in: scratch.path,
      sources: scratch.path)
    #expect(outcome == .compiled)
    var launch = shell("", in: scratch.path)
    launch.program = scratch.path + "/a"
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(10))
    #expect(exit.standardOutput.text == "42\n")
  }

  @Test("An error names the student's file, line and column")
  func error() throws {
    let outcome = try compile(["Net.swift": "struct Net {\n  let rate: Int = \"fast\"\n}\n"])
    let expected = Diagnostic(
      file: "Net.swift", line: 2, column: 19, severity: .error,
      message: "cannot convert value of type 'String' to specified type 'Int'")
    #expect(outcome == .failed([expected]))
  }

  @Test("A file that was given another name on disk is reported under the student's")
  func renamed() throws {
    let outcome = try compile(
      ["Net.swift": "let rate: Int = \"fast\"\n"], names: ["Net.swift": "Week 3/Net.swift"])
    guard case .failed(let found) = outcome else { throw Unexpected(outcome) }
    #expect(found.map(\.file) == ["Week 3/Net.swift"])
  }

  @Test("Notes belong to their error, and no path of ours is shown")
  func notes() throws {
    let outcome = try compile([
      "A.swift": "func twice(_ x: Int) {}\nfunc twice(_ x: Int) {}\n"
    ])
    guard case .failed(let found) = outcome else { throw Unexpected(outcome) }
    let redeclared = found.first { $0.message.contains("redeclaration") }
    #expect(redeclared?.notes.first?.file == "A.swift")
    #expect(redeclared?.notes.first?.line == 1)
    let missing = try compile(["B.swift": "import Nothing\n"])
    guard case .failed(let more) = missing else { throw Unexpected(missing) }
    #expect(more.first?.message.contains("Nothing") == true)
    let words = (found + more).flatMap { [$0.message] + $0.notes.map(\.message) }
    #expect(words.allSatisfy { !$0.contains("/") }, "\(words)")
  }

  @Test("What the linker misses is said without a path")
  func linking() throws {
    let source = """
      @_silgen_name("nowhere") func f()
      @main struct A { static func main() { f() } }
      """
    let outcome = try compile(["A.swift": source], flags: ["-o", "a"])
    guard case .failed(let found) = outcome else { throw Unexpected(outcome) }
    #expect(found.contains { $0.message.contains("nowhere") && $0.file == nil }, "\(found)")
    #expect(found.allSatisfy { !$0.message.contains("/") }, "\(found)")
  }

  @Test("A flood of errors is capped")
  func errorFlood() throws {
    let text = (0..<2000).map { "let a\($0): Int = \"\($0)\"\n" }.joined()
    let outcome = try compile(["A.swift": "#warning(\"first\")\n" + text])
    guard case .failed(let found) = outcome else { throw Unexpected(outcome) }
    #expect(found.count == Diagnostic.limit)
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(found.first?.line == 2)
  }

  /// The type checker needs minutes for this one.
  private var bomb: String {
    let values = ["1", "\"c\"", "2.5", "[1, 2.0]"]
    let entries = (0..<3000).map { "\"k\($0)\": \(values[$0 % 4])" }
    return "let bomb: Any = [" + entries.joined(separator: ", ") + "]\n"
  }

  @Test(
    "A type checker's bomb is ended in time, with every process of the compiler",
    .timeLimit(.minutes(1)))
  func timeBomb() throws {
    let token = "Token\(Int.random(in: 0...Int.max))"
    var limits = ResourceLimits.compiler
    limits.wallTime = .seconds(3)
    // Two jobs, so that the driver stays and its frontends have process groups of their own.
    let outcome = try compile(
      ["A.swift": bomb, "B.swift": bomb.replacingOccurrences(of: "bomb", with: "other")],
      flags: ["-module-name", token, "-emit-library", "-o", "a"], limits: limits)
    #expect(outcome == .timedOut)
    #expect(processes(naming: token).isEmpty)
  }

  @Test("Processor time that runs out is a time-out too")
  func processorBomb() throws {
    var limits = ResourceLimits.compiler
    limits.processorSeconds = 1
    #expect(try compile(["A.swift": bomb], limits: limits) == .timedOut)
    #expect(try compile(["A.swift": bomb], flags: ["-emit-library"], limits: limits) == .timedOut)
  }

  @Test("A crash of the compiler is not an error of the student's")
  func crash() throws {
    let flags = ["-Xfrontend", "-debug-crash-immediately"]
    for more in [["-c"], ["-emit-library"]] {
      let outcome = try compile(["A.swift": "struct A {}"], flags: flags + more)
      guard case .crashed(let signal) = outcome else { throw Unexpected(outcome) }
      #expect([SIGILL, SIGTRAP, SIGABRT].contains(signal))
    }
  }

  private struct Unexpected: Error {
    let outcome: SwiftCompiler.Outcome
    init(_ outcome: SwiftCompiler.Outcome) { self.outcome = outcome }
  }
}
