import Foundation
import Testing

@Suite("handout")
struct HandoutTests {
  @Test("A course's handout is a package an assignment, and is graded as a whole as it lies there")
  func course() throws {
    try Scratch.withFolder { folder in
      let place = "\(folder)/cs231n"
      let tool = try Tool(["handout", "cs231n", "--output", place])
      try #require(tool.status == 0, "\(tool.errors)")
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: place))
      #expect(names.contains("cs231n.md"))
      #expect(tool.output.split(separator: "\n").count == names.count)
      for name in names.subtracting(["cs231n.md"]) {
        let checks = "\(place)/\(name)/.kit/Checks/Checks.swift"
        #expect(FileManager.default.fileExists(atPath: checks))
      }
      let index = try String(contentsOfFile: "\(place)/cs231n.md", encoding: .utf8)
      #expect(index.contains("| The momentum update | Momentum, classic form | "))
      let dropout = "Tests/Submissions/dropout/full-marks/Submission.swift"
      let work = "\(place)/dropout/Submission/Submission.swift"
      try FileManager.default.removeItem(atPath: work)
      try FileManager.default.copyItem(atPath: "\(Tool.root.path)/\(dropout)", toPath: work)
      let report = try Tool(["grade", place, "--course", "cs231n"])
      #expect(report.status == 1, "\(report.errors)")
      #expect(report.output.contains("Affine backward  0 of "), "\(report.output)")
      #expect(report.output.contains(", todo"))
      #expect(report.output.contains("passed"))
    }
  }

  @Test("A handout that is there is refused, and renewed with --update")
  func update() throws {
    try Scratch.withFolder { folder in
      let words = ["handout", "losses", "--output", "\(folder)/losses"]
      #expect(try Tool(words).status == 0)
      let again = try Tool(words)
      #expect(again.status == 65 && again.output.isEmpty)
      #expect(again.errors.hasPrefix("gradecheck: '\(folder)/losses' holds this handout already"))
      #expect(try Tool(words + ["--update"]).status == 0)
    }
  }

  @Test("The course's secret seed does not reach it")
  func seed() throws {
    try Scratch.withFolder { folder in
      let seed = "three blind mice"
      let tool = try Tool(["handout", "losses", "--output", "\(folder)/losses", "--seed", seed])
      #expect(tool.status == 0)
      for (name, data) in try Scratch.files("\(folder)/losses") {
        #expect(!String(decoding: data, as: UTF8.self).contains(seed), "\(name)")
      }
    }
  }
}
