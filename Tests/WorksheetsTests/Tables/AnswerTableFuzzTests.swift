import Fuzzing
import Testing

@testable import Worksheets

@Suite("Tables of answers with faults in them")
struct AnswerTableFuzzTests {
  private let worksheet = AnswerTableTests.worksheet

  @Test("Whatever the bytes, a table is read and bounded", arguments: 0..<4)
  func faults(seed: UInt64) {
    let tables = [
      "id,z1,\"dW1[0,1]\",dW1_11,loss\r\nada,\"[0.3775, 0.3925]\",0.1,2,−1/2\r\nbob,,,,\r\n",
      "\u{FEFF}id;z1_0;z1_1;decimal\na;0,5;1,5·10⁻³;comma\nb;1;2;point\n", "id\tloss\na\t1\n",
    ]
    let tokens = [",", ";", "\"", "dW1[", "_01", "id", "decimal", "comma", "z1", "[", "]", "../"]
    let faults = Fuzz(tables.map { Array($0.utf8) }, tokens: tokens)
      .faults(seed: seed, rounds: 800) { bytes in
        let table = AnswerTable(parsing: bytes)
        let sheets = table.rows.map { $0.sheet(for: worksheet) }
        let isBounded =
          table.problems(for: worksheet).count <= 2 * AnswerSheet.mostProblems
          && Set(table.rows.map(\.name)).count == table.rows.count
          && table.rows.allSatisfy {
            !$0.name.isEmpty && !$0.name.hasPrefix(".") && !$0.name.contains("/")
              && $0.name.utf8.count < 250
          }
          && sheets.allSatisfy { sheet in
            sheet.entries.count <= 4
              && sheet.problems.allSatisfy { $0.sentence.allSatisfy { !$0.isNewline } }
          }
        let isRead = table.refusal(for: worksheet) == nil
        return (isRead ? .read : .refused, isBounded ? nil : "\(table.rows.count) rows")
      }
    #expect(faults == [], "seed \(seed)")
  }

  @Test(
    "The largest tables are read at once", .timeLimit(.minutes(1)),
    arguments: ["z1,", "dW1[0,1],", "x,", "id,", "a\n", "loss,loss\n", "[,"])
  func monotony(piece: String) {
    let text = "id,loss\n" + String(repeating: piece, count: (1 << 19) / piece.utf8.count)
    for text in [text, String(text.dropFirst(8))] {
      let table = AnswerTable(parsing: text.utf8)
      _ = table.problems(for: worksheet)
      for row in table.rows.prefix(500) { _ = row.sheet(for: worksheet) }
    }
  }
}
