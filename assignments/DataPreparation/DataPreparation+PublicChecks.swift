import Coursework
import Grading

extension PublicCheck {
  /// What students of `data-preparation` check at home: the handout's worked examples, and what must
  /// hold of a stratified split whichever samples chance picks.
  package static let dataPreparation =
    shapes + [minMax, minMaxConstant, standard, standardConstant, meanImage, split, stratified]

  // MARK: - Shapes

  private static let shapes: [PublicCheck] = [
    example(
      Question(
        "flattened",
        ["images": .tensor(Tensor.linspace(from: 1, to: 16, count: 16).reshaped(2, 2, 2, 2))]),
      gives: ["rows": .tensor([[1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16]])]),
    example(
      Question("oneHot", ["labels": .tensor([2, 0]), "classes": .number(4)]),
      gives: ["rows": .tensor([[0, 0, 1, 0], [1, 0, 0, 0]])]),
  ]

  // MARK: - Scaling

  // The constant column has examples of its own: who divides by 0 has understood the rest.
  private static let varying: [String: Value] = [
    "train": .tensor([[0, 1], [4, 7], [2, 1], [2, 7]]), "test": .tensor([[6, -2]]),
  ]
  private static let all: [String: Value] = [
    "train": .tensor([[0, 1, 10], [4, 7, 10], [2, 1, 10], [2, 7, 10]]),
    "test": .tensor([[6, -2, 13]]),
  ]
  private static let rootOfTwo = 1.4142135623730951

  private static let minMax = example(
    Question("minMaxScaled", varying),
    gives: [
      "train": .tensor([[0, 0], [1, 1], [0.5, 0], [0.5, 1]]), "test": .tensor([[1.5, -0.5]]),
    ])

  private static let minMaxConstant = example(
    Question("minMaxScaled", all), called: "constant-column",
    gives: [
      "train": .tensor([[0, 0, 0], [1, 1, 0], [0.5, 0, 0], [0.5, 1, 0]]),
      "test": .tensor([[1.5, -0.5, 3]]),
    ]
  ).made(of: [minMax])

  private static let standard = example(
    Question("standardized", varying),
    gives: [
      "train": .tensor(Tensor([[-rootOfTwo, -1], [rootOfTwo, 1], [0, -1], [0, 1]])),
      "test": .tensor(Tensor([[2 * rootOfTwo, -2]])),
    ])

  private static let standardConstant = example(
    Question("standardized", all), called: "constant-column",
    gives: [
      "train": .tensor(
        Tensor([[-rootOfTwo, -1, 0], [rootOfTwo, 1, 0], [0, -1, 0], [0, 1, 0]])),
      "test": .tensor(Tensor([[2 * rootOfTwo, -2, 3]])),
    ]
  ).made(of: [standard])

  private static let meanImage = example(
    Question("meanSubtracted", all),
    gives: [
      "train": .tensor([[-2, -3, 0], [2, 3, 0], [0, -3, 0], [0, 3, 0]]),
      "test": .tensor([[4, -6, 3]]),
    ])

  // MARK: - Splits

  /// In the order that was drawn, or sorted, which costs no point.
  private static let split: PublicCheck = {
    let question = Question(
      "split",
      [
        "count": .number(10), "fraction": .number(0.25),
        "random": .randomState(RandomState(seed: 1)),
      ])
    return .either(
      example(
        question,
        gives: ["validation": .tensor([2, 9, 6]), "train": .tensor([4, 0, 3, 1, 7, 8, 5])]),
      or: example(
        question,
        gives: ["validation": .tensor([2, 6, 9]), "train": .tensor([0, 1, 3, 4, 5, 7, 8])]))
  }()

  /// A quarter of 64 samples: two right splits have the same picks less than once in 10¹³ times.
  private static let stratified = PublicCheck(
    "stratifiedSplit/shares", judging: ["validation", "train"]
  ) { ask in
    let (sets, others) = (try ask(stratifiedSplit(seed: 1)), try ask(stratifiedSplit(seed: 2)))
    let (validation, train) = (SampleSet(sets["validation"]), SampleSet(sets["train"]))
    let isFixed = sets["validation"] == others["validation"]
    let shared = train.samples.first(where: validation.samples.contains)
    return [
      verdict(
        on: "validation",
        validation.problem(besides: [4, 6, 6])
          ?? (isFixed ? "holds the same samples whatever the seed of `random` is" : nil)),
      verdict(
        on: "train",
        train.problem(besides: [12, 18, 18])
          ?? shared.map { "holds sample \($0), which is in validation too" }),
    ]
  }

  private static func stratifiedSplit(seed: UInt32) -> Question {
    Question(
      "stratifiedSplit",
      [
        "labels": .tensor(Tensor(SampleSet.labels.map(Double.init))), "fraction": .number(0.25),
        "random": .randomState(RandomState(seed: seed)),
      ])
  }

  private static func verdict(on output: String, _ problem: String?) -> OutputFinding {
    claim(about: output, problem == nil, else: "\(output) \(problem ?? "")")
  }
}

/// One of the two sets of a stratified split.
private struct SampleSet {
  /// 16 samples of class 0, 24 of class 1 and 24 of class 2.
  static let labels = (0..<64).map { [0, 1, 2, 1, 2, 0, 1, 2][$0 % 8] }

  let samples: [Int]
  private let hasOthers: Bool

  init(_ set: Value?) {
    let entries = set?.tensor?.scalars ?? [.nan]
    samples = entries.compactMap { Int(exactly: $0) }.filter(Self.labels.indices.contains)
    hasOthers = samples.count != entries.count
  }

  /// What is wrong with the set, of which so many samples should be of each class.
  func problem(besides right: [Int]) -> String? {
    if hasOthers { return "holds entries that are none of the samples 0 to 63" }
    if let sample = samples.first(where: { sample in samples.count { $0 == sample } > 1 }) {
      return "holds sample \(sample) more than once"
    }
    let counts = right.indices.map { label in samples.count { Self.labels[$0] == label } }
    guard let label = right.indices.first(where: { counts[$0] != right[$0] }) else { return nil }
    let size = Self.labels.count { $0 == label }
    return "holds \(counts[label]) of the \(size) samples of class \(label); with a fraction of "
      + "0.25 it must hold \(right[label])"
  }
}
