import Coursework
import Testing

@Suite("Messages through bytes and back")
struct RoundTripTests {
  @Test("Every kind of message arrives as it was sent", arguments: Samples.messages)
  func message(sent: Message) throws {
    let got = try sent.resent
    #expect(got.head == sent.head)
    #expect(got.values.mapValues(Bits.init) == sent.values.mapValues(Bits.init))
  }

  @Test("Tensors arrive bit for bit in every shape", arguments: Samples.shapes)
  func tensor(shape: [Int]) throws {
    for offset in Samples.numbers.indices {
      let sent = Value.tensor(Samples.tensor(shape, from: offset))
      let got = try Message.answer(["y": sent], nonce: "1").resent.values
      #expect(got.mapValues(Bits.init) == ["y": Bits(sent)])
    }
  }

  @Test("Texts arrive scalar for scalar", arguments: Samples.texts)
  func text(_ text: String) throws {
    let sent = Message.question(Question(text, ["mode": .text(text)]), nonce: text)
    let got = try sent.resent
    #expect(got.head.map { Array($0.utf8) } == sent.head.map { Array($0.utf8) })
    #expect(got.values.mapValues(Bits.init) == ["mode": Bits(.text(text))])
  }

  @Test("A generator goes on drawing the same numbers", arguments: Samples.generators)
  func generator(sent: RandomState) throws {
    let message = Message.question(Question("dropout", ["rng": .randomState(sent)]), nonce: "1")
    guard case .question(let question, _) = try message.resent else {
      Issue.record("a question did not come back as one")
      return
    }
    var (here, there) = (sent, try question.randomState("rng"))
    #expect(here.state == there.state)
    #expect(here.randn(10).scalars == there.randn(10).scalars)
    #expect(here.rand(10).scalars == there.rand(10).scalars)
    for _ in 0..<700 { #expect(here.nextWord() == there.nextWord()) }
  }

  @Test("Any name may name any kind of value", arguments: Samples.names)
  func name(_ name: String) throws {
    let values: [Value] = [
      .tensor(Samples.tensor([2, 3])), .text("train"), .randomState(Samples.generators[5]),
    ]
    for value in values {
      let got = try Message.answer([name: value], nonce: "1").resent.values
      #expect(got.mapValues(Bits.init) == [name: Bits(value)], "\(name.debugDescription)")
      #expect(got.keys.first.map { Array($0.utf8) } == Array(name.utf8))
    }
  }

  @Test("Names that look like each other's parts keep their values")
  func similarNames() throws {
    let sent: [String: Value] = [
      "g": .randomState(Samples.generators[1]), "g.key.key": .number(1), "g.": .number(2),
      "g.key2": .number(3), "key": .number(4), ".key": .number(5), "text:g": .number(6),
      "random:g": .text("MT19937"), "h.key": .number(7), "h.cursor": .text("8"),
    ]
    let got = try Message.answer(sent, nonce: "1").resent.values
    #expect(got.mapValues(Bits.init) == sent.mapValues(Bits.init))
  }

  @Test("Random values under random names come back", arguments: 0..<200 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var sent: [String: Value] = [:]
    for index in 0..<Int.random(in: 0...6, using: &generator) {
      let name = "\(index)" + (Samples.names.randomElement(using: &generator) ?? "")
      switch Int.random(in: 0...4, using: &generator) {
      case 0: sent[name] = .text(Samples.texts.randomElement(using: &generator) ?? "")
      case 1:
        sent[name] = .randomState(RandomState(seed: .random(in: 0 ... .max, using: &generator)))
      default:
        let rank = Int.random(in: 0...4, using: &generator)
        let shape = (0..<rank).map { _ in Int.random(in: 0...3, using: &generator) }
        let scalars = (0..<shape.reduce(1, *)).map { _ in
          Double(bitPattern: .random(in: .min ... .max, using: &generator))
        }
        sent[name] = .tensor(Tensor(shape: shape, scalars: scalars))
      }
    }
    let message = Message.question(Question("q", sent), nonce: "\(seed)")
    let got = try message.resent
    #expect(got.values.mapValues(Bits.init) == sent.mapValues(Bits.init), "seed \(seed)")
    #expect(got.frame.bytes == message.frame.bytes, "seed \(seed)")
  }

  @Test("Equal messages are equal bytes, in whatever order their values were put in")
  func equalBytes() {
    for message in Samples.messages {
      #expect(message.frame.bytes == message.frame.bytes)
      guard case .answer(let answer, let changed, let conventions, let nonce) = message else {
        continue
      }
      for seed in 0..<20 as Range<UInt64> {
        var generator = SeededGenerator(seed: seed)
        var shuffled: Answer = [:]
        for (name, value) in answer.shuffled(using: &generator) { shuffled[name] = value }
        let same = Message.answer(
          shuffled, changed: changed, conventions: conventions, nonce: nonce)
        #expect(same.frame.bytes == message.frame.bytes)
      }
    }
  }

  @Test("Different messages are different bytes")
  func differentBytes() {
    let bytes = Set(Samples.messages.map(\.frame.bytes))
    #expect(bytes.count == Samples.messages.count)
  }
}
