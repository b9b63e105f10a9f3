import Coursework
import Grading

/// One way to stop early, right or wrong.
struct StoppingWay: Sendable {
  /// Whether a value counts as better than another.
  typealias Better = @Sendable (_ value: Double, _ other: Double) -> Bool

  let values: [Double]
  let patience: Int
  /// As the mode has it.
  let isBetter: Better

  init(_ question: Question) throws {
    values = try question.tensor("values").scalars
    patience = try question.wholeNumber("patience")
    let isRising = try question.text("mode") == "max"
    isBetter = { isRising ? $0 > $1 : $0 < $1 }
  }

  /// The last epoch, from 0, before which so many in a row were not better than what they are
  /// compared with.
  func last(
    patience: Int? = nil, isBetter: Better? = nil, comparedWithPrevious: Bool = false,
    isSetBack: Bool = true
  ) -> Int {
    let isBetter = isBetter ?? self.isBetter
    var (best, waited) = (values[0], 0)
    for epoch in 1..<values.count {
      let other = comparedWithPrevious ? values[epoch - 1] : best
      if isBetter(values[epoch], other) {
        best = values[epoch]
        if isSetBack { waited = 0 }
      } else {
        waited += 1
        if waited >= patience ?? self.patience { return epoch }
      }
    }
    return values.count - 1
  }

  /// The best epoch, from 0, up to and with another; the first of equals.
  func best(until last: Int, isBetter: Better? = nil) -> Int {
    let isBetter = isBetter ?? self.isBetter
    return (0...last).reduce(0) { isBetter(values[$1], values[$0]) ? $1 : $0 }
  }

  /// The answer for epochs that are counted from 0.
  func answer(_ last: Int, best: Int? = nil) -> [String: Tensor] {
    let best = best ?? self.best(until: last)
    return [
      "stopped": Tensor(Double(last + 1)), "best": Tensor(Double(best + 1)),
      "restored": Tensor(values[best]),
    ]
  }
}

extension DenseClassifierCourseworkReference {
  private static let stopping = WrongVariants(
    question: "earlyStopping",
    reference: { try DenseClassifierCourseworkReference().answer($0) }
  ) { try StoppingWay($0) }
  private static let waitLine = "the line that counts epochs without a better one"
  private static let betterLine = "the line that compares with the best value"
  private static let endLine = "the line that returns the result"

  /// Mistakes in `earlyStopping`.
  static let stoppingMisconceptions: [Misconception] = [
    stopping.mistake(
      "ES1", "you wait one epoch more than patience says",
      why: "training stops with the epoch that makes it patience in a row: count ≥ patience",
      where: waitLine
    ) { $0.answer($0.last(patience: $0.patience + 1)) },
    stopping.mistake(
      "ES2", "you wait one epoch less than patience says",
      why: "training stops with the epoch that makes it patience in a row: count ≥ patience",
      where: waitLine
    ) { $0.answer($0.last(patience: $0.patience - 1)) },
    stopping.mistake(
      "ES3", "your epochs are counted from 0", why: "the first epoch is number 1", where: endLine
    ) { call in
      call.answer(call.last()).filter { $0.key != "restored" }.mapValues { $0 - 1 }
    },
    stopping.mistake(
      "ES4", "your count of epochs without a better one is never set back",
      why: "patience is for epochs in a row: a better one starts the count anew", where: waitLine
    ) { $0.answer($0.last(isSetBack: false)) },
    stopping.mistake(
      "ES5", "you compare with the epoch before, not with the best so far",
      why: "an epoch is better if no earlier one was as good", where: betterLine
    ) { $0.answer($0.last(comparedWithPrevious: true)) },
    stopping.mistake(
      "ES6", "an epoch that equals the best counts as better",
      why: "only a value beyond the best so far is better", where: betterLine
    ) { call in
      let isBetter: StoppingWay.Better = { $0 == $1 || call.isBetter($0, $1) }
      let last = call.last(isBetter: isBetter)
      return call.answer(last, best: call.best(until: last, isBetter: isBetter))
    },
    stopping.mistake(
      "ES7", "your restored is the value of the last epoch",
      why: "the weights of the best epoch come back, and with them its value", where: endLine
    ) { ["restored": Tensor($0.values[$0.last()])] },
    stopping.mistake(
      "ES8", "small values are good for you in both modes",
      why: "an accuracy is better when it is larger: mode max turns the comparison round",
      where: betterLine
    ) { call in
      let last = call.last(isBetter: { $0 < $1 })
      return call.answer(last, best: call.best(until: last, isBetter: { $0 < $1 }))
    },
    stopping.mistake(
      "ES9", "your best is the best of all values, also of epochs that were never trained",
      why: "what comes after training has stopped is not known: look up to that epoch",
      where: endLine
    ) { call in
      call.answer(call.last(), best: call.best(until: call.values.count - 1))
        .filter { $0.key != "stopped" }
    },
    stopping.mistake(
      "ES10", "your training never stops early",
      why: "it stops with the epoch that makes it patience in a row", where: waitLine
    ) { $0.answer($0.values.count - 1) },
    stopping.mistake(
      "ES11", "your stopped is the best epoch",
      why: "training goes on while it waits: stopped is the last epoch that is trained",
      where: endLine
    ) { ["stopped": Tensor(Double($0.best(until: $0.last()) + 1))] },
  ]
}
