import Tensors
import Testing

@testable import Worksheets

@Suite("Worksheets")
struct WorksheetTests {
  let worksheet = Worksheet(
    id: "tiny", title: "A tiny net", task: ["y = w x"],
    givens: ["x = 0.25", "w = [[1, 2], [3, 4]]"],
    slots: [
      Worksheet.Slot("z1", shape: [2], meaning: "sums"),
      Worksheet.Slot("x1", shape: [2], meaning: "activations", parents: ["z1"]),
      Worksheet.Slot("loss", meaning: "the loss", parents: ["x1"]),
      Worksheet.Slot("dW1", shape: [3, 2], meaning: "a gradient", parents: ["x1"]),
      Worksheet.Slot("dW2", shape: [1, 2], meaning: "another", parents: []),
    ])

  @Test("Descendants are found through others")
  func descendants() {
    #expect(worksheet.descendants(of: "z1") == ["x1", "loss", "dW1"])
    #expect(worksheet.descendants(of: "loss").isEmpty)
  }

  @Test("Givens are numbers to compute with")
  func givens() {
    #expect(worksheet.givenNumbers == ["x": Tensor(0.25), "w": [[1, 2], [3, 4]]])
  }

  @Test("The blank sheet reads back without a problem, and nothing in it is filled")
  func blankSheet() {
    let sheet = AnswerSheet(worksheet.blankSheet)
    #expect(sheet.assignment == "tiny")
    #expect(sheet.entries.isEmpty && sheet.problems.isEmpty)
    #expect(worksheet.problems(of: sheet).isEmpty)
    #expect(worksheet.blankSheet.contains("\ndW1 = [[ , ], [ , ], [ , ]]\n"))
    #expect(worksheet.blankSheet.contains("\nloss =\n"))
    #expect(worksheet.blankSheet.contains("\n#   x = 0.25\n"))
    for line in worksheet.blankSheet.split(separator: "\n") { #expect(line.count <= 100) }
  }

  @Test(
    "Unknown slots and wrong shapes are problems in plain words",
    arguments: [
      ("dq1 = 1", "line 1: there is no slot 'dq1'; did you mean 'dW1'?"),
      (
        "dw1 = [1, 2]",
        "line 1: dW1: this slot is a 3 by 2 matrix; you typed a list of 2"
      ),
      ("loss = 1\nLOSS = 2", "line 2: 'LOSS' is the slot 'loss' once more; line 1 counts"),
      ("Loss = 1\nLOSS = 2", "line 1: 'Loss' is the slot 'loss' once more; line 2 counts"),
      ("Loss = 1\nloss = 2", "line 1: 'Loss' is the slot 'loss' once more; line 2 counts"),
      ("los = 1", "line 1: there is no slot 'los'; did you mean 'loss'?"),
      ("gradient = 1", "line 1: there is no slot 'gradient'; the slots are z1, x1, loss, dW1, dW2"),
      ("loss = [1, 2]", "line 1: loss: this slot is one number; you typed a list of 2"),
      (
        "dW1 = [[1, 2, 3], [4, 5, 6]]",
        "line 1: dW1: this slot is a 3 by 2 matrix; you typed a 2 by 3 matrix"
      ),
      (
        "dW1 = [1, 2, 3, 4, 5]",
        "line 1: dW1: this slot is a 3 by 2 matrix; you typed a list of 5"
      ),
      ("\nassignment = other", "line 2: the sheet names the assignment 'other'; this is 'tiny'"),
    ])
  func problems(text: String, expected: String) {
    #expect(worksheet.problems(of: AnswerSheet(text)).map(\.description) == [expected])
  }

  @Test("A slot in another case is that slot", arguments: ["dw2", "DW2", "dW2", "Dw2"])
  func otherCase(name: String) {
    #expect(worksheet.slot(typedAs: name)?.name == "dW2")
    #expect(worksheet.problems(of: AnswerSheet("\(name) = [1, 2]")).isEmpty)
    #expect(worksheet.filledSlots(of: [name: "a"]) == ["dW2": "a"])
    #expect(worksheet.filledSlots(of: [name: "a", "z1": "b"]) == ["dW2": "a", "z1": "b"])
  }

  @Test("Case tells two slots apart where nothing else does")
  func caseMatters() {
    let sheet = Worksheet(
      id: "case", title: "", task: [], givens: [],
      slots: [Worksheet.Slot("w", meaning: ""), Worksheet.Slot("W", meaning: "")])
    #expect(sheet.slot(typedAs: "w")?.name == "w" && sheet.slot(typedAs: "W")?.name == "W")
    let other = Worksheet(
      id: "case", title: "", task: [], givens: [],
      slots: [Worksheet.Slot("dw", meaning: ""), Worksheet.Slot("dW", meaning: "")])
    #expect(other.slot(typedAs: "DW") == nil)
  }

  @Test("The slot's own spelling counts before any other")
  func ownSpelling() {
    let filled = worksheet.filledSlots(of: ["LOSS": "1", "loss": "2", "Loss": "3", "y": "4"])
    #expect(filled["loss"] == "2" && filled["y"] == nil)
  }

  @Test(
    "Lists, rows and columns are the same thing",
    arguments: ["[1, 2]", "[[1, 2]]", "[[1], [2]]"])
  func lines(text: String) throws {
    let typed = try TypedArray(parsing: text)
    for slot in [worksheet["z1"], worksheet["dW2"]] {
      let slot = try #require(slot)
      let fitting = try #require(slot.fitting(typed))
      #expect(fitting.shape == slot.shape && fitting.entries == typed.entries)
    }
  }

  @Test("A list of all numbers of a matrix is read row by row, which is said")
  func flat() throws {
    let slot = Worksheet.Slot("dW1", shape: [2, 2], meaning: "")
    let sheet = Worksheet(id: "flat", title: "", task: [], givens: [], slots: [slot])
    let typed = try TypedArray(parsing: "[1, 2, 3, 4]")
    #expect(try slot.fitting(typed) == TypedArray(parsing: "[[1, 2], [3, 4]]"))
    #expect(
      sheet.problems(of: AnswerSheet("dW1 = [1, 2, 3, 4]")).map(\.sentence) == [
        "dW1: you typed a list of 4, which is read as a 2 by 2 matrix, row by row"
      ])
    for text in ["[1, 2, 3]", "[[1], [2], [3], [4]]", "[[1, 2, 3, 4]]"] {
      #expect(try slot.fitting(TypedArray(parsing: text)) == nil, "\(text)")
    }
  }

  @Test("A column where a list or a row belongs is the same numbers, which is said")
  func column() throws {
    for (name, size) in [("z1", "a list of 2"), ("dW2", "a 1 by 2 matrix")] {
      let slot = try #require(worksheet[name])
      let sheet = Worksheet(
        id: "column", title: "", task: [], givens: [],
        slots: [Worksheet.Slot(name, shape: slot.shape, meaning: "")])
      func sentences(_ text: String) -> [String] {
        sheet.problems(of: AnswerSheet("\(name) = \(text)")).map(\.sentence)
      }
      #expect(
        sentences("[[1], [2]]") == [
          "\(name): you typed a 2 by 1 matrix, which is read as \(size)"
        ])
      #expect(sentences("[1, 2]") == [] && sentences("[[1, 2]]") == [])
    }
  }
}
