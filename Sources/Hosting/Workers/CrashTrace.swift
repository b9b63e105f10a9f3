import Foundation

/// Looks up the places of a crash in the line table of the worker that crashed.
///
/// Both the places and the table are the submission's to forge: what comes out is a claim about its
/// own files and nothing else. So the tool that reads them is confined like a compiler.
struct CrashTrace: Sendable {
  /// The worker's program.
  let worker: String
  let toolchain: Toolchain
  let isolation: Isolation

  /// The lines in which it crashed, by the names of files on disk, the innermost call first; none
  /// where the worker left no trace, or there is no tool to read it.
  func lines(in standardError: String) -> [(file: String, line: Int)] {
    let places = Self.places(in: standardError)
    let tool = parentFolder(of: toolchain.compiler) + "/llvm-symbolizer"
    guard !places.isEmpty, isExecutable(tool), let scratch = try? ScratchFolder() else { return [] }
    defer { scratch.remove() }
    var launch = Launch(
      program: tool, arguments: ["--obj=" + worker, "--functions=none", "--basenames"] + places,
      environment: Launch.plainEnvironment(home: scratch.path), directory: scratch.path,
      limits: .compiler)
    launch.confinement = isolation.compiler(
      toolchain, reading: [worker], writing: [scratch.path])
    guard let exit = try? ChildProcess.run(launch, timeLimit: launch.limits.wallTime),
      exit.status == .exited(0)
    else { return [] }
    return exit.standardOutput.text.matches(of: /(?m)^([^:\n]+\.swift):([0-9]{1,7}):[0-9]+$/)
      .map { (String($0.1), Int($0.2) ?? 0) }
  }

  /// The places of the last trace, as the tool takes them.
  static func places(in standardError: String) -> [String] {
    let marker = "gradecheck trace: "
    let trace = standardError.split(whereSeparator: \.isNewline).last { $0.hasPrefix(marker) }
    return (trace?.dropFirst(marker.count) ?? "").split(separator: " ").prefix(65)
      .filter { $0.count == 16 && $0.allSatisfy(\.isHexDigit) && $0.utf8.count == 16 }
      .map { "0x\($0)" }
  }
}
