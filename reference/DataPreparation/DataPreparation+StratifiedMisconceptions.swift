import Coursework
import Grading

extension DataPreparationReference {
  /// Mistakes in `stratifiedSplit`; sets that changed places are recognised without being listed.
  static let stratifiedMisconceptions: [Misconception] = [
    mistake(
      "ST1", "your validation does not have the same share of every class",
      why: "divide each class by itself: fraction·n of its n samples validate", where: classLine,
      StratifiedVariant { labels, fraction, random in
        DataPreparationReference().split(
          count: labels.count, fraction: fraction, random: &random)
      }),
    mistake(
      "ST2", "your validation has as many samples of every class, whatever its size",
      why: "a class with more samples has more in both sets: fraction·n of its n", where: sizeLine,
      StratifiedVariant { labels, fraction, random in
        let classes = Set(labels).count
        let each = Int(fraction * Double(labels.count)) / classes
        return StratifiedVariant.byClass { samples, _, random in
          cut(samples, at: each, &random)
        }.split(labels, fraction, &random)
      }),
    mistake(
      "ST3", "your validation is the same whatever the generator",
      why: "which samples of a class validate is chance: draw it from the generator that is given",
      where: "the line that draws the order",
      .byClass(isFixed: true) { samples, first, _ in
        (Array(samples.prefix(first)), Array(samples.dropFirst(first)))
      }),
    mistake(
      "ST4", "your train holds all samples, those of the validation set too",
      why: "what validates must not have been learned: train is the others", where: cutLine,
      .byClass { samples, first, random in
        (cut(samples, at: first, &random).validation, samples)
      }),
    mistake(
      "ST5", "your sets hold places within a class, not the numbers of samples",
      why: "look up in the samples of the class which number stands at that place",
      where: cutLine,
      .byClass { samples, first, random in
        let order = random.permutation(samples.count)
        return (Array(order.prefix(first)), Array(order.dropFirst(first)))
      }),
    mistake(
      "ST6", "your validation is drawn with replacement: samples are in it twice",
      why: "every sample belongs into exactly one set: random.permutation(n)",
      where: "the line that draws the order",
      .byClass { samples, first, random in
        let picked = random.choice(samples.count, count: first).map { samples[$0] }
        return (picked, samples.filter { !picked.contains($0) })
      }),
    mistake(
      "ST7", "your validation has no samples of the last class",
      why: "classes run from 0 to the largest label, which is one of them", where: classLine,
      StratifiedVariant { labels, fraction, random in
        let last = labels.max() ?? 0
        return StratifiedVariant.byClass { samples, first, random in
          labels[samples[0]] == last ? ([], samples) : cut(samples, at: first, &random)
        }.split(labels, fraction, &random)
      }),
  ]

  private static let classLine = "the loop over the classes"
  private static let sizeLine = "the line that computes how many validate"
  private static let cutLine = "the lines that cut the order"

  private static func mistake(
    _ id: String, _ looksLike: String, why: String, where place: String,
    _ variant: StratifiedVariant
  ) -> Misconception {
    Misconception(
      id, of: "stratifiedSplit", looksLike: looksLike, why: why,
      where: "stratifiedSplit, \(place)", answer: variant.answer)
  }

  /// The samples in random order, of which so many validate.
  @Sendable private static func cut(
    _ samples: [Int], at first: Int, _ random: inout RandomState
  ) -> (validation: [Int], train: [Int]) {
    let order = random.permutation(samples.count).map { samples[$0] }
    return (Array(order.prefix(first)), Array(order.dropFirst(first)))
  }
}
