import Grading
import Testing

@Suite("What was handed in")
struct HandInTests {
  static let statuses: [HandIn.Status] = [
    .graded, .compileError, .compileTimedOut(limit: 60), .compilerCrashed,
    .rejectedSource("it imports Glibc"),
  ]

  @Test("Statuses bear the names of the documents")
  func names() {
    #expect(
      Self.statuses.map(\.name) == [
        "graded", "compileError", "compileTimedOut", "compilerCrashed", "rejectedSource",
      ])
  }

  @Test("Whatever was not graded says why")
  func remarks() {
    let remarks = Self.statuses.map(\.remark)
    #expect(remarks[0] == nil)
    #expect(remarks[1...].allSatisfy { $0?.hasSuffix(".") == true })
    #expect(remarks[2]?.contains("60 s") == true)
    #expect(remarks[4]?.contains("it imports Glibc") == true)
  }

  @Test("A missing method names what was found in its place")
  func missing() {
    let expected = "reluBackward(gradH:z:)"
    let misspelt = HandIn.MissingMethod(expected: expected, found: "ReLUBackward(gradH:z:)")
    let absent = HandIn.MissingMethod(expected: expected, found: nil)
    #expect(
      misspelt.remark
        == "your `ReLUBackward(gradH:z:)` was never called; expected `reluBackward(gradH:z:)`")
    #expect(absent.remark.contains(expected))
  }
}
