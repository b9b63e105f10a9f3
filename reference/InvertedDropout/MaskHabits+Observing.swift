import Coursework
import NumericChecks

extension MaskHabits {
  /// How probable it may be that a right answer is taken for a wrong one, in one test.
  static let alpha = 1e-9
  /// Masks with at least so many entries show which rows and columns are alike; right ones of 100 ×
  /// 100 and p from 1/4 to 3/4 have two equal rows or columns with a probability below 1e-16.
  static let largeCount = 10_000

  /// Reads the habits off several calls in train mode.
  ///
  /// The tests are exact, each with an error of at most ``alpha`` for a right answer. What follows
  /// from a habit found before is not held against the answer a second time: a shared row also
  /// upsets the number of kept entries.
  init(of trials: [DropoutTrial]) {
    let large = trials.filter { $0.count >= Self.largeCount }
    sharing =
      Sharing.isOfWholeMasks(trials)
      ? .wholeMask
      : large.map { Sharing(of: $0.kept) }.max { $0.rawValue < $1.rawValue } ?? .none
    factors = large.contains(where: \.hasManyFactors) ? .many : .two
    rate = Rate(of: trials, sharing)
    if sharing == .none, rate == .asked { count = Count(of: trials) }
    if rate != .everything, rate != .nothing { freshness = Freshness(of: trials) }
    let isByChance = sharing == .none && rate == .asked && count == .varies && freshness != .fixed
    if isByChance { spread = Spread(of: trials) }
  }
}

extension MaskHabits.Rate {
  fileprivate init(of trials: [DropoutTrial], _ sharing: MaskHabits.Sharing) {
    func allAgree(_ probability: (Double) -> Double) -> Bool {
      trials.allSatisfy { trial in
        BinomialInterval(
          trials: trial.count, probability: probability(trial.keepProbability),
          alpha: MaskHabits.alpha
        ).contains(trial.keptCount)
      }
    }
    if trials.allSatisfy({ $0.keptCount == $0.count }) {
      self = .everything
    } else if trials.allSatisfy({ $0.keptCount == 0 }) {
      self = .nothing
    } else if trials.allSatisfy({ $0.kept == ($0.x .< $0.keepProbability) }) {
      self = .byInput
    } else if sharing != .none || allAgree({ $0 }) {
      self = .asked
    } else {
      self = allAgree { 1 - $0 } ? .inverted : .other
    }
  }
}

extension MaskHabits.Sharing {
  fileprivate init(of kept: Tensor) {
    let rows = Self.distinctRows(kept)
    let columns = Self.distinctRows(kept.transposed())
    self =
      switch (rows, columns) {
      // All kept or all dropped: a matter of the rate.
      case (1, 1): .none
      case (1, _): .oneRow
      case (_, 1): .wholeRows
      case (..<kept.shape[0], _): .someRows
      case (_, ..<kept.shape[1]): .someColumns
      default: .none
      }
  }

  /// Whether each call keeps all or drops all, and not all calls do the same.
  fileprivate static func isOfWholeMasks(_ trials: [DropoutTrial]) -> Bool {
    trials.allSatisfy(\.isAllAlike) && Set(trials.map { $0.keptCount > 0 }).count > 1
  }

  private static func distinctRows(_ kept: Tensor) -> Int {
    Set((0..<kept.shape[0]).map { kept.row($0).scalars }).count
  }
}

extension MaskHabits.Count {
  /// Exactly p·n entries in every call, or in every row, or in every column of every call.
  ///
  /// The questions are chosen such that p·n is a whole number.
  fileprivate init(of trials: [DropoutTrial]) {
    let trials = trials.independent
    let asked = trials.allSatisfy {
      Double($0.keptCount) == $0.keepProbability * Double($0.count)
    }
    let alike = [0, 1].contains { axis in
      trials.allSatisfy { trial in
        // As near to the share as whole numbers come.
        trial.counts(along: axis).allSatisfy {
          abs(Double($0.chosen) - $0.probability * Double($0.trials)) < 1
        }
      }
    }
    self = asked || alike ? .isExact : .varies
  }
}

extension MaskHabits.Freshness {
  /// Looks at calls that ask for masks of one shape with one p, from generators in two states, or
  /// in one.
  ///
  /// Masks that are all kept or all dropped are left out: equal ones may well be drawn anew.
  fileprivate init(of trials: [DropoutTrial]) {
    self = .fresh
    for (index, trial) in trials.enumerated() where !trial.isAllAlike {
      for other in trials[..<index]
      where other.kept == trial.kept && other.keepProbability == trial.keepProbability {
        if other.question.inputs["random"] != trial.question.inputs["random"] {
          self = .fixed
        } else if self == .fresh, trial.got["random"] == trial.question.inputs["random"] {
          self = .rewound
        }
      }
    }
  }
}

extension DropoutTrial {
  /// Whether every entry is kept or every entry is dropped.
  fileprivate var isAllAlike: Bool { keptCount == 0 || keptCount == count }

  /// Whether no entry is dropped and most are multiplied by numbers of their own.
  fileprivate var hasManyFactors: Bool {
    keptCount == count && Set(factors.scalars).count > count / 2
  }
}
