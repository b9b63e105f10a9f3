import Coursework
import Foundation
import Grading
import Reference
import Testing
import Worksheets

/// Students by the thousand who work the sheets out by hand: some hundred of each kind, or as many as
/// `GRADECHECK_SHEET_STUDENTS=10000` says.
@Suite("Simulated students' sheets")
struct SimulatedStudentTests {
  static let count: Int = {
    let asked = ProcessInfo.processInfo.environment["GRADECHECK_SHEET_STUDENTS"].flatMap(Int.init)
    return max(300, asked ?? 0)
  }()

  /// One of the two sheets, with the numbers as they are printed.
  struct Sheet: Sendable, CustomTestStringConvertible {
    let id: String
    var testDescription: String { id }

    var isSmall: Bool { id == "backprop-2-2-1" }

    var student: HandStudent {
      isSmall
        ? HandStudent(
          x: [0.05, 0.1], b1: [0.35, 0.35], w2: [0.4, 0.45], target: 0.01, b2: 0.6,
          w1: [[0.15, 0.2], [0.25, 0.3]])
        : HandStudent(
          x: [0.79, 0.53], b1: [0, 0, 0], w2: [0.95, -0.15, -0.1], target: 1, b2: 0,
          w1: [[1.76, 0.4], [0.98, 2.24], [1.87, -0.98]])
    }

    var names: HandStudent.Names {
      isSmall
        ? HandStudent.Names(z1: "z1", h: "x1", z2: "z2", y: "x2")
        : HandStudent.Names(z1: "z1", h: "h", z2: "z2", y: "y")
    }

    var mistakes: [HandMistake] { isSmall ? HandMistake.twoTwoOne : HandMistake.twoThreeOne }

    /// The check of the sheet, and what it takes to ask it again and again.
    func desk() throws -> (Assignment, Part, Check) {
      let assignment = try #require(Catalogue.assignment(id))
      let part = try #require(assignment.parts.last)
      return (assignment, part, try #require(part.checks.first))
    }
  }

  static let sheets = [Sheet(id: "backprop-2-2-1"), Sheet(id: "backprop-2-3-1")]

  private static func mark(
    _ texts: [String: String], _ desk: (assignment: Assignment, part: Part, check: Check)
  ) throws -> PartResult {
    let answer = texts.mapValues { Value.text($0) }
    let finding = try desk.check.judge(
      desk.check.questions(.public), InProcess { _ in answer }, desk.assignment)
    return PartResult(part: desk.part, findings: [finding])
  }

  @Test("Whoever rounds every step of the right method gets full marks", arguments: sheets)
  func rounding(_ sheet: Sheet) throws {
    let desk = try sheet.desk()
    var short: [String] = []
    for seed in 1...UInt64(Self.count) {
      var rounding = HandRounding(seed: seed)
      let texts = sheet.student.sheet(sheet.names, rounding: &rounding)
      let result = try Self.mark(texts, desk)
      if result.earned != result.points { short.append("\(seed): \(texts)") }
    }
    #expect(short.count == 0, "\(short.prefix(3))")
  }

  @Test(
    "One mistake costs its own step, is called by its name, and the rest follows",
    arguments: sheets)
  func mistakes(_ sheet: Sheet) throws {
    let desk = try sheet.desk()
    let mistakes = sheet.mistakes
    var named = 0
    var misnamed: [String: Set<String>] = [:]
    var otherLosses: [String: Int] = [:]
    for seed in 1...UInt64(Self.count) {
      let mistake = mistakes[Int(seed) % mistakes.count]
      var student = sheet.student
      mistake.make(&student)
      var rounding = HandRounding(seed: seed)
      let texts = student.sheet(sheet.names, rounding: &rounding)
      let result = try Self.mark(texts, desk)
      let lost = Set(result.outputs.filter { $0.earned != $0.points }.map(\.name))
      if lost != mistake.lost {
        otherLosses["\(mistake.id): \(lost.sorted())", default: 0] += 1
      }
      let names = Set(result.findings.flatMap(\.outputs).compactMap(\.diagnosis?.id))
      let own: Set = [mistake.id, "\(mistake.id)-sheet"]
      if !names.isDisjoint(with: own) { named += 1 }
      if !names.isSubset(of: own) { misnamed[mistake.id, default: []].formUnion(names) }
    }
    #expect(otherLosses == [:])
    #expect(misnamed == [:])
    #expect(Double(named) >= 0.95 * Double(Self.count), "\(named) of \(Self.count)")
    print("\(sheet.id): \(named) of \(Self.count) mistakes named, \(misnamed.count) misnamed")
  }

  @Test("The mistakes are those of the catalogue, all of them", arguments: sheets)
  func complete(_ sheet: Sheet) throws {
    let (assignment, _, _) = try sheet.desk()
    let catalogued = assignment.misconceptions.filter { $0.question == Check.worksheetQuestion }
    let names = catalogued.map { $0.id.replacing("-sheet", with: "") }
    #expect(Set(names) == Set(sheet.mistakes.map(\.id)))
  }
}
