import Grading
import Worksheets

/// The credit for each verdict on a hand-computed number, as the scheme states it.
struct SheetCredit: Sendable, Hashable {
  /// Right, but with fewer digits than asked for.
  var tooFewFigures = Ratio.zero
  /// Right from the student's own earlier values.
  var followThrough = Ratio.one
  /// Wrong by a plain slip: a sign, swapped places, a power of ten, a reciprocal.
  var slip = Ratio.zero
  /// Rounding costs nothing, and a wrong number earns nothing.
  static let standard = SheetCredit()

  /// What an entry of that verdict earns of its share.
  subscript(verdict: EntryVerdict) -> Ratio {
    switch verdict {
    case .exact, .lastPlace: .one
    case .tooFewFigures: tooFewFigures
    case .followThrough: followThrough
    case .slip: slip
    case .wrong: .zero
    }
  }

  /// As the scheme's digest has it: another credit is another scheme.
  func rule(_ asked: AskedFigures) -> String {
    "digits \(asked.decimals) \(asked.figures) \(asked.enough), credit for too few figures "
      + "\(tooFewFigures), for follow-through \(followThrough), for a slip \(slip)"
  }
}
