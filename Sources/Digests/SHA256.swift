/// The hash function SHA-256 of FIPS 180-4, fed in as many pieces as the caller likes.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(header)
/// hash.update(body)
/// let digest = hash.finalize()   // equals SHA256.hash(of: header + body)
/// ```
///
/// How a message is split never changes its digest. Pieces are not delimited: whoever hashes several
/// fields says where each ends, for example by hashing its length first.
package struct SHA256: Sendable {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  )
  /// The bytes that do not fill a block of 64 yet.
  private var pending: [UInt8] = []
  /// The length of the message so far, in bytes.
  private var length: UInt64 = 0

  /// Starts with the empty message.
  package init() {}

  // MARK: - Hashing

  /// Appends bytes to the message.
  ///
  /// Arrays and other contiguous storage are read in place; any other sequence is copied first.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update(contiguous: $0) }
    if done == nil {
      Array(bytes).withUnsafeBufferPointer { update(contiguous: $0) }
    }
  }

  /// The digest of the message so far; the hash may go on being updated.
  package func finalize() -> Digest {
    // The message ends in a one bit, zeros up to a whole block, and its own length in bits.
    var padding: [UInt8] = [0x80]
    padding += repeatElement(0, count: (119 - pending.count) % 64)
    padding += (0..<8).map { UInt8(truncatingIfNeeded: (length &* 8) >> UInt64(56 - 8 * $0)) }
    var last = self
    last.update(padding)
    return Digest(words: last.state)
  }

  /// The digest of one message.
  package static func hash(of message: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(message)
    return hash.finalize()
  }

  /// The digest of a text's UTF-8 bytes.
  package static func hash(of message: String) -> Digest {
    hash(of: Array(message.utf8))
  }

  // MARK: - Blocks

  private mutating func update(contiguous bytes: UnsafeBufferPointer<UInt8>) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let head = rest.prefix(64 - pending.count)
      pending += head
      rest = rest.dropFirst(head.count)
      guard pending.count == 64 else { return }
      state = pending.withUnsafeBufferPointer { SHA256.compress(state, blocks: $0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.prefix(rest.count & ~63)
    state = SHA256.compress(state, blocks: UnsafeBufferPointer(rebasing: whole))
    pending += rest.dropFirst(whole.count)
  }
}
