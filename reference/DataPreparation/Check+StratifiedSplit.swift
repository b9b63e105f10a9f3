import Coursework
import Grading

extension Check {
  /// So many samples of each class that chance does not pick the same ones twice: 16 over 4, times
  /// 24 over 6 twice, is above 10¹³.
  private static let classSizes = [[16, 24, 24], [24, 16, 32], [32, 24, 16, 24], [24, 24, 24]]

  /// Judges a stratified split by what goes where, not by which samples chance has picked.
  ///
  /// All labels are asked for with one generator each, then with another: whoever picks the same
  /// samples again does not draw from it.
  static func splitsByClass(_ id: String) -> Check {
    let outputs = ["validation", "train"]
    return Check(id: id, outputs: outputs, questions: { questions(id, $0) }) {
      asked, student, scheme in
      let (answers, silence) = try student.answers(to: asked)
      if let silence { return Finding(check: id, outputs: outputs, silence: silence) }
      let isFixed = (0..<classSizes.count).allSatisfy {
        answers[$0]["validation"] == answers[$0 + classSizes.count]["validation"]
      }
      let profiles = try zip(asked, answers).map { question, answer in
        ClassProfile(of: answer, labels: try question.wholeNumbers("labels"), isFixed: isFixed)
      }
      let right = try asked.map { try StratifiedVariant.right.profile(of: $0) }
      let exchanges = zip(asked, zip(profiles, right)).map { question, pair in
        Exchange(
          question: question.profiled, expected: pair.1?.answer ?? [:],
          got: pair.0?.answer ?? [:])
      }
      let judged = try Agreement(exchanges: exchanges)
        .judge(outputs, misconceptions: scheme.misconceptions)
      return Finding(check: id, outputs: judged.map { $0.inWords(profiles, right) })
    }
  }

  private static func questions(_ id: String, _ seed: Seed) -> [Question] {
    let first = classSizes.enumerated().map { variant, sizes in
      var draw = Draw(seed: seed, check: id, variant: variant)
      var random = draw.generator()
      var labels = sizes.enumerated().flatMap { Array(repeating: Double($0), count: $1) }
      random.shuffle(&labels)
      return Question(
        "stratifiedSplit",
        [
          "labels": .tensor(Tensor(labels)),
          "fraction": .number(variant % 2 == 0 ? 0.25 : 0.375),
          "random": .randomState(draw.generator()),
        ])
    }
    return first
      + first.enumerated().map { variant, question in
        var draw = Draw(seed: seed, check: id + "/again", variant: variant)
        return Question(
          question.name,
          question.inputs.merging(["random": .randomState(draw.generator())]) { $1 })
      }
  }
}

extension OutputFinding {
  /// The same in words about the sets: the numbers that were compared are none of the answer's.
  fileprivate func inWords(_ got: [ClassProfile?], _ right: [ClassProfile?]) -> OutputFinding {
    guard verdict != .passed else { return self }
    let problem = zip(got, right).lazy.compactMap { got, right -> String? in
      guard let got, let right else { return "is no list of sample numbers" }
      return got.problem(in: output, beside: right)
    }.first
    return OutputFinding(
      output, verdict: verdict, credit: credit, problem: problem.map { "\(output) \($0)" },
      diagnosis: diagnosis)
  }
}

extension Question {
  /// The same question about the profile of its answer.
  fileprivate var profiled: Question {
    Question(name, inputs.merging(["profile": .number(1)]) { $1 })
  }
}
