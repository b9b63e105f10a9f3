import Coursework
import Grading
import Reference
import Testing

/// The known mistakes, handed in where no catalogue knows them: what is then said of an output is
/// what is known to be true of it, or nothing.
@Suite("Mistakes without a catalogue")
struct UnlistedMistakesExamTests {
  /// The mistakes, by their formulas, that make a multiple, a transpose and the like of an output, by
  /// what is then said.
  ///
  /// All other outputs must stay without a name.
  static let names: [String: [String: String]] = [
    "affine-relu": [
      "factor-1/N": "AB1 AB2 AB15 ARB11 ARB12 ARB17",
      "sign": "AB10 ARB15",
      "transposed": "AB4 ARB14",
    ],
    "backprop-2-2-1": [
      "factor-1/2": "Q5",
      "factor-2": "P2 Q1",
      "sign": "G6 P3 Q20",
      "transposed": "P14",
    ],
    "backprop-2-3-1": [
      "factor-1/2": "K3b",
      "factor-1/N": "K4 AB2 AB2a AB2b AB1",
      "factor-2": "K3 K3c Q2b",
      "factor-N": "K2 K2b K10a K10b K2c K2d K10",
      "reordered": "K6",
      "sign": "G6 K14",
      "transposed": "K17 K1",
    ],
    "dropout": [
      "factor-(1-keepProbability)": "D21",
      "factor-1/keepProbability": "D16 D17 DB14",
      "factor-keepProbability": "D2 D4 D19 D20 D15 DB13",
    ],
    "losses": [
      "factor-1/columns(scores)": "S3 V11",
      "factor-1/columns(w)": "Q3",
      "factor-1/count(labels)": "Q7",
      "factor-1/ln10": "S7b",
      "factor-1/ln2": "S7a",
      "factor-1/regularization": "Q20",
      "factor-2": "Q1 Q2a Q5 Q6a",
      "factor-N": "S1 S2 S16 V4 V4b V17",
      "factor-count(labels)": "Q4 Q4a",
      "sign": "S4 S17 V12 Q11 Q15",
    ],
    "two-layer-net": [
      "factor-1/N": "T10",
      "factor-1/count(b2)": "S3 Q3",
      "factor-1/rows(x)": "T10-mse",
      "factor-1/scale": "IN1",
      "factor-2": "Q1 Q2a",
      "factor-N": "T7 T7a",
      "factor-rows(x)": "T7-mse T7a-mse",
      "factor-scale": "IN2",
      "sign": "T24 T24-mse",
      "transposed": "IN8",
    ],
    "fully-connected-net": [
      "factor-1/N": "FN23 FN25 FN23-dropout FN25-dropout",
      "factor-1/scale": "FI3",
      "factor-N": "FN22 FN21 FN22-dropout FN21-dropout",
      "factor-keepProbability": "FD15",
      "reshaped": "FI5",
      "sign": "FN26 FN26-dropout",
    ],
    "face-net": [
      "factor-1/N": "FB10 FB11 FB12 FC6",
      "factor-1/count(b3)": "FE8",
      "factor-2": "FC7 FC10",
      "factor-N": "FE4 FE6 FE11",
      "reshaped": "FI8",
      "sign": "FB13 FE7 FC14",
    ],
    "tanh-net": [
      "factor-1/2": "TL2",
      "factor-1/N": "TB14 TB15",
      "factor-1/count(y)": "TB3",
      "factor-1/standardDeviation": "TI6",
      "factor-2": "TB2",
      "factor-columns(y)": "TL3 TA5",
      "factor-count(y)": "TL1",
      "factor-standardDeviation": "TI4",
      "reshaped": "TI9 TB21 TT15",
      "sign": "TB1 TC3",
      "transposed": "TB16",
    ],
    "word-trigrams": [
      "columns-reversed": "WO8 WK2",
      "factor-1/N": "WB20 WB15",
      "factor-1/columns(p)": "WL5",
      "factor-1/columns(words)": "WO6",
      "factor-1/ln10": "WL8",
      "factor-1/ln2": "WL9",
      "factor-N": "WL4",
      "reshaped": "WB21 TT15",
      "sign": "WL6 WB5",
      "transposed": "WO7 WB16",
    ],
    "data-preparation": [
      "reshaped": "FL3 FL4 FL8",
      "transposed": "FL2 OH2",
    ],
    "dense-classifier": [
      "factor-(1-rate)": "KD3",
      "factor-1/(1-beta1)": "KA12",
      "factor-1/(1-beta2)": "KA12",
      "factor-1/(1-rate)": "KD9",
      "factor-1/N": "DN19 DN20",
      "factor-N": "DN9 DN10 EV8",
      "sign": "DN12",
    ],
    "classifier-metrics": [
      "factor-1/2": "CR2",
      "factor-1/count(labels)": "CR12",
      "factor-N": "CM2",
      "factor-count(labels)": "CR18",
      "rows-reversed": "ER1",
      "transposed": "CF1",
    ],
  ]

  @Test("A known mistake gets its plain name or none", arguments: CatalogueTests.ids)
  func exam(id: String) throws {
    let assignment = try #require(Catalogue.assignment(id)).remembering()
    let names = (Self.names[id] ?? [:]).mapValues { Set($0.split(separator: " ").map(String.init)) }
    var named: [String: Set<String>] = [:]
    for seed in CatalogueTests.seeds {
      for check in assignment.checks where check.medium == .code {
        let questions = check.questions(seed)
        let expected = try questions.map { try assignment.reference($0) }
        // What a check measures itself is in no answer.
        let outputs = check.outputs.filter { output in expected.contains { $0[output] != nil } }
        for misconception in assignment.misconceptions
        where questions.allSatisfy({ $0.name == misconception.question }) {
          let exchanges = try zip(questions, expected).map {
            Exchange(question: $0, expected: $1, got: try misconception.answer($0))
          }
          let diagnoses = try Agreement(exchanges: exchanges)
            .judge(outputs, misconceptions: []).compactMap(\.diagnosis)
          for diagnosis in diagnoses {
            named[diagnosis.id, default: []].insert(misconception.id)
          }
        }
      }
    }
    #expect(named == names)
  }
}
