import Coursework
import Grading

extension DataPreparationReference {
  /// Right splits written differently.
  static let splitAlternatives: [Alternative] = [
    split("shuffled", "the numbers in order, then shuffled") { count, random in
      var order = Array(0..<count)
      random.shuffle(&order)
      return order
    },
    split("fisher-yates", "shuffled by hand, from the last place down") { count, random in
      var order = Array(0..<count)
      for i in stride(from: count - 1, to: 0, by: -1) {
        order.swapAt(i, random.randint(below: i + 1))
      }
      return order
    },
    split("chosen", "chosen without replacement") { count, random in
      random.choice(count, count: count, replacing: false)
    },
    split("from-places", "the places of the numbers, sorted") { count, random in
      let order = random.permutation(count)
      let places = order.indices.sorted { order[$0] < order[$1] }
      return places.indices.sorted { places[$0] < places[$1] }
    },
  ]

  private static func split(
    _ id: String, _ summary: String,
    order: @escaping @Sendable (_ count: Int, _ random: inout RandomState) -> [Int]
  ) -> Alternative {
    Alternative("split-\(id)", of: "split", summary) {
      var random = try $0.randomState("random")
      let count = try $0.wholeNumber("count")
      let numbers = order(count, &random).map(Double.init)
      let rest = count - Int((try $0.number("fraction") * Double(count)).rounded(.up))
      return [
        "validation": .tensor(Tensor(Array(numbers.dropLast(rest)))),
        "train": .tensor(Tensor(Array(numbers.suffix(rest)))),
      ]
    }
  }

  // MARK: - Stratified splits

  /// Right stratified splits, which use chance in other ways.
  static let stratifiedAlternatives: [Alternative] = [
    stratified(
      "one-order", "one order of all samples, filled class by class",
      StratifiedVariant { labels, fraction, random in
        var sets: (validation: [Int], train: [Int]) = ([], [])
        var room = Dictionary(grouping: labels, by: \.self)
          .mapValues { fraction * Double($0.count) }
        for sample in random.permutation(labels.count) {
          if room[labels[sample], default: 0] >= 1 {
            room[labels[sample]]? -= 1
            sets.validation.append(sample)
          } else {
            sets.train.append(sample)
          }
        }
        return sets
      }),
    stratified(
      "keys", "sorted by a random key",
      .byClass { samples, first, random in
        let keys = samples.map { (key: random.randomSample(), sample: $0) }
        let order = keys.sorted { $0.key < $1.key }.map(\.sample)
        return (Array(order.prefix(first)), Array(order.dropFirst(first)))
      }),
    stratified(
      "chosen", "chosen without replacement, in the order of the samples",
      .byClass { samples, first, random in
        let picked = Set(random.choice(samples.count, count: first, replacing: false))
        return (
          samples.indices.filter(picked.contains).map { samples[$0] },
          samples.indices.filter { !picked.contains($0) }.map { samples[$0] }
        )
      }),
    stratified(
      "train-first", "the training set comes first in the order",
      .byClass { samples, first, random in
        let order = random.permutation(samples.count).map { samples[$0] }
        return (Array(order.suffix(first)), Array(order.dropLast(first)))
      }),
  ]

  private static func stratified(
    _ id: String, _ summary: String, _ variant: StratifiedVariant
  ) -> Alternative {
    Alternative("stratified-\(id)", of: "stratifiedSplit", summary, answer: variant.answer)
  }
}
