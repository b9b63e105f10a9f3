import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

/// Workers that are no workers of ours: shell scripts that speak the protocol as they like.
@Suite("Workers that break the protocol", .serialized)
struct HostileWorkerTests {
  /// What a script does once it has the words below, and how it must end, question by question.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: String
    let verdicts: [String]

    init(_ name: String, _ script: String, _ verdicts: String...) {
      testDescription = name
      self.script = script
      self.verdicts = verdicts
    }
  }

  /// The protocol in shell: `hello`, `ask` (which sets `nonce`) and `answer NONCE`.
  private static let words = """
    #!/bin/sh
    frame() { printf '\\000\\001\\000\\000\\000\\000\\000\\000%-256s' "$1" >&4; }
    said() { frame "{\\"__metadata__\\":{$1}}"; }
    hello() { said '"kind":"hello","version":"1","contract":"X"'; }
    ask() {
      nonce=$(dd bs=65536 count=1 2>/dev/null <&3 | LC_ALL=C tr -cd '[:print:]' |
        LC_ALL=C sed 's/.*"nonce": *"\\([^"]*\\)".*/\\1/')
    }
    answer() {
      frame "{\\"__metadata__\\":{\\"kind\\":\\"answer\\",\\"nonce\\":\\"$1\\"$2},\\"h\\":$array}"
      printf '\\000\\000\\000\\000\\000\\000\\360\\077' >&4
    }
    array='{"dtype":"F64","shape":[1],"data_offsets":[0,8]}'

    """

  static let cases = [
    Case("answers every question", "hello; while ask; do answer $nonce; done", "1.0", "1.0", "1.0"),
    Case(
      "says that it changed what was never given",
      "hello; ask; answer $nonce ',\"changed:x\":\"\"'", "1.0"),
    Case("greets twice", "hello; hello; sleep 9", "protocolError", "protocolError"),
    Case(
      "greets in another version", "said '\"kind\":\"hello\",\"version\":\"2\"'; sleep 9",
      "protocolError"),
    Case("greets with an answer", "answer 1; sleep 9", "protocolError"),
    Case("greets after the question", "hello; ask; hello; answer $nonce; sleep 9", "protocolError"),
    Case(
      "answers ahead", "hello; answer 1-0; sleep 0.2; ask; answer $nonce; sleep 9", "protocolError"),
    Case("answers another question", "hello; ask; answer 1-0; sleep 9", "protocolError"),
    Case(
      "answers an old question", "hello; ask; old=$nonce; answer $old; ask; answer $old; sleep 9",
      "1.0", "protocolError"),
    Case(
      "answers twice", "hello; ask; answer $nonce; answer $nonce; ask; answer $nonce; sleep 9",
      "1.0", "protocolError"),
    Case(
      "asks a question",
      "hello; ask; said '\"kind\":\"question\",\"name\":\"relu\",\"nonce\":\"'$nonce'\"'; sleep 9",
      "protocolError"),
    Case(
      "fails for no known reason",
      "hello; ask; said '\"kind\":\"failure\",\"reason\":\"passed\",\"nonce\":\"'$nonce'\"'; sleep 9",
      "protocolError"),
    Case(
      "says that the question is bad",
      "hello; ask; said '\"kind\":\"failure\",\"reason\":\"badQuestion\",\"nonce\":\"'$nonce'\"'; sleep 9",
      "threw"),
    Case(
      "announces a header of 4 GB and streams it",
      "hello; ask; printf '\\377\\377\\377\\377\\0\\0\\0\\0' >&4; cat /dev/zero >&4",
      "protocolError"),
    Case(
      "announces a header of -1 bytes",
      "hello; ask; printf '\\377\\377\\377\\377\\377\\377\\377\\377' >&4; cat /dev/zero >&4",
      "protocolError"),
    Case(
      "sends a header of rubbish",
      "hello; ask; printf '\\0\\0\\001\\0\\0\\0\\0\\0' >&4; cat /dev/zero >&4", "protocolError"),
    Case(
      "announces 4 GB of data",
      "hello; ask; array='{\"dtype\":\"F64\",\"shape\":[536870912],\"data_offsets\":[0,4294967296]}'; answer $nonce; cat /dev/zero >&4",
      "protocolError"),
    Case(
      "announces more than there is, and ends",
      "hello; ask; array='{\"dtype\":\"F64\",\"shape\":[4096],\"data_offsets\":[0,32768]}'; answer $nonce",
      "exitedEarly", "exitedEarly"),
    Case(
      "announces more than there is, and waits",
      "hello; ask; array='{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}'; answer $nonce; sleep 9",
      "timedOut"),
    Case(
      "sends a byte now and then", "hello; while sleep 0.2; do printf '\\001\\0\\0' >&4; done",
      "protocolError"),
    Case(
      "trickles a header",
      "hello; ask; printf '\\0\\0\\001\\0\\0\\0\\0\\0' >&4; while sleep 0.1; do printf ' ' >&4; done",
      "timedOut"),
    Case("never greets", "sleep 9", "timedOut", "timedOut"),
    Case("ends before it greets", "exit 0", "exitedEarly"),
    Case("closes its connection", "hello; exec 4>&-; sleep 9", "protocolError"),
    Case("answers and is killed", "hello; ask; answer $nonce; kill -9 $$", "1.0", "crashed"),
    Case(
      "prints PASSED everywhere",
      "hello; ask; for d in 1 2 4; do echo '{\"verdict\":\"passed\"}' >&$d; done; exit 0",
      "protocolError"),
  ]

  @Test(
    "No frame that was not asked for is taken for an answer", .timeLimit(.minutes(1)),
    arguments: cases)
  func verdicts(_ hostile: Case) throws {
    let scratch = try Scratch()
    let worker = try LiveChildren.withoutSpawning {
      try scratch.write("worker", Self.words + hostile.script + "\n")
    }
    chmod(worker, 0o700)
    let before = ownPeakMemory()
    let respondent = try WorkerRespondent(
      program: WorkerProgram(path: worker), directory: scratch.path,
      limits: WorkerLimits(processorSeconds: 1),
      isolation: .limits(because: "a shell script needs more than a worker may"))
    let question = Question("relu", ["z": .tensor([[-1, 2], [3, -4]])])
    let replies = try hostile.verdicts.map { _ in try respondent.reply(to: question) }
    respondent.close()
    #expect(replies.map(Self.words) == hostile.verdicts, "\(replies)")
    #expect(ownPeakMemory() - before < 128 << 20)
    #expect(processes(naming: scratch.path) == [])
  }

  /// The answer's only number, or the verdict.
  private static func words(_ reply: Reply) -> String {
    switch reply {
    case .silence(let silence): silence.verdict.rawValue
    case .answer(let answer, [], _): answer["h"]?.tensor.map { "\($0.scalar)" } ?? "\(answer)"
    case .answer(_, let changed, _): "changed \(changed)"
    }
  }
}
