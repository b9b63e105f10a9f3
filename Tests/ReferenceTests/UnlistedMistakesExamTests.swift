import Coursework
import Grading
import Reference
import Testing

/// The known mistakes, handed in where no catalogue knows them: what is then said of an output is
/// what is known to be true of it, or nothing.
@Suite("Mistakes without a catalogue")
struct UnlistedMistakesExamTests {
  /// What a mistake makes of an output, by the formulas, where that is a multiple or a transpose.
  ///
  /// All other outputs must stay without a name.
  static let names: [String: [String: String]] = [
    "affine-relu": [
      "AB1": "factor-1/N", "AB2": "factor-1/N", "AB4": "transposed", "AB10": "sign",
      "AB15": "factor-1/N", "ARB11": "factor-1/N", "ARB12": "factor-1/N", "ARB14": "transposed",
      "ARB15": "sign", "ARB17": "factor-1/N",
    ],
    "momentum-update": [:],
    "backprop-2-2-1": [
      "G6": "sign", "P2": "factor-2", "P3": "sign", "P14": "transposed", "Q1": "factor-2",
      "Q5": "factor-1/2", "Q20": "sign",
    ],
    "backprop-2-3-1": [
      "G6": "sign", "K3": "factor-2", "K3b": "factor-1/2", "K3c": "factor-2", "Q2b": "factor-2",
      "K2": "factor-N", "K2b": "factor-N", "K4": "factor-1/N", "AB2": "factor-1/N",
      "AB2a": "factor-1/N", "AB2b": "factor-1/N", "K10a": "factor-N", "K10b": "factor-N",
      "K2c": "factor-N", "K2d": "factor-N", "K17": "transposed",
      "AB1": "factor-1/N", "K10": "factor-N", "K1": "transposed", "K6": "reordered",
      "K14": "sign",
    ],
    "optimizers": [:],
    "losses": [
      "S1": "factor-N", "S2": "factor-N", "S16": "factor-N", "S4": "sign", "S17": "sign",
      "S3": "factor-1/columns(scores)", "S7a": "factor-1/ln2", "S7b": "factor-1/ln10",
      "V4": "factor-N", "V4b": "factor-N", "V17": "factor-N", "V12": "sign",
      "V11": "factor-1/columns(scores)", "Q1": "factor-2", "Q2a": "factor-2",
      "Q3": "factor-1/columns(w)", "Q4": "factor-count(labels)", "Q4a": "factor-count(labels)",
      "Q5": "factor-2", "Q6a": "factor-2", "Q7": "factor-1/count(labels)", "Q11": "sign",
      "Q15": "sign", "Q20": "factor-1/regularization",
    ],
  ]

  @Test("A known mistake gets its plain name or none", arguments: names.keys.sorted())
  func exam(id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let names = try #require(Self.names[id])
    var named: Set<String> = []
    for seed in CatalogueTests.seeds {
      for check in assignment.checks where check.medium == .code {
        let questions = check.questions(seed)
        let expected = try questions.map { try assignment.reference($0) }
        for misconception in assignment.misconceptions
        where questions.allSatisfy({ $0.name == misconception.question }) {
          let exchanges = try zip(questions, expected).map {
            Exchange(question: $0, expected: $1, got: try misconception.answer($0))
          }
          let diagnoses = try Agreement(exchanges: exchanges)
            .judge(check.outputs, misconceptions: []).compactMap(\.diagnosis)
          for diagnosis in diagnoses {
            named.insert(misconception.id)
            let place = Comment("\(misconception.id) in \(check.id) with seed \(seed.text)")
            #expect(diagnosis.id == names[misconception.id], place)
          }
        }
      }
    }
    #expect(named == Set(names.keys))
  }
}
