import Coursework
import Grading

extension ClassifierMetricsReference {
  /// Mistakes in `rankErrors`; p are the probabilities, y is the label of a sample.
  static let rankingMisconceptions: [Misconception] = [
    ranking.mistake(
      "ER1", "your errors are in descending order, the gravest first",
      why: "the errors are sorted by delta, ascending, so that the gravest comes last",
      where: sortLine
    ) { $0.answer($0.last($0.errors, by: $0.deltas).reversed(), $0.deltas) },
    ranking.mistake(
      "ER2", "your errors are those with the smallest deltas",
      why: "the last of the ascending order are asked for, the gravest", where: sortLine
    ) { call in
      let sorted = call.errors.sorted { call.deltas[$0] < call.deltas[$1] }
      return call.answer(Array(sorted.prefix(call.count)), call.deltas)
    },
    ranking.mistake(
      "ER3", "samples that are right come first where there are too few errors",
      why: "only errors are ranked: return all of them if there are fewer than count",
      where: "the line that finds the errors"
    ) { $0.ranked(Array($0.labels.indices), by: $0.deltas) },
    ranking.mistake(
      "ER4", "your samples are positions in the list of errors",
      why: "row numbers in probabilities are asked for: look them up in that list",
      where: "the line that returns the samples"
    ) { call in
      let samples = call.last(call.errors, by: call.deltas)
      let places = samples.compactMap { call.errors.firstIndex(of: $0) }
      return ["samples": Tensor(places.map(Double.init))]
    },
    ranking.mistake(
      "ER5", "your deltas are the largest probabilities alone",
      why: "delta is the largest probability minus that of the label", where: deltaLine
    ) { $0.ranked($0.errors, by: $0.largest) },
    ranking.mistake(
      "ER6", "your deltas are 1 − p_iy, the distance of the label from certainty",
      why: "delta is the largest probability minus that of the label", where: deltaLine
    ) { $0.ranked($0.errors, by: 1 - $0.right) },
    ranking.mistake(
      "ER7", "your deltas are p_iy − max p, which is below 0",
      why: "the largest probability comes first: max p − p_iy", where: deltaLine
    ) { $0.ranked($0.errors, by: -$0.deltas) },
    ranking.mistake(
      "ER8", "your deltas are the distance to the second largest probability",
      why: "delta is the distance to the probability of the label, which may be far lower",
      where: deltaLine
    ) { call in
      let gaps = call.labels.indices.map { i -> Double in
        let sorted = call.probabilities.row(i).scalars.sorted(by: >)
        return sorted[0] - sorted[1]
      }
      return call.ranked(call.errors, by: Tensor(gaps))
    },
    ranking.mistake(
      "ER9", "your errors are not sorted: they come in the order of the samples",
      why: "sort by delta before you take the last ones", where: sortLine
    ) { $0.answer(Array($0.errors.suffix($0.count)), $0.deltas) },
    ranking.mistake(
      "ER10", "your errors are sorted by the probability of the label",
      why: "sort by delta, the largest probability minus that of the label", where: sortLine
    ) { $0.answer($0.last($0.errors, by: $0.right), $0.deltas) },
    ranking.mistake(
      "ER11", "your deltas are squared differences", why: "delta is max p − p_iy itself",
      where: deltaLine
    ) { ["deltas": Tensor($0.last($0.errors, by: $0.deltas).map($0.squaredDelta))] },
  ]

  private static let ranking = WrongVariants(
    question: "rankErrors", reference: { try ClassifierMetricsReference().answer($0) }
  ) { try RankingCall($0) }
  private static let sortLine = "the line that sorts"
  private static let deltaLine = "the line that computes delta"
}

extension RankingCall {
  fileprivate func squaredDelta(of sample: Int) -> Double { deltas[sample] * deltas[sample] }
}
