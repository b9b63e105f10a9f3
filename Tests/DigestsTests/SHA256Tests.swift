import Testing

@testable import Digests

@Suite("SHA-256")
struct SHA256Tests {
  // MARK: - Laws

  @Test("Every split of a message in two gives the digest of the whole", arguments: 0...200)
  func splits(length: Int) {
    let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
    let whole = SHA256.hash(of: message)
    for cut in 0...length {
      var hash = SHA256()
      hash.update(message[..<cut])
      hash.update(message[cut...])
      #expect(hash.finalize() == whole, "cut at \(cut)")
    }
  }

  @Test("Single bytes give the digest of the whole", arguments: [1, 55, 56, 63, 64, 65, 1000])
  func singleBytes(length: Int) {
    let message = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
    var hash = SHA256()
    for byte in message { hash.update(CollectionOfOne(byte)) }
    #expect(hash.finalize() == SHA256.hash(of: message))
  }

  @Test("A sequence without contiguous storage hashes as its array")
  func lazySequence() {
    var hash = SHA256()
    hash.update(sequence(first: UInt8(0)) { $0 == 255 ? nil : $0 + 1 })
    #expect(hash.finalize() == SHA256.hash(of: Array(0...255)))
  }

  @Test("Asking for the digest does not end the message")
  func finalizeTwice() {
    var hash = SHA256()
    hash.update(Array("ab".utf8))
    #expect(hash.finalize() == SHA256.hash(of: "ab"))
    #expect(hash.finalize() == SHA256.hash(of: "ab"))
    hash.update(Array("c".utf8))
    #expect(hash.finalize() == SHA256.hash(of: "abc"))
  }

  @Test("No two of the messages 0, 00, 000, … share a digest")
  func zeros() {
    let digests = (0..<300).map { SHA256.hash(of: [UInt8](repeating: 0, count: $0)) }
    #expect(Set(digests).count == 300)
  }

  // MARK: - Published vectors

  /// The examples of FIPS 180-4 (and of its companion page at NIST), and the empty message.
  @Test(
    "The published examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ]
  )
  func published(message: String, expected: String) {
    #expect(SHA256.hash(of: message).hex == expected)
  }

  @Test("A million letters a")
  func million() {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hash(of: message).hex == expected)
  }

  @Test("A digest has 32 bytes, and its description is their hexadecimal form")
  func form() {
    let digest = SHA256.hash(of: "")
    #expect(digest.bytes.count == 32)
    #expect(digest.bytes.prefix(4) == [0xe3, 0xb0, 0xc4, 0x42])
    #expect("\(digest)" == digest.hex)
  }
}
