import Coursework
import Grading
import Testing

@Suite("What a check tells at home")
struct HomeResultTests {
  private static let mean = Diagnosis(
    id: "x", looksLike: "your gradB is the mean", why: "it must be the sum", place: "gradB")

  private func result(_ outputs: [OutputFinding]) -> HomeResult {
    HomeResult(Finding(check: "affineBackward/gradient", outputs: outputs))
  }

  @Test("What is not written yet is a todo, by the name of what was asked last")
  func todo() {
    let finding = Finding(check: "relu/example", outputs: ["h"], silence: .notImplemented)
    #expect(HomeResult(finding, askedLast: "relu") == .todo("relu is not written yet"))
    #expect(HomeResult(finding) == .todo("not written yet"))
  }

  @Test("A gradient whose forward pass is silent is a todo, and never wrong")
  func skipped() {
    let finding = Finding(check: "a/gradient", outputs: ["g"], silence: .skipped("no forward pass"))
    #expect(HomeResult(finding) == .todo("no forward pass"))
  }

  @Test("An error of the code is told with the method that threw it")
  func threw() {
    let finding = Finding(check: "relu/example", outputs: ["h"], silence: .threw("oh"))
    #expect(
      HomeResult(finding, askedLast: "relu") == .wrong(["your code threw an error in relu: oh"]))
  }

  @Test("A problem is told under its output's name, with what it looks like")
  func wrong() {
    let problem = OutputFinding(
      "gradB", verdict: .failed, credit: .zero, problem: "wrong shape: got (3), expected (2)",
      diagnosis: Self.mean)
    let passed = OutputFinding("gradW", verdict: .passed, credit: .one)
    #expect(
      result([passed, problem])
        == .wrong([
          """
          gradB: wrong shape: got (3), expected (2)
          Looks like: your gradB is the mean
          Why: it must be the sum
          Where: gradB
          """
        ]))
  }

  @Test("A cause that two outputs share is told once")
  func shared() {
    let outputs = ["gradW", "gradB"].map {
      OutputFinding($0, verdict: .failed, credit: .zero, diagnosis: Self.mean)
    }
    guard case .wrong(let texts) = result(outputs) else { return #expect(Bool(false)) }
    #expect(texts.count == 2)
    #expect(texts[1] == "gradB is wrong\nSame cause as gradW")
  }

  @Test("Where nothing can be said nobody is blamed")
  func undecided() {
    let rough = OutputFinding("g", verdict: .skipped, credit: .zero, problem: "too rough")
    #expect(result([rough]) == .undecided("too rough"))
    #expect(result([OutputFinding("g", verdict: .passed, credit: .one)]) == .right)
  }
}
