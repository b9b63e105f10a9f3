import Coursework
import Grading
import Testing

@Suite("Smallest example")
struct CounterexampleTests {
  private func example(
    _ inputs: [String: Value], index: [Int] = [], got: Double = 2
  ) -> Counterexample {
    Counterexample(
      of: Question("q", inputs), index: index, got: got, expected: -2, derivation: "= −2")
  }

  static let inputs: [(value: Value, text: String)] = [
    (.tensor([[2, -1], [0, 1]]), "[[2, -1], [0, 1]]"), (.tensor([0.375, -0.0]), "[0.375, 0]"),
    (.number(0.125), "0.125"), (.number(-3), "-3"), (.text("train"), "\"train\""),
    (.tensor(.zeros(2, 0)), "[[], []]"), (.tensor(.ones(2, 1, 1)), "[[[1]], [[1]]]"),
  ]

  @Test("Inputs are shown as they are typed into a program", arguments: inputs)
  func inputTexts(value: Value, text: String) {
    #expect(example(["x": value]).given == "x = \(text)")
  }

  @Test("Inputs stand in the order of their names")
  func order() {
    #expect(example(["x": .number(1), "b": .number(2)]).given == "b = 2, x = 1")
  }

  @Test("The wrong number is named with both values")
  func results() {
    #expect(example([:], index: [1, 0]).result(of: "gradW") == "gradW[1, 0] = −2; yours is 2")
    #expect(example([:], got: 1.0 / 3).result(of: "y") == "y = −2; yours is about 0.3333")
  }
}
