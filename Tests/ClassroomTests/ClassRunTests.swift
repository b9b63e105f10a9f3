import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Testing

@Suite("A class")
struct ClassRunTests {
  private func grader(cache: CacheFolder = .standard()) throws -> SubmissionGrader {
    SubmissionGrader(
      assignment: .momentumUpdate, worksheet: nil,
      workshop: Workshop(
        home: try .find(), toolchain: try .find(), isolation: .limits(because: "not tested here"),
        cache: cache),
      rules: GradingRules())
  }

  @Test("What our own environment spoils has no mark, only a reason")
  func ourFault() throws {
    let run = ClassRun(grader: try grader(cache: CacheFolder(path: "/dev/null/cache")), width: 2)
    let path = "\(Example.folder)/momentum-update/full-marks"
    let outcomes = run.grade([FoundSubmission(name: "a", path: path)]) { _, _ in }
    guard case .ungraded("a", let reason) = outcomes[0] else {
      Issue.record("\(outcomes[0])")
      return
    }
    #expect(reason.contains("/dev/null/cache"))
  }

  @Test("A submission that holds nothing earns 0, which is a mark")
  func empty() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcomes = ClassRun(grader: try grader(), width: 1)
      .grade([FoundSubmission(name: "empty", path: folder.path)]) { _, _ in }
    guard case .graded(let report) = outcomes[0] else {
      Issue.record("\(outcomes[0])")
      return
    }
    #expect(report.earned == 0)
    #expect(report.handIn.status == .rejectedSource("it holds no Swift file"))
  }
}
