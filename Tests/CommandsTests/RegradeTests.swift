import Foundation
import Grading
import Testing

@Suite("gradecheck regrade", .serialized)
struct RegradeTests {
  private static let submissions = "Tests/Submissions/momentum-update"
  private static let names = ["full-marks", "swapped-weights", "half-finished"]

  /// Runs `body` with the path of a folder that holds the reports of a small class.
  private func withReports(
    _ options: [String] = [], of names: [String] = names, _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = names.map { "\(Self.submissions)/\($0)" }
    let tool = try Tool(["grade", "--quiet", "--output", folder.path] + options + paths)
    try #require([0, 1].contains(tool.status), "\(tool.errors)")
    try body(folder.path)
  }

  /// Every file below a folder, except those that tell of a run.
  private func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        let isRun = ["run.json", "regrade.json"].contains(name)
        return (isRun ? nil : FileManager.default.contents(atPath: "\(folder)/\(name)"))
          .map { (name, $0) }
      })
  }

  /// Edits a JSON file; `edit` gets the top of it.
  private func edit(_ path: String, _ edit: (inout [String: Any]) throws -> Void) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    try edit(&top)
    try JSONSerialization.data(withJSONObject: top).write(to: URL(fileURLWithPath: path))
  }

  /// Makes the report say that its first output earned something else, as another scheme might have.
  private func pretend(_ path: String, firstOutputEarned earned: Int) throws {
    try edit(path) { top in
      func points(_ json: Any?) throws -> [String: Any] { try #require(json as? [String: Any]) }
      var parts = try #require(top["parts"] as? [[String: Any]])
      var outputs = try #require(parts[0]["outputs"] as? [[String: Any]])
      var first = try points(outputs[0]["points"])
      let old = try #require(Int(first["earned"] as? String ?? ""))
      first["earned"] = "\(earned)"
      outputs[0]["points"] = first
      outputs[0]["verdict"] = "failed"
      parts[0]["outputs"] = outputs
      top["parts"] = parts
      var total = try points(top["points"])
      total["earned"] = "\((Int(total["earned"] as? String ?? "") ?? 0) - old + earned)"
      top["points"] = total
    }
  }

  // MARK: - Nothing changes

  @Test(
    "Judged again right away, a class keeps every byte, and no code is run",
    arguments: [
      ("affine-relu", "student"), ("momentum-update", "staff"), ("dropout", "student"),
      ("backprop-2-2-1", "staff"), ("backprop-2-3-1", "student"),
    ])
  func identical(assignment: String, audience: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graded = try Tool(
      [
        "grade", "Tests/Submissions/\(assignment)", "--output", folder.path, "--time-limit", "2",
        "--quiet", "--audience", audience, "--seed", "s3cret",
      ] + ["text", "json", "junit", "csv"].flatMap { ["--format", $0] })
    try #require(graded.status == 0, "\(graded.errors) \(graded.output)")
    let before = try files(folder.path)
    #expect(before["grades.csv"] != nil && before["class.xml"] != nil)
    #expect(before["full-marks/evidence.json"] != nil || audience == "student")
    #expect(before["records/full-marks.safetensors"] != nil)
    #expect((before["full-marks/sheet.svg"] != nil) == assignment.hasPrefix("backprop"))
    let run = try Data(contentsOf: folder.appendingPathComponent("run.json"))
    // Where no code may be run, no kit can be made.
    let tool = try Tool(
      ["regrade", folder.path, "--seed", "s3cret"],
      environment: ["GRADECHECK_CACHE": "/dev/null/cache"])
    #expect(tool.status == 0, "\(tool.errors)")
    #expect(tool.errors.isEmpty)
    #expect(
      tool.output.wholeMatch(
        of: /(\d+) judged again: 0 higher, 0 lower, 0 with .* reasons, \1 unchanged\n/) != nil,
      "\(tool.output)")
    #expect(try files(folder.path) == before)
    #expect(try Data(contentsOf: folder.appendingPathComponent("run.json")) == run)
    let record = try #require(before["records/full-marks.safetensors"])
    #expect(!String(decoding: record, as: UTF8.self).contains("s3cret"))
  }

  @Test("One submission keeps its bytes too, and the exit code is not its mark's")
  func one() throws {
    try withReports(of: ["nothing-yet"]) { folder in
      let before = try files(folder)
      #expect(
        Set(before.keys) == ["report.json", "report.txt", "records/nothing-yet.safetensors"])
      let tool = try Tool(["regrade", folder])
      #expect(tool.status == 0, "\(tool.errors)")
      #expect(try files(folder) == before)
    }
  }

  // MARK: - Marks that change

  @Test("A mark that rises is shown with its reason, then written everywhere")
  func higher() throws {
    try withReports { folder in
      let right = try files(folder)
      try pretend("\(folder)/full-marks/report.json", firstOutputEarned: 0)
      let dry = try Tool(["regrade", folder, "--dry-run"])
      #expect(dry.output.contains("Nothing was written"))
      #expect(try files(folder)["full-marks/report.json"] != right["full-marks/report.json"])
      let tool = try Tool(["regrade", folder])
      #expect(tool.status == 0, "\(tool.errors)")
      #expect(tool.output.hasPrefix("HIGHER  full-marks: "), "\(tool.output)")
      #expect(tool.output.contains("was wrong, is passed"))
      #expect(tool.output.contains("why: the same answers are judged differently"))
      #expect(tool.output.contains("3 judged again: 1 higher, 0 lower"))
      #expect(try files(folder) == right)
    }
  }

  @Test("A mark falls only when that is asked for")
  func lower() throws {
    try withReports { folder in
      let right = try files(folder)
      let path = "half-finished/report.json"
      try pretend("\(folder)/\(path)", firstOutputEarned: 99)
      let pretended = try files(folder)[path]
      let refused = try Tool(["regrade", folder])
      #expect(refused.status == 0, "\(refused.errors)")
      #expect(refused.output.hasPrefix("LOWER   half-finished: "), "\(refused.output)")
      #expect(refused.output.contains("--allow-lower writes it"))
      let kept = try files(folder)
      #expect(kept[path] == pretended)
      #expect(kept["grades.csv"] != right["grades.csv"], "the sheet shows the mark that stands")
      #expect(kept["full-marks/report.json"] == right["full-marks/report.json"])
      let tool = try Tool(["regrade", folder, "--allow-lower"])
      #expect(tool.status == 0 && !tool.output.contains("not written"), "\(tool.output)")
      #expect(try files(folder) == right)
    }
  }

  @Test("Another pass mark that fails somebody lowers the mark, and says why")
  func passMark() throws {
    try withReports(["--pass-mark", "1"]) { folder in
      let tool = try Tool(["regrade", folder, "--pass-mark", "99"])
      #expect(tool.status == 0)
      #expect(tool.output.contains("LOWER   swapped-weights: "))
      #expect(tool.output.contains("why: the pass mark is 99 % instead of 1 %\n"))
      #expect(!tool.output.contains("LOWER   full-marks"))
    }
  }

  // MARK: - Questions never asked

  @Test("Code is run only for what was never asked, and only where it is said to lie")
  func neverAsked() throws {
    try withReports { folder in
      let right = try files(folder)
      let path = URL(fileURLWithPath: "\(folder)/records/full-marks.safetensors")
      let record = try Record(bytes: Array(Data(contentsOf: path)))
      let forgotten = record.conversations.checks[0]
      var said = Record.Conversations()
      for check in record.conversations.checks.dropFirst() {
        said.keep(try #require(record.conversations[check]), in: check)
      }
      let shorter = Record(
        assignment: record.assignment, seed: .public, handIn: record.handIn,
        instrument: record.instrument, conversations: said)
      try Data(shorter.bytes).write(to: path)
      let without = try Tool(["regrade", folder])
      #expect(without.status == 3)
      #expect(without.errors.contains("full-marks stays as it is: the check \(forgotten) asks"))
      #expect(without.errors.contains("--submissions PATH"))
      #expect(try files(folder)["grades.csv"] == right["grades.csv"])
      let changed = try Tool(
        [
          "regrade", folder, "--submissions", "Tests/Submissions/affine-relu",
        ])
      #expect(changed.status == 3 && changed.errors.contains("has changed since"))
      let pilot = try Tool(["regrade", folder, "--pilot", Self.submissions])
      #expect(pilot.status == 0 && pilot.output.contains("Nothing was written"))
      #expect(try files(folder)["grades.csv"] == right["grades.csv"])
      #expect(try Data(contentsOf: path) == Data(shorter.bytes))
      let tool = try Tool(["regrade", folder, "--submissions", Self.submissions])
      #expect(tool.status == 0, "\(tool.errors)")
      #expect(try files(folder) == right, "the record is whole again")
    }
  }

  // MARK: - What cannot be judged

  @Test(
    "What cannot be read costs nobody a mark: one line, and the report stays",
    arguments: [
      "tampered record", "no record", "record of another", "tampered report", "no report",
    ])
  func broken(what: String) throws {
    try withReports { folder in
      let right = try files(folder)
      let record = "\(folder)/records/full-marks.safetensors"
      let report = "\(folder)/full-marks/report.json"
      switch what {
      case "tampered record":
        var bytes = try Data(contentsOf: URL(fileURLWithPath: record))
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: URL(fileURLWithPath: record))
      case "no record": try FileManager.default.removeItem(atPath: record)
      case "record of another":
        try FileManager.default.removeItem(atPath: record)
        try FileManager.default.copyItem(
          atPath: "\(folder)/records/half-finished.safetensors", toPath: record)
      case "tampered report": try edit(report) { $0["points"] = ["earned": "1", "possible": "1"] }
      default: try FileManager.default.removeItem(atPath: "\(folder)/full-marks")
      }
      let tool = try Tool(["regrade", folder])
      #expect(tool.status == 3)
      #expect(tool.errors.hasPrefix("gradecheck: full-marks stays as it is: "), "\(tool.errors)")
      #expect(tool.errors.split(separator: "\n").count == 1)
      #expect(tool.output.contains("2 judged again") && tool.output.contains("1 not judged"))
      if what.hasSuffix("record") || what.hasPrefix("record") {
        for (file, bytes) in try files(folder) where !file.hasPrefix("records/") {
          #expect(bytes == right[file], "\(file)")
        }
      } else {
        let sheet = String(
          decoding: try #require(try files(folder)["grades.csv"]), as: UTF8.self)
        #expect(sheet.contains("full-marks,notGraded"))
        let isThere = FileManager.default.fileExists(atPath: "\(folder)/full-marks")
        #expect(isThere == (what == "tampered report"), "no folder is made for what is missing")
      }
    }
  }

  @Test("Another seed, or a folder that is none, is one line, and nothing changes")
  func refused() throws {
    try withReports(["--seed", "one"]) { folder in
      let right = try files(folder)
      let tool = try Tool(["regrade", folder, "--seed", "two"])
      #expect(tool.status == 65 && tool.output.isEmpty)
      #expect(tool.errors.contains("was graded with another seed"))
      #expect(tool.errors.split(separator: "\n").count == 1)
      #expect(try files(folder) == right)
    }
  }

  @Test("A run.json cannot lead out of its folder", arguments: ["../up", "a/b", "..", ""])
  func paths(name: String) throws {
    try withReports { folder in
      try edit("\(folder)/run.json") { $0["submissions"] = [name] }
      let tool = try Tool(["regrade", folder])
      #expect(tool.status == 65, "\(tool.errors)")
    }
  }
}
