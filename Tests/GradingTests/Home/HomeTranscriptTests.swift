import Grading
import Testing

@Suite("What a check's process leaves behind")
struct HomeTranscriptTests {
  private func result(
    _ written: String, signal: Int32? = nil, status: Int32 = 1
  ) -> HomeResult {
    HomeTranscript(written, signal: signal, status: status)
      .result(watchdog: (signal: 14, seconds: 10), work: "/home/anna/Submission")
  }

  @Test(
    "What it says last is what is read, whatever the code wrote before",
    arguments: [
      .right, .todo("relu is not written yet"), .undecided("too rough"),
      .wrong(["one\nLooks like: two", "three"]), .wrong([""]),
    ] as [HomeResult])
  func roundTrip(_ said: HomeResult) {
    let asked = HomeTranscript.asking("relu")
    #expect(result(HomeTranscript.ending(said)) == said)
    #expect(result("\(asked)debug 1\nright\n" + HomeTranscript.ending(said)) == said)
  }

  @Test("A crash is told with the method, the line and the runtime's words")
  func crash() {
    let trace = """
      \(HomeTranscript.asking("affine"))\(HomeTranscript.asking("relu"))noise
      Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

       2 [ra] 0x01 Array._checkSubscript in libswiftCore.so
       3 [ra] 0x02 Submission.relu(z:) + 150 in x at /home/anna/Submission/Layers/ReLU.swift:17:12
       5 [ra] 0x03 answer in x at /home/anna/.kit/Coursework/AffineReLU.swift:105:32
       6 [ra] 0x04 Submission.affine in x at /home/anna/Submission/Submission.swift:9:1
      """
    #expect(
      result(trace, signal: 4)
        == .wrong(["your code crashed in relu, Layers/ReLU.swift:17: Index out of range"]))
  }

  @Test("Without a trace the runtime's own line is enough")
  func trap() {
    let said =
      HomeTranscript.asking("relu") + "StudentWork/A.swift:5: Fatal error: Division by zero"
    #expect(
      result(said, signal: 5) == .wrong(["your code crashed in relu, A.swift:5: Division by zero"]))
    #expect(
      result(HomeTranscript.asking("relu"), signal: 11)
        == .wrong(["your code crashed in relu (bad memory access, often endless recursion)"]))
  }

  @Test("The watchdog's signal means that time is up")
  func endless() {
    #expect(
      result(HomeTranscript.asking("relu"), signal: 14)
        == .wrong([
          "stopped in relu: no answer within 10 s of computing; look for a loop that never ends"
        ]))
  }

  @Test("A program that ends itself, or never gets to the first question, is told so")
  func early() {
    #expect(
      result(HomeTranscript.asking("relu"), status: 3)
        == .wrong([
          "the program ended itself with status 3 in relu before it answered; do not call exit"
        ]))
    guard case .wrong(let texts) = result("", signal: 4) else { return #expect(Bool(false)) }
    #expect(texts[0].contains("before the first question"))
  }

  // MARK: - Prints

  @Test("Only what follows our beginning was printed by the code")
  func printed() {
    #expect(HomeTranscript.printed(in: "noise\(HomeTranscript.beginning)x = 3\n") == "x = 3\n")
    #expect(HomeTranscript.printed(in: "noise\(HomeTranscript.beginning)x") == "x\n")
    #expect(HomeTranscript.printed(in: "noise\(HomeTranscript.beginning)") == "")
    #expect(HomeTranscript.printed(in: "noise") == "")
  }

  @Test("More than anybody reads is cut off, and that is said")
  func flood() {
    let lines = (1...50).map { "\($0)\n" }.joined()
    let shown = HomeTranscript.printed(in: HomeTranscript.beginning + lines)
    #expect(shown.hasSuffix("\n20\n(and 30 lines more)\n"))
  }
}
