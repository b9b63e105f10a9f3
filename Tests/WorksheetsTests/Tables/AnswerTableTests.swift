import Testing

@testable import Worksheets

@Suite("Tables of answers")
struct AnswerTableTests {
  static let worksheet = Worksheet(
    id: "tiny", title: "", task: [], givens: [],
    slots: [
      Worksheet.Slot("z1", shape: [2], meaning: ""), Worksheet.Slot("loss", meaning: ""),
      Worksheet.Slot("dW1", shape: [2, 2], meaning: ""),
      Worksheet.Slot("dW2", shape: [1, 2], meaning: ""),
    ])

  private let worksheet = Self.worksheet

  private func table(_ text: String) -> AnswerTable { AnswerTable(parsing: text.utf8) }

  /// The texts of a table's only row.
  private func texts(_ text: String) throws -> [String: String] {
    let row = try #require(table(text).rows.first)
    let sheet = row.sheet(for: worksheet)
    #expect(sheet.problems.isEmpty)
    return sheet.texts
  }

  // MARK: - Slots

  @Test(
    "However the columns are called, the sheet is the same",
    arguments: [
      "id,z1,loss,dW1\na,\"[1, 2]\",0.50,\"[[1, 2], [3, 4]]\"",
      "\u{FEFF}id,Z1,LOSS,dw1\r\na,\"[1, 2]\",0.50,\"[[1, 2], [3, 4]]\"\r\n",
      "id,z1_0,z1_1,loss,\"dW1[0,0]\",\"dW1[0,1]\",\"dW1[1,0]\",\"dW1[1,1]\"\na,1,2,0.50,1,2,3,4",
      "id,z1[0],z1[1],loss,dW1[0,0],dW1[0,1],dW1[1,0],dW1[1,1]\na,1,2,0.50,1,2,3,4",
      "id,z1(1),z1(0),loss,dW1_11,dW1_10,dW1_01,dW1_00\na,2,1,0.50,4,3,2,1",
      "id,z1_1,z1_2,loss,dW1_1_1,dW1_1_2,dW1_2_1,dW1_2_2\na,1,2,0.50,1,2,3,4",
      "id\tz1_0\tz1_1\tloss\tdW1[0][0]\tdW1[0][1]\tdW1[1][0]\tdW1[1][1]\na\t1\t2\t0.50\t1\t2\t3\t4",
    ])
  func columns(text: String) throws {
    #expect(
      try texts(text) == ["z1": "[1, 2]", "loss": "0.50", "dW1": "[[1, 2], [3, 4]]"])
  }

  @Test("A row or a column may be counted by one number")
  func line() throws {
    #expect(try texts("id,dW2_0,dW2_1\na,1,2") == ["dW2": "[[1, 2]]"])
    #expect(try texts("id,\"dW2[0,0]\",dW2_01\na,1,2") == ["dW2": "[[1, 2]]"])
  }

  @Test("Semicolons go with decimal commas, unless a column says otherwise")
  func commas() throws {
    #expect(
      try texts("id;z1_0;z1_1;loss\na;0,5;1,5;\"0,25\"")
        == ["decimal": "comma", "z1": "[0,5; 1,5]", "loss": "0,25"])
    #expect(
      try texts("id;z1;loss;decimal\na;[0.5,1.5];0.25;point")
        == ["decimal": "point", "z1": "[0.5,1.5]", "loss": "0.25"])
    #expect(
      try texts("id,loss,decimal\na,\"0,25\",comma") == ["decimal": "comma", "loss": "0,25"])
  }

  @Test("A cell that cannot be read costs its place alone")
  func unreadable() throws {
    let row = try #require(table("id,z1_0,z1_1,loss,dW1\na,abc,2,,\"[[1, 2], [3]]\"").rows.first)
    let sheet = row.sheet(for: worksheet)
    #expect(sheet["z1"]?.text == "[, 2]" && sheet["loss"] == nil && sheet["dW1"]?.value == nil)
    #expect(
      sheet.problems.map(\.description) == [
        "line 2: z1[0]: 'abc' is not a number", "line 2: dW1: rows of different lengths: 2 and 1",
      ])
  }

  // MARK: - Columns

  @Test(
    "What is wrong with the columns is a line each, and the rest still counts",
    arguments: [
      ("id,z1,loss,dW1,dW2", []),
      (
        "id,z1,los,dW1,dW2",
        [
          "there is no slot 'los'; did you mean 'loss'? The column is left out",
          "there is no column for 'loss'; that counts as left blank",
        ]
      ),
      (
        "id,Started on,name,z1,loss,dW1,dW2",
        [
          "there is no slot 'Started on'; the column is left out"
        ]
      ),
      (
        "id,z1,loss,loss,dW1,dW2",
        [
          "the column 'loss' stands twice; the first one that is filled in counts"
        ]
      ),
      ("id,z1_0,loss,dW1,dW2_0,dW2_1", ["there is no column for z1[1]; that counts as left blank"]),
      (
        "id,z1,z1_0,z1_7,loss,dW1,dW2",
        [
          "'z1_7' is no place of z1, which is a list of 2; the column is left out"
        ]
      ),
      (
        "id,z1,loss,dW1,dW2,\"dW3[0,1]\"",
        [
          "there is no slot 'dW3[0,1]'; did you mean 'dW1'? The column is left out"
        ]
      ),
    ] as [(String, [String])])
  func columnProblems(header: String, sentences: [String]) {
    let table = table(header + "\na")
    #expect(table.problems(for: worksheet) == sentences.map { .init(line: 1, $0) })
    #expect(table.refusal(for: worksheet) == nil)
  }

  @Test("Of two columns for a slot the first that is filled in counts")
  func twice() throws {
    #expect(try texts("id,loss,loss\na,1,2") == ["loss": "1"])
    #expect(try texts("id,loss,loss\na,,2") == ["loss": "2"])
    #expect(try texts("id,z1,z1_0,z1_1\na,[ ],1,2") == ["z1": "[1, 2]"])
  }

  @Test(
    "A table in which nothing can be marked says why",
    arguments: [
      ("", "the table is empty"), ("id,loss", "the table has no row of answers"),
      ("id,a,b\nx,1,2", "no column is called after a slot; the slots are z1, loss, dW1, dW2"),
      ("loss,z1\n1,2", "no column says whose row it is; call one id, student, email or name"),
      ("id,loss\n,1", "nothing in the row says whose it is"),
    ])
  func refusals(text: String, reason: String) {
    #expect(table(text).refusal(for: worksheet) == reason)
  }

  // MARK: - Rows

  @Test(
    "Whose row it is stands in the best column for it, or in the first",
    arguments: [
      ("Student,loss", "ada,1", "ada"), ("loss,Email Address", "1,ada@x.org", "ada@x.org"),
      ("name,loss,ID", "Ada,1,17", "17"), ("name,loss,id", "Ada,1,", "Ada"),
      ("who,loss", " ada ,1", "ada"), ("id,loss", "../../etc,1", "-.-..-etc"),
      ("id,loss", "Zoë Ångström,1", "Zoë Ångström"), ("id,loss", ".,1", "-"),
    ])
  func names(header: String, row: String, name: String) {
    #expect(table("\(header)\n\(row)").rows.map(\.name) == [name])
  }

  @Test("A row that nobody can be sure about is left out with its reason, the others are not")
  func leftOut() {
    let table = table("id,loss,z1_0\nada,1,2\n,3,4\n,,\nbob,0,5,6\nada,5,6\neve,7,8,,\n")
    #expect(table.rows.map(\.name) == ["ada", "eve"])
    #expect(table.leftOut.map(\.name) == ["line 3", "bob (line 5)", "ada (line 6)"])
    #expect(table.leftOut[2].reason == "stands twice in the table; line 2 counts")
  }

  @Test("A row that is too short says so, and is blank from there on")
  func short() throws {
    let row = try #require(table("id,loss,z1\nada,1").rows.first)
    let sheet = row.sheet(for: worksheet)
    #expect(sheet.texts == ["loss": "1"])
    #expect(
      sheet.problems.map(\.description) == [
        "line 2: the row has 2 cells for 3 columns; the rest counts as blank"
      ])
  }

  @Test("A table names its assignment where all rows name one")
  func assignment() throws {
    let table = table("id,assignment,loss\na,tiny,1\nb, tiny,2")
    #expect(table.assignment == "tiny")
    #expect(table.rows.allSatisfy { worksheet.problems(of: $0.sheet(for: worksheet)).isEmpty })
    #expect(self.table("id,assignment,loss\na,tiny,1\nb,other,2").assignment == nil)
  }

  @Test("A column names each row's variant")
  func variant() throws {
    let rows = table("id,Variant,loss\na,2db028,1\nb, ,2\nc,tanh,").rows
    let sheets = rows.map { $0.sheet(for: worksheet) }
    #expect(sheets.map(\.variant) == ["2db028", nil, "tanh"])
    #expect(sheets.allSatisfy { worksheet.problems(of: $0).isEmpty && $0.problems.isEmpty })
    #expect(
      sheets.map { worksheet.mismatch(with: $0) } == [
        .unexpected("2db028"), nil, .unexpected("tanh"),
      ])
  }

  @Test("A table without such a column is about the numbers that it is judged by")
  func noVariant() throws {
    let own = worksheet.variant(named: "2db028", givens: worksheet.givens)
    let row = try #require(table("id,loss\na,1").rows.first)
    #expect(own.mismatch(with: row.sheet(for: own)) == nil)
    #expect(worksheet.mismatch(with: row.sheet(for: worksheet)) == nil)
    let blank = try #require(table("id,variant,loss\na,,1").rows.first)
    #expect(own.mismatch(with: blank.sheet(for: own)) == .missing(own: "2db028"))
  }
}
