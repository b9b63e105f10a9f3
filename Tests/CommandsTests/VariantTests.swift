import Foundation
import Testing

@Suite("Sheets with every student's own numbers", .serialized)
struct VariantTests {
  /// Fills in a blank sheet of the 2-2-1 network rightly, from the numbers that are printed on it.
  private static func filledIn(_ blank: String) throws -> String {
    func given(_ name: String) throws -> [Double] {
      let lines = blank.split(separator: "\n").filter { $0.hasPrefix("#   \(name) = ") }
      let line = try #require(lines.first)
      return line.split(separator: "=")[1].matches(of: /[\d.]+/).compactMap { Double($0.0) }
    }
    let (x, y, w1) = (try given("x0"), try given("y")[0], try given("W1"))
    let (b1, w2, b2) = (try given("b1"), try given("W2"), try given("b2")[0])
    func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
    let z1 = [0, 1].map { w1[2 * $0] * x[0] + w1[2 * $0 + 1] * x[1] + b1[$0] }
    let x1 = z1.map(sigmoid)
    let z2 = w2[0] * x1[0] + w2[1] * x1[1] + b2
    let x2 = sigmoid(z2)
    let delta2 = (x2 - y) * x2 * (1 - x2)
    let delta1 = [0, 1].map { w2[$0] * delta2 * x1[$0] * (1 - x1[$0]) }
    func list(_ values: [Double]) -> String {
      "[" + values.map { String(format: "%.6f", $0) }.joined(separator: ", ") + "]"
    }
    let filled = [
      "z1": list(z1), "x1": list(x1), "z2": "\(z2)", "x2": "\(x2)",
      "loss": "\((x2 - y) * (x2 - y) / 2)", "dW2": list(x1.map { delta2 * $0 }),
      "db2": "\(delta2)", "db1": list(delta1),
      "dW1": "[\(list(x.map { delta1[0] * $0 })), \(list(x.map { delta1[1] * $0 }))]",
    ]
    return blank.split(separator: "\n").map { line in
      let slot = line.split(separator: " ").first.map(String.init) ?? ""
      return filled[slot].map { "\(slot) = \($0)" } ?? String(line)
    }.joined(separator: "\n")
  }

  /// Runs `body` with the folder of a class: anna and ben have worked out their own sheets.
  private static func withClass(
    of students: [String] = ["anna", "ben"], seed: String = "secret",
    _ body: (String) throws -> Void
  ) throws {
    try Scratch.withFolder { folder in
      let place = "\(folder)/class"
      let tool = try Tool(
        ["handout", "backprop-2-2-1", "--output", place, "--seed", seed]
          + students.flatMap { ["--variant-for", $0] })
      try #require(tool.status == 0, "\(tool.errors)")
      for student in students {
        try edit("\(place)/\(student)/answers.txt", filledIn)
      }
      try body(place)
    }
  }

  private static func edit(_ path: String, _ edit: (String) throws -> String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try edit(text).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// What the sheet in a file calls its numbers.
  private static func variant(in path: String) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try String(#require(text.firstMatch(of: /variant = (.*)/)).1)
  }

  // MARK: - One sheet

  @Test("A right sheet is right by its student's numbers, and the report names them")
  func verify() throws {
    try Self.withClass { place in
      let sheet = "\(place)/anna/answers.txt"
      let options = [sheet, "--variant-for", "Anna", "--seed", "secret"]
      let verified = try Tool(["verify"] + options)
      #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
      #expect(verified.output.contains(", variant \(try Self.variant(in: sheet))\n"))
      let explained = try Tool(["explain"] + options)
      #expect(explained.status == 0 && explained.output.contains("z1[0] = "))
    }
  }

  @Test("A sheet of other numbers is refused in one line", arguments: ["verify", "explain"])
  func refused(command: String) throws {
    try Self.withClass { place in
      let (anna, ben) = ("\(place)/anna/answers.txt", "\(place)/ben/answers.txt")
      let common = "Tests/Submissions/backprop-2-2-1/full-marks/answers.txt"
      let (name, other) = (try Self.variant(in: anna), try Self.variant(in: ben))
      for (words, reason) in [
        ([anna], "is the sheet of variant \(name), a student's own numbers; "),
        (
          [anna, "--variant-for", "ben", "--seed", "secret"],
          "is the sheet of variant \(name), and ben has variant \(other): "
        ),
        (
          [anna, "--variant-for", "anna"], "is the sheet of variant \(name), and anna has variant "
        ),
        (
          [common, "--variant-for", "ben", "--seed", "secret"],
          "names no variant, and ben has the numbers of variant \(other); "
        ),
      ] {
        let tool = try Tool([command] + words)
        #expect(tool.status == 65 && tool.output.isEmpty)
        #expect(tool.errors.hasPrefix("gradecheck: '\(words[0])' \(reason)"), "\(tool.errors)")
        #expect(tool.errors.split(separator: "\n").count == 1)
      }
    }
  }

  // MARK: - A class

  @Test("A class is judged by everybody's own numbers, again and again with the same bytes")
  func grade() throws {
    try Self.withClass { place in
      let reports = "\(place)-reports"
      let words = ["grade", place, "--variants", "--seed", "secret", "--output", reports]
      let first = try Tool(words + ["--quiet"])
      #expect(first.status == 0, "\(first.errors)")
      let files = try Scratch.files(reports)
      #expect(try Tool(words).output == first.output)
      #expect(try Scratch.files(reports) == files)
      for student in ["anna", "ben"] {
        let report = try #require(files["\(student)/report.json"])
        let name = try Self.variant(in: "\(place)/\(student)/answers.txt")
        let text = String(decoding: report, as: UTF8.self)
        #expect(text.contains("\"variant\": \"\(name)\""))
        #expect(text.contains("\"earned\": \"16\""), "all of the sheet, none of the code")
      }
      let again = try Tool(["regrade", reports, "--seed", "secret"])
      #expect(again.status == 0, "\(again.errors)")
      #expect(again.output.contains("2 unchanged"), "\(again.output)")
    }
  }

  @Test("Sheets of other numbers are left out, each with its reason, and never marked")
  func leftOut() throws {
    try Self.withClass(of: ["anna", "ben", "carl"]) { place in
      let anna = "\(place)/anna/answers.txt"
      let name = try Self.variant(in: anna)
      try Self.edit("\(place)/ben/answers.txt") { _ in
        try String(contentsOfFile: anna, encoding: .utf8)
      }
      try Self.edit("\(place)/carl/answers.txt") { $0.replacing(/variant = .*\n/, with: "") }
      let own = try Tool(["grade", place, "--variants", "--seed", "secret", "--quiet"])
      #expect(own.status == 3)
      #expect(own.output.contains("1 graded"), "\(own.output)")
      #expect(own.output.contains("is the sheet of variant \(name), and ben has variant "))
      #expect(own.output.contains("names no variant, and carl has the numbers of variant "))
      let common = try Tool(["grade", place, "--quiet"])
      #expect(common.status == 3 && common.output.contains("1 graded"))
      #expect(common.output.contains("is the sheet of variant \(name), a student's own numbers;"))
      let single = try Tool(
        ["grade", "\(place)/ben", "--variants", "--seed", "secret", "--quiet"])
      #expect(single.status == 65 && single.errors.hasPrefix("gradecheck: 'answers.txt' is the "))
      #expect(single.errors.contains("ben has variant ") && single.output.isEmpty)
    }
  }

  @Test("A sheet in JSON is judged by the numbers that it names, or by none")
  func json() throws {
    try Self.withClass { place in
      let anna = "\(place)/anna/answers.txt"
      let json = try Self.json(String(contentsOfFile: anna, encoding: .utf8))
      let path = "\(place)/anna.json"
      try json.write(toFile: path, atomically: true, encoding: .utf8)
      let own = ["--variant-for", "anna", "--seed", "secret"]
      #expect(try Tool(["verify", path] + own).status == 0)
      let name = try Self.variant(in: anna)
      for words in [[], ["--variant-for", "ben", "--seed", "secret"]] {
        let tool = try Tool(["verify", path] + words)
        #expect(tool.status == 65 && tool.output.isEmpty)
        #expect(tool.errors.contains("is the sheet of variant \(name)"), "\(tool.errors)")
      }
      try json.replacing("variant:", with: "// variant:").write(
        toFile: path, atomically: true, encoding: .utf8)
      let unnamed = try Tool(["verify", path] + own)
      #expect(unnamed.status == 65 && unnamed.errors.contains("names no variant"))
    }
  }

  @Test("A fault in JSON is one line that says where, though nothing else could be read")
  func fault() throws {
    try Scratch.withFolder { folder in
      let path = "\(folder)/answers.json"
      try "{assignment: 'backprop-2-2-1',\n z2: 1.1059 x2: 3}".write(
        toFile: path, atomically: true, encoding: .utf8)
      let tool = try Tool(["verify", path])
      #expect(tool.status == 65 && tool.output.isEmpty)
      #expect(tool.errors.hasPrefix("gradecheck: '\(path)': line 2: column 13: "), "\(tool.errors)")
    }
  }

  /// The same sheet in JSON5.
  private static func json(_ sheet: String) -> String {
    let members = sheet.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let halves = line.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return halves[1].first?.isNumber == true || halves[1].hasPrefix("[")
        ? "\(halves[0]): \(halves[0] == "variant" ? "'\(halves[1])'" : halves[1]),"
        : "\(halves[0]): '\(halves[1])',"
    }
    return "{\n\(members.joined(separator: "\n"))\n}\n"
  }

  @Test("In a table each row names its variant, and another student's is left out")
  func table() throws {
    try Self.withClass { place in
      func row(_ student: String, of owner: String) throws -> String {
        let text = try String(contentsOfFile: "\(place)/\(owner)/answers.txt", encoding: .utf8)
        let z2 = try #require(text.firstMatch(of: /\nz2 = (.*)/)).1
        return "\(student),\(try Self.variant(in: "\(place)/\(owner)/answers.txt")),\(z2)\n"
      }
      let path = "\(place)/class.csv"
      let table = try "id,variant,z2\n" + row("anna", of: "anna") + row("ben", of: "anna")
      try table.write(toFile: path, atomically: true, encoding: .utf8)
      let common = ["--assignment", "backprop-2-2-1", "--seed", "secret"]
      let tool = try Tool(["grade", path, "--variants", "--quiet"] + common)
      #expect(tool.status == 3 && tool.output.contains("1 graded"), "\(tool.output)")
      #expect(tool.output.contains("anna  5/16") && tool.output.contains("ben has variant "))
      // Nobody's own numbers are at hand: no row of them is looked at.
      let verified = try Tool(["verify", path, "--assignment", "backprop-2-2-1"])
      #expect(verified.status == 1 && verified.output.isEmpty, "\(verified.output)")
      #expect(verified.errors.split(separator: "\n").count { $0.contains("variant") } == 2)
    }
  }

  // MARK: - Further sheets

  @Test("A further sheet is handed out, marked and explained under its name")
  func further() throws {
    try Scratch.withFolder { folder in
      let sheets = ["--sheet", "relu"]
      let sheet = "\(folder)/answers.txt"
      let out = try Tool(["handout", "backprop-2-2-1", "--output", folder] + sheets)
      #expect(out.output == "\(sheet)  variant relu\n", "\(out.errors)")
      try Self.edit(sheet) { text in
        #expect(text.contains("\nvariant = relu\n"))
        return text.replacing("z1 = [ , ]", with: "z1 = [0.4775, -0.3075]")
          .replacing("x1 = [ , ]", with: "x1 = [0.4775, 0]")
          .replacing("\nz2 =", with: "\nz2 = 0.7910")
      }
      // The sheet says itself which it is; a mark takes the teacher's word for it.
      for words in [["verify", sheet], ["verify", sheet] + sheets, ["explain", sheet]] {
        let tool = try Tool(words)
        #expect(tool.errors.isEmpty && tool.output.contains("5 of 16 points"), "\(tool.output)")
      }
      let refused = try Tool(["grade", sheet, "--quiet"])
      #expect(refused.status == 65 && refused.errors.contains("judge it with --sheet relu"))
      let reports = "\(folder)/reports"
      let graded = try Tool(["grade", sheet, "--quiet", "--output", reports] + sheets)
      #expect(graded.output.contains("network, variant relu\n"), "\(graded.output)")
      #expect(try Tool(["regrade", reports]).output.contains("1 unchanged"))
      let other = try Tool(["verify", sheet, "--sheet", "tanh"])
      #expect(other.status == 65 && other.errors.contains("and the sheet tanh is asked for"))
      let unknown = try Tool(["grade", sheet, "--sheet", "tahn"])
      #expect(unknown.status == 64 && unknown.errors.contains("did you mean 'tanh'?"))
    }
  }

  @Test("A further sheet has numbers of each student's own as well")
  func furtherVariants() throws {
    try Scratch.withFolder { folder in
      let words = ["--sheet", "tanh", "--seed", "secret"]
      let out = try Tool(
        ["handout", "backprop-2-3-1", "--output", folder, "--variant-for", "anna"] + words)
      let sheet = "\(folder)/anna/answers.txt"
      #expect(out.output.hasPrefix("\(sheet)  variant tanh-"), "\(out.errors)")
      try Self.edit(sheet) { $0.replacing("\nz2 =", with: "\nz2 = 7") }
      let tool = try Tool(["verify", sheet, "--variant-for", "anna", "--seed", "secret"])
      #expect(tool.status == 1 && tool.output.contains(", variant tanh-"), "\(tool.errors)")
      let plain = try Tool(["verify", sheet])
      #expect(plain.status == 65 && plain.errors.contains("and the sheet tanh is asked for"))
      let reports = "\(folder)/reports"
      let graded = try Tool(
        ["grade", "\(folder)/anna", "--variants", "--quiet", "--output", reports] + words)
      #expect(graded.status == 1, "\(graded.errors)")
      #expect(
        try Tool(["regrade", reports, "--seed", "secret"]).output.contains("1 unchanged"))
    }
  }

  // MARK: - The handout

  @Test("Without students the course's own sheet lies in the package")
  func handout() throws {
    try Scratch.withFolder { folder in
      for (id, contract) in [
        ("backprop-2-2-1", "BackpropTwoTwoOne"), ("backprop-2-3-1", "BackpropTwoThreeOne"),
      ] {
        let tool = try Tool(["handout", id, "--output", "\(folder)/\(id)"])
        #expect(tool.status == 0 && tool.output.hasPrefix("\(folder)/\(id)  Backpropagation "))
        let resource = "assignments/\(contract)/\(contract).docc/Resources/answers.txt"
        #expect(
          FileManager.default.contents(atPath: "\(folder)/\(id)/Submission/answers.txt")
            == FileManager.default.contents(atPath: "\(Tool.root.path)/\(resource)"))
      }
    }
  }

  @Test(
    "What cannot be is refused in one line",
    arguments: [
      (["handout"], 64, "handout needs one assignment or course"),
      (["handout", "backprop-2-2-1"], 64, "add --output DIR"),
      (
        ["handout", "dropout", "--output", "x", "--variant-for", "a"], 65,
        "dropout has no hand-computed part"
      ),
      (["handout", "cs231", "--output", "x"], 64, "did you mean 'cs231n'?"),
      (["handout", "losses", "--output", "."], 65, "'.' holds a Package.swift that is not"),
      (
        ["handout", "backprop-2-2-1", "--output", "x", "--variant-for", "../anna"], 64,
        "'../anna' is no student's identifier"
      ),
      (
        ["handout", "backprop-2-2-1", "--output", "x", "--variant-for", "a", "--seed="], 64,
        "--seed is empty"
      ),
      (
        ["grade", "Tests/Submissions/dropout/full-marks", "--variants"], 64,
        "dropout has no hand-computed part, so no variants"
      ),
    ] as [([String], Int32, String)])
  func slips(arguments: [String], status: Int32, words: String) throws {
    let tool = try Tool(arguments)
    #expect(tool.status == status && tool.output.isEmpty)
    #expect(tool.errors.contains(words), "\(tool.errors)")
    #expect(tool.errors.split(separator: "\n").count == 1)
  }
}
