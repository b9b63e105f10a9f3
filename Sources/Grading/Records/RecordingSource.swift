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
      let listener = Listener(respondent, to: check.id)
      let result = try body(listener)
      conversations.forget(check.id)
      if let said = listener.exchanges { conversations.keep(said, in: check.id) }
      return result
    }
  }
}

/// Hands questions on and writes the replies down.
///
/// A class, because a check borrows its respondent and the source reads what was said afterwards.
private final class Listener: Respondent {
  private let respondent: any Respondent
  private let check: String
  /// What was said so far; nil once it is more than any record keeps, so that long answers to many
  /// questions do not fill the memory.
  private(set) var exchanges: [Record.Exchange]? = []
  private var room = Record.Conversations.mostBytes

  init(_ respondent: any Respondent, to check: String) {
    self.respondent = respondent
    self.check = check
  }

  func reply(to question: Question) throws -> Reply {
    let reply = try respondent.reply(to: question)
    let exchange = Record.Exchange(question: question, reply: reply)
    room -= exchange.size(in: check)
    if room < 0 { exchanges = nil }
    exchanges?.append(exchange)
    return reply
  }
}
