import Coursework

/// Values and names at the borders of what may travel.
enum Samples {
  static let numbers: [Double] = [
    0, -0.0, 1, -0.125, .pi, .infinity, -.infinity, .nan, -.nan, .signalingNaN,
    Double(nan: 0x5_dead_beef, signaling: false), .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    -.leastNormalMagnitude, 0x1.fffffffffffffp-1, 1e-300,
  ]

  static let shapes: [[Int]] = [
    [], [1], [5], [0], [2, 3], [3, 0], [0, 3], [1, 1], [2, 3, 4], [2, 0, 4], [2, 1, 3, 2],
    [0, 0, 0, 0], [1 << 40, 0],
  ]

  static let texts: [String] = [
    "", "train", "a \"quoted\" word", "line one\nline two\r\nline three\r",
    "tab\tbell\u{7}null\u{0}",
    "back\\slash / \u{8}\u{c}\u{1f}\u{7f}\u{9f}", "Größe, 寸法, 🇹🇷👩‍🔬, e\u{301} and é",
    "\u{2028}\u{2029}\u{feff}\u{fffd}\u{10ffff}", "{\"__metadata__\": {}}",
    String(repeating: "ü", count: 3_000),
  ]

  static let names: [String] = [
    "x", "gradW", "a.b", "x.key", ".key", "text:x", "random:x", ":", ".", "\"", "\\", "a b", "",
    "\n",
    "kind", "name", "nonce", "größe", "e\u{301}", "\u{301}", "\u{600}", "\u{200d}", "🇹🇷", "\0",
  ]

  static func tensor(_ shape: [Int], from offset: Int = 0) -> Tensor {
    let count = shape.contains(0) ? 0 : shape.reduce(1, *)
    return Tensor(
      shape: shape, scalars: (0..<count).map { numbers[($0 + offset) % numbers.count] })
  }

  /// Generators at their start, mid-block, at the end of a block, and with a gaussian waiting.
  static let generators: [RandomState] = [0, 1, 311, 312, 313, 624, 700].flatMap { drawn in
    var random = RandomState(seed: 231 + UInt32(drawn))
    for _ in 0..<drawn { _ = random.nextWord() }
    var waiting = random
    _ = waiting.randn(1)
    return [random, waiting]
  }

  /// One message of every kind, and one question that holds everything at once.
  static let messages: [Message] = [
    .hello(version: 1, contract: "AffineReLU"),
    .hello(version: .max, contract: ""),
    .hello(version: -1, contract: "a \"b\"\n"),
    .question(Question("forward", [:]), nonce: "1"),
    .question(Question("", ["x": .number(-0.0)]), nonce: ""),
    .question(Question("q \"uoted\"\u{0}", everything), nonce: "n-\u{1F}\"\\"),
    .answer([:], nonce: "2"),
    .answer(everything, nonce: "ффф"),
    .answer(everything, changed: ["w", "x"], nonce: "3"),
    .answer(everything, conventions: ["dropout-p-drop", "x"], nonce: "4"),
    .failure(.notImplemented, nonce: "3"),
    .failure(.threw(""), nonce: "4"),
    .failure(.threw("line\n\"two\""), nonce: "5"),
    .failure(.badQuestion("the question 'x' is none"), nonce: "6"),
  ]

  static let everything: [String: Value] = [
    "x": .tensor(tensor([2, 3])), "empty": .tensor(tensor([3, 0])), "α.β": .number(.nan),
    "mode": .text(texts[3]), "a.b": .tensor(tensor([2, 1, 3, 2], from: 5)),
    "random": .randomState(generators[3]), "dotted.key": .randomState(generators[0]),
  ]
}
