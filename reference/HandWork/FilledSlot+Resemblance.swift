import Coursework
import Grading
import NumericChecks
import Worksheets

/// What a filled slot says about one known-wrong variant.
enum Resemblance {
  /// Nothing: the slot is blank or cannot be read, or the variant changes it too little to tell.
  case none
  /// An entry is neither the variant's nor could it be.
  case contradicts
  /// Every entry that the variant changes is the variant's: how many wrong entries are, and whether
  /// the variant is too far from the truth in one of them to be a rounded truth.
  case fits(entries: Int, isFar: Bool)
}

extension FilledSlot {
  /// Fewest units that a variant must lie from the truth to count as changing an entry.
  private static let separation = 3.0

  /// Compares what was filled in with a known-wrong variant of the slot.
  func resemblance(
    to variant: Tensor, insteadOf truth: Tensor, in slot: Worksheet.Slot
  ) -> Resemblance {
    switch self {
    case .blank, .unreadable:
      return .none
    case .exact(let tensor):
      let change = Comparison.separation(variant, truth)
      let isFar = change >= Recognition.separation
      guard Comparison.separation(tensor, variant) <= Recognition.match else {
        return isFar ? .contradicts : .none
      }
      return change > Recognition.match ? .fits(entries: tensor.count, isFar: isFar) : .none
    case .typed(let array):
      guard variant.shape == truth.shape else {
        return Self.resemblance(array, ofAnotherShape: variant)
      }
      guard let entries = slot.fitting(array)?.entries else {
        // Whatever was meant by a wrong shape, it was not this variant, if the variant changes it.
        let isChanged = Comparison.separation(variant, truth) >= Recognition.separation
        return isChanged ? .contradicts : .none
      }
      return Self.resemblance(entries, to: variant, insteadOf: truth)
    }
  }

  private static func resemblance(
    _ array: TypedArray, ofAnotherShape variant: Tensor
  ) -> Resemblance {
    guard array.shape == variant.shape else { return .contradicts }
    let isMatch = zip(array.entries, variant.scalars).allSatisfy { typed, variant in
      SlotJudgement(of: typed, against: variant).distance <= SlotJudgement.limit
    }
    return isMatch ? .fits(entries: array.entries.count, isFar: true) : .contradicts
  }

  private static func resemblance(
    _ entries: [TypedNumber], to variant: Tensor, insteadOf truth: Tensor
  ) -> Resemblance {
    var matches = 0
    var isChanged = false
    var isFarMatch = false
    var isContradiction = false
    for (typed, (variant, truth)) in zip(entries, zip(variant.scalars, truth.scalars)) {
      let judgement = SlotJudgement(of: typed, against: truth)
      let isFar = (variant - truth).magnitude >= separation * judgement.unit
      isChanged = isChanged || isFar
      if SlotJudgement(of: typed, against: variant).distance <= SlotJudgement.limit {
        guard judgement.verdict == .wrong else { continue }
        matches += 1
        isFarMatch = isFarMatch || isFar
      } else if judgement.verdict == .wrong || isFar {
        isContradiction = true
      }
    }
    if isContradiction { return isChanged ? .contradicts : .none }
    return isChanged || matches > 0 ? .fits(entries: matches, isFar: isFarMatch) : .none
  }
}
