import Coursework
import Digests

/// Bytes that are no record, and why.
package struct RecordError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, as the end of a sentence that begins with "the record".
  package let reason: String

  init(_ reason: String) { self.reason = reason }

  /// One sentence.
  package var description: String { "the record \(reason)" }
}

// A record may have met any editor and any disk: whatever does not fit is an error, never a trap.
extension Record {
  /// Longest record that is read: what `Conversations` keeps, twice over.
  package static let longest = 2 * Conversations.mostBytes
  private static let limits = Frame.Limits(header: longest, data: longest)

  /// Reads a document.
  package init(bytes: [UInt8]) throws(RecordError) {
    let frame: Frame
    do throws(WireError) {
      frame = try Frame(bytes: bytes, limits: Self.limits)
    } catch {
      throw RecordError("is no record of gradecheck's, or only a part of one: it \(error.reason)")
    }
    let metadata = frame.metadata
    guard metadata["schema"] == Self.schema else {
      throw RecordError("is not of the kind \(Self.schema)")
    }
    guard metadata["digest"] == frame.seal else {
      throw RecordError("was changed after it was written: its digest does not fit")
    }
    guard let assignment = metadata["assignment"], let seed = metadata["seed"] else {
      throw RecordError("does not name its assignment and its seed's digest")
    }
    self.init(
      assignment: assignment, course: metadata["course"],
      conventions: metadata["conventions"]?.split(separator: " ").map(String.init) ?? [],
      variant: metadata["variant"],
      isOnPaper: metadata["graded"] == Self.onPaper, seedDigest: seed,
      handIn: try HandIn(recorded: metadata),
      instrument: .init(kit: metadata["kit"], toolchain: metadata["toolchain"]),
      conversations: try Conversations(frame))
  }
}

extension Record.Conversations {
  fileprivate init(_ frame: Frame) throws(RecordError) {
    self.init()
    var pieces: [Place: Piece] = [:]
    for (key, text) in frame.metadata {
      guard let (place, rest) = try Place.take(from: key) else { continue }
      pieces[place, default: Piece()].metadata[rest] = text
    }
    for array in frame.arrays {
      guard let (place, rest) = try Place.take(from: array.name) else {
        throw RecordError("has an array '\(array.name)' that answers no question")
      }
      pieces[place, default: Piece()].arrays.append(
        Frame.Array(name: rest, type: array.type, shape: array.shape, bytes: array.bytes))
    }
    let places = Dictionary(grouping: pieces.keys, by: \.check)
    for (check, places) in places.sorted(by: { $0.key < $1.key }) {
      var exchanges: [Record.Exchange] = []
      for (index, place) in places.sorted(by: { $0.number < $1.number }).enumerated() {
        guard place.number == index + 1, let piece = pieces[place] else {
          throw RecordError("lacks what was asked before \(check)#\(place.number)")
        }
        exchanges.append(try Record.Exchange(piece, at: "\(check)#\(place.number)"))
      }
      keep(exchanges, in: check)
    }
  }
}

/// Where in the record an exchange lies: which check, and the how manieth question of it.
private struct Place: Hashable {
  let check: String
  let number: Int

  /// The place that a name begins with, and what follows it; nothing for names without a place.
  static func take(from name: String) throws(RecordError) -> (Place, rest: String)? {
    // Bytes, not characters: what follows may begin with a mark that combines.
    let halves = name.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1)
    guard name.utf8.contains(UInt8(ascii: "#")) else { return nil }
    let parts = halves.last?.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let parts, parts.count == 2,
      // One spelling for each place, or which of two texts counts would be chance.
      let number = Int(String(Substring(parts[0]))), number > 0,
      parts[0].elementsEqual("\(number)".utf8)
    else { throw RecordError("has a name '\(name)' that belongs to no question") }
    return (
      Place(check: String(Substring(halves[0])), number: number), String(Substring(parts[1]))
    )
  }
}

/// What was found of one exchange.
private struct Piece {
  var metadata: [String: String] = [:]
  var arrays: [Frame.Array] = []
}

extension Record.Exchange {
  fileprivate init(_ piece: Piece, at place: String) throws(RecordError) {
    guard let name = piece.metadata["question"], let digest = piece.metadata["nonce"] else {
      throw RecordError("does not say what was asked at \(place)")
    }
    if piece.metadata["kind"] == "silence" {
      guard piece.arrays.isEmpty, let silence = Silence(recorded: piece.metadata) else {
        throw RecordError("has a silence at \(place) that cannot be read")
      }
      self.init(name: name, digest: digest, reply: .silence(silence))
      return
    }
    let frame = Frame(metadata: piece.metadata, arrays: piece.arrays)
    guard case .answer(let answer, let changed, let conventions, _)? = try? Message(frame) else {
      throw RecordError("has an answer at \(place) that cannot be read")
    }
    self.init(
      name: name, digest: digest, reply: .answer(answer, changed: changed, conventions: conventions)
    )
  }
}
