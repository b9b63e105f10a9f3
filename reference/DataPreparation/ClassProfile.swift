import Coursework

/// What is judged of a stratified split, whichever samples chance has picked.
///
/// Of each set: how many samples of each class it has, each counted once, then how many entries come
/// again, and how many are no sample numbers. Then, of the training set, how many samples are also in
/// the validation set; of the validation set, 1 if chance has no hand in it, else 0.
struct ClassProfile: Sendable, Hashable {
  let labels: [Int]
  private(set) var validation: [Double]
  private(set) var train: [Double]

  /// The profile of an answer, or nil if a set is missing or is no list of numbers.
  init?(of answer: Answer, labels: [Int], isFixed: Bool) {
    guard let validation = answer["validation"]?.tensor, let train = answer["train"]?.tensor,
      validation.rank == 1, train.rank == 1
    else { return nil }
    self.labels = labels
    let validating = Set(validation.scalars)
    let shared = Set(train.scalars).count { validating.contains($0) }
    self.validation = Self.counts(validation.scalars, labels) + [isFixed ? 1 : 0]
    self.train = Self.counts(train.scalars, labels) + [Double(shared)]
  }

  /// As an answer, to be compared with that of another split.
  var answer: Answer {
    ["validation": .tensor(Tensor(validation)), "train": .tensor(Tensor(train))]
  }

  private static func counts(_ samples: [Double], _ labels: [Int]) -> [Double] {
    var counts = [Double](repeating: 0, count: (labels.max() ?? 0) + 1)
    // NaN is no sample number, and neither is 1.5.
    let numbers = samples.compactMap { Int(exactly: $0) }.filter(labels.indices.contains)
    for sample in Set(numbers) { counts[labels[sample]] += 1 }
    let again = numbers.count - Set(numbers).count
    return counts + [Double(again), Double(samples.count - numbers.count)]
  }

  // MARK: - Words

  /// What is wrong with a set beside the right one, in one sentence; nil if nothing is.
  func problem(in set: String, beside right: ClassProfile) -> String? {
    let (got, expected) =
      set == "train" ? (train, right.train) : (validation, right.validation)
    let classes = got.count - 3
    if got[classes + 1] != 0 { return "holds entries that are no numbers of samples" }
    if got[classes] != 0 { return "holds samples more than once" }
    if let label = (0..<classes).first(where: { got[$0] != expected[$0] }) {
      return "holds \(Int(got[label])) samples of class \(label) where "
        + "\(Int(expected[label])) belong"
    }
    guard got[classes + 2] != expected[classes + 2] else { return nil }
    return set == "train"
      ? "holds samples that are in the validation set too"
      : "is the same whatever the generator"
  }
}
