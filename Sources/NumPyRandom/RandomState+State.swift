extension RandomState {
  /// All that determines the stream, in the parts that `np.random.get_state()` shows.
  ///
  /// With it a generator crosses the pipe: the worker continues the very stream that the question
  /// holds.
  package struct State: Sendable, Hashable {
    /// The 624 words of the current block.
    package let key: [UInt32]
    /// How many words of the block are used up, from 0 to 624.
    package let position: Int
    /// Whether the second number of a pair of normal numbers is waiting.
    package let hasGauss: Bool
    /// The waiting normal number, or 0 if none is waiting.
    package let cachedGaussian: Double

    /// Makes a state from parts that nobody has checked, or nil if no generator can be in it.
    ///
    /// Nil unless there are 624 words that do not stand for the stream of zeros (on which drawing a
    /// normal number would never end), a position from 0 to 624, and a finite waiting number. A
    /// number that is not waiting is dropped, so that equal streams have equal states.
    package init?(key: [UInt32], position: Int, hasGauss: Bool, cachedGaussian: Double) {
      guard
        key.count == RandomState.blockLength,
        // Of the first word only the top bit takes part in the recurrence.
        key[0] >> 31 != 0 || key.dropFirst().contains(where: { $0 != 0 }),
        (0...RandomState.blockLength).contains(position),
        !hasGauss || cachedGaussian.isFinite
      else { return nil }
      self.init(trusted: key, position, cachedGaussian: hasGauss ? cachedGaussian : nil)
    }

    init(trusted key: [UInt32], _ position: Int, cachedGaussian: Double?) {
      self.key = key
      self.position = position
      hasGauss = cachedGaussian != nil
      self.cachedGaussian = cachedGaussian ?? 0
    }
  }

  /// The state of the stream; set it to continue from there, as `np.random.set_state` does.
  package var state: State {
    get { State(trusted: key, position, cachedGaussian: cachedGaussian) }
    set { self = RandomState(state: newValue) }
  }

  /// Continues a stream from its state.
  package init(state: State) {
    key = state.key
    position = state.position
    cachedGaussian = state.hasGauss ? state.cachedGaussian : nil
  }
}
