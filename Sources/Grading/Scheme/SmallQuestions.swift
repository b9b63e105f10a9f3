import Coursework
import NumericChecks

/// A check's question with small sizes and small whole numbers, for an example that can be read.
///
/// Nothing in them is hidden: they are drawn from the public seed, for everybody alike.
package struct SmallQuestions: Sendable {
  /// The greatest size.
  private static let largest = 3
  /// How often each combination of sizes is drawn.
  private static let draws = 4
  /// How many draws there are at least, over all sizes.
  private static let fewestDraws = 20

  /// How far an answer may lie from the reference's.
  let tolerance: Tolerance
  private let sizes: Int
  private let question: @Sendable (inout Draw, [Int]) -> Question

  /// Asks the same as `question`, which draws one question for so many sizes.
  init(
    sizes: Int, tolerance: Tolerance, question: @escaping @Sendable (inout Draw, [Int]) -> Question
  ) {
    self.sizes = sizes
    self.tolerance = tolerance
    self.question = question
  }

  /// One question, and what makes it: drawn from simpler picks it becomes simpler.
  struct Drawn: Sendable {
    let sizes: [Int]
    let picks: Draw.Picks
    let question: Question
  }

  /// The question of these sizes and picks, and of what chance adds to them.
  func drawn(_ sizes: [Int], _ picks: Draw.Picks) -> Drawn {
    var draw = Draw(small: picks)
    let drawn = question(&draw, sizes)
    return Drawn(sizes: sizes, picks: draw.picks ?? picks, question: drawn)
  }

  /// Every question in the order in which an example is looked for: the smallest sizes come first.
  package var all: some Sequence<Question> { ascending.map(\.question) }

  /// The same with what makes each of them.
  var ascending: some Sequence<Drawn> {
    let sizes = Self.ascendingSizes(sizes)
    let variants = max(Self.draws, Self.fewestDraws / sizes.count)
    return sizes.lazy.flatMap { sizes in
      (0..<variants).lazy.map { drawn(sizes, Draw.Picks(variant: $0)) }
    }
  }

  /// All sizes from 1 up to 3, in the order of their sums.
  private static func ascendingSizes(_ count: Int) -> [[Int]] {
    let all = (0..<count).reduce([[]]) { (tuples: [[Int]], _) in
      tuples.flatMap { tuple in (1...largest).map { tuple + [$0] } }
    }
    return all.sorted { a, b in
      let (left, right) = (a.reduce(0, +), b.reduce(0, +))
      return left == right ? a.lexicographicallyPrecedes(b) : left < right
    }
  }
}
