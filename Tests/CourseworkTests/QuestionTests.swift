import Coursework
import Testing

@Suite("Inputs of a question")
struct QuestionTests {
  private let question = Question(
    "dropout",
    [
      "x": .tensor([[1, 2]]), "p": .number(0.5), "mode": .text("train"),
      "rng": .randomState(RandomState(seed: 1)),
    ])

  @Test("Inputs of the right kind are handed out")
  func right() throws {
    #expect(try question.tensor("x") == [[1, 2]])
    #expect(try question.tensor("p") == Tensor(0.5))
    #expect(try question.number("p") == 0.5)
    #expect(try question.text("mode") == "train")
    #expect(try question.randomState("rng") == RandomState(seed: 1))
  }

  @Test("Missing inputs and inputs of another kind are the grader's mistake")
  func wrong() {
    for name in ["y", "X", "", "mode", "rng"] {
      #expect(throws: BadQuestion.self) { try question.tensor(name) }
    }
    // An array of one number is still an array.
    let one = Question("f", ["p": .tensor([0.5]), "q": .tensor([[0.5]])])
    #expect(throws: BadQuestion.self) { try one.number("p") }
    #expect(throws: BadQuestion.self) { try one.number("q") }
    #expect(throws: BadQuestion.self) { try question.number("x") }
    #expect(throws: BadQuestion.self) { try question.text("x") }
    #expect(throws: BadQuestion.self) { try question.randomState("mode") }
  }

  @Test("Whole numbers are handed out as such, others refused")
  func wholeNumbers() throws {
    let question = Question(
      "train",
      [
        "labels": .tensor([2, 0, 1]), "epochs": .number(3), "rate": .number(0.5),
        "x": .tensor([0.5]),
      ])
    #expect(try question.wholeNumbers("labels") == [2, 0, 1])
    #expect(try question.wholeNumber("epochs") == 3)
    #expect(throws: BadQuestion.self) { try question.wholeNumbers("x") }
    #expect(throws: BadQuestion.self) { try question.wholeNumber("rate") }
    #expect(throws: BadQuestion.self) { try question.wholeNumber("labels") }
  }

  @Test("The complaint names question and input")
  func words() throws {
    let error = try #require(throws: BadQuestion.self) { try question.tensor("gradY") }
    #expect(error.name == "dropout")
    #expect(error.description.contains("dropout") && error.description.contains("gradY"))
  }

  @Test("A plain number is an array of rank 0")
  func number() {
    #expect(Value.number(3).tensor == Tensor(3))
    #expect(Value.number(3).tensor?.shape == [])
    #expect(Value.text("3").tensor == nil)
  }
}
