import Foundation

/// The Swift compiler of this machine.
package struct Toolchain: Sendable, Equatable {
  /// The absolute path of `swiftc`, past every shim and version manager.
  package let compiler: String
  /// What the compiler calls itself, with its exact version: the first line of `swiftc --version`.
  package let version: String
  /// What it compiles for, such as `x86_64-unknown-linux-gnu`.
  package let target: String
  /// The folder of the runtime libraries that compiled programs load.
  package let runtimeLibraries: String

  /// The folder that the toolchain is installed in: `bin` and `lib` lie in its `usr`.
  package var root: String { parentFolder(of: parentFolder(of: parentFolder(of: compiler))) }

  /// Finds the compiler that `GRADECHECK_SWIFTC` names, or else the first `swiftc` in `PATH`.
  ///
  /// - Parameter environment: the variables to look at; a version manager's shim is given `HOME` and
  ///   `PATH` of it and nothing else.
  /// - Returns: the compiler, after having asked it for its version and its libraries.
  /// - Throws: `HostError` when there is none, or it does not answer within 30 seconds.
  package static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment,
  ) throws(HostError) -> Toolchain {
    let found = try locate(environment)
    let inherited = environment.filter { $0.key == "HOME" || $0.key == "PATH" }
    let information = try ask(found, "-print-target-info", inherited)
    guard let details = try? JSONDecoder().decode(TargetInformation.self, from: information),
      let libraries = details.paths.runtimeLibraryPaths.first
    else { throw .silentCompiler(found) }
    return Toolchain(
      compiler: installedCompiler(details.paths.runtimeResourcePath) ?? found,
      version: details.compilerVersion,
      target: details.target.triple,
      runtimeLibraries: libraries,
    )
  }

  private static func locate(_ environment: [String: String]) throws(HostError) -> String {
    if let named = environment["GRADECHECK_SWIFTC"], !named.isEmpty {
      guard named.hasPrefix("/"), isExecutable(named) else {
        throw .noCompiler("GRADECHECK_SWIFTC names no program", named)
      }
      return named
    }
    // The name is kept as found, because a driver and a shim both look at how they were called.
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    guard let found = folders.map({ $0 + "/swiftc" }).first(where: isExecutable) else {
      throw .noCompiler("There is no Swift compiler in PATH", nil)
    }
    return found
  }

  /// The compiler beside the runtime's own folder, `usr/lib/swift`.
  private static func installedCompiler(_ resources: String) -> String? {
    let beside = parentFolder(of: parentFolder(of: resources)) + "/bin"
    guard let folder = realPath(beside), isExecutable(folder + "/swiftc") else { return nil }
    return folder + "/swiftc"
  }

  private static func ask(
    _ compiler: String, _ question: String, _ environment: [String: String],
  ) throws(HostError) -> Data {
    let launch = Launch(
      program: compiler, arguments: [question], environment: environment, directory: "/",
      limits: .compiler,
    )
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(30))
    guard exit.status == .exited(0) else { throw .silentCompiler(compiler) }
    return Data(exit.standardOutput.text.utf8)
  }

  /// The part of `swiftc -print-target-info` that is read.
  private struct TargetInformation: Decodable {
    struct Target: Decodable { let triple: String }
    struct Paths: Decodable {
      let runtimeLibraryPaths: [String]
      let runtimeResourcePath: String
    }
    let compilerVersion: String
    let target: Target
    let paths: Paths
  }
}

extension HostError {
  fileprivate static func noCompiler(_ what: String, _ location: String?) -> HostError {
    HostError(
      .toolchainNotFound, what, at: location,
      advice: "Install Swift 6 from swift.org, or set GRADECHECK_SWIFTC to the path of swiftc.",
    )
  }

  fileprivate static func silentCompiler(_ location: String) -> HostError {
    HostError(
      .toolchainNotFound, "The Swift compiler does not answer", at: location,
      advice: "Run `swiftc --version` by hand, or set GRADECHECK_SWIFTC to another compiler.",
    )
  }
}
