import Testing

@testable import Hosting

@Suite("Lines that a crash may name")
struct KnownLinesTests {
  private static let lines = KnownLines(of: [
    .init(name: "Submission.swift", bytes: Array("one\ntwo\nthree".utf8)),
    .init(name: "homework/größe 2.swift", bytes: Array("one\n".utf8)),
  ])

  @Test("A line of a file that was handed in is known, by the student's name of the file")
  func known() {
    #expect(Self.lines["StudentWork/Submission.swift:3: "]?.line == 3)
    #expect(Self.lines["StudentWork/@1.swift:1: "]?.file == "homework/größe 2.swift")
  }

  @Test(
    "No other place is, whoever prints it",
    arguments: [
      "StudentWork/Submission.swift:4: ", "StudentWork/Submission.swift:0: ",
      "StudentWork/Submission.swift:-1: ", "StudentWork/Secret.swift:1: ", "Submission.swift:1: ",
      "StudentWork/../Submission.swift:1: ", "Swift/Submission.swift:1: ", "",
      "StudentWork/Submission.swift:1: 0.125", "x StudentWork/Submission.swift:1: ",
      "StudentWork/Submission.swift:99999999999999999999: ", "StudentWork/Submission.swift:٣: ",
      "StudentWork/homework/größe 2.swift:1: ", "StudentWork/:1: ",
    ])
  func unknown(text: String) {
    #expect(Self.lines[text] == nil)
  }
}
