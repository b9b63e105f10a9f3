import Foundation
import Testing

@Suite("An interrupted run")
struct InterruptionTests {
  @Test("Ctrl-C ends a class run at once, and nothing it started lives on")
  func interrupted() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let token = "gradecheck-interrupted-\(getpid())"
    for name in ["a", "b"] {
      let folder = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Self.source(token).write(
        to: folder.appendingPathComponent("Submission.swift"), atomically: true, encoding: .utf8)
    }
    let process = Process()
    process.executableURL = Tool.executable
    // Only with limits alone can a submission start anything that might live on.
    let options = ["--jobs", "2", "--time-limit", "100", "--isolation", "limits"]
    process.arguments = ["grade", root.path] + options
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let patience = Date().addingTimeInterval(120)
    while Self.processes(token).isEmpty, Date() < patience { usleep(50_000) }
    #expect(!Self.processes(token).isEmpty)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(Self.processes(token) == [])
  }

  /// A submission that starts a process of its own and then waits for ever.
  private static func source(_ token: String) -> String {
    """
    import Coursework
    import Foundation
    struct Submission: AffineReLU {
      func relu(z: Tensor) throws -> Tensor {
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/bin/sh")
        child.arguments = ["-c", "sleep 600; : \(token)"]
        try child.run()
        while true { sleep(1) }
      }
    }
    """
  }

  /// The command lines that hold the token.
  private static func processes(_ token: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.filter { Int32($0) != nil }.compactMap {
      FileManager.default.contents(atPath: "/proc/\($0)/cmdline")
        .map { String(decoding: $0, as: UTF8.self) }
    }.filter { $0.contains(token) }
  }
}
