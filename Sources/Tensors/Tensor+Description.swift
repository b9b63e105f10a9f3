extension Tensor: CustomStringConvertible {
  /// The numbers in nested brackets, as NumPy prints an array, each in at most six digits.
  ///
  /// Columns are aligned at their decimal points, or to the right where a power of ten is shown.
  /// Beyond 200 elements, an axis longer than eight shows its first and last three entries. It is
  /// for people: to keep numbers exactly, use ``scalars``.
  public var description: String {
    guard count > 0 else { return shape == [0] ? "[]" : "[] of shape \(shape.shapeText)" }
    return Layout(self).text
  }
}

/// The text of one tensor: all shown numbers are cut at the point first, then padded to common
/// widths.
private struct Layout {
  private let tensor: Tensor
  private let abbreviates: Bool
  private var alignsPoints = true
  private var whole = 0
  private var fraction = 0
  private var hasPowers = false

  init(_ tensor: Tensor) {
    self.tensor = tensor
    abbreviates = tensor.count > 200
    guard tensor.rank > 0 else { return }
    measure(axis: 0, offset: 0, step: tensor.count)
    guard hasPowers else { return }
    alignsPoints = false
    (whole, fraction) = (0, 0)
    measure(axis: 0, offset: 0, step: tensor.count)
  }

  var text: String { bracketed(axis: 0, offset: 0, step: tensor.count) }

  /// The entries of an axis to show; nil stands for the dots.
  private func entries(of axis: Int) -> [Int?] {
    let length = tensor.shape[axis]
    guard abbreviates, length > 8 else { return Array(0..<length) }
    return [0, 1, 2, nil, length - 3, length - 2, length - 1]
  }

  private mutating func measure(axis: Int, offset: Int, step: Int) {
    guard axis < tensor.rank else {
      let (left, right) = cut(tensor.scalars[offset])
      hasPowers = hasPowers || left.contains("e") || right.contains("e")
      whole = max(whole, left.count)
      fraction = max(fraction, right.count)
      return
    }
    let inner = step / tensor.shape[axis]
    for case .some(let entry) in entries(of: axis) {
      measure(axis: axis + 1, offset: offset + entry * inner, step: inner)
    }
  }

  private func bracketed(axis: Int, offset: Int, step: Int) -> String {
    guard axis < tensor.rank else { return padded(tensor.scalars[offset]) }
    let length = tensor.shape[axis]
    let inner = step / length
    let items = entries(of: axis).map { entry in
      entry.map { bracketed(axis: axis + 1, offset: offset + $0 * inner, step: inner) } ?? "..."
    }
    // The last axis runs along a line; each axis above it adds a line break, as NumPy does.
    let below = tensor.rank - axis - 1
    let separator =
      below == 0
      ? ", "
      : "," + String(repeating: "\n", count: below) + String(repeating: " ", count: axis + 1)
    return "[" + items.joined(separator: separator) + "]"
  }

  private func padded(_ value: Double) -> String {
    let (left, right) = cut(value)
    return String(repeating: " ", count: max(0, whole - left.count)) + left + right
      + String(repeating: " ", count: max(0, fraction - right.count))
  }

  /// A number's text before its decimal point, and from there on; all before it if points are not
  /// aligned.
  private func cut(_ value: Double) -> (left: Substring, right: Substring) {
    let text = Platform.sixDigits(value)
    let point = alignsPoints ? text.firstIndex(of: ".") ?? text.endIndex : text.endIndex
    return (text[..<point], text[point...])
  }
}
