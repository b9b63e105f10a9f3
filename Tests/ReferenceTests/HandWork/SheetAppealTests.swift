import Grading
import Testing
import Worksheets

@testable import Reference

@Suite("The appeal page of a marked sheet")
struct SheetAppealTests {
  /// The forward pass is right; the derivative of the sigmoid is not, from δ2 on.
  private static let sheet = AnswerSheet(
    """
    z1 = [0.3775, 0.3925]
    x1 = [0.5933, ]
    z2 = 1.1059
    x2 = 0.75
    loss = 0.2748
    db2 = .1532
    dW1 = [[0.1, 0.2], [0.3, 0.4]]
    """)

  private func appeal(_ sheet: AnswerSheet) throws -> SheetAppeal {
    let appeal = try SheetAppeal(
      of: sheet, named: "a.txt", by: .backpropTwoTwoOne,
      asking: #require(Catalogue.worksheet(of: "backprop-2-2-1")))
    return try #require(appeal)
  }

  @Test("Each number has its mark, and the picture has it where it belongs")
  func marks() throws {
    let appeal = try appeal(Self.sheet)
    let entries = appeal.slots.flatMap(\.entries)
    func mark(_ name: String) -> Mark? { entries.first { $0.quantity == name }?.mark }
    #expect(mark("z1[1]") == .right && mark("x2") == .tooFewFigures)
    #expect(mark("db2") == .wrong && mark("x1[1]") == nil && mark("dW2[0, 0]") == nil)
    let readings = try #require(appeal.picture?.readings)
    #expect(readings["x1[1]"] == .blank)
    if case .typed(".1532", .wrong, right: let right?) = readings["db2"] {
      #expect(abs(right - 0.13849856) < 1e-8)
    } else {
      Issue.record("db2 is \(String(describing: readings["db2"]))")
    }
  }

  @Test("A student's page ends at the first step that went wrong, and gives no right value away")
  func student() throws {
    let whole = try appeal(Self.sheet)
    let appeal = whole.redacted(for: .student)
    #expect(appeal.earned == whole.earned && appeal.points == whole.points)
    let names = appeal.slots.filter { !$0.entries.isEmpty }.map(\.result.name)
    #expect(names == ["z1", "x1", "z2", "x2", "loss", "dW2", "db2"])
    for entry in appeal.slots.flatMap(\.entries) {
      #expect((entry.truth != nil) == (entry.mark == .right), "\(entry.quantity)")
      #expect((entry.accepted != nil) == (entry.mark == .right), "\(entry.quantity)")
      #expect(entry.own == nil)
    }
    #expect(appeal.slots.allSatisfy { $0.finding.evidence == nil && $0.finding.nearest == nil })
    #expect(whole.redacted(for: .staff) == whole)
  }

  @Test("An empty sheet tells a student nothing")
  func empty() throws {
    let appeal = try appeal(AnswerSheet("")).redacted(for: .student)
    #expect(appeal.slots.flatMap(\.entries).allSatisfy { $0.truth == nil && $0.accepted == nil })
  }
}
