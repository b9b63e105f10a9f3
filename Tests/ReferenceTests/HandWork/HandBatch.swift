/// Several samples that somebody works out by hand, one after the other, for the 2-3-1 network.
struct HandBatch: Sendable {
  var student: HandStudent
  let xs: [[Double]]
  let targets: [Double]
  /// What the error of each sample is divided by; right is the number of samples.
  var divisor: Double
  /// What the loss of all samples is divided by, beside the 2.
  var lossDivisor: Double

  init(_ student: HandStudent, xs: [[Double]], targets: [Double]) {
    self.student = student
    self.xs = xs
    self.targets = targets
    divisor = Double(xs.count)
    lossDivisor = divisor
  }

  /// The slots as typed.
  func sheet(rounding: inout HandRounding) -> [String: String] {
    typealias Written = HandRounding.Written
    var (z1, h, z2, y): ([[Written]], [[Written]], [Written], [Written]) = ([], [], [], [])
    for x in xs {
      z1.append(
        student.w1.indices.map { j in
          rounding.number(zip(student.w1[j], x).map { $0 * $1 }.reduce(student.b1[j], +))
        })
      h.append(z1[z1.count - 1].map { rounding.number(student.hidden($0.value)) })
      let sum = zip(student.w2, h[h.count - 1]).map { $0 * $1.value }.reduce(student.b2, +)
      z2.append(rounding.number(sum))
      y.append(rounding.number(student.output(z2[z2.count - 1].value)))
    }
    let samples = xs.indices
    let delta2 = samples.map { n in
      rounding.number(
        student.lossSlope(y[n].value, targets[n]) / divisor
          * student.outputSlope(z2[n].value, y[n].value))
    }
    let delta1 = samples.map { n in
      student.w1.indices.map { j in
        rounding.number(
          student.w2[j] * delta2[n].value * student.hiddenSlope(z1[n][j].value, h[n][j].value))
      }
    }
    let losses = samples.map { student.loss(y[$0].value, targets[$0]) }
    func total(_ term: (Int) -> Double) -> Written {
      rounding.number(samples.map(term).reduce(0, +))
    }
    func list(_ numbers: [Written]) -> String {
      "[" + numbers.map(\.text).joined(separator: ", ") + "]"
    }
    func rows(_ numbers: [[Written]]) -> String {
      "[" + numbers.map(list).joined(separator: ", ") + "]"
    }
    let units = student.w1.indices
    return [
      "z1": rows(z1), "h": rows(h), "z2": list(z2), "y": list(y),
      "loss": rounding.number(losses.reduce(0, +) / lossDivisor).text,
      "delta2": list(delta2), "delta1": rows(delta1),
      "dW2": list(units.map { j in total { delta2[$0].value * h[$0][j].value } }),
      "db2": total { delta2[$0].value }.text,
      "dW1": rows(
        units.map { j in [0, 1].map { i in total { delta1[$0][j].value * xs[$0][i] } } }),
      "db1": list(units.map { j in total { delta1[$0][j].value } }),
    ]
  }
}
