import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Synchronization
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
    let outcomes = try run.grade([FoundSubmission(name: "a", path: path)])
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
    let outcomes = try ClassRun(grader: try grader(), width: 1)
      .grade([FoundSubmission(name: "empty", path: folder.path)])
    guard case .graded(let report) = outcomes[0] else {
      Issue.record("\(outcomes[0])")
      return
    }
    #expect(report.earned == 0)
    #expect(report.handIn.status == .rejectedSource("it holds no Swift file"))
  }

  @Test("Where nothing more can be kept, nothing more is begun", arguments: [1, 2])
  func stopped(width: Int) throws {
    struct Full: Error {}
    let names = (0..<6).map { "empty-\($0)" }
    let begun = Mutex(0)
    let run = ClassRun(grader: try grader(), width: width)
    #expect(throws: Full.self) {
      try run.grade(names.map { FoundSubmission(name: $0, path: "/dev/null/\($0)") }) { _, _ in
        begun.withLock { $0 += 1 }
        throw Full()
      }
    }
    #expect((1...width).contains(begun.withLock { $0 }))
  }

  @Test("What cannot be kept of one submission leaves the others their marks")
  func unkept() throws {
    let names = ["a", "b"]
    let outcomes = try ClassRun(grader: try grader(), width: 2)
      .grade(names.map { FoundSubmission(name: $0, path: "/dev/null/\($0)") }) { found, graded in
        found.name == "a"
          ? .ungraded(name: "a", reason: "a file stands there") : .graded(graded.report)
      }
    guard case .ungraded("a", "a file stands there") = outcomes[0],
      case .graded(let report) = outcomes[1]
    else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(report.handIn.name == "b")
  }
}
