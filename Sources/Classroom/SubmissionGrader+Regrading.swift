import Grading

/// A submission that is not the one whose answers were recorded.
package struct OtherSubmission: Error, CustomStringConvertible {
  package let description = "the submission has changed since it was graded; grade it anew"
}

extension SubmissionGrader {
  /// Judges recorded answers again, and runs the submission for the checks that ask anything new.
  ///
  /// - Parameters:
  ///   - record: What it answered.
  ///   - found: The very submission that answered.
  /// - Returns: The report and the record as they are now, and the checks that were asked anew.
  /// - Throws: `OtherSubmission` where the files are others; `HostError`.
  package func regraded(
    _ record: Record, from found: FoundSubmission
  ) throws -> (graded: Graded, askedAnew: [String]) {
    try withPrepared(found) { prepared in
      guard prepared.handIn.receipt == record.handIn.receipt else { throw OtherSubmission() }
      let submission = RecordingSource(prepared.source)
      let parts = try Grader(assignment: prepared.assignment, seed: rules.seed, turns: turns)
        .grade(RecordedSource(record.conversations, elseAsking: submission))
      let anew = submission.conversations
      let graded = try graded(prepared, parts, said: record.conversations.merging(anew))
      return (graded, anew.checks)
    }
  }
}
