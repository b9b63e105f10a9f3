import NumPyRandom

/// How a course goes through its samples: a new order for each epoch, cut into batches.
package struct Epochs: Sendable {
  /// N, the number of samples.
  let samples: Int
  /// How many batches there are in an epoch.
  let batches: Int
  /// How many epochs there are.
  let epochs: Int

  /// So many samples in so many batches, so many times.
  package init(samples: Int, batches: Int, epochs: Int) {
    self.samples = samples
    self.batches = batches
    self.epochs = epochs
  }

  /// N / batches, which need not be a whole number.
  package var batchSize: Double { Double(samples) / Double(batches) }

  /// The rows of each batch: from ⌊B·j⌋ up to, but without, ⌊B·(j+1)⌋.
  package var ranges: [Range<Int>] {
    (0..<batches).map { samples * $0 / batches..<samples * ($0 + 1) / batches }
  }

  /// The samples in the order of each epoch, which starts from that of the epoch before.
  package func orders(_ random: inout RandomState) -> [[Int]] {
    var orders: [[Int]] = []
    for _ in 0..<epochs {
      let order = random.permutation(samples)
      orders.append(orders.last.map { last in order.map { last[$0] } } ?? order)
    }
    return orders
  }
}
