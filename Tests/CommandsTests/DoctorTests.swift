import Testing

@Suite("gradecheck doctor")
struct DoctorTests {
  @Test("It names what it has found and which promises hold")
  func rows() throws {
    let tool = try Tool(["doctor"])
    #expect(tool.status == 0)
    #expect(tool.errors.isEmpty)
    for name in [
      "gradecheck", "sources", "Swift", "kit", "cache", "bubblewrap", "landlock", "python3",
    ] {
      #expect(tool.output.split(separator: "\n").contains { $0.hasPrefix(name + " ") }, "\(name)")
    }
    #expect(tool.output.contains("  yes  a crash, hang, memory or output flood"))
  }

  @Test("What is missing is an answer, not a failure")
  func missing() throws {
    let tool = try Tool(["doctor"], environment: ["PATH": "/nowhere", "GRADECHECK_HOME": "/"])
    #expect(tool.status == 0)
    for words in [
      "Swift       no: There is no Swift compiler", "bubblewrap  no: ", "python3     no: ",
      "sources     no: GRADECHECK_HOME names no home",
    ] {
      #expect(tool.output.contains(words), "\(words)")
    }
  }

  @Test("It takes no arguments")
  func arguments() throws {
    #expect(try Tool(["doctor", "please"]).status == 64)
  }
}
