import Coursework
import Grading

/// One way to split by class, right or wrong, as a function of a question.
///
/// A plain question is answered as a submission would; one with an input `profile` is answered by
/// the profile of that, which holds nothing of what chance has picked (see ``ClassProfile``).
struct StratifiedVariant: Sendable {
  /// The sets that somebody makes of labels.
  typealias Split =
    @Sendable (_ labels: [Int], _ fraction: Double, _ random: inout RandomState) -> (
      validation: [Int], train: [Int]
    )

  /// Whether the generator plays no part.
  var isFixed = false
  let split: Split

  /// The reference.
  static let right = StratifiedVariant { labels, fraction, random in
    DataPreparationReference().stratifiedSplit(
      labels: labels, fraction: fraction, random: &random)
  }

  /// Answers as a submission would, or by the profile.
  func answer(_ question: Question) throws -> Answer {
    guard question.inputs["profile"] == nil else { return try profile(of: question)?.answer ?? [:] }
    return try sets(question)
  }

  /// What is judged of the answer.
  func profile(of question: Question) throws -> ClassProfile? {
    ClassProfile(
      of: try sets(question), labels: try question.wholeNumbers("labels"), isFixed: isFixed)
  }

  private func sets(_ question: Question) throws -> Answer {
    var random = try question.randomState("random")
    let sets = split(
      try question.wholeNumbers("labels"), try question.number("fraction"), &random)
    return [
      "validation": .tensor(Tensor(sets.validation.map(Double.init))),
      "train": .tensor(Tensor(sets.train.map(Double.init))),
    ]
  }

  /// A split of each class by itself: `part` gives those of its samples that validate and those
  /// that train.
  static func byClass(
    isFixed: Bool = false,
    _ part:
      @escaping @Sendable (
        _ samples: [Int], _ first: Int, _ random: inout RandomState
      ) -> (validation: [Int], train: [Int])
  ) -> StratifiedVariant {
    StratifiedVariant(isFixed: isFixed) { labels, fraction, random in
      var sets: (validation: [Int], train: [Int]) = ([], [])
      for label in Set(labels).sorted() {
        let samples = labels.indices.filter { labels[$0] == label }
        let first = Int((fraction * Double(samples.count)).rounded())
        let (validation, train) = part(samples, first, &random)
        sets.validation += validation
        sets.train += train
      }
      return sets
    }
  }
}
