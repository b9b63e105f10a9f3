import Coursework

/// Answers from a record what was asked before, and lets the submission answer the rest.
///
/// A check that asks anything new is asked anew from its first question, in a respondent of its own:
/// a submission may remember what it was asked before.
package struct RecordedSource: RespondentSource {
  private let conversations: Record.Conversations
  private let submission: (any RespondentSource)?

  /// Answers from what was said; without a submission a new question throws `NeverAsked`.
  package init(
    _ conversations: Record.Conversations, elseAsking submission: (any RespondentSource)? = nil
  ) {
    self.conversations = conversations
    self.submission = submission
  }

  /// Opens the check's own part of the record, or the submission where that does not suffice.
  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    do {
      return try body(Replay(of: conversations[check.id] ?? [], in: check.id))
    } catch let neverAsked as NeverAsked {
      guard let submission else { throw neverAsked }
      return try submission.withRespondent(to: check, body)
    }
  }
}

/// A question whose answer is not in the record: nobody's fault, and never a mark.
package struct NeverAsked: Error, Hashable, CustomStringConvertible {
  /// The check that asks it today.
  package let check: String
  /// The question's name.
  package let question: String

  /// A question of that name, asked by that check.
  package init(check: String, question: String) {
    self.check = check
    self.question = question
  }

  /// One sentence.
  package var description: String {
    "the check \(check) asks '\(question)' with inputs that it was never asked before"
  }
}

/// Repeats a conversation.
///
/// A class, because the same question asked twice gets the answers one after the other.
private final class Replay: Respondent {
  private let check: String
  /// The replies that are left for each question, the next one last.
  private var left: [String: [Reply]] = [:]

  init(of exchanges: [Record.Exchange], in check: String) {
    self.check = check
    for exchange in exchanges.reversed() {
      left[exchange.digest, default: []].append(exchange.reply)
    }
  }

  func reply(to question: Question) throws -> Reply {
    guard let reply = left[question.digest.hex]?.popLast() else {
      throw NeverAsked(check: check, question: question.name)
    }
    return reply
  }
}
