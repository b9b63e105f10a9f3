import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

/// What honest code needs, and what hostile code gets, at each level above limits.
@Suite(
  "Isolated workers", .serialized,
  .enabled(if: !Levels.strong.isEmpty, "this machine offers neither Landlock nor bwrap"))
struct IsolatedWorkerTests {
  /// How often honest code must pass: hundreds by `GRADECHECK_HONEST_RUNS=200`.
  private static let rounds =
    ProcessInfo.processInfo.environment["GRADECHECK_HONEST_RUNS"].flatMap { Int($0) } ?? 20

  private static let prints = """
    print("debugging", z)
    FileHandle.standardError.write(Data("to stderr\\n".utf8))
    """
  private static let threads = """
    let queue = DispatchQueue(label: "own", attributes: .concurrent)
    let (group, gate) = (DispatchGroup(), DispatchSemaphore(value: 0))
    for _ in 0..<4 { queue.async(group: group) { _ = (0..<1000).reduce(0, +) } }
    group.wait()
    Task.detached { _ = await withTaskGroup(of: Int.self) { group in
      for n in 0..<4 { group.addTask { n } }
      return await group.reduce(0, +)
    }; gate.signal() }
    gate.wait()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in _ = (0..<1000).reduce(0, +) }
    """
  private static let heavy = """
    let block = [UInt8](repeating: 1, count: 300 << 20)
    if block[block.count - 1] == 0 { return z }
    """
  private static let foundation = """
    let format = DateFormatter()
    format.timeZone = TimeZone(identifier: "Europe/Berlin")
    format.dateFormat = "yyyy-MM-dd HH:mm"
    _ = format.string(from: Date()) + String(format: "%.3f", exp(0.5))
    let file = NSTemporaryDirectory() + "/own.txt"
    try "own".write(toFile: file, atomically: false, encoding: .utf8)
    if try String(contentsOfFile: file, encoding: .utf8) != "own" { return z }
    let json = try JSONSerialization.data(withJSONObject: ["a": [1, 2]])
    if json.isEmpty { return z }
    """

  @Test(
    "Honest code passes every time", arguments: Levels.strong,
    [("prints", prints), ("threads", threads), ("heavy", heavy), ("Foundation", foundation)])
  func honest(level: IsolationLevel.Choice, code: (name: String, body: String)) throws {
    let bench = try Bench(level)
    let source = Bench.submission(
      relu: code.body + "\nreturn z.maximum(0)", imports: "import Foundation")
    for round in 1...Self.rounds {
      let reply = try bench.replies(source, limits: WorkerLimits(processorSeconds: 5)).first
      guard case .answer(["h": .tensor([[0, 2], [3, 0]])], _, _)? = reply else {
        Issue.record("\(code.name), round \(round): \(String(describing: reply))")
        return
      }
    }
  }

  /// Each line tries one thing and counts those that worked; what is right answers `[0]`.
  private static let attempts: [(name: String, body: String)] = [
    ("read the passwords", "if open(\"/etc/passwd\", O_RDONLY) >= 0 { n += 1 }"),
    ("list the file system", "if opendir(\"/\") != nil { n += 1 }"),
    ("list all temporary files", "if opendir(\"/var/tmp\") != nil { n += 1 }"),
    ("read the kernel's memory", "if open(\"/proc/kcore\", O_RDONLY) >= 0 { n += 1 }"),
    ("start a shell", "if system(\"true\") == 0 { n += 1 }"),
    (
      "start a program",
      """
      var pid: pid_t = 0; var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
      if posix_spawn(&pid, "/bin/true", nil, nil, &words, nil) == 0 { n += 1 }
      """
    ),
    ("open a socket", "if socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0) >= 0 { n += 1 }"),
    ("signal everybody", "if kill(getppid(), 0) == 0 || kill(-1, 0) == 0 { n += 1 }"),
    ("leave the session", "if setsid() >= 0 || setpgid(0, 0) == 0 { n += 1 }"),
    ("change a mode", "if chmod(\".\", 0o777) == 0 { n += 1 }"),
    (
      "raise its own limits",
      """
      var l = rlimit(); getrlimit(7, &l); l.rlim_cur += 1; l.rlim_max += 1
      if setrlimit(7, &l) == 0 { n += 1 }
      """
    ),
    (
      "see or set the grader's limits",
      """
      typealias Call = @convention(c) (pid_t, Int32, UnsafePointer<rlimit>?,
        UnsafeMutablePointer<rlimit>?) -> Int32
      var l = rlimit(); let call = unsafeBitCast(dlsym(nil, "prlimit"), to: Call.self)
      if call(getppid(), 7, nil, &l) == 0 { n += 1 }
      if call(getpid(), 7, nil, &l) != 0 { n += 1 }
      """
    ),
    (
      "look into the grader",
      "for f in [\"environ\", \"maps\", \"mem\", \"cwd\", \"root\"] "
        + "{ if open(\"/proc/\\(getppid())/\\(f)\", O_RDONLY) >= 0 { n += 1 } }"
    ),
    (
      "write where the world may",
      "for f in [\"/tmp/../var/tmp/x\", \"/dev/shm/x\", \"/proc/self/oom_score_adj\"] "
        + "{ if open(f, O_WRONLY | O_CREAT, 0o600) >= 0 { n += 1 } }"
    ),
  ]

  @Test("What a worker must not do does not work", arguments: Levels.strong, attempts)
  func hostile(level: IsolationLevel.Choice, attempt: (name: String, body: String)) throws {
    let source = Bench.submission(
      relu: "var n = 0.0\n\(attempt.body)\nreturn Tensor(n)", imports: "import Foundation")
    let reply = try Bench(level).replies(source).first
    guard case .answer(let answer, _, _)? = reply else {
      Issue.record("\(String(describing: reply))")
      return
    }
    #expect(answer["h"] == .tensor(Tensor(0.0)), "could \(attempt.name)")
  }

  @Test(
    "Each way to end has its verdict, bwrap between or not", arguments: Levels.strong,
    [
      ("while z.count > 0 {}; return z", "timedOut"), ("while true { sleep(9) }", "timedOut"),
      ("kill(getpid(), SIGSTOP); return z", "timedOut"), ("exit(0)", "exitedEarly"),
      ("abort()", "crashed"), ("kill(getpid(), SIGKILL); return z", "crashed"),
      ("return Tensor([1.0, 2.0][z.count])", "crashed"),
      (
        "var all: [[Double]] = []; while true { all.append(Array(repeating: 1, count: 1 << 20)) }",
        "memoryExceeded"
      ),
      ("while true { print(String(repeating: \"x\", count: 100_000)) }", "outputExceeded"),
    ])
  func verdicts(level: IsolationLevel.Choice, code: (body: String, verdict: String)) throws {
    let source = Bench.submission(relu: code.body, imports: "import Foundation")
    let limits = WorkerLimits(processorSeconds: 1, memory: 256)
    guard case .silence(let silence)? = try Bench(level).replies(source, limits: limits).first
    else {
      Issue.record("it answered")
      return
    }
    #expect(silence.verdict.rawValue == code.verdict, "\(silence)")
  }

  @Test("A worker that will not end is gone with all its kin", arguments: Levels.strong)
  func nothingLeft(level: IsolationLevel.Choice) throws {
    let isolation = try Levels.proven(level)
    let program = try Puppet.folder.get() + "/puppet"
    let scratch = try Scratch()
    let launch = isolation.isolating(
      worker: Launch(
        program: program, arguments: ["deaf", scratch.path],
        environment: Launch.plainEnvironment(home: scratch.path), directory: scratch.path,
        limits: .worker))
    let exit = try ChildProcess.run(launch, timeLimit: .milliseconds(300))
    #expect(exit.timeLimitHit)
    #expect(exit.leftBehind == 0)
    #expect(processes(naming: scratch.path) == [])
  }
}
