import Foundation
import Fuzzing

/// Somebody who works a 2-H-1 network of sigmoids out by hand and rounds every step.
///
/// All of it is plain arithmetic of its own: nothing here comes from the code that marks the sheet.
struct HandStudent: Sendable {
  // The givens: W1 has a row for each hidden unit.
  var x, b1, w2: [Double]
  var target, b2: Double
  var w1: [[Double]]

  // The formulas, right until a mistake replaces one.
  var hidden: @Sendable (Double) -> Double = { 1 / (1 + exp(-$0)) }
  var output: @Sendable (Double) -> Double = { 1 / (1 + exp(-$0)) }
  var hiddenSlope: @Sendable (_ z: Double, _ a: Double) -> Double = { $1 * (1 - $1) }
  var outputSlope: @Sendable (_ z: Double, _ a: Double) -> Double = { $1 * (1 - $1) }
  var loss: @Sendable (_ y: Double, _ target: Double) -> Double = { ($0 - $1) * ($0 - $1) / 2 }
  var lossSlope: @Sendable (_ y: Double, _ target: Double) -> Double = { $0 - $1 }
  /// The weights on the way back to the hidden layer; nil is W2.
  var wayBack: [Double]?
  /// The learning rate, where a step downhill is asked, and how the step is taken.
  var rate: Double?
  var update: @Sendable (_ old: Double, _ gradient: Double, _ rate: Double) -> Double = {
    $0 - $2 * $1
  }
  /// Changes the finished gradients, from the steps before them.
  var finish: @Sendable (inout Gradients, Steps) -> Void = { _, _ in }

  /// What the gradients are made of.
  struct Steps: Sendable {
    let z1, h, delta1: [Double]
    let delta2: Double
  }

  typealias Gradients = HandGradients<Double>

  /// The names of the slots, from the first weighted sums to the loss.
  struct Names: Sendable {
    let z1, h, z2, y: String
  }

  /// The slots as typed.
  func sheet(_ names: Names, rounding: inout HandRounding) -> [String: String] {
    let z1 = w1.indices.map { j in
      rounding.number(zip(w1[j], x).map { rounding.aside($0 * $1) }.reduce(b1[j], +))
    }
    let h = z1.map { rounding.number(hidden($0.value)) }
    let z2 = rounding.number(zip(w2, h).map { rounding.aside($0 * $1.value) }.reduce(b2, +))
    let y = rounding.number(output(z2.value))
    let error = rounding.aside(lossSlope(y.value, target))
    let delta2 = rounding.number(error * rounding.aside(outputSlope(z2.value, y.value)))
    let delta1 = w1.indices.map { j in
      rounding.number(
        (wayBack ?? w2)[j] * delta2.value * rounding.aside(hiddenSlope(z1[j].value, h[j].value)))
    }
    let steps = Steps(
      z1: z1.map(\.value), h: h.map(\.value), delta1: delta1.map(\.value), delta2: delta2.value)
    var gradients = Gradients(
      w2: steps.h.map { delta2.value * $0 }, b2: delta2.value,
      w1: steps.delta1.map { delta in x.map { delta * $0 } }, b1: steps.delta1)
    finish(&gradients, steps)
    let written = gradients.mapped { rounding.number($0) }
    func list(_ values: [HandRounding.Written]) -> String {
      "[" + values.map(\.text).joined(separator: ", ") + "]"
    }
    let slots = [
      names.z1: "[" + z1.map(\.text).joined(separator: ", ") + "]",
      names.h: "[" + h.map(\.text).joined(separator: ", ") + "]",
      names.z2: z2.text, names.y: y.text,
      "loss": rounding.number(loss(y.value, target)).text,
      "dW2": list(written.w2), "db2": written.b2.text,
      "dW1": "[" + written.w1.map(list).joined(separator: ", ") + "]", "db1": list(written.b1),
    ]
    guard let rate else { return slots }
    func new(_ old: Double, _ gradient: HandRounding.Written) -> HandRounding.Written {
      rounding.number(update(old, gradient.value, rate))
    }
    let rows = zip(w1, written.w1).map { olds, gradients in list(zip(olds, gradients).map(new)) }
    let updated = [
      "newW2": list(zip(w2, written.w2).map(new)), "newb2": new(b2, written.b2).text,
      "newW1": "[" + rows.joined(separator: ", ") + "]",
      "newb1": list(zip(b1, written.b1).map(new)),
    ]
    return slots.merging(updated) { $1 }
  }
}

/// The gradients by all weights and biases, as numbers or as they are written down.
struct HandGradients<Number: Sendable>: Sendable {
  var w2: [Number]
  var b2: Number
  var w1: [[Number]]
  var b1: [Number]

  /// Each number made into another, in the order in which they are written down.
  func mapped<Other>(_ change: (Number) -> Other) -> HandGradients<Other> {
    HandGradients<Other>(
      w2: w2.map(change), b2: change(b2), w1: w1.map { $0.map(change) }, b1: b1.map(change))
  }
}

/// How somebody rounds: to 4 or 5 significant figures, always the same number or as it comes.
struct HandRounding {
  private var random: Mutator
  private let figures: Int?
  private let roundsAsides: Bool

  /// A number as it is written down, and as it is gone on with.
  struct Written {
    let text: String
    let value: Double
  }

  init(seed: UInt64) {
    random = Mutator(seed: seed)
    figures = [4, 5, nil].randomElement(using: &random) ?? nil
    roundsAsides = Bool.random(using: &random)
  }

  /// A step: rounded, written down.
  mutating func number(_ value: Double) -> Written {
    let figures = figures ?? Int.random(in: 4...5, using: &random)
    let text = Self.text(
      value, figures: figures, isScientific: Int.random(in: 0..<8, using: &random) == 0)
    return Written(text: text, value: Double(text) ?? .nan)
  }

  /// What is worked out beside a step and not asked for; some round it too.
  mutating func aside(_ value: Double) -> Double {
    roundsAsides ? Double(Self.text(value, figures: 5, isScientific: true)) ?? .nan : value
  }

  private static func text(_ value: Double, figures: Int, isScientific: Bool) -> String {
    let scientific = String(format: "%.\(figures - 1)e", value)
    guard !isScientific, value != 0,
      let power = scientific.split(separator: "e").last.flatMap({ Int($0) })
    else { return scientific }
    return String(format: "%.\(max(0, figures - 1 - power))f", Double(scientific) ?? value)
  }
}
