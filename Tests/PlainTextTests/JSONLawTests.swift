import Foundation
import PlainText
import Testing

@Suite("JSON laws")
struct JSONLawTests {
  @Test("What is written reads back as the same document", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let document = JSON.random(&generator)
    for pretty in [false, true] {
      let text = document.text(pretty: pretty)
      let read = try JSON(parsing: text)
      #expect(read == document, "seed \(seed)")
      #expect(read.hashValue == document.hashValue, "seed \(seed)")
      #expect(read.text(pretty: pretty).utf8.elementsEqual(text.utf8), "seed \(seed)")
    }
  }

  @Test("Sorting twice is sorting once, and only moves members", arguments: 0..<50 as Range<UInt64>)
  func sorting(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = JSON.random(&generator)
    let sorted = document.sorted()
    #expect(sorted.sorted() == sorted)
    let length = document.text(pretty: false).utf8.count
    #expect(sorted.text(pretty: false).utf8.count == length)
  }

  @Test("Every double reads back as the same bits", arguments: 0..<20 as Range<UInt64>)
  func doubles(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let value = Double(bitPattern: generator.next())
      let read = try JSON(parsing: JSON.double(value).text(pretty: false)).doubleValue
      #expect(read?.bitPattern == value.bitPattern || read?.isNaN == true && value.isNaN)
    }
  }

  @Test("Foundation reads the same from what is written", arguments: 0..<300 as Range<UInt64>)
  func foundation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let document = JSON.random(&generator)
    for pretty in [false, true] {
      let data = Data(document.text(pretty: pretty).utf8)
      let object = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      #expect(agrees(document, object), "seed \(seed)")
    }
  }

  @Test("Foundation's own text reads the same", arguments: 0..<100 as Range<UInt64>)
  func foundationWrites(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let data = Data(JSON.random(&generator).text(pretty: false).utf8)
    let object = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .prettyPrinted]
    let written = try JSONSerialization.data(withJSONObject: object, options: options)
    #expect(agrees(try JSON(parsing: written), object), "seed \(seed)")
  }

  @Test("Damaged documents are refused or read, never a stop", arguments: 0..<60 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = JSON.random(&generator)
    let original = Array(document.text(pretty: generator.below(2) == 0).utf8)
    for _ in 0..<50 {
      let bytes = damaged(original, &generator)
      do throws(JSONError) {
        let read = try JSON(parsing: bytes)
        // Whatever is read is a document: it survives its own text.
        #expect((try? JSON(parsing: read.text(pretty: true))) == read, "seed \(seed)")
        #expect(String(validating: bytes, as: UTF8.self) != nil, "seed \(seed)")
      } catch {
        let lines = 1 + bytes.count { $0 == 0x0a || $0 == 0x0d }
        #expect(1...lines ~= error.line, "seed \(seed)")
        #expect(1...bytes.count + 1 ~= error.column, "seed \(seed)")
      }
    }
  }

  @Test("Every two bytes are refused or read, never a stop")
  func allPairs() {
    var read = 0
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max where (try? JSON(parsing: [first, second])) != nil {
        read += 1
      }
    }
    // A digit after one of 1 to 9 or a minus: 90 + 10; a digit beside one of four spaces: 80; [] {} "".
    #expect(read == 100 + 80 + 3)
  }

  // MARK: - Oracles

  private func damaged(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let marks = Array(#"{}[],:"\u0-+.eE tfn/"#.utf8) + [0x00, 0x0a, 0x80, 0xc0, 0xed, 0xf4, 0xff]
    var bytes = original
    for _ in 0...generator.below(3) {
      let place = generator.below(bytes.count + 1)
      switch generator.below(4) {
      case 0: bytes.insert(generator.pick(marks), at: place)
      case 1: bytes.removeSubrange(place..<min(place + generator.below(4), bytes.count))
      case 2 where place < bytes.count: bytes[place] = generator.pick(marks)
      default: bytes = Array(bytes.prefix(place) + bytes.dropFirst(generator.below(place + 1)))
      }
    }
    return bytes
  }

  /// Foundation reads some numbers by way of `Decimal`, which costs it a last place.
  private func isClose(_ value: Double, _ expected: Double?) -> Bool {
    guard let expected else { return false }
    return value == expected || abs(value - expected) <= 1e-14 * abs(expected)
  }

  private func agrees(_ json: JSON, _ object: Any) -> Bool {
    switch json {
    case .null: object is NSNull
    case .bool(let value): object as? Bool == value
    case .number: (object as? NSNumber).map { isClose($0.doubleValue, json.doubleValue) } ?? false
    case .string(let text): (object as? String)?.utf8.elementsEqual(text.utf8) ?? false
    case .array(let elements):
      (object as? [Any]).map { values in
        values.count == elements.count && zip(elements, values).allSatisfy { agrees($0, $1) }
      } ?? false
    case .object(let members):
      (object as? [String: Any]).map { values in
        values.count == members.count
          && members.allSatisfy { member in
            values[member.key].map { agrees(member.value, $0) } ?? false
          }
      } ?? false
    }
  }
}
