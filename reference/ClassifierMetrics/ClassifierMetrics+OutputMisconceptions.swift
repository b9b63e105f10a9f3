import Coursework
import Grading

extension ClassifierMetricsReference {
  /// Mistakes in what is read off the outputs: `accuracy` and `classProbability`.
  static let outputMisconceptions = accuracyMisconceptions + probabilityMisconceptions

  // MARK: - Accuracy

  private static let accuracy = WrongVariants(
    question: "accuracy", reference: { try ClassifierMetricsReference().answer($0) }
  ) { try OutputsCall($0) }
  private static let hitLine = "the line that finds the hits"
  private static let shareLine = "the line that divides"

  private static let accuracyMisconceptions: [Misconception] = [
    accuracy.mistake(
      "CM1", "your accuracy is the share of errors",
      why: "the accuracy is the share of samples that are right: 1 minus that", where: hitLine
    ) { ["accuracy": Tensor(1 - $0.hits.reduce(0, +) / $0.samples)] },
    accuracy.mistake(
      "CM2", "your accuracy is the number of hits, not divided by N",
      why: "it is a share, from 0 to 1: divide by the number of samples", where: shareLine
    ) { ["accuracy": Tensor($0.hits.reduce(0, +))] },
    accuracy.mistake(
      "CM3", "your accuracy is in percent",
      why: "it is a share, from 0 to 1: do not multiply by 100", where: shareLine
    ) { ["accuracy": Tensor(100 * $0.hits.reduce(0, +) / $0.samples)] },
    accuracy.mistake(
      "CM4", "your accuracy is the mean of the accuracies of each class",
      why: "every sample counts once, however many there are of its class", where: shareLine
    ) { call in
      let byClass = Dictionary(grouping: zip(call.labels, call.hits), by: \.0)
      let means = byClass.keys.sorted().map { label -> Double in
        let hits = byClass[label, default: []].map(\.1)
        return hits.reduce(0, +) / Double(hits.count)
      }
      return ["accuracy": Tensor(means.reduce(0, +) / Double(means.count))]
    },
    accuracy.mistake(
      "CM5", "your accuracy compares one-hot rows number by number",
      why: "the zeros that agree make it too high: a sample is right or wrong as a whole",
      where: hitLine
    ) { call in
      let errors = call.samples - call.hits.reduce(0, +)
      return ["accuracy": Tensor(1 - 2 * errors / (call.samples * call.classes))]
    },
    accuracy.mistake(
      "CM6", "you count the samples whose label has the smallest output",
      why: "the prediction is the class with the largest output", where: hitLine
    ) { call in
      let hits = zip((-call.outputs).argmax(axis: 1), call.labels).count { $0 == $1 }
      return ["accuracy": Tensor(Double(hits) / call.samples)]
    },
    accuracy.mistake(
      "CM7", "you compare labels with classes that are numbered from 1",
      why: "classes are numbered from 0, as columns are", where: hitLine
    ) { call in
      let hits = zip(call.predictions, call.labels).count { $0 + 1 == $1 }
      return ["accuracy": Tensor(Double(hits) / call.samples)]
    },
    accuracy.mistake(
      "CM8", "your accuracy is the mean of the outputs of the labels",
      why: "a sample is right or wrong, however large its output is: count hits", where: hitLine
    ) { call in
      let right = call.labels.enumerated().reduce(0) { $0 + call.outputs[$1.0, $1.1] }
      return ["accuracy": Tensor(right / call.samples)]
    },
  ]

  // MARK: - Probability of a class

  private static let probability = WrongVariants(
    question: "classProbability", reference: { try ClassifierMetricsReference().answer($0) }
  ) { try ProbabilityCall($0) }
  private static let divisionLine = "the line that divides"
  private static let columnLine = "the line that takes the column"

  private static let probabilityMisconceptions: [Misconception] = [
    probability.mistake(
      "NP1", "your probability is divided by the sum of the column, over all samples",
      why: "the probabilities of one sample's classes add up to 1: divide by the sum of its row",
      where: divisionLine
    ) { ["probability": $0.column / $0.column.sum()] },
    probability.mistake(
      "NP2", "your probability is divided by the sum of all outputs",
      why: "the probabilities of one sample's classes add up to 1: divide by the sum of its row",
      where: divisionLine
    ) { ["probability": $0.column / $0.outputs.sum()] },
    probability.mistake(
      "NP3", "your probability is a softmax of the outputs",
      why: "no exponential here: the output is divided by the sum of its row", where: divisionLine
    ) { call in
      let powers = call.outputs.exp()
      return ["probability": powers.column(call.index) / powers.sum(axis: 1)]
    },
    probability.mistake(
      "NP4", "your probability is divided by the largest output of the row",
      why: "the probabilities of one sample's classes add up to 1: divide by their sum",
      where: divisionLine
    ) { ["probability": $0.column / $0.outputs.max(axis: 1)] },
    probability.mistake(
      "NP5", "your probability is divided by the sum of the other outputs",
      why: "the output itself belongs to the sum, or the probabilities do not add up to 1",
      where: divisionLine
    ) { ["probability": $0.column / ($0.sums - $0.column)] },
    probability.mistake(
      "NP6", "your probability is the output itself",
      why: "these outputs do not add up to 1: divide by the sum of the row", where: divisionLine
    ) { ["probability": $0.column] },
    probability.mistake(
      "NP7", "your probability is that of the class before the one that is asked for",
      why: "classes are numbered from 0, as columns are", where: columnLine
    ) { call in
      let before = (call.index + call.classes - 1) % call.classes
      return ["probability": call.outputs.column(before) / call.sums]
    },
    probability.mistake(
      "NP8", "your probability is divided by the length of the row, the root of Σ p²",
      why: "probabilities add up to 1, not their squares: divide by Σ p", where: divisionLine
    ) { ["probability": $0.column / $0.outputs.squared().sum(axis: 1).sqrt()] },
    probability.mistake(
      "NP9", "your probability is the largest of each row, whichever class that is",
      why: "take the column of the class that is asked for", where: columnLine
    ) { ["probability": $0.outputs.max(axis: 1) / $0.sums] },
  ]
}
