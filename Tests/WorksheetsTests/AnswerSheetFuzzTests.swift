import Fuzzing
import Testing

@testable import Worksheets

@Suite("Answer sheets with faults in them")
struct AnswerSheetFuzzTests {
  @Test("Whatever the bytes, a sheet is read and holds no more than them", arguments: 0..<4)
  func faults(seed: UInt64) {
    let sheets = [
      AnswerSheetTests.plain, "\u{FEFF}a = [[1, 2], [3, 4]]\r\nb = −1.5e-3\rc = 2.5×10^-4\n",
      "{assignment: 'x', decimal: 'comma', a: [[1, '2,5'], [+.3, 0x4]], // c\n b: '1/2',}",
      "decimal = comma\na = [0,5; 1/2]\nb = [[1,5·10⁻³ , 2], [3; 4]]\nc = –1.5,2\n",
      "assignment = x\nassignment = y\nz = 1,5\nz = 3/4\n = 2\nq = [1, [2]]\nw = [",
    ]
    let tokens = [
      " = ", "=", "[", "]", ",", "#", "×10^", "e", "\u{2212}", "\u{A0}", "_", ";", "decimal",
      "comma", "·10⁻", "/",
    ]
    let faults = Fuzz(sheets.map { Array($0.utf8) }, tokens: tokens)
      .faults(seed: seed, rounds: 2500) { bytes in
        let sheet = AnswerSheet(parsing: bytes)
        let count = sheet.entries.reduce(0) { $0 + ($1.value?.entries.count ?? 0) }
        let isBounded =
          count <= bytes.count && sheet.problems.count <= AnswerSheet.mostProblems + 1
          && sheet.problems.allSatisfy { $0.sentence.utf8.count < 1000 }
        return (
          sheet.problems.isEmpty ? .read : .refused, isBounded ? nil : "\(count) numbers"
        )
      }
    #expect(faults == [], "seed \(seed)")
  }

  @Test(
    "The largest sheet of one kind of line is read at once", .timeLimit(.minutes(1)),
    arguments: [
      "a#=1\n", "a#=\n", "a=1\n", "[", "a#=[[1],[2\n", "=", "\r", "a#=\u{301}\n", "a = [",
    ])
  func monotony(line: String) {
    var text = ""
    var number = 0
    while text.utf8.count < AnswerSheet.mostBytes {
      text += line.replacing("#", with: String(number, radix: 36))
      number += 1
    }
    #expect(AnswerSheet(text).entries.count <= number)
  }
}
