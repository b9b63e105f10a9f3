import Coursework

/// Hands questions on and remembers which one met which silence, so that no check has to.
///
/// A class, because a check borrows its respondent and the grader reads afterwards what it saw.
final class Witness: Respondent {
  private let respondent: any Respondent
  private var silences: [(question: String, silence: Silence)] = []

  init(to respondent: any Respondent) { self.respondent = respondent }

  func reply(to question: Question) throws -> Reply {
    let reply = try respondent.reply(to: question)
    if case .silence(let silence) = reply { silences.append((question.name, silence)) }
    return reply
  }

  /// The name of the first question that met this silence; none where it was there before.
  func question(of silence: Silence) -> String? {
    if case .unasked = silence { return nil }
    return silences.first { $0.silence == silence }?.question
  }
}
