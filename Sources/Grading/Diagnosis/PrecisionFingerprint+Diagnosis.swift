import NumericChecks

extension PrecisionFingerprint {
  /// What a student reads: to how many digits the answer is right, and what takes the others.
  func diagnosis(of culprit: Culprit) -> Diagnosis {
    let agrees = "your \(culprit.names) \(culprit.isOne ? "agrees" : "agree") to"
    let float = "a Float holds about 7 digits, a Double 16; 9 must be right"
    return switch self {
    case .decimals(let count):
      Diagnosis(
        id: "rounded-\(count)",
        looksLike: "your \(culprit.names) \(culprit.isOrAre) right, but rounded to \(count) "
          + (count == 1 ? "decimal" : "decimals"),
        why: "whatever is computed from rounded numbers is wrong in the digits that were cut off; "
          + "round only what you print",
        place: culprit.place)
    case .floats(let digits):
      Diagnosis(
        id: "float32",
        looksLike: "\(agrees) \(digits) digits: \(culprit.itsOrTheir) numbers are Floats, "
          + "not Doubles",
        why: float, place: "\(culprit.place): look for Float")
    case .throughFloats(let digits):
      Diagnosis(
        id: "float32",
        looksLike: "\(agrees) \(digits) digits, as if a Float were used somewhere instead of "
          + "Double",
        why: "\(float) (a constant typed with few digits can look the same)",
        place: "\(culprit.place), and all that goes into \(culprit.isOne ? "it" : "them"): "
          + "look for Float")
    }
  }
}
