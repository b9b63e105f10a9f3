import Foundation

extension Double {
  /// The number in so many significant figures at most, without zeros behind the last; its minus is
  /// the typographic one.
  func inFigures(_ count: Int) -> String {
    String(format: "%.\(count)g", self).replacing("-", with: "−")
  }
}

extension ClosedRange<Double> {
  /// Both bounds in so many significant figures; one number where they look alike.
  func inFigures(_ count: Int) -> String {
    let (low, high) = (lowerBound.inFigures(count), upperBound.inFigures(count))
    return low == high ? low : "\(low) to \(high)"
  }
}
