import Fuzzing
import PlainText
import Testing

@Suite("JSON with faults in it")
struct JSONFuzzTests {
  @Test(
    "A faulty document is read or refused, and what is read survives its own text",
    arguments: 0..<4 as Range<UInt64>)
  func faults(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<20).map { _ in
      Array(JSON.random(&generator).text(pretty: generator.below(2) == 0).utf8)
    }
    let fuzz = Fuzz(documents, tokens: ["[", "]", "{", "}", ",", ":", "null", "true", "{\"a\":"])
    let faults = fuzz.faults(seed: seed, rounds: 1500) { bytes in
      guard let read = try? JSON(parsing: bytes) else { return (.refused, nil) }
      // Numbers at the edge must not trap when they are asked for either.
      let size = read.size
      let again = try? JSON(parsing: read.text(pretty: false))
      return (.read, size <= bytes.count && again == read ? nil : "\(read)")
    }
    #expect(faults == [], "seed \(seed)")
  }

  @Test(
    "Bytes that are many of one kind are read in time that grows with their number",
    .timeLimit(.minutes(1)),
    arguments: ["[", "{\"a\":", "\"", "\\", "9", "1e9", "-", " ", "\u{301}", "[],", "\"\\ud83e"])
  func monotony(piece: String) {
    let bytes = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
    for opening in ["", "[", "[\"", "[1."] {
      _ = (try? JSON(parsing: Array(opening.utf8) + bytes))?.size
    }
  }
}

extension JSON {
  /// How many bytes a text of it has at the least.
  fileprivate var size: Int {
    switch self {
    case .null, .bool: 4
    case .number(let text):
      text.utf8.count + (doubleValue == nil ? 0 : 0) + (intValue == nil ? 0 : 0)
    case .string(let text): text.unicodeScalars.count + 2
    case .array(let elements): elements.reduce(2) { $0 + $1.size }
    case .object(let members): members.reduce(2) { $0 + $1.value.size + 3 }
    }
  }
}
