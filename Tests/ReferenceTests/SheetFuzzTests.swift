import Coursework
import Fuzzing
import Grading
import Reference
import Testing
import Worksheets

@Suite("Marking sheets with faults in them")
struct SheetFuzzTests {
  @Test(
    "Whatever stands in a sheet, it is marked: without a trap, and never above its points",
    arguments: [Assignment.backpropTwoTwoOne, .backpropTwoThreeOne].map(\.id), 0..<2)
  func faults(id: String, seed: UInt64) throws {
    let assignment = try #require(Catalogue.all.first { $0.id == id })
    let worksheet = try #require(Catalogue.worksheet(of: id))
    // All of one number, in the right shapes: wrong, but read.
    let sheet = worksheet.slots.map { "\($0.name) = \(Self.zeros($0.shape[...]))" }
    let right = SheetMarkingTests.right.map { "\($0.key) = \($0.value)" }
    let documents = [sheet, right].map { Array($0.joined(separator: "\n").utf8) }
    let slots = worksheet.slots.map { "\n\($0.name) = " }
    let fuzz = Fuzz(
      documents, tokens: slots + ["[", "]", ",", "0.5", "1e99999", "-0.13849", "= ="])
    let faults = fuzz.faults(seed: seed, rounds: 12) { bytes in
      let sheet = AnswerSheet(parsing: bytes)
      let paper = InProcess { question in
        guard question.name == Check.worksheetQuestion else { throw NotImplemented() }
        return sheet.texts.mapValues { .text($0) }
      }
      do {
        let parts = try Grader(assignment: assignment, seed: .public).grade(paper)
        let isFair = parts.map(\.earned).sum() <= parts.map(\.points).sum()
        let isTodo = parts.allSatisfy(\.isTodo) || sheet.problems.isEmpty
        return (isTodo ? .read : .refused, isFair ? nil : "more than all points")
      } catch {
        return (.refused, "\(error)")
      }
    }
    #expect(faults.filter { !$0.hasPrefix("no variety") } == [], "seed \(seed)")
  }

  private static func zeros(_ shape: ArraySlice<Int>) -> String {
    guard let length = shape.first else { return "0.25" }
    let row = zeros(shape.dropFirst())
    return "[" + Array(repeating: row, count: length).joined(separator: ", ") + "]"
  }
}
