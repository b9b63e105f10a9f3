import NumericChecks

extension MaskHabits.Spread {
  /// Compares the numbers of kept entries in all rows, in all columns and in all calls with what
  /// chance makes of them.
  ///
  /// Where p is near 0 or 1 the bound says little, and would hide what the other calls show.
  ///
  /// Entries that go together make the sums over them vary too much; entries that are chosen so as
  /// to make up a share vary too little.
  init(of trials: [DropoutTrial]) {
    let trials = trials.independent.filter { (0.1...0.9).contains($0.keepProbability) }
    let spreads: [(Self, BinomialSpread)] = [
      (.withinRows, BinomialSpread(of: trials.flatMap { $0.counts(along: 1) })),
      (.withinColumns, BinomialSpread(of: trials.flatMap { $0.counts(along: 0) })),
      (.withinCalls, BinomialSpread(of: trials.map(\.wholeCount))),
    ]
    let odd = spreads.first { !$0.1.isChance(alpha: MaskHabits.alpha) }
    self = odd.map { $0.1.ratio < 1 ? .tooEven : $0.0 } ?? .asChance
  }
}

extension [DropoutTrial] {
  /// Without those whose generator was in the state of an earlier one: it gives the same numbers
  /// again, which are no second witness.
  var independent: [DropoutTrial] {
    indices.filter { index in
      self[..<index].allSatisfy {
        $0.question.inputs["random"] != self[index].question.inputs["random"]
      }
    }.map { self[$0] }
  }
}

extension DropoutTrial {
  /// How many entries are kept in each line along an axis: in each row along axis 1.
  func counts(along axis: Int) -> [BinomialSpread.Count] {
    kept.sum(axis: axis).scalars.map {
      BinomialSpread.Count(Int($0), of: kept.shape[axis], probability: keepProbability)
    }
  }

  fileprivate var wholeCount: BinomialSpread.Count {
    BinomialSpread.Count(keptCount, of: count, probability: keepProbability)
  }
}
