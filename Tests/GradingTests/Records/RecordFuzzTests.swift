import Coursework
import Digests
import Fuzzing
import Grading
import Testing

@Suite("Records with faults in them")
struct RecordFuzzTests {
  @Test(
    "A faulty record that bears its seal is read or refused, and judged without a trap",
    arguments: 0..<4 as Range<UInt64>)
  func faults(seed: UInt64) throws {
    let assignment = Toy.assignment()
    let fuzz = Fuzz(
      try Self.documents(assignment),
      tokens: ["toy/values#1/", "#2/", "#", "/", "double", "F64", "\"shape\":[3,5]", "silence"]
    ) { bytes, mutator in
      if mutator.below(8) > 0 { Self.seal(&bytes) }
    }
    let faults = fuzz.faults(seed: seed, rounds: 250) { bytes in
      guard let record = try? Record(bytes: bytes) else { return (.refused, nil) }
      let parts = try? Grader(assignment: assignment, seed: .public)
        .grade(RecordedSource(record.conversations))
      // What was never asked has no marks; what was has at most the part's.
      let isFair = parts.map { $0.map(\.earned).sum() <= $0.map(\.points).sum() } ?? true
      let again = try? Record(bytes: record.bytes)
      return (.read, isFair && again?.bytes == record.bytes ? nil : "\(record)")
    }
    #expect(faults == [], "seed \(seed)")
  }

  /// The record of a right submission, of a wrong one and of one that falls silent.
  private static func documents(_ assignment: Assignment) throws -> [[UInt8]] {
    let solutions: [Solution] = [
      Toy.right, Toy.multiples(double: 1), { _ in throw NotImplemented() },
      { _ in ["double": .text("x"), "triple": .randomState(RandomState(seed: 1))] },
    ]
    return try solutions.enumerated().map { number, solution in
      let source = RecordingSource(InProcess(solution))
      _ = try Grader(assignment: assignment, seed: .public).grade(source)
      return Record(
        assignment: "toy", seed: .public,
        handIn: HandIn(
          name: "s\(number)", receipt: "0f", status: .compileTimedOut(limit: 60),
          diagnostics: [.init(file: "A.swift", line: 3, column: 1, message: "m")],
          setAside: [.init(file: "x", reason: "y")]),
        instrument: .init(kit: "k", toolchain: "t"), conversations: source.conversations
      ).bytes
    }
  }

  /// Gives the bytes the length and the seal that a forger would give them, where they have any.
  private static func seal(_ bytes: inout [UInt8]) {
    guard bytes.count >= 8, let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else {
      return
    }
    let spaces = bytes[(end + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
    bytes.replaceSubrange(0..<8, with: LittleEndian.bytes(of: UInt64(end + 1 + spaces - 8)))
    let limits = Frame.Limits(header: Record.longest, data: Record.longest)
    guard let frame = try? Frame(bytes: bytes, limits: limits) else { return }
    let rest = Frame(metadata: frame.metadata.filter { $0.key != "digest" }, arrays: frame.arrays)
    let seal = ["digest": SHA256.hash(of: rest.bytes).hex]
    bytes = Frame(metadata: rest.metadata.merging(seal) { $1 }, arrays: rest.arrays).bytes
  }
}
