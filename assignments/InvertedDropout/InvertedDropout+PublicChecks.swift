import Coursework
import Grading

extension PublicCheck {
  /// What students of `dropout` check at home: the handout's worked example, and what must hold
  /// whichever entries are kept.
  package static let invertedDropout = [
    trainMode,
    PublicCheck("dropoutForward/test-mode", judging: ["out"]) { ask in
      let out = try ask(forward("test", RandomState(seed: 1)))["out"]?.tensor
      return [claim(about: "out", out == x, else: "in test mode out is x, whatever p is")]
    },
    example(
      Question(
        "dropoutBackward",
        [
          "gradOut": .tensor([[2, 3, -1], [5, 7, -2]]), "mask": .tensor([[4, 0, 4], [0, 0, 4]]),
          "keepProbability": .number(0.25), "mode": .text("train"),
        ]), gives: ["gradX": .tensor([[8, 0, -4], [0, 0, -8]])]),
    example(
      Question(
        "dropoutBackward",
        [
          "gradOut": .tensor([[2, 3, -1], [5, 7, -2]]), "mask": .tensor(.ones(2, 3)),
          "keepProbability": .number(0.25), "mode": .text("test"),
        ]), called: "test-mode", gives: ["gradX": .tensor([[2, 3, -1], [5, 7, -2]])]),
  ]

  // 64 entries, each kept with probability ¼: two right masks are the same, or a mask keeps all or
  // none, less than once in a hundred million times.
  private static let x = Tensor.linspace(from: 1, to: 64, count: 64).reshaped(8, 8)
  private static let keepProbability = 0.25

  private static func forward(_ mode: String, _ random: RandomState) -> Question {
    Question(
      "dropoutForward",
      [
        "x": .tensor(x), "keepProbability": .number(keepProbability),
        "mode": .text(mode), "random": .randomState(random),
      ])
  }

  private static let trainMode = PublicCheck(
    "dropoutForward/train-mode", judging: ["out", "mask"]
  ) { ask in
    let first = try ask(forward("train", RandomState(seed: 1)))
    guard let out = first["out"]?.tensor, let mask = first["mask"]?.tensor,
      out.shape == x.shape, mask.shape == x.shape, case .randomState(let moved)? = first["random"]
    else {
      return ["out", "mask"].map { claim(about: $0, false, else: "it must have the shape of x") }
    }
    let second = try ask(forward("train", moved))["mask"]?.tensor
    let kept = mask.scalars.count { $0 != 0 }
    return [
      claim(
        about: "out", isClose(out, x * mask), else: "out is not x · mask, entry by entry"),
      claim(
        about: "mask",
        mask.scalars.allSatisfy { $0 == 0 || isClose(Tensor($0), Tensor(1 / keepProbability)) },
        else: "mask must hold 1/p where an entry is kept and 0 where it is dropped"),
      claim(
        about: "mask", (1..<64).contains(kept),
        else: "with p = \(keepProbability), \(kept) of 64 entries were kept"),
      claim(
        about: "mask", second != mask,
        else: "two calls one after the other have the same mask; draw from `random`, not from a "
          + "copy of it"),
    ]
  }

  private static func isClose(_ got: Tensor, _ right: Tensor) -> Bool {
    (got - right).abs().scalars.allSatisfy { $0 <= 1e-9 * right.abs().max() }
  }
}
