import Coursework
import Grading

/// What a split is computed from.
private struct SplitCall: Sendable {
  let count: Int
  let fraction: Double
  let random: RandomState

  init(_ question: Question) throws {
    count = try question.wholeNumber("count")
    fraction = try question.number("fraction")
    random = try question.randomState("random")
  }

  /// How many samples the validation set has.
  var first: Int { Int((fraction * Double(count)).rounded(.up)) }

  /// The right order of the samples.
  var order: [Int] {
    var random = random
    return random.permutation(count)
  }

  /// The first so many of an order, and the others.
  func cut(_ order: [Int], at first: Int? = nil) -> [String: Tensor] {
    let first = first ?? self.first
    return Self.sets(Array(order.prefix(first)), Array(order.dropFirst(first)))
  }

  static func sets(_ validation: [Int], _ train: [Int]) -> [String: Tensor] {
    [
      "validation": Tensor(validation.map(Double.init)), "train": Tensor(train.map(Double.init)),
    ]
  }
}

extension DataPreparationReference {
  private static let split = WrongVariants(
    question: "split", reference: { try DataPreparationReference().answer($0) }
  ) { try SplitCall($0) }
  private static let orderLine = "the line that draws the order"
  private static let sizeLine = "the line that computes the size of the validation set"
  private static let cutLine = "the lines that cut the order"

  /// Mistakes in `split`.
  static let splitMisconceptions: [Misconception] = [
    split.mistake(
      "SP1", "your train comes first in the order, and your validation last",
      why: "the first of the order go into the validation set", where: cutLine
    ) { call in
      let rest = call.count - call.first
      return SplitCall.sets(
        Array(call.order.dropFirst(rest)), Array(call.order.prefix(rest)))
    },
    split.mistake(
      "SP2", "your samples are not in random order: validation holds the first numbers",
      why: "data often come sorted: draw random.permutation(N) and cut that", where: orderLine
    ) { $0.cut(Array(0..<$0.count)) },
    split.mistake(
      "SP3", "the size of your validation is rounded down",
      why: "it is rounded up: ⌈fraction·N⌉", where: sizeLine
    ) { $0.cut($0.order, at: Int($0.fraction * Double($0.count))) },
    split.mistake(
      "SP4", "your validation has the size of train, and your train that of validation",
      why: "fraction is the share of the validation set", where: sizeLine
    ) { $0.cut($0.order, at: $0.count - $0.first) },
    split.mistake(
      "SP5", "your order is drawn with replacement: samples are in it twice, others never",
      why: "every sample belongs into exactly one set: random.permutation(N)", where: orderLine
    ) { call in
      var random = call.random
      return call.cut(random.choice(call.count, count: call.count))
    },
    split.form(
      "SP6", "your sets are right, but sorted",
      why: "they keep the random order, so that nothing has to be shuffled later", where: cutLine
    ) { call in
      SplitCall.sets(
        call.order.prefix(call.first).sorted(), call.order.dropFirst(call.first).sorted())
    },
    split.mistake(
      "SP7", "your train is cut from a second order, so that samples are in both sets",
      why: "draw the order once and cut it into two", where: orderLine
    ) { call in
      var random = call.random
      let (one, two) = (random.permutation(call.count), random.permutation(call.count))
      return SplitCall.sets(
        Array(one.prefix(call.first)), Array(two.dropFirst(call.first)))
    },
    split.mistake(
      "SP8", "your train holds all samples, those of the validation set too",
      why: "what validates must not have been learned: train is the others", where: cutLine
    ) { SplitCall.sets(Array($0.order.prefix($0.first)), $0.order) },
    split.mistake(
      "SP9", "your order comes from a generator of your own with the seed 42",
      why: "draw from the generator that is given", where: orderLine
    ) { call in
      var random = RandomState(seed: 42)
      return call.cut(random.permutation(call.count))
    },
  ]
}
