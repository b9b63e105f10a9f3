import Grading

/// A sheet and a solution to explain, on a 2-2-1 network.
enum ExplanationSamples {
  private static let picture = NetworkSamples.picture([2, 2, 1])

  static let appeal = SheetAppeal(
    name: "answers.txt", assignment: "tiny", title: "A tiny net",
    slots: [
      SheetAppeal.Slot(
        result: OutputResult(name: "z1", points: 2, earned: 1, verdict: .failed),
        finding: OutputFinding("z1", verdict: .failed, credit: 0, problem: "1 of 2 are filled in"),
        text: nil,
        entries: [
          SheetAppeal.Entry(
            quantity: "z1[0]", equation: "z1[0] = W1[0, 0]·x[0] + b1[0]", typed: ".3775",
            mark: .right, truth: 0.37750001, own: nil, rule: "exact to its digits",
            accepted: 0.37735...0.37765),
          SheetAppeal.Entry(
            quantity: "z1[1]", equation: "z1[1] = W1[1, 0]·x[0] + b1[1]", typed: nil, mark: nil,
            truth: 0.39250001, own: nil, rule: "no number to judge", accepted: nil),
        ]),
      SheetAppeal.Slot(
        result: OutputResult(name: "h1", points: 1, earned: 0, verdict: .failed),
        finding: OutputFinding(
          "h1", verdict: .failed, credit: 0, problem: "'<b>_|*' is not a number"),
        text: "<b>_|*",
        entries: [
          SheetAppeal.Entry(
            quantity: "h1[0]", equation: "h1[0] = σ(z1[0])", typed: nil, mark: nil,
            truth: 0.59326999, own: nil, rule: "no number to judge", accepted: nil)
        ]),
      SheetAppeal.Slot(
        result: OutputResult(name: "db2", points: 2, earned: 0, verdict: .failed),
        finding: OutputFinding(
          "db2", verdict: .failed, credit: 0, problem: "typed .1532; off by more than rounding"),
        text: nil,
        entries: [
          SheetAppeal.Entry(
            quantity: "db2[0]", equation: "db2[0] = δ2[0]", typed: ".1532", mark: .wrong,
            truth: -0.13849856, own: nil, rule: "wrong: not the true value",
            accepted: -0.13864856 ... -0.13834856)
        ]),
      SheetAppeal.Slot(
        result: OutputResult(name: "dW2", points: 2, earned: 2, verdict: .passed),
        finding: OutputFinding("dW2", verdict: .passed, credit: 1), text: nil,
        entries: [
          SheetAppeal.Entry(
            quantity: "dW2[0, 0]", equation: "dW2[0, 0] = δ2[0]·h1[0]", typed: ".0909",
            mark: .followed, truth: -0.08216704, own: 0.0908...0.0909,
            rule: "right from the sheet's own earlier values", accepted: 0.0907...0.0911)
        ]),
    ],
    notes: [.errorStarts(at: "δ2[0]", followed: ["dW2"])], diagram: picture.diagram)

  static let solution = WorkedSolution(
    assignment: "tiny", title: "A tiny net",
    task: ["One sample goes through", "  z1 = W1 x + b1."], givens: ["x = [0.05, 0.1]"],
    steps: [
      WorkedSolution.Step(
        quantity: "z1[0]", array: "z1", formula: "W1[0, 0]·x[0] + b1[0]",
        numbers: "0.5·(−0.25) + 1", value: 0.875, words: "the weighted sum"),
      WorkedSolution.Step(
        quantity: "z1[1]", array: "z1", formula: "W1[1, 0]·x[0] + b1[1]", numbers: "0.5·0 + 1",
        value: 1, words: "the weighted sum"),
      WorkedSolution.Step(
        quantity: "db2[0]", array: "db2", formula: "δ2[0]", numbers: "(−0.125)", value: -0.125,
        words: "the δ of the unit"),
    ], diagram: picture.diagram)
}
