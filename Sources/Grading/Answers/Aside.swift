import Coursework

/// Asks what no mark depends on, to explain a mistake rather than to find one.
///
/// An explanation is no reason to run code again, nor to leave a check without its finding: what a
/// record was never asked is met by silence.
package struct Aside: Respondent {
  private let respondent: any Respondent

  /// Asks the given respondent.
  package init(to respondent: any Respondent) { self.respondent = respondent }

  /// What it answers; silence where it was never asked.
  package func reply(to question: Question) throws -> Reply {
    do {
      return try respondent.reply(to: question)
    } catch let neverAsked as NeverAsked {
      return .silence(.skipped("\(neverAsked)"))
    }
  }
}
