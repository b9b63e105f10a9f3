import Coursework

/// What the masks of several calls have in common, which single values cannot show.
///
/// Each habit is a plain number in an answer, so that a mistake in how entries are kept is compared
/// and recognised just as a mistake in values is. The first case of each habit is the right one.
struct MaskHabits: Sendable, Hashable {
  /// How often entries are kept.
  enum Rate: Double { case asked = 1, inverted, everything, nothing, byInput, other }
  /// Which entries are always kept or dropped together.
  enum Sharing: Double { case none = 1, oneRow, wholeRows, someRows, someColumns, wholeMask }
  /// Whether the number of kept entries varies as chance has it.
  enum Count: Double { case varies = 1, isExact }
  /// Whether the next call gets another mask.
  enum Freshness: Double { case fresh = 1, fixed, rewound }
  /// Whether the numbers of kept entries vary as much as chance has it.
  enum Spread: Double { case asChance = 1, withinRows, withinColumns, withinCalls, tooEven }
  /// What entries are multiplied by.
  enum Factors: Double { case two = 1, many }
  /// What the method does in the mode that is not being judged; it never costs points here.
  enum OtherMode: Double { case right = 1, scaledByP, unscaled, identity, drops }

  var rate = Rate.asked
  var sharing = Sharing.none
  var count = Count.varies
  var freshness = Freshness.fresh
  var spread = Spread.asChance
  var factors = Factors.two
  var otherMode = OtherMode.right
}

// MARK: - As parts of an answer

extension MaskHabits {
  /// The names of the habits that a right answer must have.
  static let judged = ["rate", "sharing", "count", "freshness", "spread", "factors"]
  /// All names: the habit of the other mode only tells one mistake from another.
  static let names = judged + ["otherMode"]

  /// The habits by name, beside `out` and `mask`.
  var answer: Answer {
    [
      "rate": .number(rate.rawValue), "sharing": .number(sharing.rawValue),
      "count": .number(count.rawValue), "freshness": .number(freshness.rawValue),
      "spread": .number(spread.rawValue), "factors": .number(factors.rawValue),
      "otherMode": .number(otherMode.rawValue),
    ]
  }
}

// MARK: - Sentences

extension MaskHabits {
  /// One plain sentence on what is wrong with the masks, or nil for right ones.
  var problem: String? {
    rate.problem ?? sharing.problem ?? count.problem ?? freshness.problem ?? spread.problem
      ?? factors.problem
  }
}

extension MaskHabits.Rate {
  fileprivate var problem: String? {
    switch self {
    case .asked: nil
    case .inverted: "entries are kept with probability 1 − p; they must be kept with probability p"
    case .everything: "every entry is kept"
    case .nothing: "every entry is dropped"
    case .byInput: "the values of x decide which entries are kept, not chance"
    case .other: "how many entries are kept does not go with the probability p to keep each of them"
    }
  }
}

extension MaskHabits.Sharing {
  fileprivate var problem: String? {
    switch self {
    case .none: nil
    case .oneRow: "every row has the same mask"
    case .wholeRows: "every row is kept or dropped as a whole"
    case .someRows: "several rows have the same mask"
    case .someColumns: "several columns have the same mask"
    case .wholeMask: "a call keeps or drops all of its entries together"
    }
  }
}

extension MaskHabits.Count {
  fileprivate var problem: String? {
    switch self {
    case .varies: nil
    case .isExact: "the number of kept entries never varies; it must, when each has its own chance"
    }
  }
}

extension MaskHabits.Freshness {
  fileprivate var problem: String? {
    switch self {
    case .fresh: nil
    case .fixed: "calls with generators in different states get the same mask"
    case .rewound: "the caller's generator does not move on, so the next call gets the same mask"
    }
  }
}

extension MaskHabits.Spread {
  fileprivate var problem: String? {
    switch self {
    case .asChance: nil
    case .withinRows:
      "entries of one row are kept or dropped together too often; each must have its own chance"
    case .withinColumns:
      "entries of one column are kept or dropped together too often; each must have its own chance"
    case .withinCalls:
      "the share of kept entries varies too much from call to call; it is p in every call"
    case .tooEven:
      "the number of kept entries varies too little; it must, when each has its own chance"
    }
  }
}

extension MaskHabits.Factors {
  fileprivate var problem: String? {
    switch self {
    case .two: nil
    case .many: "entries are multiplied by many different numbers, where only 0 and 1/p may be"
    }
  }
}
