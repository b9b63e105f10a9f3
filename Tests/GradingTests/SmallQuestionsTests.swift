import Coursework
import Grading
import Testing

@Suite("Small questions")
struct SmallQuestionsTests {
  private func questions(of check: Check) throws -> [Question] {
    Array(try #require(check.small).all)
  }

  private func check(
    _ sizes: [Int], _ question: @escaping @Sendable (inout Draw, [Int]) -> Question
  )
    -> Check
  {
    .agrees("toy/values", judging: ["double"], sizes: [sizes], question: question)
  }

  @Test("Sizes begin at 1 each and end at 3 each, and their sum never falls")
  func sizes() throws {
    let shapes = try questions(of: Toy.check()).map { try $0.tensor("a").shape }
    #expect(shapes.first == [1, 1] && shapes.last == [3, 3])
    #expect(Set(shapes).count == 9)
    let sums = shapes.map { $0.reduce(0, +) }
    #expect(sums == sums.sorted())
  }

  @Test("Numbers are whole, between -2 and 2, and not 0, where nothing is simplified yet")
  func numbers() throws {
    let check = check([5]) { draw, n in
      Question("q", ["a": .tensor(draw.eighths(n[0], 4)), "b": .tensor(draw.kinkGuards(n[0], 4))])
    }
    for question in try questions(of: check) {
      for name in ["a", "b"] {
        #expect(try question.tensor(name).scalars.allSatisfy { [-2, -1, 1, 2].contains($0) })
      }
    }
  }

  @Test("Bits stay bits, choices stay among the given, and a fixed size is drawn often")
  func otherDraws() throws {
    let check = check([]) { draw, _ in
      Question("q", ["bits": .tensor(draw.bits(4)), "one": .number(draw.one(of: [0.125, 0.375]))])
    }
    let questions = try questions(of: check)
    #expect(questions.count >= 10 && Set(questions).count > 5)
    for question in questions {
      #expect(try question.tensor("bits").scalars.allSatisfy { $0 == 0 || $0 == 1 })
      #expect(try [0.125, 0.375].contains(question.number("one")))
    }
  }

  @Test("Everybody is asked the same, by whatever check")
  func deterministic() throws {
    let questions = try questions(of: Toy.check("toy/a"))
    #expect(try questions == self.questions(of: Toy.check("toy/a")))
    #expect(try questions == self.questions(of: Toy.check("toy/b")))
  }

  @Test("Questions that are given have no small ones")
  func given() {
    let check = Check.agrees("toy/values", judging: ["double"]) { _ in [Toy.question] }
    #expect(check.small == nil)
  }
}
