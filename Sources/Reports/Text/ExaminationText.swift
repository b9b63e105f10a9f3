import Foundation
import Grading

/// What `gradecheck examine` prints: how well an assignment's checks know wrong from right.
package enum ExaminationText {
  /// One line for each part, then everything that went wrong.
  package static func render(_ transcript: Transcript) -> String {
    let assignment = transcript.assignment
    var lines = ["\(assignment.id) · \(assignment.title)"]
    let width = assignment.parts.map(\.id.count).max() ?? 0
    for part in assignment.parts {
      let name = part.id.padding(toLength: width, withPad: " ", startingAt: 0)
      lines.append("  \(name)  \(marks(transcript.marks(of: part.id)))")
    }
    lines.append("  " + pairs(transcript))
    for complaint in transcript.complaints {
      let rounds = transcript.rounds.count
      let often = rounds > 1 ? " (in \(complaint.rounds) of \(rounds) rounds)" : ""
      lines.append("  ! \(complaint.cause.words)\(often)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Both error rates over all that was handed in.
  package static func rates(_ transcripts: [Transcript]) -> String {
    let marks = transcripts.map { $0.marks() }
    let missed = rate(marks.map(\.misses), of: marks.map(\.kills))
    let failed = rate(marks.map(\.falseAlarms), of: marks.map(\.trials))
    return "Wrong answers missed: \(missed). Right answers failed: \(failed).\n"
  }

  // MARK: - Phrases

  private static func marks(_ marks: Transcript.Marks) -> String {
    "\(caught(marks)); \(accepted(marks))"
  }

  private static func caught(_ marks: Transcript.Marks) -> String {
    guard marks.mistakes > 0 else { return "no mistakes to catch" }
    var phrases = ["caught \(marks.caught) of \(marks.mistakes)"]
    if let tolerances = marks.fewestTolerances {
      phrases.append("smallest margin \(decades(tolerances))")
    }
    if marks.byDigits > 0 { phrases.append("\(count(marks.byDigits, of: marks)) by typed digits") }
    if marks.withoutTolerance > 0 {
      phrases.append("\(count(marks.withoutTolerance, of: marks)) without a tolerance")
    }
    return phrases.joined(separator: ", ")
  }

  private static func count(_ number: Int, of marks: Transcript.Marks) -> String {
    number == marks.mistakes ? "all" : "\(number)"
  }

  private static func accepted(_ marks: Transcript.Marks) -> String {
    marks.alternatives == 0
      ? "no right alternatives to accept"
      : "accepted \(marks.accepted) of \(marks.alternatives)"
  }

  private static func decades(_ tolerances: Double) -> String {
    guard tolerances.isFinite else { return "without end (shapes differ)" }
    // Rounded down, so that no margin looks wider than it is.
    let decades = (log10(tolerances) * 10).rounded(.down) / 10
    return "\(decades) decades"
  }

  private static func pairs(_ transcript: Transcript) -> String {
    let all = transcript.rounds.first?.pairs ?? 0
    let twins = Set(transcript.rounds.flatMap(\.twins)).count
    return "told apart \(all - twins) of \(all) pairs of mistakes"
  }

  private static func rate(_ bad: [Int], of all: [Int]) -> String {
    let (bad, all) = (bad.reduce(0, +), all.reduce(0, +))
    guard all > 0 else { return "none tried" }
    let percent = 100 * Double(bad) / Double(all)
    // A small rate must not round to none.
    let text = String(format: percent < 1 && bad > 0 ? "%.1g" : "%.0f", percent)
    return "\(bad) of \(all) (\(text) %)"
  }
}
