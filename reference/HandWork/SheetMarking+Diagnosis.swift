import Coursework
import Grading
import NumericChecks
import Worksheets

/// A mistake that explains a wrong slot, and what it gives for the slot's numbers.
struct SheetExplanation {
  let misconception: Misconception
  /// By quantity, with the δ that the slot shows.
  let values: [Quantity: Double]
}

extension SheetMarking {
  /// The misconception behind each of the wrong slots, where there is one.
  ///
  /// A variant goes on from the student's own values where there are any. It is named only if every
  /// filled slot that it changes looks like it, in two entries or more, and one of them could not be
  /// a rounded truth. The variants that explain most come first; one that may as well be another is
  /// not named (see ``SheetLikeness/isInDoubt(by:wrong:blank:)``).
  func explain(
    _ judgement: SheetJudgement, _ wrong: Set<String>, by misconceptions: [Misconception]
  ) throws -> [String: SheetExplanation] {
    guard !wrong.isEmpty else { return [:] }
    let misconceptions = misconceptions.filter { $0.question == question.name }
    var most: [String: SheetExplanation] = [:]
    for stand in stands(judgement) {
      let likenesses = try misconceptions.map { try stand.likeness(to: $0, wrong) }
      let explained = explain(wrong, likenesses)
      if explained.count > most.count { most = explained }
      if most.count == wrong.count { break }
    }
    return most
  }

  private func explain(
    _ wrong: Set<String>, _ likenesses: [SheetLikeness]
  ) -> [String: SheetExplanation] {
    let blank = Set(worksheet.slots.filter { filled($0).isBlank }.map(\.name))
    let candidates = likenesses.filter { candidate in
      candidate.isPossible
        && !likenesses.contains { candidate.isInDoubt(by: $0, wrong: wrong, blank: blank) }
    }
    var explained: [String: SheetExplanation] = [:]
    while explained.count < wrong.count {
      let open = wrong.subtracting(explained.keys)
      // Of equals `max(by:)` keeps the first, as the catalogue's order means it.
      let best = candidates.max {
        $0.wrong.intersection(open).count < $1.wrong.intersection(open).count
      }
      guard let best, !best.wrong.isDisjoint(with: open) else { break }
      for slot in best.wrong.intersection(open) {
        explained[slot] = SheetExplanation(
          misconception: best.misconception, values: values(best.variant, of: slot))
      }
    }
    return explained
  }

  /// What somebody may have gone on from: all of the sheet, its forward pass, or nothing on it but
  /// a calculator's memory.
  private func stands(_ judgement: SheetJudgement) -> [SheetStand] {
    let own = graph.ownValues(in: typed)
    let forward = own.filter { quantity, _ in
      switch graph[quantity]?.kind {
      case .sum, .activation: true
      default: false
      }
    }
    return [own, forward, [:]].map { SheetStand(marking: self, judgement: judgement, own: $0) }
  }

  /// What a variant gives for the numbers of a slot, and for the δ that they show.
  private func values(_ variant: Answer, of slot: String) -> [Quantity: Double] {
    guard let slot = worksheet[slot], let tensor = variant[slot.name]?.tensor,
      tensor.shape == slot.shape
    else { return [:] }
    return zip(slot.quantities, tensor.scalars).reduce(into: [:]) { values, entry in
      values[entry.0] = entry.1
      if case .quantity(let delta) = graph[entry.0]?.formula { values[delta] = entry.1 }
    }
  }
}

/// How one known mistake lies beside a filled-in sheet.
struct SheetLikeness {
  let misconception: Misconception
  /// What somebody with the mistake writes who goes on from the same values.
  var variant: Answer = [:]
  /// The slots that the mistake itself changes, filled in or not.
  var changed: Set<String> = []
  /// The wrong slots that look like the mistake.
  var wrong: Set<String> = []
  /// Whether nothing speaks against the mistake and enough speaks for it.
  var isPossible = false

  init(misconception: Misconception) { self.misconception = misconception }

  /// Whether the same wrong slots come from another mistake as well, and the sheet cannot tell.
  ///
  /// It cannot if the other also changes a further slot that is wrong, so that one more mistake may
  /// hide it there, or if a blank slot is changed by only one of the two.
  func isInDoubt(by other: SheetLikeness, wrong all: Set<String>, blank: Set<String>) -> Bool {
    guard wrong.isSubset(of: other.wrong), !misconception.diagnosis.describes(wrong) else {
      return false
    }
    let further = other.changed.subtracting(wrong).intersection(all)
    return !further.subtracting(changed).isEmpty
      || !other.changed.symmetricDifference(changed).isDisjoint(with: blank)
  }
}
