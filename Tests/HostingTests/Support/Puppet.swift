import Foundation
import Testing

@testable import Hosting

/// A small program that misbehaves as its first argument says, compiled once for all tests.
enum Puppet {
  /// The folder it lies in: beside the test bundle, so that nothing is left elsewhere.
  static let folder: Result<String, any Error> = Result {
    let bundle = try #require(executablePath())
    let folder = parentFolder(of: bundle) + "/HostingTests-puppet"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
    )
    let source = folder + "/main.swift"
    try Data(program.utf8).write(to: URL(fileURLWithPath: source))
    let launch = Launch(
      program: try Toolchain.find().compiler,
      arguments: ["-swift-version", "5", source, "-o", folder + "/puppet"],
      environment: Launch.plainEnvironment(home: folder), directory: folder, limits: .compiler,
    )
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(120))
    try #require(exit.status == .exited(0), "\(exit.standardError.text)")
    return folder
  }

  static func launch(
    _ arguments: String..., limits: ResourceLimits = .worker, connected: Bool = true,
  ) throws -> Launch {
    let folder = try folder.get()
    return Launch(
      program: folder + "/puppet", arguments: arguments,
      environment: Launch.plainEnvironment(home: folder), directory: folder, limits: limits,
      connected: connected,
    )
  }

  private static let program = """
    #if canImport(Glibc)
    import Glibc
    #else
    import Darwin
    #endif
    var room = [UInt8](repeating: 0, count: 65536)
    let arguments = CommandLine.arguments
    let number = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 0
    func take(_ count: Int) {
      var left = count
      while left > 0 {
        let got = read(3, &room, min(left, room.count))
        if got <= 0 { exit(40) }
        left -= got
      }
    }
    func give(_ count: Int) {
      var left = count
      while left > 0 {
        let put = write(4, room, min(left, room.count))
        if put <= 0 { exit(41) }
        left -= put
      }
    }
    switch arguments[1] {
    case "echo":  // every byte that arrives goes back
      while true {
        let got = read(3, &room, room.count)
        if got <= 0 { exit(0) }
        _ = write(4, room, got)
      }
    case "take": take(number); give(1)
    case "give": give(number)
    case "half-frame": give(number); exit(5)
    case "drip":  // one byte every 50 ms
      while true { give(1); usleep(50_000) }
    case "close-all":
      for descriptor in Int32(0)..<64 { close(descriptor) }
      if number > 0 { sleep(UInt32(number)) }
      exit(0)
    case "deaf":  // never reads, ignores every polite signal
      for signal in 1..<Int32(32) { _ = Glibc_signal(signal) }
      while true { sleep(100) }
    case "talkative":  // prints while it is talked to
      take(1)
      for _ in 0..<32 { _ = write(1, room, room.count); _ = write(2, room, room.count) }
      give(10)
    case "spin": while true { room[Int(room[0])] &+= 0 }
    case "allocate":  // touches so many MiB
      var blocks: [[UInt8]] = []
      for _ in 0..<number { blocks.append([UInt8](repeating: 1, count: 1 << 20)) }
      print(blocks.count)
    case "recurse":
      func deeper(_ n: Int) -> Int { n == 0 ? 0 : 1 + deeper(n + 1) &* 3 }
      print(deeper(1))
    case "file":  // writes a file of so many MiB
      let file = open("big", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      for _ in 0..<number * 16 { if write(file, room, room.count) <= 0 { exit(42) } }
    case "open":  // opens files until it may not
      var count = 0
      while open("/dev/null", O_RDONLY) >= 0 { count += 1 }
      print(count)
    case "limits":
      var limit = rlimit()
      getrlimit(numericCast(7), &limit)
      limit.rlim_cur += 1
      limit.rlim_max += 1
      print(setrlimit(numericCast(7), &limit))
    default: exit(64)
    }
    func Glibc_signal(_ number: Int32) -> Bool { _ = signal(number, SIG_IGN); return true }
    """
}
