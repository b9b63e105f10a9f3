import Assignments
import Coursework
import Foundation
import Grading
import Reference
import Testing
import Worksheets

@Suite("Answer sheets of the assignments")
struct WorksheetResourceTests {
  @Test("The sheet that students receive is the one that is marked", arguments: [0, 1])
  func handout(index: Int) throws {
    let (assignment, worksheet) = Self.all[index]
    let folder = "assignments/\(assignment.contract)/\(assignment.contract).docc/Resources"
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "\(folder)/answers.txt")
    if ProcessInfo.processInfo.environment["GRADECHECK_RENEW_GOLDENS"] == "1" {
      try worksheet.blankSheet.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == worksheet.blankSheet)
  }

  @Test("The scheme marks the worksheet's slots in its order", arguments: [0, 1])
  func scheme(index: Int) throws {
    let (assignment, worksheet) = Self.all[index]
    #expect(worksheet.id == assignment.id)
    let part = try #require(assignment.parts.last)
    #expect(part.outputs.map(\.name) == worksheet.slots.map(\.name))
    #expect(part.checks.map(\.medium) == [.sheet])
  }

  // By index: a whole scheme as an argument would fill the log.
  private static let all: [(Assignment, Worksheet)] = [
    (.backpropTwoTwoOne, .backpropTwoTwoOne), (.backpropTwoThreeOne, .backpropTwoThreeOne),
  ]
}
