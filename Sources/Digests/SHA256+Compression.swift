extension SHA256 {
  /// Folds whole blocks of 64 bytes into a state: section 6.2.2 of FIPS 180-4.
  static func compress(
    _ initial: SIMD8<UInt32>,
    blocks: UnsafeBufferPointer<UInt8>,
  ) -> SIMD8<UInt32> {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      schedule.initialize(repeating: 0)
      var state = initial
      for start in stride(from: 0, to: blocks.count, by: 64) {
        expand(UnsafeBufferPointer(rebasing: blocks[start..<start + 64]), into: schedule)
        state = state &+ rounds(state, schedule)
      }
      return state
    }
  }

  /// The message schedule: the block's 16 big-endian words, and 48 that are mixed from them.
  private static func expand(
    _ block: UnsafeBufferPointer<UInt8>,
    into schedule: UnsafeMutableBufferPointer<UInt32>,
  ) {
    for index in 0..<16 {
      schedule[index] = block[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let far = schedule[index - 15]
      let near = schedule[index - 2]
      let mixedFar = rotated(far, by: 7) ^ rotated(far, by: 18) ^ far >> 3
      let mixedNear = rotated(near, by: 17) ^ rotated(near, by: 19) ^ near >> 10
      schedule[index] = schedule[index - 16] &+ mixedFar &+ schedule[index - 7] &+ mixedNear
    }
  }

  /// The 64 rounds; a to h are the working variables of the standard.
  private static func rounds(
    _ state: SIMD8<UInt32>,
    _ schedule: UnsafeMutableBufferPointer<UInt32>,
  ) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let choice = e & f ^ ~e & g
      let majority = a & b ^ a & c ^ b & c
      let mixedE = rotated(e, by: 6) ^ rotated(e, by: 11) ^ rotated(e, by: 25)
      let mixedA = rotated(a, by: 2) ^ rotated(a, by: 13) ^ rotated(a, by: 22)
      let first = h &+ mixedE &+ choice &+ roundConstants[round] &+ schedule[round]
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ mixedA &+ majority)
    }
    return SIMD8(a, b, c, d, e, f, g, h)
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 - count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
