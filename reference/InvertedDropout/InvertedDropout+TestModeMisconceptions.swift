import Coursework
import Grading

extension InvertedDropoutReference {
  /// What goes wrong in `dropoutForward` in test mode alone.
  static let testModeMisconceptions: [Misconception] = [
    testing(
      "D15", "you multiply x by p in test mode",
      why: "train mode has already divided by p, so the averages agree and out is x itself",
      DropoutVariant(test: { $0.x * $0.p })),
    testing(
      "D17", "you divide x by p in test mode",
      why: "only train mode divides by p, to make up for what it dropped; test mode drops nothing",
      DropoutVariant(test: { $0.x / $0.p })),
    testing(
      "D21", "you multiply x by 1 − p in test mode",
      why: "nothing is dropped in test mode and nothing needs a scale: out is x itself",
      DropoutVariant(test: { $0.x * (1 - $0.p) })),
    testing(
      "D14", "you still drop entries in test mode",
      why: "a network in use must give the same answer every time: out is x itself",
      DropoutVariant(test: { $0.x * $0.kept / $0.p }, testHabits: MaskHabits(rate: .other))),
    testing(
      "D24", "you drop entries in test mode, and do not divide the others by p",
      why: "a network in use must give the same answer every time: out is x itself",
      DropoutVariant(test: { $0.x * $0.kept }, testHabits: MaskHabits(rate: .other))),
  ]

  private static func testing(
    _ id: String, _ looksLike: String, why: String, _ variant: DropoutVariant
  ) -> Misconception {
    Misconception(
      id, of: "dropoutForward", looksLike: looksLike, why: why, where: "dropoutForward, test mode",
      answer: variant.answer)
  }
}
