import Coursework
import Grading

extension InvertedDropoutReference {
  /// What goes wrong in `dropoutForward` in train mode.
  static let trainingMisconceptions: [Misconception] = scaleMisconceptions + chanceMisconceptions

  // MARK: - By what the kept entries are multiplied

  private static let scaleMisconceptions: [Misconception] = [
    training(
      "D1", "you read p as the probability to drop: you keep 1 − p of x and divide by 1 − p",
      why: "here p is the probability to keep: keep where the drawn number is below p, divide by p",
      DropoutVariant(
        keep: DropoutVariant.aboveP, mask: { $0.kept / (1 - $0.p) },
        trainHabits: MaskHabits(rate: .inverted))),
    training(
      "D2", "the entries that you keep are not divided by p",
      why: "only a share p of the entries is left; dividing by p keeps the average of out at that "
        + "of x",
      DropoutVariant(mask: { $0.kept })),
    training(
      "D3", "you keep with probability p but divide by 1 − p",
      why: "the average of out is that of x only if you divide by the probability to keep, p",
      DropoutVariant(mask: { $0.kept / (1 - $0.p) })),
    training(
      "D4", "you scale in the wrong mode: nothing in train mode, times p in test mode",
      why: "that is the older form of dropout; the inverted form divides by p in train mode and "
        + "leaves test mode alone",
      where: "dropoutForward, both modes",
      DropoutVariant(
        mask: { $0.kept }, test: { $0.x * $0.p },
        trainHabits: MaskHabits(otherMode: .scaledByP),
        testHabits: MaskHabits(otherMode: .unscaled))),
    training(
      "D5", "the entries that you keep are multiplied by p; they must be divided by p",
      why: "p is at most 1, so multiplying makes out smaller still, where it must make up for what "
        + "was dropped",
      DropoutVariant(mask: { $0.kept * $0.p })),
    training(
      "D12", "you divide by the share of entries that happened to be kept, not by p",
      why: "the scale is 1/p in every call; with the share in its place the entries are no longer "
        + "independent of each other",
      DropoutVariant(mask: { $0.kept / $0.kept.mean() })),
    training(
      "D13", "in train mode you return x as it is",
      why: "train mode is where entries are dropped; only test mode passes x on",
      where: "dropoutForward, the test for the mode",
      DropoutVariant(
        keep: DropoutVariant.all, mask: { $0.kept }, trainHabits: MaskHabits(rate: .everything))),
    training(
      "D16", "the entries that you keep are divided by p twice",
      why: "the mask already holds 1/p, so out = x · mask needs no further division",
      DropoutVariant(mask: { $0.kept / ($0.p * $0.p) })),
    training(
      "D18", "your two modes are the wrong way round: you drop in test mode and not in train mode",
      why: "dropout drops while the network learns, and does nothing once it is used",
      where: "dropoutForward, the test for the mode",
      DropoutVariant(
        mask: { .ones(shape: $0.x.shape) }, test: { $0.x * $0.kept / $0.p },
        trainHabits: MaskHabits(rate: .everything, otherMode: .drops),
        testHabits: MaskHabits(rate: .other, otherMode: .identity))),
    training(
      "D19", "your mask holds 1 where you keep; it must hold 1/p",
      why: "the mask is what x was multiplied by, scale included, so that the backward pass can "
        + "multiply by it",
      DropoutVariant(mask: { $0.kept }, out: { $0.x * ($0.kept / $0.p) })),
    training(
      "D20", "your out is x without the dropped entries; the others must be divided by p",
      why: "out is x · mask, and the mask is 1/p where you keep, not 1",
      where: "dropoutForward, train mode, the line that computes out",
      DropoutVariant(out: { $0.x * $0.kept })),
  ]

  // MARK: - Which entries are kept

  private static let chanceMisconceptions: [Misconception] = [
    training(
      "D6", "you keep where you should drop: 1 − p of the entries are left",
      why: "a drawn number between 0 and 1 is below p with probability p: keep there",
      DropoutVariant(keep: DropoutVariant.aboveP, trainHabits: MaskHabits(rate: .inverted))),
    training(
      "D7", "every row of your mask is the same",
      why: "every entry of every sample has a chance of its own: draw N·D numbers, not D",
      DropoutVariant(
        keep: { x, p, random in
          (random.rand(shape: [1] + x.shape.dropFirst()) .< p) * Tensor.ones(shape: x.shape)
        },
        trainHabits: MaskHabits(sharing: .oneRow))),
    training(
      "D8", "you keep or drop whole rows",
      why: "every entry of every sample has a chance of its own: draw N·D numbers, not N",
      DropoutVariant(
        keep: { x, p, random in
          (random.rand(x.shape[0], 1) .< p) * Tensor.ones(shape: x.shape)
        },
        trainHabits: MaskHabits(sharing: .wholeRows))),
    training(
      "D9", "you keep exactly the share p of the entries, the same number every time",
      why: "each entry is kept with probability p by itself, so the number kept varies a little",
      DropoutVariant(
        keep: { x, p, random in
          var kept = [Double](repeating: 0, count: x.count)
          let chosen = random.permutation(x.count).prefix(Int((p * Double(x.count)).rounded()))
          for index in chosen { kept[index] = 1 }
          return Tensor(shape: x.shape, scalars: kept)
        },
        trainHabits: MaskHabits(count: .isExact))),
    training(
      "D10", "you multiply every entry by a random number of its own, and drop none",
      why: "an entry is either dropped, times 0, or kept, times 1/p; there is nothing in between",
      DropoutVariant(
        keep: { x, p, random in
          1 + ((1 - p) / p).squareRoot() * random.randn(shape: x.shape)
        },
        mask: { $0.factors },
        trainHabits: MaskHabits(rate: .everything, factors: .many))),
    training(
      "D11", "you return the same mask whatever the random that you are given",
      why: "a network that always loses the same entries just has fewer of them; draw from the "
        + "random that you are given, without a seed of your own",
      DropoutVariant(
        keep: { x, p, _ in
          var own = RandomState(seed: 123)
          return own.rand(shape: x.shape) .< p
        },
        trainHabits: MaskHabits(freshness: .fixed))),
    training(
      "D22", "you compare x itself with p, so x decides which entries are kept",
      why: "compare p with drawn numbers between 0 and 1, one for each entry of x",
      DropoutVariant(
        keep: { x, p, _ in x .< p }, trainHabits: MaskHabits(rate: .byInput))),
    training(
      "D25", "you draw one number for the whole mask: a call keeps all entries or none",
      why: "every entry of every sample has a chance of its own: draw N·D numbers, not one",
      DropoutVariant(
        keep: { x, p, random in
          .full(shape: x.shape, value: random.randomSample() < p ? 1 : 0)
        },
        trainHabits: MaskHabits(sharing: .wholeMask))),
  ]

  /// What the catalogue cannot hold, because each single answer is right.
  static let generatorMisconceptions: [Misconception] = [
    training(
      "D23", "the random that you are given does not move on, so the next call draws the same mask",
      why: "you draw from a copy; draw from the inout parameter itself, so that it moves on",
      where: "dropoutForward, train mode, where you draw",
      DropoutVariant(trainHabits: MaskHabits(freshness: .rewound)))
  ]

  private static func training(
    _ id: String, _ looksLike: String, why: String,
    where place: String = "dropoutForward, train mode, the line that computes mask",
    _ variant: DropoutVariant
  ) -> Misconception {
    Misconception(
      id, of: "dropoutForward", looksLike: looksLike, why: why, where: place,
      answer: variant.answer)
  }
}
