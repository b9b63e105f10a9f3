import Coursework

/// Lets another source answer and keeps what it says.
///
/// A class, because the grader borrows it and what was said is read afterwards.
package final class RecordingSource<Source: RespondentSource>: RespondentSource {
  private let source: Source
  /// What was said so far; of a check that was asked twice, the last time.
  package private(set) var conversations = Record.Conversations()

  /// Keeps what `source` says.
  package init(_ source: Source) { self.source = source }

  /// Opens what answers `check`, and keeps what it said once `body` is done with it.
  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    try source.withRespondent(to: check) { respondent in
      let listener = Listener(respondent)
      let result = try body(listener)
      conversations.keep(listener.exchanges, in: check.id)
      return result
    }
  }
}

/// Hands questions on and writes the replies down.
///
/// A class, because a check borrows its respondent and the source reads what was said afterwards.
private final class Listener: Respondent {
  private let respondent: any Respondent
  private(set) var exchanges: [Record.Exchange] = []

  init(_ respondent: any Respondent) { self.respondent = respondent }

  func reply(to question: Question) throws -> Reply {
    let reply = try respondent.reply(to: question)
    exchanges.append(Record.Exchange(question: question, reply: reply))
    return reply
  }
}
