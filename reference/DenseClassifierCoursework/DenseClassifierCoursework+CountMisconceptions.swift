import Coursework
import Grading

extension DenseClassifierCourseworkReference {
  private static let solution: Solution = { try DenseClassifierCourseworkReference().answer($0) }

  // MARK: - Parameters

  private static let counts = WrongVariants(question: "parameterCounts", reference: solution) {
    try $0.wholeNumbers("sizes")
  }
  private static let layerLine = "the line that counts the numbers of a layer"
  private static let sumLine = "the line that adds them up"

  /// The answer with another count for a layer of so many inputs and units.
  private static func layers(
    _ sizes: [Int], _ count: (_ inputs: Int, _ units: Int) -> Int
  ) -> [String: Tensor] {
    let layers = zip(sizes, sizes.dropFirst()).map { Double(count($0, $1)) }
    return ["layers": Tensor(layers), "total": Tensor(layers.reduce(0, +))]
  }

  /// The right counts.
  private static func right(_ sizes: [Int]) -> [Double] {
    zip(sizes, sizes.dropFirst()).map { Double(($0 + 1) * $1) }
  }

  /// Mistakes in `parameterCounts`.
  static let countMisconceptions: [Misconception] = [
    counts.mistake(
      "PC1", "the biases are missing in your layers",
      why: "each unit has a bias: inputs·units + units", where: layerLine
    ) { layers($0) { $0 * $1 } },
    counts.mistake(
      "PC2", "your layers have a bias for each input",
      why: "each unit has one: inputs·units + units", where: layerLine
    ) { layers($0) { $0 * $1 + $0 } },
    counts.mistake(
      "PC3", "your layers have one bias each", why: "each unit has one: inputs·units + units",
      where: layerLine
    ) { layers($0) { $0 * $1 + 1 } },
    counts.mistake(
      "PC4", "your layers have biases for units and inputs: (inputs + 1)·(units + 1)",
      why: "each unit has one bias, and nothing else has: inputs·units + units", where: layerLine
    ) { layers($0) { ($0 + 1) * ($1 + 1) } },
    counts.mistake(
      "PC5", "your layers count weights and biases of units alone: inputs + units",
      why: "each input has a weight for each unit: inputs·units + units", where: layerLine
    ) { layers($0) { $0 + $1 } },
    counts.mistake(
      "PC6", "the first layer is missing in your total", why: "the total is the sum of all layers",
      where: sumLine
    ) { ["total": Tensor(right($0).dropFirst().reduce(0, +))] },
    counts.mistake(
      "PC7", "the last layer is missing in your total", why: "the total is the sum of all layers",
      where: sumLine
    ) { ["total": Tensor(right($0).dropLast().reduce(0, +))] },
  ]

  // MARK: - Steps

  /// What steps are counted from.
  private struct StepsCall: Sendable {
    let samples, batch: Double
    let split: Double

    var training: Double { (samples * (1 - split)).rounded(.down) }

    /// The answer for so many samples that train and that validate.
    func answer(
      training: Double? = nil, validating: Double? = nil,
      rounded rule: FloatingPointRoundingRule = .up
    ) -> [String: Tensor] {
      let training = training ?? self.training
      let validating = validating ?? (samples - training)
      return [
        "train": Tensor((training / batch).rounded(rule)),
        "validation": Tensor((validating / batch).rounded(rule)),
      ]
    }
  }

  private static let steps = WrongVariants(question: "stepCounts", reference: solution) {
    StepsCall(
      samples: try $0.number("samples"), batch: try $0.number("batchSize"),
      split: try $0.number("validationSplit"))
  }
  private static let divisionLine = "the lines that divide by the batch size"
  private static let shareLine = "the line that computes how many samples train"

  /// Mistakes in `stepCounts`.
  static let stepMisconceptions: [Misconception] = [
    steps.mistake(
      "SC1", "your train and validation leave out the last batch where it is smaller",
      why: "its samples count as well: round up", where: divisionLine
    ) { $0.answer(rounded: .down) },
    steps.mistake(
      "SC2", "your train and validation are one too many where the batches come out even",
      why: "round up, which adds nothing where nothing is left", where: divisionLine
    ) { call in
      call.answer(rounded: .down).mapValues { $0 + 1 }
    },
    steps.mistake(
      "SC3", "your train and validation are rounded to the nearest whole number",
      why: "however small the last batch is, it is one: round up", where: divisionLine
    ) { $0.answer(rounded: .toNearestOrAwayFromZero) },
    steps.mistake(
      "SC4", "your train takes all samples, those that validate too",
      why: "only ⌊samples·(1 − validationSplit)⌋ of them train", where: shareLine
    ) { $0.answer(training: $0.samples, validating: $0.samples - $0.training) },
    steps.mistake(
      "SC5", "your train and validation are numbers of samples",
      why: "a step takes a batch of them: divide by the batch size", where: divisionLine
    ) { ["train": Tensor($0.training), "validation": Tensor($0.samples - $0.training)] },
    steps.mistake(
      "SC6", "your validation takes all samples", why: "only those that do not train validate",
      where: shareLine
    ) { $0.answer(validating: $0.samples) },
    steps.mistake(
      "SC7", "the number of samples behind your train is rounded up",
      why: "⌊samples·(1 − validationSplit)⌋ train: round down", where: shareLine
    ) { $0.answer(training: ($0.samples * (1 - $0.split)).rounded(.up)) },
  ]
}
