import Foundation
import Fuzzing
import Tensors
import Testing

@testable import Worksheets

@Suite("Judging a whole sheet")
struct SheetJudgementTests {
  static let graph = DenseNet(
    input: "x0", target: "y",
    layers: [
      DenseNet.Layer(weights: "W1", bias: "b1", sum: "z1", output: "x1"),
      DenseNet.Layer(weights: "W2", bias: "b2", sum: "z2", output: "x2"),
    ], learningRate: "rate"
  ).graph(of: [
    "x0": [0.05, 0.1], "y": Tensor(0.01), "W1": [[0.15, 0.2], [0.25, 0.3]], "b1": [0.35, 0.35],
    "W2": [[0.4, 0.45]], "b2": Tensor(0.6), "rate": Tensor(0.5),
  ])

  /// The 2-2-1 example as published, new weights worked out from it by hand: 0.4 − 0.5·0.0822.
  static let right = [
    "z1": "[0.3775, 0.3925]", "x1": "[0.5933, 0.5969]", "z2": "1.1059", "x2": "0.7514",
    "loss": "0.2748", "dW2": "[[0.0822, 0.0827]]", "db2": "0.1385",
    "dW1": "[[0.000668, 0.00134], [0.000750, 0.00150]]", "db1": "[0.0134, 0.0150]",
    "newW2": "[[0.3589, 0.4087]]",
  ]

  /// Judges the right sheet with some slots typed otherwise; "" leaves one blank.
  static func judgement(
    _ changes: [String: String] = [:], explained: [Quantity: Double] = [:]
  ) throws -> SheetJudgement {
    var typed: [Quantity: TypedNumber] = [:]
    for (name, text) in right.merging(changes, uniquingKeysWith: { $1 }) where !text.isEmpty {
      let array = try TypedArray(parsing: text)
      for (quantity, number) in zip(Quantity.all(name, shape: array.shape), array.places) {
        typed[quantity] = number
      }
    }
    return SheetJudgement(of: typed, on: graph, explained: explained)
  }

  private static func verdicts(
    _ changes: [String: String]
  ) throws -> [String: EntryVerdict] {
    let entries = try judgement(changes).entries
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.key.description, $0.value.verdict) })
  }

  @Test("Published values are right, and nothing breaks")
  func published() throws {
    let judgement = try Self.judgement()
    for entry in judgement.entries.values { #expect(entry.verdict.isRight, "\(entry)") }
    #expect(judgement.firstBreak == nil)
  }

  // MARK: - Follow-through

  /// σ(0.4·0.6933 + 0.45·0.5969 + 0.6) and what follows, worked out here and not by the graph.
  @Test("One slip costs its own entry; all that follows from it is right")
  func slip() throws {
    let z2 = 0.4 * 0.6933 + 0.45 * 0.5969 + 0.6
    let x2 = 1 / (1 + exp(-z2))
    let delta = (x2 - 0.01) * x2 * (1 - x2)
    func text(_ value: Double) -> String { String(format: "%.5f", value) }
    let slopes = [0.6933 * (1 - 0.6933), 0.5969 * (1 - 0.5969)]
    let verdicts = try Self.verdicts([
      "x1": "[0.6933, 0.5969]", "z2": text(z2), "x2": text(x2),
      "loss": text((x2 - 0.01) * (x2 - 0.01) / 2), "db2": text(delta),
      "dW2": "[[\(text(delta * 0.6933)), \(text(delta * 0.5969))]]",
      "db1": "[\(text(0.4 * delta * slopes[0])), \(text(0.45 * delta * slopes[1]))]",
      "dW1": "", "newW2": "[[\(text(0.4 - 0.5 * delta * 0.6933)), 0.4087]]",
    ])
    #expect(verdicts["x1[0]"] == .wrong && verdicts["x1[1]"] == .exact)
    for name in ["z2", "x2", "loss", "db2", "dW2[0, 0]", "dW2[0, 1]", "db1[0]", "newW2[0, 0]"] {
      #expect(
        verdicts[name] == .followThrough || verdicts[name] == .exact
          || verdicts[name] == .lastPlace, "\(name): \(verdicts[name] as Any)")
    }
    #expect(verdicts["z2"] == .followThrough && verdicts["dW2[0, 0]"] == .followThrough)
  }

  @Test("Digits that an earlier value does not show excuse a later one, but no more than they can")
  func fewDigits() throws {
    // x1 to two digits allows z2 from 1.1015 to 1.1100.
    #expect(try Self.verdicts(["x1": "[0.59, 0.60]", "z2": "1.1085"])["z2"] == .followThrough)
    #expect(try Self.verdicts(["x1": "[0.59, 0.60]", "z2": "1.1185"])["z2"] == .wrong)
  }

  @Test("Nothing follows from a value that cannot be")
  func implausible() throws {
    // 75.14 is a percentage; ½(75.14 − 0.01)² = 2822.258 would follow from it.
    let verdicts = try Self.verdicts(["x2": "75.14", "loss": "2822.3"])
    #expect(verdicts["x2"]?.isBroken == true && verdicts["loss"]?.isBroken == true)
    let zeros = try Self.verdicts(["db2": "0.0000", "dW2": "[[0.0000, 0.0000]]"])
    #expect(zeros["dW2[0, 0]"]?.isBroken == true && zeros["dW1[0, 0]"] == .exact)
  }

  @Test("Where it is known how such a value arose, what follows from it is right")
  func explained() throws {
    // No sigmoid at the output: x2 = z2 = 1.1059, ½(1.1059 − 0.01)² = 0.6005.
    let changes = ["x2": "1.1059", "loss": "0.6005"]
    #expect(try Self.judgement(changes).entries[Quantity("loss")]?.verdict.isBroken == true)
    let judgement = try Self.judgement(changes, explained: [Quantity("x2"): 1.10590596705977])
    #expect(judgement.entries[Quantity("loss")]?.verdict == .followThrough)
    #expect(judgement.entries[Quantity("x2")]?.verdict.isBroken == true)
  }

  @Test("δ, which no sheet asks for, is what db2 shows; dW2 where that is blank")
  func hidden() throws {
    // The course's own sheet: a factor z in σ′(z2).
    let wrong = ["db2": ".1532", "dW2": "[[.0909, .0914]]", "newW2": "[[0.3546, 0.4043]]"]
    let judgement = try Self.judgement(wrong)
    #expect(judgement.entries[Quantity("db2")]?.verdict == .wrong)
    #expect(judgement.entries[Quantity("dW2", [0, 1])]?.verdict == .followThrough)
    #expect(judgement.entries[Quantity("newW2", [0, 1])]?.verdict == .followThrough)
    #expect(judgement.firstBreak?.equation == "δ2 = (x2 − y)·σ′(z2)")
    let without = try Self.judgement(
      ["db2": "", "dW2": "[[.0909, .0914]]", "db1": "[0.0148, 0.0166]"])
    #expect(without.entries[Quantity("dW2", [0, 0])]?.verdict == .wrong)
    // 0.45·0.1532·0.5969·(1 − 0.5969) = 0.01659: δ1 goes on from the δ2 that dW2 shows.
    #expect(without.entries[Quantity("db1", [1])]?.verdict == .followThrough)
    #expect(without.firstBreak?.quantity == Quantity("δ2"))
  }

  @Test("A right number is right, whatever stands around it", arguments: 0..<60 as Range<UInt64>)
  func robust(seed: UInt64) throws {
    var random = Mutator(seed: seed)
    func noise() -> String { String(format: "%.4f", Double.random(in: -2...2, using: &random)) }
    let kept = ["z1", "z2", "loss", "db2"].randomElement(using: &random) ?? "z2"
    let changes = [
      "x1": "[\(noise()), \(noise())]", "x2": noise(), "dW2": "[[\(noise()), \(noise())]]",
      "db1": "[\(noise()), 0]", "z2": noise(), "db2": noise(),
    ].filter { $0.key != kept }
    let judgement = try Self.judgement(changes)
    for entry in judgement.entries.values where entry.quantity.name == kept {
      #expect(entry.verdict == .exact || entry.verdict == .lastPlace)
    }
  }

  // MARK: - Slips

  @Test(
    "A plain slip is called what it is",
    arguments: [
      (["db2": "-0.1385"], "db2", .sign), (["db2": "0.01385"], "db2", .powerOfTen),
      (["x2": "1.3309"], "x2", .reciprocal),
      (["x1": "[0.5969, 0.5933]"], "x1[0]", .swapped(with: Quantity("x1", [1]))),
      (["z2": "0.7514", "x2": "1.1059"], "z2", .swapped(with: Quantity("x2"))),
      (
        ["dW1": "[[0.000668, 0.000750], [0.00134, 0.00150]]"], "dW1[0, 1]", .transposed
      ),
      // From one's own db2: −0.4·0.1532·0.5933·(1 − 0.5933) = −0.01479.
      (["db2": "0.1532", "dW2": "", "dW1": "", "db1": "[-0.0148, ]"], "db1[0]", .sign),
    ] as [([String: String], String, EntryVerdict.Slip)])
  func slips(changes: [String: String], entry: String, slip: EntryVerdict.Slip) throws {
    #expect(try Self.verdicts(changes)[entry] == .slip(slip))
  }

  // MARK: - Where it starts

  @Test(
    "The first broken step is named in the order of the computation",
    arguments: [
      (["z2": "1.2059", "dW1": "[[1, 1], [1, 1]]"], "z2 = W2[0, 0]·x1[0] + W2[0, 1]·x1[1] + b2"),
      (["x1": "[0.6933, 0.5969]"], "x1[0] = σ(z1[0])"), (["loss": "0.5496"], "loss = (x2 − y)²/2"),
      (["dW2": "[[0.0522, 0.0527]]"], "dW2[0, 0] = δ2·x1[0]"),
      (["newW2": "[[0.4411, 0.4913]]"], "newW2[0, 0] = W2[0, 0] − rate·dW2[0, 0]"),
    ])
  func firstBreak(changes: [String: String], equation: String) throws {
    #expect(try Self.judgement(changes).firstBreak?.equation == equation)
  }

  @Test("Steps that were left blank on the way to a number are known")
  func shownSteps() throws {
    // z1 is wrong, x1 blank, z2 right from σ(0.4775) and σ(0.3925).
    let judgement = try Self.judgement(["z1": "[0.4775, 0.3925]", "x1": "", "z2": "1.11549"])
    let entry = try #require(judgement.entries[Quantity("z2")])
    #expect(entry.verdict == .followThrough)
    #expect(entry.shownSteps == [Quantity("x1", [0]), Quantity("x1", [1])])
  }
}
