import Coursework
import Foundation
import Testing

/// A right way to use chance, which must never fail.
struct DropoutWay: Sendable, CustomTestStringConvertible {
  let name: String
  let attempt: DropoutAttempt

  var testDescription: String { name }
}

extension DropoutWay {
  static let all: [DropoutWay] = byComparison + byOrder + byGenerator

  private static func entry(
    _ name: String,
    _ isKept: @escaping @Sendable (_ p: Double, _ random: inout RandomState) -> Bool
  ) -> DropoutWay {
    DropoutWay(name: name, attempt: .masking { p, random in isKept(p, &random) ? 1 / p : 0 })
  }

  private static func matrix(
    _ name: String,
    _ kept: @escaping @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> Tensor
  ) -> DropoutWay {
    DropoutWay(
      name: name,
      attempt: .training { x, p, random in
        let mask = kept(x, p, &random) / p
        return (out: x * mask, mask: mask)
      })
  }

  private static let byComparison: [DropoutWay] = [
    entry("u < p") { p, random in random.randomSample() < p },
    entry("u <= p") { p, random in random.randomSample() <= p },
    entry("u >= 1 - p") { p, random in random.randomSample() >= 1 - p },
    entry("u > 1 - p") { p, random in random.randomSample() > 1 - p },
    entry("1 - u < p") { p, random in 1 - random.randomSample() < p },
    entry("not u >= p") { p, random in !(random.randomSample() >= p) },
    entry("floor(u + p) is 1") { p, random in (random.randomSample() + p).rounded(.down) == 1 },
    DropoutWay(
      name: "out = x / p where kept",
      attempt: .training { x, p, random in
        let kept = random.rand(shape: x.shape) .< p
        return (out: x / p * kept, mask: kept / p)
      }),
  ]

  private static let byOrder: [DropoutWay] = [
    matrix("a row at a time") { x, p, random in
      let rows = (0..<x.shape[0]).flatMap { _ in random.rand(x.shape[1]).scalars }
      return Tensor(shape: x.shape, scalars: rows) .< p
    },
    matrix("a column at a time") { x, p, random in
      random.rand(x.shape[1], x.shape[0]).transposed() .< p
    },
    matrix("backwards") { x, p, random in
      Tensor(shape: x.shape, scalars: random.rand(x.count).scalars.reversed()) .< p
    },
    matrix("twice as many as needed") { x, p, random in
      random.rand(2 * x.shape[0], x.shape[1]).rows(0..<x.shape[0]) .< p
    },
    matrix("some thrown away first") { x, p, random in
      _ = random.randn(13)
      return random.rand(shape: x.shape) .< p
    },
  ]

  private static let byGenerator: [DropoutWay] = [
    entry("integers below 1000") { p, random in random.randint(below: 1000) < Int(p * 1000) },
    entry("integers from 1 to 8") { p, random in random.randint(from: 1, to: 9) <= Int(p * 8) },
    entry("32 random bits") { p, random in Double(random.nextWord()) < p * 4_294_967_296 },
    matrix("uniform between -1 and 1") { x, p, random in
      random.uniform(from: -1, to: 1, shape: x.shape) .< 2 * p - 1
    },
    matrix("normal below its quantile") { x, p, random in
      random.randn(shape: x.shape) .< quantile(p)
    },
    matrix("normal of a large absolute value") { x, p, random in
      random.randn(shape: x.shape).abs() .> quantile(1 - p / 2)
    },
    entry("exponential") { p, random in -log(1 - random.randomSample()) < -log(1 - p) },
    matrix("choice among eight") { x, p, random in
      let picks = random.choice(8, count: x.count).map(Double.init)
      return Tensor(shape: x.shape, scalars: picks) .< 8 * p
    },
    matrix("a generator of its own, seeded by a draw") { x, p, random in
      var own = RandomState(seed: random.nextWord())
      return own.rand(shape: x.shape) .< p
    },
    // Not the same from run to run: this one alone could fail, with a probability below 1e-8 a run.
    entry("the system's generator") { p, _ in Double.random(in: 0..<1) < p },
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
}
