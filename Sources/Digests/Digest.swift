/// The 32 bytes that SHA-256 makes of a message.
///
/// Two equal digests mean, for every practical purpose, two equal messages. A digest names the
/// submission, the assignment and the toolchain in a report, and keys the caches.
package struct Digest: Hashable, Sendable {
  /// The 32 bytes, most significant first, as FIPS 180-4 prints them.
  package let bytes: [UInt8]

  init(words: SIMD8<UInt32>) {
    bytes = words.indices.flatMap { index in
      (0..<4).map { UInt8(truncatingIfNeeded: words[index] >> UInt32(24 - 8 * $0)) }
    }
  }

  /// The bytes as 64 lower-case hexadecimal digits, the form that `sha256sum` prints.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

// MARK: - CustomStringConvertible

extension Digest: CustomStringConvertible {
  /// The same text as ``hex``.
  package var description: String { hex }
}
