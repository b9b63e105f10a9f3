import Coursework

/// Hands questions on and remembers which one met which silence and which conventions came up, so
/// that no check has to.
///
/// A class, because a check borrows its respondent and the grader reads afterwards what it saw.
final class Witness: Respondent {
  private let respondent: any Respondent
  private var silences: [(question: String, silence: Silence)] = []
  /// The conventions that the answers name, in the order in which they came up.
  private(set) var conventions: [String] = []

  init(to respondent: any Respondent) { self.respondent = respondent }

  func reply(to question: Question) throws -> Reply {
    let reply = try respondent.reply(to: question)
    switch reply {
    case .silence(let silence): silences.append((question.name, silence))
    case .answer(_, _, let followed):
      conventions += followed.filter { !conventions.contains($0) }
    }
    return reply
  }

  /// The name of the first question that met this silence; none where it was there before.
  func question(of silence: Silence) -> String? {
    if case .unasked = silence { return nil }
    return silences.first { $0.silence == silence }?.question
  }
}
