import Coursework
import Testing

@Suite("Arrays of layers")
struct QuestionLayersTests {
  @Test("What is named layer by layer is read in that order", arguments: 0...12)
  func roundTrip(count: Int) {
    let layers = (0..<count).map { Tensor(Double($0)) }
    let question = Question("forward", .layers(layers, "w"))
    #expect(question.layers("w") == layers)
    #expect(question.layers("b") == [])
  }

  @Test("Layers end where a number is missing or is no array")
  func gap() {
    let question = Question(
      "forward", ["w1": .number(1), "w3": .number(3), "b1": .number(4), "b2": .text("none")])
    #expect(question.layers("w") == [Tensor(1)])
    #expect(question.layers("b") == [Tensor(4)])
  }
}
