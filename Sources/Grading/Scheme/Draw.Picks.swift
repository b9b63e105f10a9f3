import Coursework

extension Draw {
  /// Which of its choices each draw of a small question took, so that it can be drawn again simpler.
  ///
  /// Choices stand in the order of their simplicity: whole numbers as 0, 1, -1, 2, -2, others as the
  /// scheme lists them. A question that is drawn from simpler picks is one that the check itself
  /// could ask, so whatever the scheme promises of its questions stays true.
  struct Picks: Sendable, Hashable {
    /// Tells questions of the same sizes apart.
    let variant: Int
    /// What was picked, in the order of the draws; a draw beyond the end picks by chance.
    private(set) var taken: [Int]
    /// How far and in which direction whole numbers are moved off their places.
    private let nudge: Double
    private var next = 0

    /// Takes again what was taken before, and picks by chance after that.
    init(variant: Int, taken: [Int] = [], nudge: Double = 0) {
      self.variant = variant
      self.taken = taken
      self.nudge = nudge
    }

    /// The same with another pick in one place.
    func replacing(_ place: Int, by pick: Int) -> Picks {
      var taken = taken
      taken[place] = pick
      return Picks(variant: variant, taken: taken)
    }

    /// The same with whole numbers moved off their places.
    func nudged(by nudge: Double) -> Picks {
      Picks(variant: variant, taken: taken, nudge: nudge)
    }

    /// 0, ±1 or ±2; never 0 by chance, where wrong formulas hide.
    mutating func wholeNumber(_ random: inout RandomState) -> Double {
      let number = Self.wholeNumbers[pick(&random, from: 1, below: Self.wholeNumbers.count)]
      // Drawn whether or not it is used: the same picks are to give the same questions.
      let distance = 1 + Double(random.randint(from: 0, to: 1024)) / 1024
      return number + nudge * distance
    }

    /// The place of one of several choices.
    mutating func index(below count: Int, _ random: inout RandomState) -> Int {
      pick(&random, from: 0, below: count)
    }

    private mutating func pick(
      _ random: inout RandomState, from least: Int, below count: Int
    ) -> Int {
      let chosen = random.randint(from: least, to: count)
      if next == taken.count { taken.append(chosen) }
      defer { next += 1 }
      return min(taken[next], count - 1)
    }

    private static let wholeNumbers: [Double] = [0, 1, -1, 2, -2]
  }
}
