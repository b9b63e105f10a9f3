import Foundation

/// One mistake of the catalogue as somebody makes it by hand, and the slots whose own step it spoils.
///
/// δ1 and δ2 stand on the sheets as db1 and db2.
struct HandMistake: Sendable {
  let id: String
  let lost: Set<String>
  let make: @Sendable (inout HandStudent) -> Void

  init(
    _ id: String, loses lost: Set<String>, _ make: @escaping @Sendable (inout HandStudent) -> Void
  ) {
    self.id = id
    self.lost = lost
    self.make = make
  }

  // MARK: - Both networks

  /// Mistakes with the sheet's names for the hidden layer's and the network's output.
  static func shared(h: String, y: String, identifiers: [String: String]) -> [HandMistake] {
    @Sendable func tanhSlope(_ z: Double, _ a: Double) -> Double { 1 - a * a }
    let forward: [HandMistake] = [
      HandMistake("P13", loses: [h, y]) {
        $0.hidden = { 1 / (1 + exp($0)) }
        $0.output = { 1 / (1 + exp($0)) }
      },
      HandMistake("P12", loses: [h, "db1"]) {
        $0.hidden = { tanh($0) }
        $0.hiddenSlope = tanhSlope
      },
      HandMistake("P24", loses: [y, "db2"]) {
        $0.output = { tanh($0) }
        $0.outputSlope = tanhSlope
      },
      HandMistake("P21", loses: [h, "db1"]) {
        $0.hidden = { $0 }
        $0.hiddenSlope = { _, _ in 1 }
      },
      HandMistake("P10", loses: [y, "db2"]) {
        $0.output = { $0 }
        $0.outputSlope = { _, _ in 1 }
      },
    ]
    let slopes: [(String, @Sendable (Double, Double) -> Double)] = [
      ("G1", { z, _ in z * exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))) }),
      ("G2", { _, a in exp(-a) / ((1 + exp(-a)) * (1 + exp(-a))) }),
      ("G3", { z, _ in z * (1 - z) }),
      ("G4", { z, _ in exp(-z) / (1 + exp(-z)) }), ("G5", { _, a in a }),
      ("G6", { _, a in -a * (1 - a) }), ("G7", { _, a in 1 - a * a }),
      ("G8", { _, a in a * (1 + a) }),
      ("G9", { z, _ in exp(-z) / (1 + exp(-2 * z)) }),
      ("G10", { z, _ in 1 / ((1 + exp(-z)) * (1 + exp(-z))) }),
      ("G11", { _, a in a * a * (1 - a) }),
      ("G13", { z, _ in 1 - tanh(z) * tanh(z) }), ("G14", { z, _ in -exp(-z) / (1 + exp(-z)) }),
      ("G15", { _, a in a * (1 - a) * a * (1 - a) }),
    ]
    let backward: [HandMistake] = [
      HandMistake("no output slope", loses: ["db2"]) { $0.outputSlope = { _, _ in 1 } },
      HandMistake("no hidden slope", loses: ["db1"]) { $0.hiddenSlope = { _, _ in 1 } },
      HandMistake("output slope at a", loses: ["db2"]) {
        $0.outputSlope = { _, a in exp(-a) / ((1 + exp(-a)) * (1 + exp(-a))) }
      },
      HandMistake("hidden slope at a", loses: ["db1"]) {
        $0.hiddenSlope = { _, a in exp(-a) / ((1 + exp(-a)) * (1 + exp(-a))) }
      },
      HandMistake("twice the loss", loses: ["loss", "db2"]) {
        $0.loss = { ($0 - $1) * ($0 - $1) }
        $0.lossSlope = { 2 * ($0 - $1) }
      },
      HandMistake("twice the gradient", loses: ["db2"]) { $0.lossSlope = { 2 * ($0 - $1) } },
      HandMistake("sign", loses: ["db2"]) { $0.lossSlope = { $1 - $0 } },
      HandMistake("P6", loses: ["dW2"]) {
        $0.finish = { gradients, steps in gradients.w2 = steps.z1.map { steps.delta2 * $0 } }
      },
      HandMistake("P18", loses: ["db1"]) { $0.wayBack = $0.w2.map { _ in 1 } },
      HandMistake("P15", loses: ["db1", "db2"]) {
        $0.finish = { gradients, _ in
          gradients.b1 = gradients.b1.map { _ in 0 }
          gradients.b2 = 0
        }
      },
    ]
    let both = slopes.map { id, slope in
      // Two wrong signs make a right one: what is the true value is right.
      HandMistake(id, loses: id == "G6" ? ["db2"] : ["db2", "db1"]) {
        $0.outputSlope = slope
        $0.hiddenSlope = slope
      }
    }
    return (forward + both + backward).map { mistake in
      HandMistake(identifiers[mistake.id] ?? mistake.id, loses: mistake.lost, mistake.make)
    }
  }

  // MARK: - 2-2-1

  static let twoTwoOne: [HandMistake] =
    shared(
      h: "x1", y: "x2",
      identifiers: [
        "no output slope": "P1", "no hidden slope": "P5", "output slope at a": "P8a",
        "hidden slope at a": "P8b", "twice the loss": "P2", "twice the gradient": "P2b",
        "sign": "P3",
      ]) + [
      HandMistake("P7", loses: ["z1"]) { $0.w1 = transposed($0.w1) },
      HandMistake("P16", loses: ["z1", "z2"]) {
        $0.b1 = [0, 0]
        $0.b2 = 0
      },
      HandMistake("P22", loses: ["z1"]) { $0.b1 = [0, 0] },
      HandMistake("P23", loses: ["z2"]) { $0.b2 = 0 },
      HandMistake("AF2", loses: ["z1", "z2"]) {
        $0.b1 = $0.b1.map { -$0 }
        $0.b2 = -$0.b2
      },
      HandMistake("G1b", loses: ["db2", "db1"]) {
        $0.outputSlope = { z, _ in z * exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))) }
        $0.hiddenSlope = { z, _ in z * exp(-z) / (1 + exp(-z)) }
      },
      HandMistake("P9", loses: ["db2"]) { $0.outputSlope = { z, _ in z * (1 - z) } },
      HandMistake("P11", loses: ["db1"]) { $0.wayBack = $0.w1[0] },
      HandMistake("P14", loses: ["dW1"]) {
        $0.finish = { gradients, _ in gradients.w1 = transposed(gradients.w1) }
      },
      HandMistake("P7b", loses: ["z1", "dW1"]) {
        $0.w1 = transposed($0.w1)
        $0.finish = { gradients, _ in gradients.w1 = transposed(gradients.w1) }
      },
      HandMistake("P20", loses: ["dW1"]) {
        $0.finish = { gradients, steps in
          gradients.w1 = steps.delta1.map { delta in steps.h.map { delta * $0 } }
        }
      },
    ]

  // MARK: - 2-3-1

  static let twoThreeOne: [HandMistake] =
    shared(
      h: "h", y: "y",
      identifiers: [
        "no output slope": "K7", "no hidden slope": "K8", "output slope at a": "K12",
        "hidden slope at a": "K12b", "twice the loss": "K3", "twice the gradient": "K3c",
        "sign": "K14",
      ]) + [
      HandMistake("K15", loses: ["db1"]) { $0.hiddenSlope = { z, _ in z * (1 - z) } },
      HandMistake("K1", loses: ["dW1"]) {
        $0.finish = { gradients, _ in gradients.w1 = transposed(gradients.w1) }
      },
      HandMistake("K6", loses: ["dW1"]) {
        $0.finish = { gradients, _ in gradients.w1 = reshaped(transposed(gradients.w1)) }
      },
      HandMistake("K13", loses: ["db1"]) {
        $0.finish = { gradients, _ in
          gradients.w1 = gradients.w1.map { $0.map { $0 / 3 } }
          gradients.b1 = gradients.b1.map { $0 / 3 }
        }
      },
      HandMistake("K16", loses: ["z1", "dW1"]) {
        // Six numbers row by row as two rows of three: unit j takes the j-th of each row.
        let flat = $0.w1.flatMap(\.self)
        $0.w1 = (0..<3).map { [flat[$0], flat[3 + $0]] }
        $0.finish = { gradients, _ in gradients.w1 = reshaped(transposed(gradients.w1)) }
      },
      HandMistake("K3b", loses: ["db2"]) { $0.lossSlope = { ($0 - $1) / 2 } },
    ]

  @Sendable private static func transposed(_ rows: [[Double]]) -> [[Double]] {
    rows[0].indices.map { column in rows.map { $0[column] } }
  }

  /// Six numbers as three rows of two.
  @Sendable private static func reshaped(_ rows: [[Double]]) -> [[Double]] {
    let flat = rows.flatMap(\.self)
    return (0..<3).map { [flat[2 * $0], flat[2 * $0 + 1]] }
  }
}
