import Tensors

/// NumPy's legacy random numbers, `np.random.seed(…)` and what follows it, bit for bit.
///
/// ```swift
/// var random = RandomState(seed: 231)        // np.random.seed(231)
/// let x = random.randn(4, 5)                 // np.random.randn(4, 5)
/// let batch = random.choice(500, count: 32)  // np.random.choice(500, 32)
/// ```
///
/// The same seed and the same calls give the same numbers as NumPy, in Swift on every machine. Only
/// normal numbers pass through the C library's logarithm, as they do in NumPy, and may differ in the
/// last bit where that library does. It is a value: a copy continues on its own, and nothing else
/// draws from your stream. This is the generator of `np.random.RandomState` (Mersenne Twister
/// MT19937), not that of `np.random.default_rng`.
public struct RandomState: Sendable, Hashable {
  /// The 624 words of the current block, not yet tempered.
  var key: [UInt32]
  /// How many words of the block are used up; at 624 the next draw makes a new block.
  var position: Int
  /// The second number of the last pair of normal numbers, until it is asked for.
  var cachedGaussian: Double?

  /// Starts the stream of a seed; equals `np.random.seed(seed)`.
  public init(seed: UInt32) {
    var word = seed
    key = [word]
    key.reserveCapacity(RandomState.blockLength)
    for index in 1..<UInt32(RandomState.blockLength) {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ index
      key.append(word)
    }
    position = RandomState.blockLength
    cachedGaussian = nil
  }

  /// The next 32 random bits, from which all other draws are made.
  ///
  /// Equals `np.random.randint(2**32, dtype=np.uint32)` after the same draws.
  public mutating func nextWord() -> UInt32 {
    if position == RandomState.blockLength { makeBlock() }
    var word = key[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    word ^= word >> 18
    return word
  }

  // MARK: - The twister

  static let blockLength = 624

  /// Replaces the block by the next one: Matsumoto and Nishimura's MT19937, `genrand` without
  /// tempering.
  private mutating func makeBlock() {
    let (n, m) = (RandomState.blockLength, 397)
    key.withUnsafeMutableBufferPointer { key in
      @inline(__always)
      func renew(_ index: Int, next: Int, far: Int) {
        let mixed = (key[index] & 0x8000_0000) | (key[next] & 0x7fff_ffff)
        key[index] = key[far] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_b0df)
      }
      for index in 0..<n - m { renew(index, next: index + 1, far: index + m) }
      for index in n - m..<n - 1 { renew(index, next: index + 1, far: index + m - n) }
      renew(n - 1, next: 0, far: m - 1)
    }
    position = 0
  }
}
