import Coursework
import NumericChecks

/// Recognises two right answers that were returned under each other's names.
///
/// Said only where the numbers of both are those of the other in three exchanges or more, and are
/// not alike in at least one.
struct ChangedPlaces {
  /// Names outputs that changed places.
  static let diagnosisID = "changed-places"

  private let exchanges: [Exchange]

  init(in exchanges: [Exchange]) { self.exchanges = exchanges }

  /// The diagnosis of each of the wrong outputs that changed places with another one.
  func explain(_ wrong: [String]) -> [String: Diagnosis] {
    guard exchanges.count >= Recognition.fewestExchanges else { return [:] }
    var explained: [String: Diagnosis] = [:]
    for (index, one) in wrong.enumerated() where explained[one] == nil {
      let other = wrong[(index + 1)...].first { explained[$0] == nil && changed(one, $0) }
      guard let other else { continue }
      let diagnosis = diagnosis(of: one, other)
      explained[one] = diagnosis
      explained[other] = diagnosis
    }
    return explained
  }

  private func changed(_ one: String, _ other: String) -> Bool {
    exchanges.allSatisfy { holds(one, of: other, in: $0) && holds(other, of: one, in: $0) }
      && exchanges.contains { exchange in
        guard let a = exchange.expected[one]?.tensor, let b = exchange.expected[other]?.tensor
        else { return false }
        return Comparison.separation(a, b) >= Recognition.separation
      }
  }

  private func holds(_ output: String, of other: String, in exchange: Exchange) -> Bool {
    guard let got = exchange.got[output]?.tensor, let right = exchange.expected[other]?.tensor
    else { return false }
    return Comparison.separation(got, right) <= Recognition.match
  }

  private func diagnosis(of one: String, _ other: String) -> Diagnosis {
    Diagnosis(
      id: Self.diagnosisID, looksLike: "your \(one) and \(other) have changed places",
      why: "your \(one) holds the numbers that belong in \(other), and your \(other) those that "
        + "belong in \(one)",
      place: "\(exchanges.first?.question.name ?? ""), where \(one) and \(other) are computed and "
        + "returned")
  }
}
