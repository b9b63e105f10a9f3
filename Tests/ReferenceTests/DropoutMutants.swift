import Coursework
import Synchronization
import Testing

/// A submission with one mistake, and what grading it must find.
struct DropoutMutant: Sendable, CustomTestStringConvertible {
  let id: String
  /// The outputs that must fail, each recognised as this mistake.
  let loses: [String]
  /// Made anew for every check, as a worker is.
  let attempt: @Sendable () -> DropoutAttempt

  var testDescription: String { id }
}

extension DropoutMutant {
  static let all: [DropoutMutant] =
    byScale + byChance + inTestMode + inBoth + backward + backwardInTestMode

  private static func train(
    _ id: String, _ attempt: @autoclosure @escaping @Sendable () -> DropoutAttempt
  ) -> DropoutMutant {
    DropoutMutant(id: id, loses: ["forward-train.out", "forward-train.mask"], attempt: attempt)
  }

  private static let byScale: [DropoutMutant] = [
    train("D1", .masking { p, random in random.randomSample() >= p ? 1 / (1 - p) : 0 }),
    train("D2", .masking { p, random in random.randomSample() < p ? 1 : 0 }),
    train("D3", .masking { p, random in random.randomSample() < p ? 1 / (1 - p) : 0 }),
    train("D5", .masking { p, random in random.randomSample() < p ? p : 0 }),
    train("D16", .masking { p, random in random.randomSample() < p ? 1 / p / p : 0 }),
    train(
      "D12",
      .training { x, p, random in
        let kept = matrix(x.shape) { _, _ in random.randomSample() < p ? 1 : 0 }
        let share = kept.scalars.reduce(0, +) / Double(x.count)
        return masked(x) { i, j in kept[i, j] / share }
      }),
    train("D13", .training { x, _, _ in (out: x, mask: .ones(shape: x.shape)) }),
    DropoutMutant(id: "D19", loses: ["forward-train.mask"]) {
      .training { x, p, random in
        let (out, mask) = masked(x) { _, _ in random.randomSample() < p ? 1 : 0 }
        return (out: out.map { $0 / p }, mask: mask)
      }
    },
    DropoutMutant(id: "D20", loses: ["forward-train.out"]) {
      .training { x, p, random in
        let (out, mask) = masked(x) { _, _ in random.randomSample() < p ? 1 : 0 }
        return (out: out, mask: mask.map { $0 / p })
      }
    },
  ]

  private static let byChance: [DropoutMutant] = [
    train("D6", .masking { p, random in random.randomSample() >= p ? 1 / p : 0 }),
    train(
      "D7",
      .training { x, p, random in
        let row = (0..<x.shape[1]).map { _ in random.randomSample() < p ? 1 / p : 0 }
        return masked(x) { _, j in row[j] }
      }),
    train(
      "D8",
      .training { x, p, random in
        let column = (0..<x.shape[0]).map { _ in random.randomSample() < p ? 1 / p : 0 }
        return masked(x) { i, _ in column[i] }
      }),
    train(
      "D25",
      .training { x, p, random in
        let factor = random.randomSample() < p ? 1 / p : 0
        return masked(x) { _, _ in factor }
      }),
    train(
      "D9",
      .training { x, p, random in
        let kept = Set(random.permutation(x.count).prefix(Int(p * Double(x.count))))
        return masked(x) { i, j in kept.contains(i * x.shape[1] + j) ? 1 / p : 0 }
      }),
    // The same number in every row is as little chance as the same number in all.
    train(
      "D9",
      .training { x, p, random in
        var kept: [Set<Int>] = []
        for _ in 0..<x.shape[0] {
          let count = Int((p * Double(x.shape[1])).rounded())
          kept.append(Set(random.choice(x.shape[1], count: count, replacing: false)))
        }
        return masked(x) { i, j in kept[i].contains(j) ? 1 / p : 0 }
      }),
    train(
      "D10",
      .masking { p, random in
        // A sum of twelve uniform numbers is nearly normal, with variance 1.
        let z = (0..<12).reduce(-6.0) { sum, _ in sum + random.randomSample() }
        return 1 + ((1 - p) / p).squareRoot() * z
      }),
    train(
      "D11",
      .training { x, p, _ in
        var own = RandomState(seed: 42)
        return masked(x) { _, _ in own.randomSample() < p ? 1 / p : 0 }
      }),
    train("D22", .training { x, p, _ in masked(x) { i, j in x[i, j] < p ? 1 / p : 0 } }),
    train(
      "D23",
      .training { x, p, random in
        var copy = random
        return masked(x) { _, _ in copy.randomSample() < p ? 1 / p : 0 }
      }),
  ]

  private static func test(
    _ id: String, _ attempt: @autoclosure @escaping @Sendable () -> DropoutAttempt
  ) -> DropoutMutant {
    DropoutMutant(id: id, loses: ["forward-test.out"], attempt: attempt)
  }

  private static let inTestMode: [DropoutMutant] = [
    test("D15", .testing { x, p, _ in x.map { $0 * p } }),
    test("D17", .testing { x, p, _ in x.map { $0 / p } }),
    test("D21", .testing { x, p, _ in x.map { $0 * (1 - p) } }),
    test("D14", .testing { x, p, random in DropoutAttempt().train(x, p, &random).out }),
    test(
      "D24",
      .testing { x, p, random in masked(x) { _, _ in random.randomSample() < p ? 1 : 0 }.out }),
  ]

  private static let inBoth: [DropoutMutant] = [
    DropoutMutant(
      id: "D4", loses: ["forward-train.out", "forward-train.mask", "forward-test.out"]
    ) {
      var attempt = DropoutAttempt.masking { p, random in random.randomSample() < p ? 1 : 0 }
      attempt.test = { x, p, _ in x.map { $0 * p } }
      return attempt
    },
    DropoutMutant(
      id: "D18", loses: ["forward-train.out", "forward-train.mask", "forward-test.out"]
    ) {
      var attempt = DropoutAttempt.training { x, _, _ in (out: x, mask: .ones(shape: x.shape)) }
      attempt.test = { x, p, random in DropoutAttempt().train(x, p, &random).out }
      return attempt
    },
  ]

  private static func gradX(
    _ id: String, _ attempt: @autoclosure @escaping @Sendable () -> DropoutAttempt
  ) -> DropoutMutant {
    DropoutMutant(id: id, loses: ["backward-train.gradX"], attempt: attempt)
  }

  private static let backward: [DropoutMutant] = [
    gradX(
      "DB1",
      .backward { g, _, p in
        each(g, g) { g, _ in Double.random(in: 0..<1) < p ? g / p : 0 }
      }),
    gradX("DB2", .backward { g, mask, _ in each(g, mask) { $1 > 0 ? $0 : 0 } }),
    gradX("DB3", .backward { g, _, p in g.map { $0 / p } }),
    gradX("DB4", .backward { g, _, _ in g }),
    // Zeros of gradOut show nothing: this is DB3 by another way.
    gradX("DB3", .backward { g, _, p in g.map { $0 != 0 ? $0 / p : 0 } }),
    remembering("DB5") { g, out, p in each(g, out) { $1 != 0 ? $0 / p : 0 } },
    gradX("DB6", .backward { g, mask, p in each(g, mask) { $0 * $1 / p } }),
    remembering("DB7") { g, out, _ in each(g, out) { $0 * $1 } },
    gradX("DB8", .backward { g, mask, p in each(g, mask) { $1 == 0 ? $0 / p : 0 } }),
    gradX("DB9", .backward { g, mask, p in each(g, mask) { $1 == 0 ? 0 : $0 / (1 - p) } }),
    gradX("DB10", .backward { g, mask, p in each(g, mask) { $1 == 0 ? 0 : $0 * p } }),
    gradX("DB12", .backward { _, mask, _ in mask }),
  ]

  /// A backward pass that uses what the last forward pass returned.
  private static func remembering(
    _ id: String,
    _ backward: @escaping @Sendable (_ gradOut: Tensor, _ out: Tensor, _ p: Double) -> Tensor
  ) -> DropoutMutant {
    gradX(id, Self.remembering(backward))
  }

  private static func remembering(
    _ backward: @escaping @Sendable (_ gradOut: Tensor, _ out: Tensor, _ p: Double) -> Tensor
  ) -> DropoutAttempt {
    let memory = Memory()
    var attempt = DropoutAttempt.backward { g, _, p in
      let out = memory.out.withLock { $0 }
      return backward(g, out?.shape == g.shape ? out ?? g : .zeros(shape: g.shape), p)
    }
    attempt.train = { x, p, random in
      let result = DropoutAttempt().train(x, p, &random)
      memory.out.withLock { $0 = result.out }
      return result
    }
    return attempt
  }

  private static func gradXInTestMode(
    _ id: String, _ backward: @escaping DropoutAttempt.Backward
  ) -> DropoutMutant {
    DropoutMutant(id: id, loses: ["backward-test.gradX"]) { .backwardTesting(backward) }
  }

  private static let backwardInTestMode: [DropoutMutant] = [
    gradXInTestMode("DB11") { g, mask, _ in each(g, mask) { $0 * $1 } },
    gradXInTestMode("DB13") { g, _, p in g.map { $0 * p } },
    gradXInTestMode("DB14") { g, _, p in g.map { $0 / p } },
  ]
}

/// What a submission keeps in a global variable; a class, because it must outlive each call.
private final class Memory: Sendable {
  let out = Mutex<Tensor?>(nil)
}
