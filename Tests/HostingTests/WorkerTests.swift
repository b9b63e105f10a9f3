import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

/// What submissions may do to their worker, and what the grader makes of it.
@Suite("Workers", .serialized)
struct WorkerTests {
  @Test("A right answer arrives, question after question, whatever is printed meanwhile")
  func answers() throws {
    let noisy = Bench.submission(
      relu: """
        print("debugging", z)
        FileHandle.standardError.write(Data("\\u{1B}[31mto stderr\\n".utf8))
        return z.maximum(0)
        """, imports: "import Foundation")
    let replies = try Bench().replies(noisy, asking: 3)
    for reply in replies {
      guard case .answer(let answer, _, _) = reply else {
        Issue.record("\(reply)")
        continue
      }
      #expect(answer == ["h": .tensor([[0, 2], [3, 0]])])
    }
  }

  @Test("A missing method is not implemented, and the next question is answered all the same")
  func notImplemented() throws {
    let silence = try Bench().silence(relu: "throw NotImplemented()")
    #expect(silence == .notImplemented)
  }

  @Test("The words of a thrown error arrive")
  func throwing() throws {
    let silence = try Bench().silence(
      relu: "throw Trouble()",
      extra: "struct Trouble: Error, CustomStringConvertible { let description = \"no luck\" }")
    #expect(silence == .threw("no luck"))
  }

  @Test(
    "A crash names its signal and the runtime's own words",
    arguments: [
      ("return Tensor([1.0, 2.0][z.count])", "Index out of range"),
      ("return z + Tensor.zeros(3)", "(2, 2)"),
      ("return Tensor(Double(Int(z[1, 0] / 0)))", "Double value cannot be converted to Int"),
      ("fatalError(\"my own words\")", "my own words"),
    ])
  func crash(body: String, words: String) throws {
    guard case .crashed(_, let said, _)? = try Bench().silence(relu: body) else {
      Issue.record("no crash")
      return
    }
    #expect(said?.contains(words) == true)
  }

  @Test("The last fatal error counts, and silence has no words")
  func lastWords() throws {
    let ours = "Fatal error: no\nTensors/Stop.swift:9: Fatal error: Tensor.matmul: (1) · (2)\nbye"
    let last = try #require(WorkerLimits.lastWords(in: ours))
    #expect(last == ("Tensor.matmul: (1) · (2)", "Tensors/Stop.swift:9: "))
    #expect(WorkerLimits.lastWords(in: "all quiet") == nil)
  }

  @Test("A crash names the student's own line, by the student's name of the file")
  func place() throws {
    let build = try Bench().build([
      "my work.swift": "func stop(_ x: Int?) -> Int {\n\n  x!\n}\n",
      "Submission.swift": Bench.submission(relu: "return Tensor(Double(stop(nil)))"),
    ])
    let silence = try Bench().silence(of: build)
    guard case .crashed(_, let words?, let place?) = silence else {
      Issue.record("\(String(describing: silence))")
      return
    }
    #expect(words.hasPrefix("Unexpectedly found nil"))
    #expect(place == .init(file: "my work.swift", line: 3))
  }

  @Test("What ends a submission while it is made comes before every question")
  func unasked() throws {
    let row = "\n  let row = [1.0, 2.0][Int(CommandLine.argc) + 4]\n  func relu"
    let source = Bench.submission(relu: "return z").replacing("\n  func relu", with: row)
    for reply in try Bench().replies(source, asking: 2) {
      guard case .silence(.unasked(.crashed(_, "Index out of range", _))) = reply else {
        Issue.record("\(reply)")
        continue
      }
    }
  }

  @Test(
    "Each way to misbehave has its verdict",
    arguments: [
      ("while z.count > 0 {}; return z", "timedOut"),
      ("exit(0)", "exitedEarly"),
      ("_exit(3)", "exitedEarly"),
      ("kill(getpid(), SIGKILL); return z", "crashed"),
      (
        "func down(_ n: Int) -> Int { n < 0 ? 0 : down(n + 1) + n }; return Tensor(Double(down(1)))",
        "crashed"
      ),
      ("while true { print(String(repeating: \"x\", count: 100_000)) }", "outputExceeded"),
      ("for d in Int32(3)..<64 { close(d) }; return z", "exitedEarly"),
      (
        "let s = \"rubbish that is no frame at all\"; _ = s.withCString { write(4, $0, 31) }; return z",
        "protocolError"
      ),
    ])
  func misbehaviour(body: String, verdict: String) throws {
    let silence = try Bench().silence(relu: body, imports: "import Foundation")
    #expect(silence?.verdict.rawValue == verdict, "\(String(describing: silence))")
  }

  @Test("Memory without bound meets its limit")
  func memory() throws {
    let silence = try Bench().silence(
      relu:
        "var all: [[Double]] = []; while true { all.append(Array(repeating: 1, count: 1 << 20)) }",
      memory: 256)
    #expect(silence == .memoryExceeded(limit: 256))
  }

  @Test("Once silent, always silent: a dead worker answers nothing more")
  func dead() throws {
    let replies = try Bench().replies(
      Bench.submission(relu: "exit(0)", imports: "import Foundation"), asking: 2)
    for reply in replies {
      guard case .silence(.exitedEarly(0)) = reply else {
        Issue.record("\(reply)")
        continue
      }
    }
  }

  @Test("Nothing is left running, not even what left the session, where forks are possible")
  func nothingLeft() throws {
    let token = "gradecheck-left-behind-\(getpid())"
    // A shell in a session of its own, whose command line holds the token.
    let body = """
      for tool in ["/usr/bin/setsid", "/bin/sh"] {
        var pid: pid_t = 0
        let words = tool == "/bin/sh" ? [tool, "-c", "sleep 600; : \(token)"]
          : [tool, "/bin/sh", "-c", "sleep 600; : \(token)"]
        var arguments = words.map { strdup($0) } + [nil]
        posix_spawn(&pid, tool, nil, nil, &arguments, nil)
      }
      usleep(200_000)
      return z.maximum(0)
      """
    let submission = Bench.submission(relu: body, imports: "import Foundation")
    let replies = try Bench(.limits).replies(submission)
    guard case .answer? = replies.first else {
      Issue.record("\(replies)")
      return
    }
    #expect(Self.commandLines().filter { $0.contains(token) } == [])
  }

  /// The command lines of all processes of this machine but our own.
  private static func commandLines() -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { Int32($0) != nil && Int32($0) != getpid() }.compactMap {
      FileManager.default.contents(atPath: "/proc/\($0)/cmdline")
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test("A worker sees an empty folder and nothing of our environment")
  func surroundings() throws {
    setenv("GRADECHECK_CANARY", "secret", 1)
    defer { unsetenv("GRADECHECK_CANARY") }
    let body = """
      let files = try FileManager.default.contentsOfDirectory(atPath: ".").count
      let seen = ProcessInfo.processInfo.environment.keys.contains { $0.hasPrefix("GRADE") }
      return Tensor([Double(files), seen ? 1 : 0])
      """
    let replies = try Bench().replies(Bench.submission(relu: body, imports: "import Foundation"))
    guard case .answer(let answer, _, _)? = replies.first else {
      Issue.record("\(replies)")
      return
    }
    #expect(answer["h"] == .tensor([0, 0]))
  }

  @Test("Honest code passes every time, threads and all")
  func honest() throws {
    let body = """
      let sums = (0..<4).map { _ in 0.0 }
      DispatchQueue.concurrentPerform(iterations: 4) { _ in _ = (0..<1000).reduce(0, +) }
      return z.maximum(0) + sums[0]
      """
    let source = Bench.submission(relu: body, imports: "import Foundation")
    for _ in 0..<20 {
      guard case .answer? = try Bench().replies(source).first else {
        Issue.record("an honest submission fell silent")
        return
      }
    }
  }
}
