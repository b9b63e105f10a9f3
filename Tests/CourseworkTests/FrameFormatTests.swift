import Coursework
import Testing

@Suite("Frames as safetensors documents, read independently")
struct FrameFormatTests {
  @Test("Every frame is a valid document without gaps", arguments: Samples.messages)
  func valid(message: Message) throws {
    let bytes = message.frame.bytes
    let document = try #require(try Safetensors(bytes))
    #expect((bytes.count - document.data.count) % 8 == 0, "data begin at a multiple of eight")
    let sizes = ["F64": 8, "I64": 8, "U32": 4]
    var end = 0
    for entry in document.entries.values.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      #expect(entry.begin == end)
      let size = try #require(sizes[entry.dtype])
      #expect(entry.end - entry.begin == entry.shape.reduce(size, *))
      end = entry.end
    }
    #expect(end == document.data.count)
  }

  @Test("A question says what the protocol's page promises")
  func question() throws {
    let x = Tensor([[1, -0.0], [.infinity, 0.1]])
    let question = Question("f", ["x": .tensor(x), "p": .number(0.5), "mode": .text("test")])
    let bytes = Message.question(question, nonce: "7").frame.bytes
    let document = try #require(try Safetensors(bytes))
    #expect(
      document.metadata == ["kind": "question", "name": "f", "nonce": "7", "text:mode": "test"])
    #expect(Set(document.entries.keys) == ["x", "p"])
    #expect(document.entries["x"]?.shape == [2, 2])
    #expect(document.entries["p"]?.shape == [])
    #expect(document.doubles("x").map(\.bitPattern) == x.scalars.map(\.bitPattern))
    #expect(document.doubles("p") == [0.5])
  }

  @Test("A generator travels as three arrays")
  func generator() throws {
    let state = Samples.generators[3]
    let bytes = Message.answer(["g.h": .randomState(state)], nonce: "1").frame.bytes
    let document = try #require(try Safetensors(bytes))
    #expect(document.metadata == ["kind": "answer", "nonce": "1", "random:g.h": "MT19937"])
    #expect(Set(document.entries.keys) == ["g.h.key", "g.h.cursor", "g.h.gaussian"])
    #expect(document.entries["g.h.key"]?.dtype == "U32")
    #expect(document.entries["g.h.key"]?.shape == [624])
    #expect(document.entries["g.h.cursor"]?.dtype == "I64")
    #expect(document.entries["g.h.cursor"]?.shape == [2])
    #expect(document.entries["g.h.gaussian"]?.dtype == "F64")
    #expect(document.entries["g.h.gaussian"]?.shape == [])
    let cursor = document.bytes("g.h.cursor")
    #expect(cursor[8...] == [1, 0, 0, 0, 0, 0, 0, 0], "a gaussian is waiting")
    #expect(document.doubles("g.h.gaussian") == [state.state.cachedGaussian])
  }

  @Test("Greetings and failures hold no arrays")
  func others() throws {
    let hello = try #require(try Safetensors(Message.hello(version: 1, contract: "A").frame.bytes))
    #expect(hello.metadata == ["kind": "hello", "version": "1", "contract": "A"])
    #expect(hello.entries.isEmpty && hello.data.isEmpty)
    let threw = Message.failure(.threw("no"), nonce: "9").frame.bytes
    let failure = try #require(try Safetensors(threw))
    let words = ["kind": "failure", "nonce": "9", "reason": "threw", "description": "no"]
    #expect(failure.metadata == words)
    #expect(failure.entries.isEmpty && failure.data.isEmpty)
  }

  @Test("A document of another writer is read, whatever the order of its members")
  func foreign() throws {
    let members = [
      #""__metadata__": {"kind": "answer", "nonce": "1"}"#,
      #""full": {"dtype": "F64", "shape": [1, 2], "data_offsets": [0, 16]}"#,
      #""none": {"dtype": "F64", "shape": [0], "data_offsets": [0, 0]}"#,
      #""void": {"data_offsets": [16, 16], "shape": [3, 0], "dtype": "F64"}"#,
      #""last": {"shape": [], "dtype": "F64", "data_offsets": [16, 24]}"#,
    ]
    for seed in 0..<50 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let order = members.shuffled(using: &generator)
      let header = "{\n " + order.joined(separator: ",\n ") + "}   "
      let bytes =
        LittleEndian.bytes(of: UInt64(header.utf8.count)) + Array(header.utf8)
        + LittleEndian.bytes(of: [1, 2, 3] as [Double])
      let message = try Message(Frame(bytes: bytes))
      let expected: [String: Value] = [
        "full": .tensor([[1, 2]]), "none": .tensor(Tensor(shape: [0], scalars: [])),
        "void": .tensor(Tensor(shape: [3, 0], scalars: [])), "last": .number(3),
      ]
      #expect(message == .answer(expected, nonce: "1"), "seed \(seed): \(order)")
    }
  }
}
