import Coursework
import Grading
import NumericChecks
import Worksheets

extension SheetMarking {
  /// The misconception behind each of the wrong slots, where there is one.
  ///
  /// A variant is named only if every filled slot that it changes looks like it, in two entries or
  /// more, and one of them could not be a rounded truth. The variants that explain most come first;
  /// one that may as well be another is not named (see ``SheetLikeness/isInDoubt(by:wrong:blank:)``).
  func explain(
    _ wrong: Set<String>, by misconceptions: [Misconception]
  ) throws -> [String: Misconception] {
    let likenesses = try misconceptions.filter { $0.question == question.name }.map {
      likeness(to: $0, try $0.answer(question), wrong)
    }
    let blank = Set(worksheet.slots.filter { filled($0).isBlank }.map(\.name))
    let candidates = likenesses.filter { candidate in
      candidate.isPossible
        && !likenesses.contains { candidate.isInDoubt(by: $0, wrong: wrong, blank: blank) }
    }
    var explained: [String: Misconception] = [:]
    while explained.count < wrong.count {
      let open = wrong.subtracting(explained.keys)
      // Of equals `max(by:)` keeps the first, as the catalogue's order means it.
      let best = candidates.max {
        $0.wrong.intersection(open).count < $1.wrong.intersection(open).count
      }
      guard let best, !best.wrong.isDisjoint(with: open) else { break }
      for slot in best.wrong.intersection(open) { explained[slot] = best.misconception }
    }
    return explained
  }

  private func likeness(
    to misconception: Misconception, _ variant: Answer, _ wrong: Set<String>
  ) -> SheetLikeness {
    var likeness = SheetLikeness(misconception: misconception)
    var matches = 0
    var isFar = false
    var isContradicted = false
    for slot in worksheet.slots {
      guard let value = variant[slot.name]?.tensor else { continue }
      if Comparison.separation(value, truth(slot)) >= Recognition.separation {
        likeness.changed.insert(slot.name)
      }
      switch filled(slot).resemblance(to: value, insteadOf: truth(slot), in: slot) {
      case .none: continue
      case .contradicts: isContradicted = true
      case .fits(let entries, let isFarHere):
        matches += entries
        isFar = isFar || isFarHere
        if wrong.contains(slot.name) { likeness.wrong.insert(slot.name) }
      }
    }
    likeness.isPossible = !isContradicted && matches >= 2 && isFar && !likeness.wrong.isEmpty
    return likeness
  }
}

/// How one known mistake lies beside a filled-in sheet.
struct SheetLikeness {
  let misconception: Misconception
  /// The slots that the mistake changes, filled in or not.
  var changed: Set<String> = []
  /// The wrong slots that look like the mistake.
  var wrong: Set<String> = []
  /// Whether nothing speaks against the mistake and enough speaks for it.
  var isPossible = false

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
