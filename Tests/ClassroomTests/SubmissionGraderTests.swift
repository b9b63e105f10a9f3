import Foundation
import Grading
import Hosting
import Reference
import Synchronization
import Testing

@testable import Classroom

@Suite("Grading one submission of several")
struct SubmissionGraderTests {
  private let turns = SharedTurns()
  private let found = FoundSubmission(
    name: "a", path: "\(Example.folder)/momentum-update/full-marks")

  private func grader(cache: CacheFolder = .standard()) throws -> SubmissionGrader {
    SubmissionGrader(
      assignment: .momentumUpdate, worksheet: nil,
      workshop: Workshop(
        home: try .find(), toolchain: try .find(), isolation: .limits(because: "not tested here"),
        cache: cache),
      rules: GradingRules(), turns: turns)
  }

  @Test("Nothing is compiled while a check of another submission is tried again")
  func compiling() throws {
    // This grader fails as soon as it may compile.
    let grader = try grader(cache: CacheFolder(path: "/dev/null/cache"))
    let ended = DispatchSemaphore(value: 0)
    turns.alone {
      Thread { [found] in
        #expect(throws: HostError.self) { try grader.grade(found) }
        ended.signal()
      }.start()
      #expect(hasSomebodyWaiting())
    }
    #expect(ended.wait(timeout: .now() + 60) == .success)
  }

  @Test("Nothing is asked while a check of another submission is tried again")
  func asking() throws {
    let ended = DispatchSemaphore(value: 0)
    let hadToWait = Mutex(false)
    var findings = 0
    let report = try grader().grade(found) { _ in
      findings += 1
      guard findings == 1 else { return }
      let began = DispatchSemaphore(value: 0)
      Thread {
        turns.alone {
          began.signal()
          let isWaiting = hasSomebodyWaiting()
          hadToWait.withLock { $0 = isWaiting }
          ended.signal()
        }
      }.start()
      began.wait()
    }
    #expect(ended.wait(timeout: .now() + 60) == .success)
    #expect(hadToWait.withLock { $0 })
    #expect(findings > 1 && report.isPass)
  }

  private func hasSomebodyWaiting() -> Bool { eventually { turns.waiting == 1 } }
}
