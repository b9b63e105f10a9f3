/// What one untrusted process may reach; everything else is refused by the kernel.
package struct Confinement: Sendable, Hashable {
  /// The calls to the kernel that a kind of program needs.
  package enum Calls: String, Sendable {
    /// A student's code: computing, threads, its own files.
    case worker
    /// A compiler: processes and executable files as well.
    case compiler
  }

  let calls: Calls
  /// Paths that may be read, and from which programs may be started.
  var executable: [String]
  /// Paths that may be read.
  var readable: [String]
  /// Paths that may be read and changed.
  var writable: [String]
  /// Whether the program finds its own files by where it lies, and so must keep its path.
  var keepsPlace = false

  /// What the trampoline is told.
  var options: [String] {
    ["--confine", calls.rawValue] + executable.flatMap { ["--execute", $0] }
      + readable.flatMap { ["--read", $0] } + writable.flatMap { ["--write", $0] }
  }
}

extension Confinement {
  /// For a worker: its program, the runtime's libraries, and one folder.
  ///
  /// All of `/proc`, because libdispatch traps where it cannot read the state of its threads; the
  /// kernel still refuses what lies there of processes outside, but for their command lines.
  static func worker(_ program: String, runtime: String, folder: String) -> Confinement {
    Confinement(
      calls: .worker, executable: [program] + loaders,
      readable: libraries + [runtime, "/usr/share/zoneinfo"] + system,
      writable: [folder, "/dev/null"])
  }

  /// For an interpreter at work on a student's code: its program, its own files, and one folder.
  ///
  /// - Parameters:
  ///   - program: the interpreter, past every link.
  ///   - paths: the files and folders that it reads: its library, and what it is to run.
  ///   - runtime: Swift's libraries, which the trampoline inside bwrap needs.
  ///   - folder: the folder that it writes into.
  /// - Returns: what it may reach.
  static func interpreter(
    _ program: String, reading paths: [String], runtime: String, folder: String
  ) -> Confinement {
    Confinement(
      calls: .worker, executable: [program] + loaders,
      // Debian chooses the library behind NumPy by a link among the alternatives.
      readable: libraries + paths + [runtime, "/usr/share/zoneinfo", "/etc/alternatives"] + system,
      writable: [folder, "/dev/null"], keepsPlace: true)
  }

  /// For a compiler: the toolchain and the system's linker, and folders to work in.
  ///
  /// Not all of `/usr`: gradecheck itself, with the reference, may be installed there.
  ///
  /// - Parameters:
  ///   - toolchain: the compiler.
  ///   - inputs: files and folders that it reads.
  ///   - folders: folders that it writes into.
  /// - Returns: what it may reach.
  static func compiler(
    _ toolchain: Toolchain, reading inputs: [String], writing folders: [String]
  ) -> Confinement {
    let usr = parentFolder(of: parentFolder(of: toolchain.compiler))
    let own = ["bin", "lib", "lib64", "libexec", "include", "share/swift"].map { "\(usr)/\($0)" }
    return Confinement(
      calls: .compiler, executable: own + ["/usr/bin", "/bin", "/usr/libexec"] + libraries,
      readable: inputs + ["/usr/include"] + system
        + ["/etc/os-release", "/etc/lsb-release", "/etc/debian_version"],
      writable: folders + ["/dev/null"])
  }

  /// The programs that load dynamic libraries, one for each kind of processor.
  private static let loaders = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]
  private static let libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64"]
  private static let system = ["/etc/ld.so.cache", "/proc", "/dev/zero", "/dev/urandom"]
}
