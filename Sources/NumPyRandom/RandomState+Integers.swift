import Tensors

extension RandomState {
  // MARK: - Integers

  /// An integer from 0 up to, but not including, the bound; equals `np.random.randint(bound)`.
  ///
  /// Stops unless the bound is positive. A bound of 1 draws nothing from the stream.
  public mutating func randint(below bound: Int) -> Int { randint(from: 0, to: bound) }

  /// Integers from 0 up to, but not including, the bound.
  ///
  /// Equals `np.random.randint(bound, size=count)`. Stops unless the bound is positive.
  public mutating func randint(below bound: Int, count: Int) -> [Int] {
    randint(from: 0, to: bound, count: count)
  }

  /// An integer from `low` up to, but not including, `high`; equals `np.random.randint(low, high)`.
  ///
  /// Stops unless `low < high`. A range of one value draws nothing from the stream.
  public mutating func randint(from low: Int, to high: Int) -> Int {
    guard low < high else { stop("RandomState.randint: no integer from \(low) up to \(high)") }
    // Wrapping, because the distance between two Int need not fit an Int.
    let distance = draw(upTo: UInt64(bitPattern: Int64(high &- low)) - 1)
    return low &+ Int(truncatingIfNeeded: distance)
  }

  /// Integers from `low` up to, but not including, `high`.
  ///
  /// Equals `np.random.randint(low, high, count)`. Stops unless `low < high`, and if the count is
  /// negative.
  public mutating func randint(from low: Int, to high: Int, count: Int) -> [Int] {
    guard count >= 0 else { stop("RandomState.randint: the count is negative: \(count)") }
    return (0..<count).map { _ in randint(from: low, to: high) }
  }

  // MARK: - Order and choice

  /// The numbers from 0 up to n in random order; equals `np.random.permutation(n)`.
  public mutating func permutation(_ n: Int) -> [Int] {
    guard n >= 0 else { stop("RandomState.permutation: the count is negative: \(n)") }
    var order = Array(0..<n)
    shuffle(&order)
    return order
  }

  /// Brings the items into random order; equals `np.random.shuffle(items)`.
  public mutating func shuffle<Item>(_ items: inout [Item]) {
    for i in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(i, Int(draw(upTo: UInt64(i))))
    }
  }

  /// Picks indices from 0 up to n; equals `np.random.choice(n, count, replace=replacing)`.
  ///
  /// With replacement an index may come again; without, the count must not exceed n. Stops if there
  /// is nothing to pick from, or too little.
  public mutating func choice(_ n: Int, count: Int, replacing: Bool = true) -> [Int] {
    guard count >= 0, n >= 0, replacing ? n > 0 || count == 0 : count <= n else {
      stop("RandomState.choice: cannot pick \(count) of \(n), replacing: \(replacing)")
    }
    guard !replacing else { return randint(from: 0, to: Swift.max(n, 1), count: count) }
    return Array(permutation(n).prefix(count))
  }

  /// An integer from 0 to the greatest, included: NumPy's masked rejection.
  ///
  /// Random bits under the smallest mask that covers the greatest, drawn again while they exceed
  /// it. Nothing is drawn for 0, one word up to 2³² - 1, two words (the first is the high one)
  /// beyond.
  private mutating func draw(upTo greatest: UInt64) -> UInt64 {
    guard greatest > 0 else { return 0 }
    let mask = UInt64.max >> UInt64(greatest.leadingZeroBitCount)
    while true {
      var bits = UInt64(nextWord())
      if greatest > UInt64(UInt32.max) { bits = bits << 32 | UInt64(nextWord()) }
      bits &= mask
      if bits <= greatest { return bits }
    }
  }
}
