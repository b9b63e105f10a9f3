import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

@Suite("Starters")
struct StarterTests {
  @Test(
    "A starter compiles and earns nothing, and everything in it is a todo",
    arguments: Catalogue.all.map(\.id))
  func starter(id: String) throws {
    let assignment = try #require(Catalogue.all.first { $0.id == id })
    let workshop = try Workshop.standard()
    let folder = "\(workshop.home.assignments)/\(assignment.contract)"
    let resources = "\(folder)/\(assignment.contract).docc/Resources"
    let grader = SubmissionGrader(
      assignment: assignment, worksheet: Catalogue.worksheet(of: id), workshop: workshop,
      rules: GradingRules())
    let report = try grader.grade(FoundSubmission(name: "starter", path: resources))
    #expect(report.handIn.status == .graded)
    #expect(report.handIn.diagnostics == [])
    #expect(report.handIn.missing == [])
    #expect(report.earned == 0)
    for output in report.parts.flatMap(\.outputs) { #expect(output.verdict == .notImplemented) }
  }
}
