import Coursework

/// Asks what no mark depends on, to explain a mistake rather than to find one.
///
/// An explanation is no reason to run code again, nor to leave a check without its finding: what a
/// record was never asked is met by silence.
struct Aside: Respondent {
  private let respondent: any Respondent

  init(to respondent: any Respondent) { self.respondent = respondent }

  func reply(to question: Question) throws -> Reply {
    do {
      return try respondent.reply(to: question)
    } catch let neverAsked as NeverAsked {
      return .silence(.skipped("\(neverAsked)"))
    }
  }
}
