import Coursework
import Digests
import Grading
import Testing

@Suite("Records of answers")
struct RecordTests {
  static let silences: [Silence] = [
    .notImplemented, .threw(""), .threw("words \u{301}\"\n"), .crashed(signal: 4, words: nil),
    .crashed(signal: 11, words: "Index out of range", at: .init(file: "a b.swift", line: 3)),
    .timedOut(limit: 5),
    .memoryExceeded(limit: 64), .outputExceeded(limit: 1), .exitedEarly(status: -1),
    .protocolError("why"), .skipped("because"),
    .unasked(.crashed(signal: 5, words: "w", at: .init(file: "a.swift", line: 1))),
    .unasked(.timedOut(limit: 3)), .unasked(.protocolError("why")),
  ]

  private static let handIns: [HandIn] = [
    HandIn(name: "ada", receipt: "0f"),
    HandIn(
      name: "ĉe #2/\u{202E}", receipt: "", status: .compileTimedOut(limit: 9),
      diagnostics: [
        .init(file: "A.swift", line: 3, column: 1, message: "m\n\"q\""),
        .init(file: "B.swift", line: .max, column: .min, message: ""),
      ],
      setAside: [.init(file: "x#1/y", reason: "r")],
      missing: [
        .init(expected: "f(x:)", found: nil),
        .init(expected: "g()", found: "G()", type: "() -> Tensor"),
      ]),
    HandIn(name: "c", receipt: "1", status: .rejectedSource("it holds no Swift file")),
    HandIn(name: "d", receipt: "1", status: .compileError),
    HandIn(name: "e", receipt: "1", status: .compilerCrashed),
  ]

  /// Outputs at the borders of what may travel, under names that look like the record's own.
  private static let answer: Answer = [
    "gradW": .tensor(Tensor([[1, -0.0], [.infinity, 0.1]])), "": .number(.nan),
    "mode": .text("a\u{0}\n"),
    "#1/question": .text("x"), "kind": .number(2), "\u{301}": .tensor(Tensor([3])),
    "a/b#2/c": .tensor(Tensor(shape: [3, 0], scalars: [])),
    "random": .randomState(RandomState(seed: 7)), "text:x": .number(1),
  ]

  private static func record(_ handIn: HandIn = handIns[0], kit: String? = "k") -> Record {
    var said = Record.Conversations()
    said.keep(
      [
        .init(question: Toy.question, reply: .answer(answer)),
        .init(question: Toy.question, reply: .answer([:])),
      ] + silences.map { .init(question: Question("q", [:]), reply: .silence($0)) }, in: "toy/a")
    said.keep([.init(question: Toy.question, reply: .answer(answer))], in: "toy/a/1")
    said.keep([], in: "toy/none")
    return Record(
      assignment: "toy", course: kit, conventions: kit == nil ? [] : ["p-keep", "half"],
      seed: .public, handIn: handIn,
      instrument: .init(kit: kit, toolchain: kit.map { _ in "Swift" }), conversations: said)
  }

  // MARK: - On disk

  @Test("A record reads back as it was written, down to the bytes", arguments: handIns)
  func roundTrip(handIn: HandIn) throws {
    for kit in ["k", nil] {
      let written = Self.record(handIn, kit: kit)
      let read = try Record(bytes: written.bytes)
      #expect(read.bytes == written.bytes)
      #expect(read.handIn == handIn && read.instrument == written.instrument)
      #expect(read.course == written.course && read.conventions == written.conventions)
      #expect(read.assignment == "toy" && read.isOf(.public) && !read.isOf(Seed("other")))
      let said = try #require(read.conversations["toy/a"])
      #expect(said.map(\.name) == ["multiples", "multiples"] + Self.silences.map { _ in "q" })
      #expect(said.dropFirst(2).map { $0.reply.silence } == Self.silences)
      let outputs = try #require(said[0].reply.answer)
      #expect(Set(outputs.keys) == Set(Self.answer.keys))
      for (name, value) in Self.answer where name != "" { #expect(outputs[name] == value) }
      #expect(outputs[""]?.tensor?.scalar.isNaN == true)
    }
  }

  @Test("A record opens as a plain safetensors document, with names that a person understands")
  func names() throws {
    let frame = try Frame(bytes: Self.record().bytes)
    #expect(frame.arrays.map(\.name).contains("toy/a#1/gradW"))
    #expect(frame.metadata["toy/a#2/question"] == "multiples")
    #expect(frame.metadata["toy/a#5/silence"] == "threw")
    #expect(frame.metadata["schema"] == "gradecheck/record/1")
  }

  @Test("Neither the seed nor a question stands in a record")
  func secrets() throws {
    let secret = Seed("quite a secret")
    let check = Toy.check()
    let source = RecordingSource(InProcess { _ in [:] })
    _ = try Grader(assignment: Toy.assignment(), seed: secret).grade(source)
    let record = Record(
      assignment: "toy", seed: secret, handIn: Self.handIns[0],
      instrument: .init(kit: nil, toolchain: nil), conversations: source.conversations)
    let bytes = record.bytes
    #expect(try Frame(bytes: bytes).arrays.isEmpty)
    #expect(!String(decoding: bytes, as: UTF8.self).contains(secret.text))
    #expect(record.conversations[check.id]?.count == 5, "four questions, and the first one again")
  }

  @Test("What was changed after it was written is noticed, whatever byte it is")
  func slips() {
    let bytes = Self.record().bytes
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] ^= 1
      #expect(throws: RecordError.self, "byte \(place)") { try Record(bytes: changed) }
    }
    for count in [0, 7, 8, 100, bytes.count - 1] {
      #expect(throws: RecordError.self) { try Record(bytes: Array(bytes.prefix(count))) }
    }
  }

  @Test(
    "Texts that were forged are refused and never trap",
    arguments: [
      ("toy/a#1/kind", "other"), ("toy/a#1/kind", "silence"), ("toy/a#1/nonce", nil),
      ("toy/a#2/question", nil), ("toy/a#3/silence", "passed"), ("toy/a#6/number", "x"),
      ("toy/a#17/kind", "answer"), ("toy/a#14/unasked", "no"), ("toy/a#99/kind", "answer"),
      ("toy/a#0/kind", "answer"),
      ("toy/a#x/kind", "answer"), ("#1/kind", "answer"), ("toy/a#1", "answer"), ("#", ""),
      ("diagnostics", "1000000000"), ("diagnostics", "-1"), ("missing", "1"), ("name", nil),
      ("status", "fine"), ("status", "compileTimedOut"), ("seed", nil), ("schema", "other"),
      ("toy/a#99999999999999999999/kind", "answer"), ("toy/a#1/random:x", "MT19937"),
      ("toy/a#01/question", "other"), ("toy/a#+1/question", "other"),
    ] as [(String, String?)])
  func forged(key: String, text: String?) throws {
    let frame = try Frame(bytes: Self.record().bytes)
    var metadata = frame.metadata
    metadata[key] = text
    #expect(throws: RecordError.self) {
      try Record(bytes: Self.sealed(Frame(metadata: metadata, arrays: frame.arrays)))
    }
  }

  @Test("An array that answers no question is refused")
  func strayArray() throws {
    let frame = try Frame(bytes: Self.record().bytes)
    for name in ["x", "toy/a#1", "toy/b#1/x", "toy/a#3/x"] {
      let stray = Frame.Array(name: name, type: .float64, shape: [0], bytes: [])
      #expect(throws: RecordError.self, "\(name)") {
        try Record(
          bytes: Self.sealed(Frame(metadata: frame.metadata, arrays: frame.arrays + [stray])))
      }
    }
  }

  /// The frame with the seal that a forger would give it.
  private static func sealed(_ frame: Frame) -> [UInt8] {
    let rest = Frame(metadata: frame.metadata.filter { $0.key != "digest" }, arrays: frame.arrays)
    let seal = ["digest": SHA256.hash(of: rest.bytes).hex]
    return Frame(metadata: rest.metadata.merging(seal) { $1 }, arrays: rest.arrays).bytes
  }

  // MARK: - How much is kept

  @Test("Answers beyond the limit are not kept, and room that is given back is used again")
  func limit() {
    let long = Record.Exchange(
      question: Toy.question,
      reply: .answer(["x": .tensor(Tensor([Double](repeating: 0, count: 1000)))]))
    var said = Record.Conversations(limit: 20_000)
    said.keep([long], in: "a")
    said.keep([long, long], in: "b")
    #expect(said.checks == ["a"])
    said.keep([], in: "a")
    said.keep([long], in: "b")
    #expect(said["a"]?.count == 0 && said["b"]?.count == 1)
  }

  @Test("What is kept never takes more in a file than it was counted as")
  func size() throws {
    let names = ["x", "\u{1}\u{2}\u{3}", String(repeating: "\u{0}", count: 500)]
    for name in names {
      let answers: [Answer] = [
        [name: .text(String(repeating: "\u{1F}", count: 3000))], [name: .number(1)],
        [name: .randomState(RandomState(seed: 1))],
        [name: .tensor(Tensor(shape: Array(repeating: 1, count: 64), scalars: [1]))],
      ]
      for answer in answers {
        let exchange = Record.Exchange(question: Toy.question, reply: .answer(answer))
        let taken = Self.bytes(of: [exchange, exchange]) - Self.bytes(of: [exchange])
        var said = Record.Conversations(limit: taken - 1)
        said.keep([exchange], in: "toy/a")
        #expect(said.checks == [], "\(taken) bytes were counted as fewer")
      }
    }
  }

  private static func bytes(of exchanges: [Record.Exchange]) -> Int {
    var said = Record.Conversations()
    said.keep(exchanges, in: "toy/a")
    return Record(
      assignment: "toy", seed: .public, handIn: handIns[0],
      instrument: .init(kit: nil, toolchain: nil), conversations: said
    ).bytes.count
  }
}

extension Reply {
  fileprivate var answer: Answer? {
    if case .answer(let answer, _, _) = self { answer } else { nil }
  }
  fileprivate var silence: Silence? {
    if case .silence(let silence) = self { silence } else { nil }
  }
}
