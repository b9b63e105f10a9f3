import Classroom
import Coursework
import Foundation
import Grading
import Reference
import Synchronization
import Testing

/// A check that ran out of time on a busy machine is tried again on an idle one.
@Suite("Second tries")
struct RetryTests {
  private static let assignment = Assignment.affineReLU
  private static let checks = assignment.parts.flatMap(\.checks).map(\.id)

  /// When which run of a check began and ended, counted in such events.
  private final class Log: Sendable {
    struct Run { let isRetry: Bool, begin: Int, end: Int }
    private let events = Mutex((count: 0, runs: [Run]()))

    var runs: [Run] { events.withLock { $0.runs } }

    func run<Result>(isRetry: Bool, _ body: () throws -> Result) rethrows -> Result {
      let begin = events.withLock { events in
        events.count += 1
        return events.count
      }
      defer {
        events.withLock { events in
          events.count += 1
          events.runs.append(Run(isRetry: isRetry, begin: begin, end: events.count))
        }
      }
      return try body()
    }
  }

  /// Runs out of time at the first try of the checks that are named, or at every try.
  private struct Slow: RespondentSource {
    let log: Log
    let isAlwaysSlow: Bool
    let slow: Set<String>
    private let seen = Seen()

    private final class Seen: Sendable {
      let checks = Mutex<Set<String>>([])
    }

    init(log: Log, isAlwaysSlow: Bool, slow: Set<String>) {
      (self.log, self.isAlwaysSlow, self.slow) = (log, isAlwaysSlow, slow)
    }

    func withRespondent<Result>(
      to check: Check, _ body: (any Respondent) throws -> Result
    ) throws -> Result {
      let isFirst = seen.checks.withLock { $0.insert(check.id).inserted }
      return try log.run(isRetry: !isFirst) {
        usleep(2_000)
        let isLate = slow.contains(check.id) && (isFirst || isAlwaysSlow)
        return try isLate ? body(Late()) : body(InProcess(RetryTests.assignment.reference))
      }
    }
  }

  private struct Late: Respondent {
    func reply(to question: Question) -> Reply { .silence(.timedOut(limit: 1)) }
  }

  /// Grades as many submissions side by side; whether each earned full marks.
  private func grade(
    _ count: Int, slow: Set<String>, isAlwaysSlow: Bool, log: Log
  ) -> [Bool] {
    let grader = Grader(assignment: Self.assignment, seed: .public, turns: SharedTurns())
    return Jobs.run(Array(0..<count), width: count) { _ in
      let source = Slow(log: log, isAlwaysSlow: isAlwaysSlow, slow: slow)
      let parts = try? grader.grade(source)
      return parts?.allSatisfy { $0.earned == $0.points } ?? false
    }
  }

  @Test("While a check is tried again, no other check of the process runs", arguments: [1, 6])
  func alone(jobs: Int) {
    let log = Log()
    let slow = Set([Self.checks[1], Self.checks[3], Self.checks[4]])
    let results = grade(jobs, slow: slow, isAlwaysSlow: false, log: log)
    #expect(results == Array(repeating: true, count: jobs))
    let runs = log.runs
    #expect(runs.count == (Self.checks.count + 3) * jobs)
    #expect(runs.count { $0.isRetry } == 3 * jobs)
    for retry in runs where retry.isRetry {
      #expect(runs.count { $0.begin <= retry.end && retry.begin <= $0.end } == 1)
    }
  }

  @Test("A class in which everything runs out of time comes to an end", .timeLimit(.minutes(1)))
  func allLate() {
    let log = Log()
    let results = grade(8, slow: Set(Self.checks), isAlwaysSlow: true, log: log)
    #expect(results == Array(repeating: false, count: 8))
    #expect(log.runs.count { $0.isRetry } == 8 * Grader.mostRetries)
  }
}
