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

  @Test("A status is known again by its name and its remark", arguments: statuses)
  func roundTrip(status: HandIn.Status) {
    #expect(HandIn.Status(name: status.name, remark: status.remark) == status)
  }

  @Test("What is no status is none, and a remark of other words does no harm")
  func noStatus() {
    #expect(HandIn.Status(name: "fine", remark: nil) == nil)
    #expect(HandIn.Status(name: "rejectedSource", remark: "x") == .rejectedSource("x"))
    #expect(HandIn.Status(name: "compileTimedOut", remark: "") == .compileTimedOut(limit: 0))
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
