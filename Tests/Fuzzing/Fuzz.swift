import Foundation

/// A reader of foreign bytes, tried with thousands of faulty documents.
///
/// A reader may read a document or refuse it. It may not trap, which would end the test run; it may
/// not dwell on one, which is timed; and what it gives must not be larger than what it was given,
/// which each test holds in its own terms.
///
/// A test run takes a second or so. For a long one set `GRADECHECK_FUZZ` to how many times as many
/// documents it shall try:
///
///     GRADECHECK_FUZZ=500 swift test --filter FuzzTests
package struct Fuzz {
  /// What became of a faulty document.
  package enum Outcome { case read, refused }

  /// Good documents, of which faulty ones are made.
  private let documents: [[UInt8]]
  private let tokens: [String]
  private let mend: (inout [UInt8], inout Mutator) -> Void

  /// The longest that a reader may take for one document, on a machine under load.
  private static let patience = Duration.seconds(30)

  /// Documents to spoil.
  ///
  /// - Parameters:
  ///   - documents: Good ones.
  ///   - tokens: Words of their format.
  ///   - mend: What a forger would put right again, such as a length or a checksum.
  package init(
    _ documents: [[UInt8]], tokens: [String] = [],
    mend: @escaping (inout [UInt8], inout Mutator) -> Void = { _, _ in }
  ) {
    self.documents = documents
    self.tokens = tokens
    self.mend = mend
  }

  /// How many times the effort of an ordinary test run is wanted.
  package static let factor =
    ProcessInfo.processInfo.environment["GRADECHECK_FUZZ"].flatMap { Int($0) } ?? 1

  /// Tries so many faulty documents, times the factor.
  ///
  /// - Parameters:
  ///   - seed: Gives the same documents again, whatever the factor.
  ///   - rounds: How many.
  ///   - read: The reader; it returns what is wrong with what it gave, if anything is.
  /// - Returns: What was found wrong. A run that read nothing, or refused nothing, is wrong too: it
  ///   tested nothing.
  package func faults(
    seed: UInt64, rounds: Int, _ read: ([UInt8]) -> (Outcome, fault: String?)
  ) -> [String] {
    var mutator = Mutator(seed: seed, tokens: tokens)
    var faults: [String] = []
    var counts: [Outcome: Int] = [:]
    for round in 0..<rounds * Self.factor {
      var bytes = mutator.faulty(documents)
      mend(&bytes, &mutator)
      let start = SuspendingClock.now
      let (outcome, fault) = read(bytes)
      let time = SuspendingClock.now - start
      counts[outcome, default: 0] += 1
      if let fault { faults.append("round \(round): \(fault)") }
      if time > Self.patience { faults.append("round \(round) took \(time)") }
    }
    if counts.count < 2 { faults.append("no variety: \(counts)") }
    return faults
  }
}
