import Fuzzing
import Testing

@testable import PlainText

@Suite("Tables with faults in them")
struct CSVFuzzTests {
  @Test("Whatever the bytes, a table is read and holds no more than them", arguments: 0..<4)
  func anyBytes(seed: UInt64) {
    let tables = [
      "id,z1,\"dW1[0,1]\"\r\nada,\"[0.3775, 0.3925]\",0.1\r\nbob,\"\"\"x\"\"\",\r\n",
      "\u{FEFF}sep=;\nid;loss\na;0,5\n", "a\tb\n\"1\n2\"\t3\r4\t5",
    ]
    let tokens = ["\"", "\"\"", ",", ";", "\t", "\r\n", "sep=", "\",\"", "\n\""]
    let faults = Fuzz(tables.map { Array($0.utf8) }, tokens: tokens)
      .faults(seed: seed, rounds: 2500) { bytes in
        let table = CSV(parsing: bytes)
        let count = table.records.reduce(0) { $0 + $1.cells.count }
        let isBounded =
          count <= bytes.count + 1 && table.faults.count <= CSV.mostFaults
          && zip(table.records, table.records.dropFirst()).allSatisfy { $0.line < $1.line }
        return (table.faults.isEmpty ? .read : .refused, isBounded ? nil : "\(count) cells")
      }
    #expect(faults == [], "seed \(seed)")
  }

  @Test(
    "A large table of one kind of piece is read at once", .timeLimit(.minutes(1)),
    arguments: ["\"", "\"\"", ",", "\n", "\"\n", "a,\"", "\"a\"b,", "\u{e9}", "\r"])
  func monotony(piece: String) {
    let bytes = Array(String(repeating: piece, count: 500_000).utf8)
    #expect(CSV(parsing: bytes).records.count <= bytes.count + 1)
  }
}
