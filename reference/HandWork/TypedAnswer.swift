import Coursework
import Worksheets

extension [String: Value] {
  /// The answer as somebody types it: numbers as text, with the digits that a sheet asks for.
  ///
  /// What is text already stays as it is.
  ///
  /// - Parameter extraDecimals: How many decimals more than those asked for.
  /// - Returns: The answer with texts in place of numbers.
  func typed(extraDecimals: Int = 0) -> Answer {
    mapValues { value in
      value.tensor.map { .text(Self.text($0, extraDecimals)) } ?? value
    }
  }

  private static func text(_ tensor: Tensor, _ extraDecimals: Int) -> String {
    guard tensor.rank > 0 else { return text(tensor.scalar, extraDecimals) }
    guard tensor.rank > 1 else {
      return "[" + tensor.scalars.map { text($0, extraDecimals) }.joined(separator: ", ") + "]"
    }
    let rows = (0..<tensor.shape[0]).map { text(tensor.row($0), extraDecimals) }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private static func text(_ number: Double, _ extraDecimals: Int) -> String {
    let decimals = AskedFigures.standard.decimals(for: number) + extraDecimals
    let digits = String(Int((number.magnitude / PowerOfTen.value(-decimals)).rounded()))
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
    return (number < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
