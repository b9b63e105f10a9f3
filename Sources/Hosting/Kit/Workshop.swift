import Digests
import Foundation

/// Makes kits from our sources, each once for its contents and its toolchain.
package struct Workshop: Sendable {
  package let home: Home
  package let toolchain: Toolchain
  let cache: CacheFolder
  /// How submissions are kept apart while they are compiled and while they run.
  package let isolation: Isolation

  /// A workshop with these tools.
  package init(
    home: Home, toolchain: Toolchain, isolation: Isolation, cache: CacheFolder = .standard()
  ) {
    self.home = home
    self.toolchain = toolchain
    self.isolation = isolation
    self.cache = cache
  }

  /// The workshop of this machine, whose isolation is proven each time.
  package static func standard(
    isolation: IsolationLevel.Choice = .auto
  ) throws(HostError) -> Workshop {
    let toolchain = try Toolchain.find()
    return Workshop(
      home: try .find(), toolchain: toolchain,
      isolation: try .proven(isolation, runtime: toolchain.runtimeLibraries))
  }

  /// The modules below `Coursework`, in the order in which they are compiled.
  private static let ground = ["Tensors", "NumPyRandom", "PlainText"]

  // Optimised and with the package's name: a worker's arithmetic is then fast at any level, and
  // `package` declarations such as the wire stay invisible to the code of a submission. Whoever
  // looks for the place of a crash follows the frame pointers, set first thing in every function.
  private static let flags = [
    "-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-package-name", "gradecheck",
    "-suppress-warnings", "-avoid-emit-module-source-info",
    "-Xcc", "-fno-omit-frame-pointer", "-Xllvm", "-enable-shrink-wrap=false",
  ]

  /// The kit for a contract.
  ///
  /// - Throws: `HostError` when our own sources are missing or do not compile.
  package func kit(
    for contract: String, defaults: Kit.Defaults = .present
  ) throws(HostError) -> Kit {
    let base = try base()
    var files = try swiftFiles(in: home.sources + "/Coursework")
    files.append("\(home.assignments)/\(contract)/\(contract).swift")
    if defaults == .present {
      files.append("\(home.assignments)/\(contract)/\(contract)+NotImplemented.swift")
    }
    let digest = try digest(of: files, after: base.digest)
    let folder = try cache.folder("kits/\(digest.prefix(32))") { folder throws(HostError) in
      try build("Coursework", from: files, into: folder, modules: [base.folder])
    }
    return Kit(
      contract: contract, digest: digest, modules: [base.folder, folder],
      objects: Self.ground.map { "\(base.folder)/\($0).o" } + ["\(folder)/Coursework.o"])
  }

  private func base() throws(HostError) -> (folder: String, digest: String) {
    var files: [(module: String, files: [String])] = []
    for module in Self.ground {
      files.append((module, try swiftFiles(in: "\(home.sources)/\(module)")))
    }
    let digest = try digest(of: files.flatMap(\.files), after: toolchain.version)
    let folder = try cache.folder("kits/\(digest.prefix(32))") { folder throws(HostError) in
      for (module, files) in files {
        try build(module, from: files, into: folder, modules: [folder])
      }
    }
    return (folder, digest)
  }

  private func build(
    _ module: String, from files: [String], into folder: String, modules: [String]
  ) throws(HostError) {
    let arguments =
      Self.flags + ["-module-name", module, "-module-cache-path", moduleCache]
      + modules.flatMap { ["-I", $0] }
      + ["-emit-module", "-emit-module-path", "\(folder)/\(module).swiftmodule"]
      + ["-c", "-o", "\(folder)/\(module).o"] + files
    let outcome = try SwiftCompiler(toolchain: toolchain)
      .compile(arguments, in: folder, sources: home.path)
    guard outcome == .compiled else { throw .kitFailed(module, outcome) }
  }

  /// Compiled interfaces of the C library, shared by all compilations of this toolchain.
  var moduleCache: String { cache.path + "/modules" }

  private func digest(of files: [String], after seed: String) throws(HostError) -> String {
    var hash = SHA256()
    hash.update([UInt8]((seed + Self.flags.joined(separator: " ")).utf8))
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw .file("Cannot read a source of the kit", file)
      }
      hash.update([UInt8]("\n\(file.dropFirst(home.path.count)) \(bytes.count)\n".utf8))
      hash.update([UInt8](bytes))
    }
    return hash.finalize().hex
  }

  /// All Swift files below a folder, in an order that does not depend on the file system.
  private func swiftFiles(in folder: String) throws(HostError) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    guard !files.isEmpty else { throw .file("There are no Swift files", folder) }
    return files
  }
}

extension HostError {
  /// Our own sources do not compile: never the submission's fault.
  fileprivate static func kitFailed(
    _ module: String, _ outcome: SwiftCompiler.Outcome
  ) -> HostError {
    var reason = "\(outcome)"
    if case .failed(let diagnostics) = outcome, let first = diagnostics.first {
      reason = "\(first.file ?? ""):\(first.line): \(first.message)"
    }
    return HostError(
      .kitFailed, "The kit's module \(module) does not compile: \(reason)",
      advice: "Check that this toolchain is Swift 6 and that the sources are unchanged.")
  }
}
