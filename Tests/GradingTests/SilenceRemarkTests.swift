import Grading
import Testing

@Suite("What is said of a silence")
struct SilenceRemarkTests {
  @Test(
    "What came before the first question is put down to no method",
    arguments: [
      (
        .crashed(signal: 4, words: "Index out of range", at: .init(file: "A.swift", line: 4)),
        "your code crashed before the first question was asked, A.swift:4: Index out of range"
      ),
      (
        .exitedEarly(status: 0),
        "the program ended itself with status 0 before the first question was asked; do not call exit"
      ),
      (
        .timedOut(limit: 5),
        "stopped before the first question was asked: no answer within 5 s of computing; "
          + "look for a loop that never ends"
      ),
    ] as [(Silence, String)])
  func unasked(silence: Silence, sentence: String) {
    #expect(Silence.unasked(silence).remark(to: "relu") == sentence)
    #expect(Silence.unasked(silence).verdict == silence.verdict)
  }

  @Test("A crash in an answer names the method and, where it is known, the line")
  func crashed() {
    let place = Silence.Place(file: "A.swift", line: 31)
    let crash = Silence.crashed(signal: 4, words: "Index out of range", at: place)
    #expect(
      crash.remark(to: "relu") == "your code crashed in relu, A.swift:31: Index out of range")
    #expect(crash.remark() == "your code crashed in A.swift:31: Index out of range")
  }

  @Test("Hidden words stay hidden before the first question too")
  func guarded() {
    let crash = Silence.unasked(.crashed(signal: 4, words: "zebra -0.125")).guarded
    #expect(!crash.remark().contains("zebra") && !crash.remark().contains("125"))
    #expect(crash == .unasked(.crashed(signal: 4, words: nil)))
  }
}
