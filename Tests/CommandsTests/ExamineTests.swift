import Testing

@Suite("gradecheck examine")
struct ExamineTests {
  @Test("The exam of one assignment, several rounds: a line for each part, and both error rates")
  func examine() throws {
    let tool = try Tool(["examine", "momentum-update", "--rounds", "3", "--seed", "s3cret"])
    #expect(tool.status == 0, "\(tool.errors)")
    #expect(
      tool.output.contains(
        /classic +caught (\d+) of \1, smallest margin \d+\.\d decades; accepted (\d+) of \2\n/))
    #expect(tool.output.contains("Wrong answers missed: 0 of "))
    #expect(tool.output.contains("Right answers failed: 0 of "))
    #expect(!tool.output.contains("s3cret"))
    #expect(
      tool.errors.split(separator: "\n") == [
        "momentum-update: 1 of 3 rounds", "momentum-update: 2 of 3 rounds",
        "momentum-update: 3 of 3 rounds",
      ])
  }

  @Test("The same seed gives the same transcript, and no progress where none is wanted")
  func repeatable() throws {
    let runs = try (0..<2).map { _ in
      try Tool(["examine", "dropout", "--rounds", "2", "--quiet"])
    }
    #expect(runs[0].output == runs[1].output && !runs[0].output.isEmpty)
    #expect(runs[0].errors.isEmpty)
  }
}
