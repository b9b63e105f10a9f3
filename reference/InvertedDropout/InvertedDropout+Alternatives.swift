import Assignments
import Coursework
import Foundation
import Grading

extension InvertedDropoutReference {
  /// Right answers written differently: other uses of chance, and other ways to multiply.
  static let alternatives =
    byComparison + byOrder + byGenerator + byMultiplication + backwardAlternatives

  // MARK: - Which numbers keep

  private static let byComparison: [Alternative] = [
    entries("below", "u < p, entry by entry") { p, random in random.randomSample() < p },
    entries("at-most", "u <= p") { p, random in random.randomSample() <= p },
    entries("from-above", "u >= 1 − p") { p, random in random.randomSample() >= 1 - p },
    entries("above", "u > 1 − p") { p, random in random.randomSample() > 1 - p },
    entries("complement", "1 − u < p") { p, random in 1 - random.randomSample() < p },
    entries("negated", "not u >= p") { p, random in !(random.randomSample() >= p) },
    entries("floor", "the whole part of u + p is 1") { p, random in
      (random.randomSample() + p).rounded(.down) == 1
    },
  ]

  // MARK: - In which order they are drawn

  private static let byOrder: [Alternative] = [
    matrix("rows", "a row at a time") { x, p, random in
      let rows = (0..<x.shape[0]).flatMap { _ in random.rand(x.shape[1]).scalars }
      return Tensor(shape: x.shape, scalars: rows) .< p
    },
    matrix("columns", "a column at a time") { x, p, random in
      random.rand(x.shape[1], x.shape[0]).transposed() .< p
    },
    matrix("backwards", "from the last entry to the first") { x, p, random in
      Tensor(shape: x.shape, scalars: random.rand(x.count).scalars.reversed()) .< p
    },
    matrix("surplus", "twice as many as needed") { x, p, random in
      random.rand(2 * x.shape[0], x.shape[1]).rows(0..<x.shape[0]) .< p
    },
    matrix("burn-in", "some are thrown away first") { x, p, random in
      _ = random.randn(13)
      return random.rand(shape: x.shape) .< p
    },
  ]

  // MARK: - From which distribution

  private static let byGenerator: [Alternative] = [
    entries("thousand", "integers below 1000") { p, random in
      random.randint(below: 1000) < Int(p * 1000)
    },
    entries("sixty-four", "integers from 1 to 64") { p, random in
      random.randint(from: 1, to: 65) <= Int(p * 64)
    },
    entries("word", "32 random bits") { p, random in
      Double(random.nextWord()) < p * 4_294_967_296
    },
    entries("exponential", "an exponential number below its quantile") { p, random in
      -log(1 - random.randomSample()) < -log(1 - p)
    },
    matrix("symmetric", "uniform between −1 and 1") { x, p, random in
      random.uniform(from: -1, to: 1, shape: x.shape) .< 2 * p - 1
    },
    matrix("normal", "a normal number below its quantile") { x, p, random in
      random.randn(shape: x.shape) .< quantile(p)
    },
    matrix("large-normal", "a normal number of large absolute value") { x, p, random in
      random.randn(shape: x.shape).abs() .> quantile(1 - p / 2)
    },
    matrix("choice", "a choice among sixty-four") { x, p, random in
      let picks = random.choice(64, count: x.count).map(Double.init)
      return Tensor(shape: x.shape, scalars: picks) .< 64 * p
    },
    matrix("own-generator", "a generator of its own, seeded by a draw") { x, p, random in
      var own = RandomState(seed: random.nextWord())
      return own.rand(shape: x.shape) .< p
    },
  ]

  /// The number below which a normal number lies with probability p, by bisection.
  private static func quantile(_ p: Double) -> Double {
    var (low, high) = (-8.0, 8.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if erfc(-middle / 2.squareRoot()) / 2 < p { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: - How x is multiplied

  private static let byMultiplication: [Alternative] = [
    forward("divided-first", "out is x/p where kept") { x, p, random in
      let kept = random.rand(shape: x.shape) .< p
      return (out: x / p * kept, mask: kept / p)
    },
    forward("divided-last", "out is x where kept, divided by p at the end") { x, p, random in
      let kept = random.rand(shape: x.shape) .< p
      return (out: (x * kept) / p, mask: kept * (1 / p))
    },
    forward("in-place", "dropped entries are overwritten by 0") { x, p, random in
      var (out, mask) = (x / p, Tensor.ones(shape: x.shape) / p)
      for i in 0..<x.shape[0] {
        for j in 0..<x.shape[1] where random.randomSample() >= p {
          (out[i, j], mask[i, j]) = (0, 0)
        }
      }
      return (out: out, mask: mask)
    },
  ]

  // MARK: - Backward

  private static let backwardAlternatives: [Alternative] = [
    backward("loops", "entry by entry", test: { $0.map { $0 } }) { gradOut, mask, _ in
      Tensor(shape: mask.shape, scalars: zip(gradOut.scalars, mask.scalars).map { $0 * $1 })
    },
    backward("choice", "gradOut/p where the mask is not 0", test: { 1 * $0 }) { gradOut, mask, p in
      gradOut / p * (mask .!= 0)
    },
    backward("in-place", "dropped entries are overwritten by 0", test: { $0 + 0 }) {
      gradOut, mask, p in
      var gradX = gradOut / p
      for i in 0..<mask.shape[0] {
        for j in 0..<mask.shape[1] where mask[i, j] == 0 { gradX[i, j] = 0 }
      }
      return gradX
    },
    backward(
      "kept", "zeros and ones first, divided by p at the end",
      test: { $0 * Tensor.ones(shape: $0.shape) }
    ) { gradOut, mask, p in (gradOut * (mask .> 0)) / p },
    backward("rounded-mask", "the mask is p·mask, rounded", test: { $0 / 1 }) { gradOut, mask, p in
      gradOut * (mask * p).map { $0.rounded() } / p
    },
  ]
}

// MARK: - Making them

extension InvertedDropoutReference {
  /// Another way to compute out and mask in train mode.
  private static func forward(
    _ id: String, _ summary: String,
    train:
      @escaping @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> (
        out: Tensor, mask: Tensor
      )
  ) -> Alternative {
    Alternative("dropout-\(id)", of: "dropoutForward", summary) { question in
      let x = try question.tensor("x")
      var random = try question.randomState("random")
      var (out, mask) = (x, Tensor.ones(shape: x.shape))
      if try question.text("mode") == DropoutMode.train.rawValue {
        (out, mask) = train(x, try question.number("keepProbability"), &random)
      }
      return ["out": .tensor(out), "mask": .tensor(mask), "random": .randomState(random)]
    }
  }

  /// Another way to choose all entries that are kept: 1 for kept, 0 for dropped.
  private static func matrix(
    _ id: String, _ summary: String,
    _ kept: @escaping @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> Tensor
  ) -> Alternative {
    forward(id, summary) { x, p, random in
      let mask = kept(x, p, &random) / p
      return (out: x * mask, mask: mask)
    }
  }

  /// Another way to choose whether one entry is kept.
  private static func entries(
    _ id: String, _ summary: String,
    _ isKept: @escaping @Sendable (_ p: Double, _ random: inout RandomState) -> Bool
  ) -> Alternative {
    matrix(id, summary) { x, p, random in x.map { _ in isKept(p, &random) ? 1 : 0 } }
  }

  /// Another way to compute gradX in both modes.
  private static func backward(
    _ id: String, _ summary: String, test: @escaping @Sendable (Tensor) -> Tensor,
    train: @escaping @Sendable (_ gradOut: Tensor, _ mask: Tensor, _ p: Double) -> Tensor
  ) -> Alternative {
    Alternative("dropout-backward-\(id)", of: "dropoutBackward", summary) { question in
      let gradOut = try question.tensor("gradOut")
      guard try question.text("mode") == DropoutMode.train.rawValue else {
        return ["gradX": .tensor(test(gradOut))]
      }
      let (mask, p) = (try question.tensor("mask"), try question.number("keepProbability"))
      return ["gradX": .tensor(train(gradOut, mask, p))]
    }
  }
}
