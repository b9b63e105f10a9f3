import Fuzzing
import Testing

@testable import Hosting

@Suite("What a compiler or a crash printed, with faults in it")
struct DiagnosticFuzzTests {
  private static let reader = DiagnosticReader(
    folder: "/tmp/x/sources", names: ["@0.swift": "main.swift"], hidden: ["/tmp/x"])

  @Test("Diagnostics are bounded, whatever was printed", arguments: 0..<4 as Range<UInt64>)
  func faults(seed: UInt64) {
    let printed = """
      /tmp/x/sources/Net.swift:12:7: error: cannot find 'x' in scope
          return x
                 ^
      /tmp/x/sources/@0.swift:1:1: note: did you mean 'y'?
      <unknown>:0: error: error: fatalError
      /tmp/x/scratch/y.o: warning: odd
      ld.lld: error: undefined symbol: main
      error: link command failed with exit code 1 (use -v to see invocation)
      """
    let tokens = ["error: ", "note: ", ":1:1: ", "/tmp/x/sources/", "/tmp/x", ": ", "\n", ":"]
    let faults = Fuzz([Array(printed.utf8)], tokens: tokens)
      .faults(seed: seed, rounds: 300) { bytes in
        let found = Self.reader.read(String(decoding: bytes.prefix(65_536), as: UTF8.self))
        let size = found.reduce(0) { $0 + $1.message.utf8.count }
        // A broken byte becomes a replacement character of three.
        let isBounded = found.count <= Diagnostic.limit && size <= 3 * bytes.count
        return (found.isEmpty ? .refused : .read, isBounded ? nil : "\(found)")
      }
    #expect(faults == [], "seed \(seed)")
  }

  @Test(
    "A flood of one kind is read in time", .timeLimit(.minutes(1)),
    arguments: [
      ":1:1: ", "error: ", "a: ", "x:1:1: error: ", "\u{301}", ":", " ", "/tmp/x", "\n", "a:1:1: a",
    ])
  func flood(piece: String) {
    let text = String(repeating: piece, count: 65_536 / piece.utf8.count)
    _ = Self.reader.read(text)
    let last = WorkerLimits.lastWords(in: text + "Fatal error: " + text)
    #expect(KnownLines()[last?.place ?? ""] == nil)
  }
}
