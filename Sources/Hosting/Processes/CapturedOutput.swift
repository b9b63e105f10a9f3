/// What a process printed on one stream: its beginning and its end, and how much lay between.
///
/// Memory stays flat whatever the process prints: at most three times the limit is held.
package struct CapturedOutput: Sendable, Equatable {
  /// How many bytes of the beginning are kept, and as many of the end.
  package static let keptAtEachEnd = 32 * 1024

  /// The first bytes.
  package private(set) var beginning: [UInt8] = []
  private var rest: [UInt8] = []
  /// How many bytes were printed in all.
  package private(set) var totalCount = 0

  /// Nothing yet.
  package init() {}

  /// The last bytes, as far as they are not part of the beginning.
  package var end: ArraySlice<UInt8> { rest.suffix(Self.keptAtEachEnd) }

  /// How many bytes between the beginning and the end were not kept.
  package var droppedCount: Int { totalCount - beginning.count - end.count }

  /// Everything kept as text, broken UTF-8 repaired; a line of its own says how much was left out.
  ///
  /// The text is still the student's: control characters and the like are in it.
  package var text: String {
    guard droppedCount > 0 else {
      return String(decoding: beginning + end, as: UTF8.self)
    }
    return String(decoding: beginning, as: UTF8.self)
      + "\n[\(droppedCount) bytes left out]\n" + String(decoding: end, as: UTF8.self)
  }

  /// Adds what was just read.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    totalCount += bytes.count
    let room = Self.keptAtEachEnd - beginning.count
    beginning.append(contentsOf: bytes.prefix(room))
    rest.append(contentsOf: bytes.dropFirst(room))
    // Dropping only when twice the limit is reached moves every byte at most once on average.
    if rest.count > 2 * Self.keptAtEachEnd { rest = Array(end) }
  }
}
