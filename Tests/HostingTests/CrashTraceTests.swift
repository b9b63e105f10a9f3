import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

@Suite("Traces of crashes", .serialized)
struct CrashTraceTests {
  private static let isSupported: Bool = {
    #if os(Linux) && arch(x86_64)
      true
    #else
      false
    #endif
  }()

  /// Each crash is the only line of a function of its own; `n` is 4.
  private static let crashes: [(name: String, body: String)] = [
    ("index", "[1.0, 2.0][n]"),
    ("index in a closure", "[1, 2].map { [0.5, 1.5][$0 + n] }[0]"),
    ("overflow", "Double(Int.max - 1 + n)"),
    ("conversion", "Double(Int(Double(n) / 0))"),
    ("range", "Double((n..<1).count)"),
    ("nil", "Double(Int(\"x\\(n)\")!)"),
    ("empty", "var a = [Double](); return a.removeFirst() + Double(n)"),
    ("removal", "var a = [1.0]; return a.remove(at: n)"),
    ("insertion", "var a = [1.0]; a.insert(2, at: n); return a[0]"),
    ("slice", "[1.0, 2.0][n...].reduce(0, +)"),
    ("count", "Double([Double](repeating: 0, count: -n).count)"),
    ("string", "let s = \"ab\"; return Double(s[s.index(s.startIndex, offsetBy: n)].utf8.count)"),
    ("tensors", "Tensor.zeros(2, n).matmul(Tensor.zeros(3, 1)).scalar"),
    ("row of a tensor", "Tensor.zeros(2, 2).row(n).scalar"),
    ("element of a tensor", "Tensor.zeros(2, 2)[n, 0]"),
    ("bad address", "UnsafePointer<Double>(bitPattern: 8 * n)!.pointee"),
    // A stack overflows where a function begins.
    ("endless recursion", "n < 0 ? 0 : work16(n + 1) + 1"),
  ]

  private static func build(_ bench: Bench) throws -> SubmissionBuild {
    let functions = crashes.enumerated().map { number, crash in
      "func work\(number)(_ n: Int) -> Double { \(crash.body) }\n"
    }
    let names = crashes.indices.map { "work\($0)" }.joined(separator: ", ")
    return try bench.build([
      "my work.swift": "import Coursework\n" + functions.joined(),
      "Submission.swift": Bench.submission(
        relu: "let works = [\(names)]; return Tensor(works[Int(z[0, 0])](z.count))"),
    ])
  }

  /// Where the crash of this number was.
  private func place(_ number: Int, _ level: IsolationLevel.Choice) throws -> Silence.Place? {
    let bench = try Bench(level)
    let build = try Self.build(bench)
    let source = WorkerSource(
      program: try #require(build.worker, "\(build.diagnostics)"), limits: WorkerLimits(),
      isolation: bench.workshop.isolation)
    let check = Check(id: "relu/values", outputs: ["h"], questions: { _ in [] }) { _, _, _ in
      Finding(check: "relu/values", outputs: [])
    }
    let z = Tensor([[Double(number), 0], [0, 0]])
    let reply = try source.withRespondent(to: check) {
      try $0.reply(to: Question("relu", ["z": .tensor(z)]))
    }
    guard case .silence(.crashed(_, _, let place)) = reply else {
      Issue.record("\(reply)")
      return nil
    }
    return place
  }

  @Test(
    "A crash names the student's line, whatever file the runtime names",
    .enabled(if: isSupported, "only Linux on x86-64 leaves traces"), arguments: crashes.indices)
  func line(number: Int) throws {
    let place = try place(number, .auto)
    #expect(
      place == .init(file: "my work.swift", line: number + 2), "\(Self.crashes[number].name)")
  }

  @Test(
    "It does so at every level", .enabled(if: isSupported, "only Linux on x86-64 leaves traces"),
    arguments: [.limits] + Levels.strong)
  func levels(level: IsolationLevel.Choice) throws {
    #expect(try place(0, level) == .init(file: "my work.swift", line: 2))
  }

  @Test("A crash while the submission is made names its line too")
  func unasked() throws {
    let row = "\n  let row = [1.0, 2.0][Int(CommandLine.argc) + 4]\n  func relu"
    let source = Bench.submission(relu: "return z").replacing("\n  func relu", with: row)
    let line =
      try #require(
        source.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains("let row") }) + 1
    guard
      case .silence(.unasked(.crashed(_, let words, let place)))? = try Bench().replies(source)
        .first
    else {
      Issue.record("no crash before the first question")
      return
    }
    #expect(words == "Index out of range")
    if Self.isSupported { #expect(place == .init(file: "Submission.swift", line: line)) }
  }

  @Test("A signal still ends the process, and a submission's own handler is its own business")
  func signals() throws {
    for (body, signal) in [
      ("raise(SIGSEGV)", SIGSEGV), ("raise(SIGILL)", SIGILL), ("kill(getpid(), SIGFPE)", SIGFPE),
      ("signal(SIGSEGV, SIG_IGN); raise(SIGSEGV); abort()", SIGABRT),
    ] {
      let silence = try Bench().silence(
        relu: "\(body); return z", imports: "import Foundation")
      guard case .crashed(signal, _, _)? = silence else {
        Issue.record("\(body): \(String(describing: silence))")
        continue
      }
    }
  }

  @Test("A forged trace names lines of the submission's own, or none")
  func forged() throws {
    for trace in ["", "zzzz", "0000000000000000", "ffffffffffffffff 7fffffffffffffff"] {
      let silence = try Bench().silence(
        relu: """
          FileHandle.standardError.write(Data("\\ngradecheck trace: \(trace)\\n".utf8))
          kill(getpid(), SIGKILL)
          return z
          """, imports: "import Foundation")
      #expect(silence == .crashed(signal: SIGKILL, words: nil, at: nil))
    }
  }

  @Test(
    "Only places are handed to the tool",
    arguments: [
      (
        "gradecheck trace: 000000000000001f 00000000000000aB",
        ["0x000000000000001f", "0x00000000000000aB"]
      ),
      (
        "gradecheck trace: 1\ngradecheck trace: --help 0x1 000000000000001g 0000000000000001",
        ["0x0000000000000001"]
      ),
      ("gradecheck trace: ００００００００００００００００", []), (" gradecheck trace: 0000000000000001", []),
      ("gradecheck trace:", []), ("", []),
    ])
  func places(text: String, places: [String]) {
    #expect(CrashTrace.places(in: text) == places)
  }

  @Test("No more places are looked up than a worker leaves")
  func many() {
    let trace = "gradecheck trace:" + String(repeating: " 0000000000000001", count: 5000)
    #expect(CrashTrace.places(in: trace).count == 65)
  }
}
