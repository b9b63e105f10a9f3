extension Array {
  /// The element at a place; `nil` beyond the end.
  func at(_ place: Int) -> Element? { place < count ? self[place] : nil }
}
