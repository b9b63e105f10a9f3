import Coursework
import Grading
import Tensors
import Testing

@Suite("A check at home of what may be done in several ways")
struct PublicCheckWaysTests {
  private static let question = Question("split", ["count": .number(3)])
  private static let drawn = PublicCheck.example(
    question, gives: ["first": .tensor([2, 0]), "rest": .tensor([1])])
  private static let sorted = PublicCheck.example(
    question, called: "sorted", gives: ["first": .tensor([0, 2]), "rest": .tensor([1])])
  private static let either = PublicCheck.either(drawn, or: sorted)

  private static func find(_ check: PublicCheck, _ answer: Answer) throws -> HomeResult {
    HomeResult(try check.judge(InProcess { _ in answer }))
  }

  @Test("Each way passes", arguments: [[2, 0], [0, 2]] as [Tensor])
  func right(first: Tensor) throws {
    #expect(
      try Self.find(Self.either, ["first": .tensor(first), "rest": .tensor([1])]) == .right)
  }

  @Test("It is called as its first way is")
  func name() { #expect(Self.either.id == "split/example") }

  @Test("What is wrong is told of the nearest way, of equals the first")
  func wrong() throws {
    #expect(
      try Self.find(Self.either, ["first": .tensor([0, 2]), "rest": .tensor([3])])
        == .wrong(["rest[0] is 3.0, in the worked example it is 1.0"]))
    #expect(
      try Self.find(Self.either, ["first": .tensor([1, 1]), "rest": .tensor([1])])
        == .wrong(["first[0] is 1.0, in the worked example it is 2.0"]))
  }

  @Test("Who says nothing is asked once")
  func silence() throws {
    let student = Mute()
    #expect(HomeResult(try Self.either.judge(student)) == .todo("not written yet"))
    #expect(student.asked == 1)
  }

  @Test("A row is as good as its numbers, in the outputs that are named and in no other shape")
  func rows() throws {
    let check = Self.drawn.takingRows(for: ["first"])
    #expect(check.id == "split/example")
    for (first, rest, isRight) in [
      ([[2, 0]], [1], true), ([2, 0], [1], true), ([[2], [0]], [1], false),
      ([[2, 0]], [[1]], false),
    ] as [(Tensor, Tensor, Bool)] {
      let result = try Self.find(check, ["first": .tensor(first), "rest": .tensor(rest)])
      #expect((result == .right) == isRight, "\(first) \(rest)")
    }
  }

  @Test("Silence stays silence where rows are taken")
  func silentRows() throws {
    let check = Self.drawn.takingRows(for: ["first"])
    #expect(HomeResult(try check.judge(Mute())) == .todo("not written yet"))
  }
}

/// Answers nothing, and counts how often.
///
/// A class, since whoever asks cannot change what it asks.
private final class Mute: Respondent {
  private(set) var asked = 0

  func reply(to question: Question) -> Reply {
    asked += 1
    return .silence(.notImplemented)
  }
}
