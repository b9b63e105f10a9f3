import Foundation

extension Launch {
  /// What the trampoline at this path is told; inside bwrap it is started once more.
  func order(through trampoline: String) -> [String] {
    let parent = ["--parent", String(getpid())]
    guard let bubblewrap, let confinement else {
      return parent + own(program: program, directory: directory, confinement)
    }
    // The outer trampoline closes what bwrap would hand on, and ties its life to ours; the inner
    // one does what it does without bwrap, in a world where only these paths are there.
    var inner = confinement
    let innerProgram = confinement.keepsPlace ? program : Self.innerProgram
    inner.executable = inner.executable.map { $0 == program ? innerProgram : $0 }
    inner.writable = inner.writable.map { $0 == directory ? Self.innerFolder : $0 }
    return parent + ["--status", "relay", "--directory", "/", "--", bubblewrap]
      + namespaces + mounts(of: confinement, trampoline) + [Self.innerTrampoline]
      + own(program: innerProgram, directory: Self.innerFolder, inner)
  }

  /// All variables of the program, whose folder has another name inside bwrap.
  var innerEnvironment: [String: String] {
    guard bubblewrap != nil else { return environment }
    return environment.mapValues { $0 == directory ? Self.innerFolder : $0 }
  }

  private func own(
    program: String, directory: String, _ confinement: Confinement?
  ) -> [String] {
    limits.options + (confinement?.options ?? []) + ["--directory", directory, "--", program]
      + arguments
  }

  private static let innerProgram = "/worker"
  private static let innerTrampoline = "/trampoline"
  private static let innerFolder = "/tmp"
  /// Bytes that all files of one worker together may hold; they live in memory.
  private static let folderSize = 64 << 20

  private var namespaces: [String] {
    [
      "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534",
      "--die-with-parent", "--new-session", "--cap-drop", "ALL",
    ]
  }

  private func mounts(of confinement: Confinement, _ trampoline: String) -> [String] {
    // bwrap makes /proc, /dev and the folder itself, anew and empty.
    let paths = (confinement.readable + confinement.executable).filter {
      (confinement.keepsPlace || $0 != program) && $0 != "/proc" && !$0.hasPrefix("/dev/")
    }
    // What lies in a folder that is bound already must not be bound again.
    let outer = paths.filter { path in !paths.contains { path.hasPrefix($0 + "/") } }
    let bound = outer.flatMap { ["--ro-bind-try", $0, $0] }
    let moved = confinement.keepsPlace ? [] : ["--ro-bind", program, Self.innerProgram]
    // The folder comes first: what is read may lie below the place that it takes.
    return ["--proc", "/proc", "--dev", "/dev", "--size", String(Self.folderSize)]
      + ["--tmpfs", Self.innerFolder] + bound + moved
      + ["--ro-bind", trampoline, Self.innerTrampoline, "--remount-ro", "/"]
      + ["--chdir", Self.innerFolder]
  }
}
