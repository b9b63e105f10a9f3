import Tensors
import Testing
import Worksheets

@Suite("Variants of a worksheet")
struct WorksheetVariantTests {
  private static let common = Worksheet(
    id: "tiny", title: "A tiny net", task: ["y = w x"], givens: ["x = 0.25"],
    slots: [Worksheet.Slot("y", meaning: "the output")])
  private static let own = common.variant(named: "3f9a1c", givens: ["x = 0.75"])

  @Test("A variant asks the same about its own numbers")
  func numbers() {
    #expect(Self.own.slots == Self.common.slots && Self.own.task == Self.common.task)
    #expect(Self.own.givenNumbers == ["x": Tensor(0.75)])
    #expect(Self.common.variant == nil)
  }

  @Test("The blank sheet carries the variant's name, and reads back with it")
  func blankSheet() {
    #expect(Self.own.blankSheet.contains("\nassignment = tiny\nvariant = 3f9a1c\n"))
    let sheet = AnswerSheet(Self.own.blankSheet)
    #expect(sheet.variant == "3f9a1c" && sheet.entries.isEmpty && sheet.problems.isEmpty)
    #expect(Self.own.problems(of: sheet).isEmpty)
    #expect(AnswerSheet(Self.common.blankSheet).variant == nil)
  }

  @Test(
    "A sheet fits the numbers of its own name alone",
    arguments: [
      ("y = 1", nil, .missing(own: "3f9a1c")), ("variant =\ny = 1", nil, .missing(own: "3f9a1c")),
      ("Notes of mine", nil, nil), ("n = 1\ny = [ ]", nil, nil),
      ("variant = 3f9a1c", .unexpected("3f9a1c"), nil),
      ("variant = 3F9A1C # copied", .unexpected("3F9A1C"), nil),
      ("variant = abcdef", .unexpected("abcdef"), .other("abcdef", own: "3f9a1c")),
      (
        "variant = aaaaaaaaaabbbbbbbbbbccccccccccdd", .unexpected("aaaaaaaaaabbbbbbbbbbccccccc..."),
        .other("aaaaaaaaaabbbbbbbbbbccccccc...", own: "3f9a1c")
      ),
    ] as [(String, VariantMismatch?, VariantMismatch?)])
  func mismatch(text: String, common: VariantMismatch?, own: VariantMismatch?) {
    #expect(Self.common.mismatch(with: AnswerSheet(text)) == common)
    #expect(Self.own.mismatch(with: AnswerSheet(text)) == own)
  }

  @Test("Of two names the first counts, and the second is said")
  func twoNames() {
    let sheet = AnswerSheet("variant = 3f9a1c\nvariant = 3f9a1c\nvariant = abcdef\n")
    #expect(sheet.variant == "3f9a1c")
    #expect(
      sheet.problems.map(\.description) == ["line 3: the sheet names two variants; '3f9a1c' counts"]
    )
  }
}
