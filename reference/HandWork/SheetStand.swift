import Coursework
import Grading
import NumericChecks
import Worksheets

/// A sheet seen from values that its student may have gone on from.
///
/// Known mistakes are asked to go on from the same values, so that what they change shows in the
/// step itself, whatever came before it.
struct SheetStand {
  private let marking: SheetMarking
  private let judgement: SheetJudgement
  private let own: [Quantity: Double]
  private let question: Question
  /// What each step gives rightly from there.
  private let right: [Quantity: Double]

  init(marking: SheetMarking, judgement: SheetJudgement, own: [Quantity: Double]) {
    self.marking = marking
    self.judgement = judgement
    self.own = own
    question = marking.question.goingOn(from: own, on: marking.graph, marking.net)
    right = marking.graph.predictions(from: own)
  }

  /// Fewest units that a variant must lie from the right step to count as changing an entry.
  private static let separation = 3.0

  /// Farther off a variant than this, in units, no digit that the sheet does not show is to blame.
  private static let farthest = 40.0

  /// What was counted in one slot.
  private struct Tally {
    var matches = 0
    var isFar = false
    var isChanged = false
    var isContradicted = false
    /// Whether no hidden digit could take the contradiction back.
    var isFinal = false
  }

  /// How far hidden digits may move each entry of a variant, by slot.
  private typealias Spread = [String: [Double]]

  /// Compares all that was filled in with a known-wrong variant.
  func likeness(to misconception: Misconception, _ wrong: Set<String>) throws -> SheetLikeness {
    var likeness = SheetLikeness(misconception: misconception)
    likeness.variant = try misconception.answer(question)
    let isFinal = compare(&likeness, wrong, [:])
    guard !likeness.isPossible, !isFinal else { return likeness }
    let spread = try spread(of: misconception, around: likeness.variant)
    _ = compare(&likeness, wrong, spread)
    return likeness
  }

  /// Fills in the likeness; answers whether something speaks against it for good.
  private func compare(
    _ likeness: inout SheetLikeness, _ wrong: Set<String>, _ spread: Spread
  ) -> Bool {
    var (matches, isFar) = (0, false)
    var (isContradicted, isFinal) = (false, false)
    for slot in marking.worksheet.slots {
      guard let variant = likeness.variant[slot.name]?.tensor else { continue }
      let right = Tensor(
        shape: slot.shape, scalars: slot.quantities.map { self.right[$0] ?? .nan })
      if Comparison.separation(variant, right) >= Recognition.separation {
        likeness.changed.insert(slot.name)
      }
      let tally =
        variant.shape == slot.shape
        ? tally(slot, variant, right, spread[slot.name]) : tally(slot, ofAnotherShape: variant)
      matches += tally.matches
      isFar = isFar || tally.isFar
      isContradicted = isContradicted || tally.isContradicted
      isFinal = isFinal || tally.isFinal
      if tally.isChanged, !tally.isContradicted, wrong.contains(slot.name) {
        likeness.wrong.insert(slot.name)
      }
    }
    likeness.isPossible = !isContradicted && matches >= 2 && isFar && !likeness.wrong.isEmpty
    return isFinal || !isContradicted
  }

  // MARK: - One slot

  private func tally(
    _ slot: Worksheet.Slot, _ variant: Tensor, _ right: Tensor, _ spread: [Double]?
  ) -> Tally {
    var tally = Tally()
    if let array = wronglyShaped(slot) {
      // Whatever was meant by a wrong shape, it was not this variant, if the variant changes it.
      let change = Comparison.separation(variant, right)
      tally.isContradicted = !array.entries.isEmpty && change >= Recognition.separation
      tally.isFinal = tally.isContradicted
      return tally
    }
    var misses: [(typed: TypedNumber, variant: Double, distance: Double)] = []
    var count = 0
    for (place, quantity) in slot.quantities.enumerated() {
      guard let entry = judgement.entries[quantity] else { continue }
      count += 1
      let value = variant.scalars[place]
      let digits = SlotJudgement(
        of: entry.typed, against: value, asked: marking.worksheet.asked)
      let isChanged = (value - right.scalars[place]).magnitude >= Self.separation * digits.unit
      tally.isChanged = tally.isChanged || isChanged
      let reach = SlotJudgement.limit * digits.unit + (spread?[place] ?? 0)
      if digits.distance * digits.unit <= reach {
        guard entry.isWrong else { continue }
        tally.matches += 1
        tally.isFar = tally.isFar || isChanged
      } else if isChanged {
        misses.append((entry.typed, value, digits.distance))
      } else if !entry.verdict.isBroken, digits.distance >= Self.separation {
        // Whoever has the mistake would not have come to a number that is right.
        tally.isContradicted = true
        tally.isFinal = tally.isFinal || digits.distance > Self.farthest
      }
    }
    // The mistake with its decimal point slipped in the whole slot is the mistake all the same.
    if !misses.isEmpty, misses.count < count || !Self.isShifted(misses.map { ($0.0, $0.1) }) {
      tally.isContradicted = true
      tally.isFinal = tally.isFinal || misses.contains { !($0.distance <= Self.farthest) }
    }
    return tally
  }

  private static func isShifted(_ misses: [(typed: TypedNumber, variant: Double)]) -> Bool {
    [-3, -2, -1, 1, 2, 3].contains { shift in
      let factor = PowerOfTen.value(shift)
      return misses.allSatisfy { typed, variant in
        let unit = typed.unit * factor
        return (typed.value * factor - variant).magnitude <= SlotJudgement.limit * unit
          && variant.magnitude >= 20 * unit
      }
    }
  }

  private func wronglyShaped(_ slot: Worksheet.Slot) -> TypedArray? {
    guard case .typed(let array) = marking.filled(slot) else { return nil }
    return slot.fitting(array) == nil ? array : nil
  }

  private func tally(_ slot: Worksheet.Slot, ofAnotherShape variant: Tensor) -> Tally {
    var tally = Tally()
    switch marking.filled(slot) {
    case .blank, .unreadable: return tally
    case .typed(let array):
      let isMatch =
        array.shape == variant.shape
        && zip(array.places, variant.scalars).allSatisfy { typed, value in
          guard let typed else { return true }
          return SlotJudgement(of: typed, against: value).distance <= SlotJudgement.limit
        }
      tally.isContradicted = !isMatch
      tally.isFinal = !isMatch
      tally.isChanged = true
      tally.isFar = isMatch
      tally.matches = isMatch ? array.entries.count : 0
      return tally
    }
  }

  // MARK: - Digits that the sheet does not show

  /// The sum of what half a unit of each typed number moves, for every entry of a variant.
  private func spread(
    of misconception: Misconception, around centre: Answer
  ) throws -> Spread {
    var spread: Spread = [:]
    for (quantity, value) in own {
      guard let typed = marking.typed[quantity] else { continue }
      var moved = own
      moved[quantity] = value + typed.unit / 2
      let variant = try misconception.answer(
        marking.question.goingOn(from: moved, on: marking.graph, marking.net))
      for (slot, tensor) in variant.compactMapValues(\.tensor) {
        guard let start = centre[slot]?.tensor, start.shape == tensor.shape else { continue }
        let changes = zip(tensor.scalars, start.scalars).map { ($0 - $1).magnitude }
        spread[slot] = zip(spread[slot] ?? changes.map { _ in 0 }, changes).map(+)
      }
    }
    return spread
  }
}

extension EntryJudgement {
  /// Whether it is not the true value, though it may follow from wrong ones.
  fileprivate var isWrong: Bool { verdict.isBroken || verdict == .followThrough }
}
